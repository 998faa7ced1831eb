/// Doubles as whole numbers in the same order, so that comparing doubles is comparing whole numbers.
enum DoubleOrder {
  /// The two infinities and all between them; NaN is none of them.
  static let range: ClosedRange<Whole> = place(of: -.infinity)...place(of: .infinity)

  /// The place of a double that is a number; both zeros have the place 0.
  static func place(of double: Double) -> Whole {
    // The bits of a double without its sign rise with its value.
    let magnitude = Whole(double.magnitude.bitPattern)
    return double.sign == .minus ? -magnitude : magnitude
  }

  static func double(at place: Whole) -> Double {
    let magnitude = Double(bitPattern: UInt64(truncatingIfNeeded: abs(place)))
    return place < 0 ? -magnitude : magnitude
  }
}
