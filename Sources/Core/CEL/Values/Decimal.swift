/// An exact decimal number: a whole mantissa and how many of its digits stand behind the point.
///
///     if let tenth = Decimal("0.1"), let fifth = Decimal("0.20") {
///       print(fifth)  // 0.2
///       print(try tenth + fifth)  // 0.3
///     }
///
/// Equal numbers are equal values: trailing zeros behind the point are removed, so `1.50` is `1.5`.
/// Up to 38 digits; a result that needs more throws `EvaluationError.overflow`, it is never rounded.
/// Only division rounds: to 18 places behind the point, half to even.
public struct Decimal: Hashable, Sendable {
  /// The digits as one whole number, at most 38 of them: 1250 in 12.50, before zeros are removed.
  public let mantissa: Int128
  /// How many digits stand behind the point.
  public let scale: UInt8

  /// Makes `mantissa × 10^-scale`, with trailing zeros behind the point removed.
  public init(mantissa: Int128, scale: UInt8) {
    var mantissa = mantissa
    var scale = scale
    if var small = Int64(exactly: mantissa) {  // Nearly all are; dividing 128 bits costs ten times as much.
      while scale > 0, small.isMultiple(of: 10) {
        small /= 10
        scale -= 1
      }
      self.mantissa = Int128(small)
      self.scale = scale
      return
    }
    while scale > 0 {
      let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      mantissa = quotient
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Makes a whole number, which every int is.
  public init(_ int: Int64) {
    mantissa = Int128(int)
    scale = 0
  }

  /// Reads `12.50` or `-3`: digits, with digits on both sides of a point; no exponent, no plus sign.
  public init?(_ text: some StringProtocol) {
    guard let number = DecimalText(text), !number.hasExponent, number.isPlain else { return nil }
    self.init(number)
  }

  /// Reads the text of a floating-point literal, exponent included, without going through binary.
  init?(literal text: some StringProtocol) {
    guard let number = DecimalText(text) else { return nil }
    self.init(number)
  }

  /// The shortest decimal that reads back as this double; nil where it is no finite number or too long.
  public init?(shortest double: Double) {
    guard double.isFinite else { return nil }
    self.init(literal: double.description)
  }

  private init?(_ number: DecimalText) {
    var mantissa = number.mantissa
    var scale = number.scale
    while scale < 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      if mantissa == 0 { break }
      guard !overflow else { return nil }
      mantissa = product
      scale += 1
    }
    while scale > 255, mantissa.isMultiple(of: 10), mantissa != 0 {
      mantissa /= 10
      scale -= 1
    }
    guard mantissa != 0 else {
      self.init(0)
      return
    }
    guard let small = UInt8(exactly: scale) else { return nil }
    self.init(mantissa: mantissa, scale: small)
  }

  /// Ten to a power from 0 to 38; nil beyond, where it no longer fits.
  static func power(_ exponent: Int) -> Int128? {
    guard powers.indices.contains(exponent) else { return nil }
    return powers[exponent]
  }

  private static let powers: [Int128] = {
    var all: [Int128] = [1]
    for _ in 0..<38 { all.append((all.last ?? 1) * 10) }
    return all
  }()
}

extension Decimal: Comparable {
  /// Compares exactly, whatever the two scales are.
  public static func < (left: Decimal, right: Decimal) -> Bool { compare(left, right) < 0 }

  /// Negative, zero or positive as `left` is below, equal to or above `right`; never overflows.
  static func compare(_ left: Decimal, _ right: Decimal) -> Int {
    if left.scale == right.scale { return order(left.mantissa, right.mantissa) }
    if left.scale > right.scale { return -compare(right, left) }
    // Instead of blowing `left` up to the finer scale, which may overflow, cut `right` down to the coarser
    // one; the digits cut off decide only where the rest is equal.
    guard let factor = power(Int(right.scale) - Int(left.scale)) else {
      return left.mantissa == 0 ? order(0, right.mantissa) : order(left.mantissa, 0)
    }
    let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: factor)
    if !overflow { return order(product, right.mantissa) }
    let (whole, rest) = right.mantissa.quotientAndRemainder(dividingBy: factor)
    return left.mantissa == whole ? order(0, rest) : order(left.mantissa, whole)
  }

  private static func order(_ left: Int128, _ right: Int128) -> Int {
    left < right ? -1 : (left == right ? 0 : 1)
  }
}

extension Decimal: CustomStringConvertible {
  /// The number in plain digits: `12.5`, `-0.03`, `1200`.
  public var description: String {
    var digits = String(mantissa.magnitude)
    guard scale > 0 else { return mantissa < 0 ? "-" + digits : digits }
    if digits.utf8.count <= Int(scale) {
      digits = String(repeating: "0", count: Int(scale) + 1 - digits.utf8.count) + digits
    }
    let point = digits.index(digits.endIndex, offsetBy: -Int(scale))
    return (mantissa < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }
}
