/// The texts of doubles, in each of the forms that the language has for them.
///
/// All of them are exact: digits come from the whole binary value and are rounded half to even, so `1.2345`
/// with three places is `1.234` (the double is a little below) and `2.5` with none is `2`. Numbers that are
/// not finite are `NaN`, `+Inf` and `-Inf`; where `format` wants other words it says so itself. Source: the
/// package strconv of Go, `FormatFloat` with the verbs g, f and e, by whose texts the conformance tests of
/// CEL are written.
enum DoubleText {
  /// The shortest digits that read back as this double: `0.1`, `100000`, `1e+06`, `-1.5e-07`.
  ///
  /// With an exponent where that is below -4 or above 5, as `string(x)` of cel-go has it.
  static func shortest(_ double: Double) -> String {
    if let word = word(double) { return word }
    let digits = Digits(shortest: double)
    let exponent = digits.exponent
    if exponent < -4 || exponent > 5 {
      return scientific(digits, places: max(0, digits.values.count - 1), isNegative: double.sign == .minus)
    }
    return plain(double)
  }

  /// The shortest digits that read back as this double, never with an exponent: up to 325 letters.
  static func plain(_ double: Double) -> String {
    if let word = word(double) { return word }
    let digits = Digits(shortest: double)
    let places = max(0, digits.values.count - digits.point)
    return fixed(digits, places: places, isNegative: double.sign == .minus)
  }

  /// The double with so many places behind the point, which are not negative: `2.718280` for six.
  static func fixed(_ double: Double, places: Int) -> String {
    if let word = word(double) { return word }
    var digits = Digits(exact: double)
    digits.round(keeping: digits.point + places)
    return fixed(digits, places: places, isNegative: double.sign == .minus)
  }

  /// One digit, so many places behind the point, and an exponent of at least two digits: `1.052033e+03`.
  static func scientific(_ double: Double, places: Int) -> String {
    if let word = word(double) { return word }
    var digits = Digits(exact: double)
    digits.round(keeping: places + 1)
    return scientific(digits, places: places, isNegative: double.sign == .minus)
  }

  /// The steps that the exact digits of a double cost beyond those of its text: none near 1, 123 at most.
  ///
  /// The work grows with the square of the binary exponent, by the multiplications that `Digits` makes.
  static func cost(_ double: Double) -> Int {
    let factors = abs(Int(double.exponentBitPattern) - 1075) / 12
    return factors * factors / 64
  }

  /// The text of a number that is not finite; nil for all others.
  private static func word(_ double: Double) -> String? {
    if double.isFinite { return nil }
    if double.isNaN { return "NaN" }
    return double < 0 ? "-Inf" : "+Inf"
  }

  private static func fixed(_ digits: Digits, places: Int, isNegative: Bool) -> String {
    var text: [UInt8] = isNegative ? [minus] : []
    text.reserveCapacity(max(0, digits.point) + places + 3)
    if digits.point <= 0 {
      text.append(zero)
    } else {
      for place in 0..<digits.point { text.append(zero + digits[place]) }
    }
    if places > 0 {
      text.append(point)
      for place in digits.point..<digits.point + places { text.append(zero + digits[place]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scientific(_ digits: Digits, places: Int, isNegative: Bool) -> String {
    var text: [UInt8] = isNegative ? [minus] : []
    text.reserveCapacity(places + 8)
    text.append(zero + digits[0])
    if places > 0 {
      text.append(point)
      for place in 1...places { text.append(zero + digits[place]) }
    }
    let exponent = digits.exponent
    let magnitude = String(exponent.magnitude)
    let padding = magnitude.utf8.count < 2 ? "0" : ""
    return String(decoding: text, as: UTF8.self) + (exponent < 0 ? "e-" : "e+") + padding + magnitude
  }

  private static let zero = UInt8(ascii: "0")
  private static let minus = UInt8(ascii: "-")
  private static let point = UInt8(ascii: ".")
}
