/// The whole numbers in which all values are counted: days, pieces, minor units, places in an order.
typealias Whole = Int128

/// The values that a variable can still have: an interval of whole numbers without some of them.
struct Domain: Equatable, Sendable {
  private(set) var low: Whole
  private(set) var high: Whole
  /// Values between the ends that are left out, in order, each once. Invariant: the ends are never among them.
  private(set) var excluded: [Whole] = []

  init(_ range: ClosedRange<Whole>) {
    low = range.lowerBound
    high = range.upperBound
  }

  static let truth = Domain(0...1)

  var isFixed: Bool { low == high }

  func contains(_ value: Whole) -> Bool {
    value >= low && value <= high && (excluded.isEmpty || !excluded.contains(value))
  }

  /// What narrowing a domain came to.
  enum Change { case none, narrowed, empty }

  mutating func raise(to value: Whole) -> Change {
    guard value > low else { return .none }
    guard value <= high else { return .empty }
    low = value
    return settle()
  }

  mutating func lower(to value: Whole) -> Change {
    guard value < high else { return .none }
    guard value >= low else { return .empty }
    high = value
    return settle()
  }

  mutating func exclude(_ value: Whole) -> Change {
    guard contains(value) else { return .none }
    if low == high { return .empty }
    if value == low {
      low += 1
      return settle()
    }
    if value == high {
      high -= 1
      return settle()
    }
    excluded.insert(value, at: excluded.firstIndex { $0 > value } ?? excluded.count)
    return .narrowed
  }

  /// Moves the ends off the values that are left out.
  private mutating func settle() -> Change {
    guard !excluded.isEmpty else { return .narrowed }
    while low <= high, excluded.contains(low) { low += 1 }
    while high >= low, excluded.contains(high) { high -= 1 }
    guard low <= high else { return .empty }
    excluded.removeAll { $0 <= low || $0 >= high }
    return .narrowed
  }

  /// The value nearest to another one, of two that are as near the greater one; nil where none is left.
  func nearest(to wanted: Whole) -> Whole {
    if wanted <= low { return low }
    if wanted >= high { return high }
    var distance: Whole = 0
    // At most one step for each value that is left out, and one more.
    while true {
      if contains(wanted + distance) { return wanted + distance }
      if contains(wanted - distance) { return wanted - distance }
      distance += 1
    }
  }
}
