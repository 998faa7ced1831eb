import CEL

/// An exact decimal number of any length: sign, digits and how many of them stand behind the point.
struct ReferenceDecimal {
  var isNegative: Bool
  var digits: ReferenceDigits
  var scale: Int

  init(isNegative: Bool, digits: ReferenceDigits, scale: Int) {
    var places = digits.digits
    var scale = scale
    while scale > 0, places.first == 0 || places.isEmpty {
      if !places.isEmpty { places.removeFirst() }
      scale -= 1
    }
    self.digits = ReferenceDigits(places)
    self.scale = scale
    self.isNegative = isNegative && !self.digits.isZero
  }

  init(_ decimal: Decimal) {
    self.init(
      isNegative: decimal.mantissa < 0, digits: ReferenceDigits(text: String(decimal.mantissa.magnitude)),
      scale: Int(decimal.scale))
  }

  init(_ whole: Int128) {
    self.init(isNegative: whole < 0, digits: ReferenceDigits(text: String(whole.magnitude)), scale: 0)
  }

  /// The shortest decimal that reads back as a finite double.
  init(shortest double: Double) {
    let parts = double.magnitude.description.lowercased().split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let digits = ReferenceDigits(text: String(mantissa[0]) + fraction)
    let scale = fraction.count - exponent
    self.init(
      isNegative: double < 0, digits: scale < 0 ? digits.shifted(by: -scale) : digits, scale: max(scale, 0))
  }

  /// The number as a value; an error where its digits, or the places behind the point, do not fit into one.
  func value() throws(ReferenceFailure) -> Decimal {
    guard let magnitude = UInt128(digits.text), let small = UInt8(exactly: scale) else {
      throw ReferenceFailure(.overflow)
    }
    guard magnitude <= Int128.max.magnitude else { throw ReferenceFailure(.overflow) }
    return Decimal(mantissa: isNegative ? -Int128(magnitude) : Int128(magnitude), scale: small)
  }

  var negated: ReferenceDecimal {
    ReferenceDecimal(isNegative: !isNegative, digits: digits, scale: scale)
  }

  /// The digits with a number of places behind the point.
  func digits(at places: Int) -> ReferenceDigits { digits.shifted(by: places - scale) }

  static func + (left: ReferenceDecimal, right: ReferenceDecimal) -> ReferenceDecimal {
    let scale = max(left.scale, right.scale)
    let (first, second) = (left.digits(at: scale), right.digits(at: scale))
    if left.isNegative == right.isNegative {
      return ReferenceDecimal(isNegative: left.isNegative, digits: first + second, scale: scale)
    }
    return first < second
      ? ReferenceDecimal(isNegative: right.isNegative, digits: second - first, scale: scale)
      : ReferenceDecimal(isNegative: left.isNegative, digits: first - second, scale: scale)
  }

  static func - (left: ReferenceDecimal, right: ReferenceDecimal) -> ReferenceDecimal { left + right.negated }

  static func * (left: ReferenceDecimal, right: ReferenceDecimal) -> ReferenceDecimal {
    ReferenceDecimal(
      isNegative: left.isNegative != right.isNegative, digits: left.digits * right.digits,
      scale: left.scale + right.scale)
  }

  /// The quotient to 18 places, half to even; the divisor is not zero.
  static func / (left: ReferenceDecimal, right: ReferenceDecimal) -> ReferenceDecimal {
    let dividend = left.digits.shifted(by: 18 + right.scale)
    let divisor = right.digits.shifted(by: left.scale)
    var (quotient, rest) = dividend.divided(by: divisor)
    let twice = rest + rest
    if divisor < twice || (twice == divisor && !quotient.isEven) {
      quotient = quotient + ReferenceDigits([1])
    }
    return ReferenceDecimal(isNegative: left.isNegative != right.isNegative, digits: quotient, scale: 18)
  }

  /// Negative, zero or positive as this number is below, equal to or above the other.
  func order(_ other: ReferenceDecimal) -> Int {
    let difference = self - other
    return difference.digits.isZero ? 0 : (difference.isNegative ? -1 : 1)
  }

  /// Plain digits with a point.
  var text: String {
    var all = digits.text
    if scale > 0 {
      while all.count <= scale { all = "0" + all }
      all = all.dropLast(scale) + "." + all.suffix(scale)
    }
    return (isNegative ? "-" : "") + all
  }
}
