/// The `==` of the language: numbers by value whatever their type, money by rate, texts by code points.
///
/// Source: the language definition, "Equality".
enum Equality {
  /// Whether two values are equal; values of types that have nothing in common are not.
  static func isEqual(
    _ left: Value, _ right: Value, _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> Bool {
    try budget.spend(1)
    switch (left, right) {
    case (.string(let left), .string(let right)): return Text.isEqual(left, right)
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      var failure: EvaluationError?
      for (left, right) in zip(left, right) {
        if try isUnequal(left, right, &failure, rates, &budget) { return false }
      }
      if let failure { throw failure }
      return true
    case (.map(let left), .map(let right)):
      guard left.entries.count == right.entries.count else { return false }
      var failure: EvaluationError?
      for entry in left.entries {
        guard let other = right[entry.key] else { return false }
        if try isUnequal(entry.value, other, &failure, rates, &budget) { return false }
      }
      if let failure { throw failure }
      return true
    case (.optional(let left?), .optional(let right?)): return try isEqual(left, right, rates, &budget)
    case (.money, _) where right.isQuantity, (_, .money) where left.isQuantity:
      return try Arithmetic.order(left, right, rates) == 0
    case (.int, _), (.uint, _), (.double, _):
      guard right.isQuantity else { return false }
      return try Arithmetic.order(left, right, rates) == 0
    default: return left == right
    }
  }

  /// Whether two parts are sure to differ. As in `a[0] == b[0] && a[1] == b[1]`, an error counts only where no part
  /// decides. Source: the language definition, "Lists and Maps".
  private static func isUnequal(
    _ left: Value, _ right: Value, _ failure: inout EvaluationError?, _ rates: MoneyRates,
    _ budget: inout Budget
  ) throws(EvaluationError) -> Bool {
    do throws(EvaluationError) {
      return try !isEqual(left, right, rates, &budget)
    } catch {
      if error == .stepLimit { throw error }
      failure = failure ?? error
      return false
    }
  }

  /// Whether an element is in a list, or a key in a map; an equal element outweighs errors of the others.
  static func isMember(
    _ element: Value, of container: Value, _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> Bool {
    switch container {
    case .map(let map): return map[element] != nil
    case .list(let elements):
      var failure: EvaluationError?
      for other in elements {
        do throws(EvaluationError) {
          if try isEqual(element, other, rates, &budget) { return true }
        } catch {
          failure = failure ?? error
        }
        if failure == .stepLimit { break }
      }
      if let failure { throw failure }
      return false
    default: throw Arithmetic.mismatch(container)
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
