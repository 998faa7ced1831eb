/// Writes the numbers of instants and lengths of time.
enum TimestampDigits {
  /// Appends a number with zeros before it, up to the width.
  static func append(_ number: UInt64, width: Int, to bytes: inout [UInt8]) {
    let digits = String(number).utf8
    bytes.append(contentsOf: repeatElement(48, count: max(0, width - digits.count)))
    bytes.append(contentsOf: digits)
  }

  /// Appends a point and the nanoseconds as the fraction of a second, without zeros at its end; none for 0.
  static func append(fraction nanoseconds: UInt64, to bytes: inout [UInt8]) {
    guard nanoseconds > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    append(nanoseconds, width: 9, to: &bytes)
    while bytes.last == 48 { bytes.removeLast() }
  }
}
