/// A least and a greatest count, of steps, elements or bytes; sums and products stop at the greatest int.
struct CostBounds: Equatable {
  var least: Int
  var most: Int

  /// Makes bounds; the greatest int stands for no upper bound.
  init(_ least: Int, _ most: Int) {
    self.least = least
    self.most = most
  }

  /// Makes bounds that leave no choice.
  init(_ exactly: Int) { self.init(exactly, exactly) }

  /// Anything from nothing on.
  static let unbounded = CostBounds(0, .max)

  /// Whether there is an upper bound.
  var isBounded: Bool { most < .max }

  /// The same, but possibly nothing at all.
  var orNothing: CostBounds { CostBounds(0, most) }

  /// One of two: the lower of the least, the greater of the most.
  func or(_ other: CostBounds) -> CostBounds { CostBounds(min(least, other.least), max(most, other.most)) }

  /// What texts of so many bytes cost.
  var ofText: CostBounds { CostBounds(least / 16, isBounded ? most / 16 + 1 : .max) }

  static func + (left: CostBounds, right: CostBounds) -> CostBounds {
    CostBounds(saturated(left.least, right.least, +), saturated(left.most, right.most, +))
  }

  static func * (left: CostBounds, right: CostBounds) -> CostBounds {
    CostBounds(saturated(left.least, right.least, *), saturated(left.most, right.most, *))
  }

  static func += (left: inout CostBounds, right: CostBounds) { left = left + right }

  private static func saturated(_ left: Int, _ right: Int, _ operation: (Int128, Int128) -> Int128) -> Int {
    Int(clamping: operation(Int128(left), Int128(right)))
  }
}
