extension ListFunctions {
  /// The elements in the order of their keys, lowest first; those with equal keys stay in the order they had.
  ///
  /// The keys must all be of one type that has an order. NaN comes before all other doubles, so that every
  /// list of doubles has one order; cel-go leaves it open. Throws `invalidArgument` for other keys, and
  /// `noRate` where amounts of money cannot be compared. It is what `sort` and the macro `sortBy` do.
  /// - Complexity: O(n log n), and no more than n comparisons where the keys are in order already.
  static func sorted(
    _ elements: [Value], by keys: [Value], _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    guard elements.count == keys.count else { throw .typeMismatch }
    guard let first = keys.first else { return [] }
    guard let order = KeyOrder(of: first) else { throw .invalidArgument("list elements must be comparable") }
    try budget.spend(keys.count)
    guard keys.allSatisfy({ KeyOrder(of: $0) == order }) else {
      throw .invalidArgument("list elements must have the same type")
    }
    var places = Array(0..<keys.count)
    var merged = places
    var width = 1
    while width < keys.count {
      try budget.spend(keys.count)
      for start in stride(from: 0, to: keys.count, by: 2 * width) {
        let middle = min(start + width, keys.count)
        let end = min(middle + width, keys.count)
        try merge(places, start, middle, end, into: &merged) { left, right throws(EvaluationError) in
          try isLess(keys[left], keys[right], rates, &budget)
        }
      }
      swap(&places, &merged)
      width *= 2
    }
    return places.map { elements[$0] }
  }

  /// Writes two neighbouring runs, each in order, into one; the left run wins where neither is less.
  private static func merge(
    _ places: [Int], _ start: Int, _ middle: Int, _ end: Int, into merged: inout [Int],
    _ isLess: (Int, Int) throws(EvaluationError) -> Bool
  ) throws(EvaluationError) {
    var left = start
    var right = middle
    if right < end, try !isLess(places[middle], places[middle - 1]) {
      // The runs follow each other already.
      for next in start..<end { merged[next] = places[next] }
      return
    }
    for next in start..<end {
      if left == middle {
        merged[next] = places[right]
        right += 1
      } else if right < end, try isLess(places[right], places[left]) {
        merged[next] = places[right]
        right += 1
      } else {
        merged[next] = places[left]
        left += 1
      }
    }
  }

  /// Whether one key comes before another of its type; pays for the reading of text only, the pass for the
  /// rest.
  private static func isLess(
    _ left: Value, _ right: Value, _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> Bool {
    switch (left, right) {
    case (.int(let left), .int(let right)): return left < right
    case (.double(let left), .double(let right)): return left < right || (left.isNaN && !right.isNaN)
    case (.string(let left), .string(let right)):
      try budget.spend(min(left.utf8.count, right.utf8.count) / 16)
      return Text.isLess(left, right)
    case (.bytes(let left), .bytes(let right)):
      try budget.spend(min(left.count, right.count) / 16)
      return left.lexicographicallyPrecedes(right)
    default: return (try Arithmetic.order(left, right, rates) ?? 0) < 0
    }
  }

  /// A type whose values have an order; every other has none.
  private enum KeyOrder {
    case bool, int, uint, double, string, bytes, date, dateSpan, money, timestamp, duration

    init?(of key: Value) {
      switch key {
      case .bool: self = .bool
      case .int: self = .int
      case .uint: self = .uint
      case .double: self = .double
      case .string: self = .string
      case .bytes: self = .bytes
      case .date: self = .date
      case .dateSpan: self = .dateSpan
      case .money: self = .money
      case .timestamp: self = .timestamp
      case .duration: self = .duration
      case .null, .list, .map, .type, .optional, .object: return nil
      }
    }
  }
}
