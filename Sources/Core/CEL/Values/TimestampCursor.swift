/// A place in the text of an instant, a length of time or an offset, which is read from the left.
///
/// A reading that fails leaves the cursor anywhere in what it failed on; the whole text is then refused.
struct TimestampCursor {
  private var rest: Substring.UTF8View

  /// Stands before the first byte of a text.
  init(_ text: String) { rest = Substring(text).utf8 }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads an ASCII sign if it stands here.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }

  /// Reads a text if it stands here.
  mutating func take(text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest.removeFirst(text.utf8.count)
    return true
  }

  /// Reads one of the digits 0 to 9; nil where none stands here.
  mutating func takeDigit() -> UInt8? {
    guard let byte = rest.first, 48...57 ~= byte else { return nil }
    rest.removeFirst()
    return byte - 48
  }

  /// Reads exactly two digits, which give a number of the range; nil otherwise.
  mutating func takeTwoDigits(_ range: ClosedRange<Int>) -> Int? {
    guard let tens = takeDigit(), let ones = takeDigit() else { return nil }
    let number = Int(tens) * 10 + Int(ones)
    return range.contains(number) ? number : nil
  }

  /// Reads a year of at least four digits; one of more is read so that it can be called out of range.
  mutating func takeYear() -> Int? {
    var year = 0
    var count = 0
    while let digit = takeDigit() {
      if year < 100_000 { year = year * 10 + Int(digit) }
      count += 1
    }
    return count >= 4 ? year : nil
  }

  /// Reads a point with at least one digit as nanoseconds, cutting off what is finer; 0 where none is.
  mutating func takeFraction() -> Int32? {
    guard take(".") else { return 0 }
    guard let first = takeDigit() else { return nil }
    var nanoseconds = Int32(first) * 100_000_000
    var weight: Int32 = 10_000_000
    while let digit = takeDigit() {
      nanoseconds += Int32(digit) * weight
      weight /= 10
    }
    return nanoseconds
  }

  /// Reads `hh:mm`, up to 23:59, as seconds.
  mutating func takeHoursAndMinutes() -> Int? {
    guard let hours = takeTwoDigits(0...23), take(":"), let minutes = takeTwoDigits(0...59) else {
      return nil
    }
    return hours * 3_600 + minutes * 60
  }
}
