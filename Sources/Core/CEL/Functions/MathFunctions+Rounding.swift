extension MathFunctions {
  /// The double without its fraction, with its sign kept even where it becomes zero.
  ///
  /// Works on the bits of IEEE 754 binary64: an exponent of 52 or more leaves no bit for a fraction, and
  /// infinities and NaN have the greatest exponent of all.
  static func truncated(_ double: Double) -> Double {
    let exponent = Int(double.exponentBitPattern) - 1023
    if exponent >= 52 { return double }
    let fraction: UInt64 = exponent < 0 ? .max >> 1 : .max >> (12 + UInt64(exponent))
    return Double(bitPattern: double.bitPattern & ~fraction)
  }

  /// The greatest whole number that is not above the double.
  static func roundedDown(_ double: Double) -> Double {
    let whole = truncated(double)
    return whole > double ? whole - 1 : whole
  }

  /// The least whole number that is not below the double.
  static func roundedUp(_ double: Double) -> Double {
    let whole = truncated(double)
    return whole < double ? whole + 1 : whole
  }

  /// The whole number that is nearest; a half goes away from zero.
  static func rounded(_ double: Double) -> Double {
    let whole = truncated(double)
    // Exact, as both have the same exponent or the whole part is zero; adding a half first would not be.
    guard (double - whole).magnitude >= 0.5 else { return whole }
    return double < 0 ? whole - 1 : whole + 1
  }
}
