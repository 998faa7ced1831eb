extension MathFunctions {
  /// The square root, rounded to the nearest double as IEEE 754 asks; NaN for negative numbers.
  ///
  /// `Double.squareRoot()` calls the C library for the numbers that have none, which Core does without. With
  /// the number as `significand × 2^exponent` and an even exponent, 54 more bits below the significand make
  /// its whole root one bit longer than a double's: that bit says which way to round. A tie is impossible,
  /// for the square of an odd root is odd.
  static func squareRoot(_ double: Double) -> Double {
    if double == 0 || double == .infinity { return double }
    guard double > 0 else { return .nan }
    var significand = double.significandBitPattern
    var exponent = Int(double.exponentBitPattern) - 1075
    if double.isNormal {
      significand |= 1 << 52
    } else {
      let shift = significand.leadingZeroBitCount - 11
      significand <<= UInt64(shift)
      exponent = -1074 - shift
    }
    if !exponent.isMultiple(of: 2) {
      significand <<= 1
      exponent -= 1
    }
    let root = (wholeRoot(UInt128(significand) << 54) + 1) >> 1
    return Double(sign: .plus, exponent: exponent / 2 - 26, significand: Double(root))
  }

  /// The greatest number whose square is not above this one, which is below 2^108; found bit by bit.
  private static func wholeRoot(_ square: UInt128) -> UInt64 {
    var root: UInt64 = 0
    for bit in stride(from: UInt64(53), through: 0, by: -1) {
      let candidate = root | 1 << bit
      if UInt128(candidate) * UInt128(candidate) <= square { root = candidate }
    }
    return root
  }
}
