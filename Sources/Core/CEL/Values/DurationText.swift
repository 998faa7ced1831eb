/// The texts of lengths of time, which are nanoseconds in an int.
enum DurationText {
  /// A unit with its nanoseconds; `ms` stands before `m`, for the first that fits is taken.
  private static let units: [(name: String, nanoseconds: UInt128)] = [
    ("h", 3_600_000_000_000), ("ms", 1_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
    ("us", 1_000), ("\u{B5}s", 1_000), ("\u{3BC}s", 1_000), ("ns", 1),
  ]

  /// The largest size of a length of time, which only a negative one may have.
  private static let limit: UInt128 = 1 << 63

  /// Reads a length of time such as `1h30m`, `-1.5h`, `1m6.001s` or `0`, as Go's `time.ParseDuration` does.
  ///
  /// The units are `h`, `m`, `s`, `ms`, `us` (also with either letter µ) and `ns`, in any order and number.
  /// What is finer than a nanosecond is cut off from each part, exactly; Go's floating point may differ.
  /// - Throws: `overflow` beyond an int of nanoseconds, `invalidConversion` for a text of another shape.
  static func nanoseconds(_ text: String) throws(EvaluationError) -> Int64 {
    var cursor = TimestampCursor(text)
    let isNegative = cursor.take("-")
    if !isNegative { _ = cursor.take("+") }
    var single = cursor
    if single.take("0"), single.isAtEnd { return 0 }
    var total: UInt128 = 0
    repeat {
      guard let part = takePart(from: &cursor) else { throw .invalidConversion("duration") }
      // What is too large stays so, and the rest of the text is still looked at.
      total = min(total + part, limit + 1)
    } while !cursor.isAtEnd
    if isNegative, total <= limit { return Int64(-Int128(total)) }
    guard let result = Int64(exactly: total) else { throw .overflow }
    return result
  }

  /// The length of time in seconds with their fraction, without zeros at its end: `60.001s`, `-0.5s`, `0s`.
  static func text(_ nanoseconds: Int64) -> String {
    let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    var bytes: [UInt8] = nanoseconds < 0 ? [UInt8(ascii: "-")] : []
    TimestampDigits.append(seconds, width: 1, to: &bytes)
    TimestampDigits.append(fraction: fraction, to: &bytes)
    bytes.append(UInt8(ascii: "s"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a number with its unit as nanoseconds; nil where none stands here.
  private static func takePart(from cursor: inout TimestampCursor) -> UInt128? {
    var number: UInt128 = 0
    var hasDigits = false
    while let digit = cursor.takeDigit() {
      // Far beyond the limit in any unit, and far below what the multiplication can hold.
      if number < 1 << 66 { number = number * 10 + UInt128(digit) }
      hasDigits = true
    }
    var fraction: UInt128 = 0
    var scale: UInt128 = 1
    if cursor.take(".") {
      while let digit = cursor.takeDigit() {
        // Eighteen places of an hour are still finer than a nanosecond by far.
        if scale < 1_000_000_000_000_000_000 {
          fraction = fraction * 10 + UInt128(digit)
          scale *= 10
        }
        hasDigits = true
      }
    }
    guard hasDigits, let unit = units.first(where: { cursor.take(text: $0.name) }) else { return nil }
    return number * unit.nanoseconds + fraction * unit.nanoseconds / scale
  }
}
