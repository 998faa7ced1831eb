extension Evaluator {
  /// Whether a comparison of the language holds: numbers by value whatever their type, money by rate.
  mutating func compare(
    _ left: Value, _ comparison: Comparison, _ right: Value
  ) throws(EvaluationError) -> Bool {
    switch comparison {
    case .equal: return try isEqual(left, right)
    case .notEqual: return try !isEqual(left, right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = try Arithmetic.order(left, right, program.rates) else { return false }
      return comparison.holds(order, 0)
    }
  }

  /// Whether an element is in a list, or a key in a map.
  mutating func isMember(_ element: Value, of container: Value) throws(EvaluationError) -> Bool {
    switch container {
    case .map(let map): return map[element] != nil
    case .list(let elements):
      var failure: EvaluationError?
      for other in elements {
        do throws(EvaluationError) {
          if try isEqual(element, other) { return true }
        } catch {
          failure = failure ?? error
        }
        if failure == .stepLimit { break }
      }
      if let failure { throw failure }
      return false
    case .null: throw .nullValue
    default: throw .typeMismatch
    }
  }

  /// The `==` of the language; values of types that have nothing in common are not equal.
  private mutating func isEqual(_ left: Value, _ right: Value) throws(EvaluationError) -> Bool {
    try spend(1)
    switch (left, right) {
    case (.string(let left), .string(let right)): return Text.isEqual(left, right)
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      for (left, right) in zip(left, right) where try !isEqual(left, right) { return false }
      return true
    case (.map(let left), .map(let right)):
      guard left.entries.count == right.entries.count else { return false }
      for entry in left.entries {
        guard let other = right[entry.key], try isEqual(entry.value, other) else { return false }
      }
      return true
    case (.money, _) where right.isQuantity, (_, .money) where left.isQuantity:
      return try Arithmetic.order(left, right, program.rates) == 0
    case (.int, _), (.uint, _), (.double, _):
      guard right.isQuantity else { return false }
      return try Arithmetic.order(left, right, program.rates) == 0
    default: return left == right
    }
  }
}

extension Value {
  /// Whether this is a number or money.
  fileprivate var isQuantity: Bool {
    switch self {
    case .int, .uint, .double, .money: true
    default: false
    }
  }
}
