extension Decimal {
  /// The exact sum; throws `overflow` where it needs more than 38 digits.
  public static func + (left: Decimal, right: Decimal) throws(EvaluationError) -> Decimal {
    let scale = max(left.scale, right.scale)
    let (sum, overflow) = try left.scaled(to: scale).addingReportingOverflow(right.scaled(to: scale))
    guard !overflow else { throw .overflow }
    return Decimal(mantissa: sum, scale: scale)
  }

  /// The exact difference; throws `overflow` where it needs more than 38 digits.
  public static func - (left: Decimal, right: Decimal) throws(EvaluationError) -> Decimal {
    try left + right.negated()
  }

  /// The exact product; throws `overflow` where it needs more than 38 digits.
  public static func * (left: Decimal, right: Decimal) throws(EvaluationError) -> Decimal {
    let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
    if overflow { return try wideProduct(left, right) }
    guard product != 0 else { return Decimal(0) }
    guard let scale = UInt8(exactly: Int(left.scale) + Int(right.scale)) else { throw .overflow }
    return Decimal(mantissa: product, scale: scale)
  }

  /// The product of mantissas that do not fit together: its zeros at the end are taken off before it has to.
  private static func wideProduct(_ left: Decimal, _ right: Decimal) throws(EvaluationError) -> Decimal {
    var (high, low) = left.mantissa.magnitude.multipliedFullWidth(by: right.mantissa.magnitude)
    var scale = Int(left.scale) + Int(right.scale)
    while scale > 0 {
      let (highTenth, carried) = high.quotientAndRemainder(dividingBy: 10)
      let (lowTenth, rest) = UInt128(10).dividingFullWidth((carried, low))
      guard rest == 0 else { break }
      (high, low, scale) = (highTenth, lowTenth, scale - 1)
    }
    guard high == 0, let magnitude = Int128(exactly: low), let scale = UInt8(exactly: scale) else {
      throw .overflow
    }
    let isNegative = (left.mantissa < 0) != (right.mantissa < 0)
    return Decimal(mantissa: isNegative ? -magnitude : magnitude, scale: scale)
  }

  /// The quotient to 18 places behind the point, the last one rounded half to even.
  ///
  ///     print(try Decimal(2) / Decimal(3))  // 0.666666666666666667
  ///
  /// - Throws: `divisionByZero`, or `overflow` where the quotient needs more than 38 digits.
  public static func / (left: Decimal, right: Decimal) throws(EvaluationError) -> Decimal {
    guard right.mantissa != 0 else { throw .divisionByZero }
    var places = 18 + Int(right.scale) - Int(left.scale)
    var divisor = right.mantissa.magnitude
    if places < 0 {
      // The dividend is finer than the result may be: a larger divisor takes the digits off.
      guard let power = power(-places) else { return Decimal(0) }
      let (larger, overflow) = divisor.multipliedReportingOverflow(by: power.magnitude)
      guard !overflow else { return Decimal(0) }
      divisor = larger
      places = 0
    }
    var (quotient, rest) = left.mantissa.magnitude.quotientAndRemainder(dividingBy: divisor)
    var scale = 18 - places
    // The digits behind a rest of zero are zeros, which need no room.
    while scale < 18, rest != 0 || scale < 0 {
      scale += 1
      let (tenfold, restTooLarge) = rest.multipliedReportingOverflow(by: 10)
      let (digit, next) = tenfold.quotientAndRemainder(dividingBy: divisor)
      let (shifted, tooLarge) = quotient.multipliedReportingOverflow(by: 10)
      guard !restTooLarge, !tooLarge else { throw .overflow }
      quotient = shifted + digit
      rest = next
    }
    let half = divisor - rest
    if rest > half || (rest == half && !quotient.isMultiple(of: 2)) { quotient += 1 }
    guard let magnitude = Int128(exactly: quotient) else { throw .overflow }
    let isNegative = (left.mantissa < 0) != (right.mantissa < 0)
    return Decimal(mantissa: isNegative ? -magnitude : magnitude, scale: UInt8(scale))
  }

  /// The number with the other sign; throws `overflow` for the one mantissa that has none.
  public func negated() throws(EvaluationError) -> Decimal {
    let (opposite, overflow) = Int128.zero.subtractingReportingOverflow(mantissa)
    guard !overflow else { throw .overflow }
    return Decimal(mantissa: opposite, scale: scale)
  }

  private func scaled(to finer: UInt8) throws(EvaluationError) -> Int128 {
    if mantissa == 0 || finer == scale { return mantissa }
    guard let factor = Decimal.power(Int(finer) - Int(scale)) else { throw .overflow }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw .overflow }
    return product
  }
}
