/// Doubles as whole numbers, without the functions of the C library that the standard ones call.
enum WholeNumber {
  /// The double without its fraction; nil where that is outside of an int.
  static func truncatedInt(_ double: Double) -> Int64? {
    guard double >= -0x1p63, double < 0x1p63 else { return nil }
    return Int64(double)
  }

  /// The double without its fraction; nil where that is outside of a uint.
  static func truncatedUInt(_ double: Double) -> UInt64? {
    guard double > -1, double < 0x1p64 else { return nil }
    return UInt64(double)
  }

  /// The int that equals the double; nil where there is none.
  static func int(_ double: Double) -> Int64? {
    truncatedInt(double).flatMap { Double($0) == double ? $0 : nil }
  }

  /// The uint that equals the double; nil where there is none.
  static func uint(_ double: Double) -> UInt64? {
    truncatedUInt(double).flatMap { Double($0) == double ? $0 : nil }
  }
}
