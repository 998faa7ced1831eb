/// The parts of a decimal number's text, before they are known to fit into a `Decimal`.
struct DecimalText {
  private(set) var mantissa: Int128 = 0
  private(set) var scale = 0
  private(set) var hasExponent = false
  /// Whether digits stand on both sides of a point, or there is none.
  private(set) var isPlain = true

  /// Reads `[-]digits[.digits][e[+-]digits]`; nil for anything else and for more than 38 digits.
  init?(_ text: some StringProtocol) {
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    guard let whole = takeDigits(from: &bytes) else { return nil }
    var fraction = 0
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      guard let count = takeDigits(from: &bytes) else { return nil }
      fraction = count
      isPlain = whole > 0 && count > 0
    }
    guard whole + fraction > 0 else { return nil }
    guard let exponent = takeExponent(from: &bytes), bytes.isEmpty else { return nil }
    scale = fraction - exponent
    if isNegative { mantissa = -mantissa }
  }

  /// Adds the digits to the mantissa and says how many there were; nil if they do not fit.
  private mutating func takeDigits<Bytes: Collection>(from bytes: inout Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
    var count = 0
    while let byte = bytes.first, byte >= 48, byte <= 57 {
      let (tenfold, tooLarge) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tenfold.addingReportingOverflow(Int128(byte - 48))
      guard !tooLarge, !overflow else { return nil }
      mantissa = sum
      count += 1
      bytes = bytes.dropFirst()
    }
    return count
  }

  private mutating func takeExponent<Bytes: Collection>(from bytes: inout Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
    guard let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") else { return 0 }
    hasExponent = true
    bytes = bytes.dropFirst()
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var exponent = 0
    var count = 0
    while let byte = bytes.first, byte >= 48, byte <= 57, exponent < 10_000 {
      exponent = exponent * 10 + Int(byte - 48)
      count += 1
      bytes = bytes.dropFirst()
    }
    guard count > 0 else { return nil }
    return isNegative ? -exponent : exponent
  }
}
