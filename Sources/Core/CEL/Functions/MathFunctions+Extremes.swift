extension MathFunctions {
  /// Which end of the order is wanted.
  enum Extreme {
    case greatest
    case least
  }

  /// The greatest or least of some numbers, in its own type; the first of those that are equal.
  ///
  /// Takes any number of numbers or one list of them; amounts of money are an addition to CEL, and are
  /// compared in their currency or by the rates. A number on its own is its own extreme, NaN included; among
  /// others, NaN is an error as in cel-go, for it has no place in the order.
  static func utmost(
    _ extreme: Extreme, of arguments: [Value], _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> Value {
    var candidates = arguments
    if arguments.count == 1, case .list(let elements) = arguments[0] {
      guard !elements.isEmpty else { throw .invalidArgument("the list is empty") }
      candidates = elements
    }
    guard var best = candidates.first else { throw .typeMismatch }
    try requireQuantity(best)
    for candidate in candidates.dropFirst() {
      try budget.spend(1)
      try requireQuantity(candidate)
      guard !isNaN(best), !isNaN(candidate), let order = try Arithmetic.order(candidate, best, rates) else {
        throw .invalidArgument("NaN has no place in the order of numbers")
      }
      switch extreme {
      case .greatest: if order > 0 { best = candidate }
      case .least: if order < 0 { best = candidate }
      }
    }
    return best
  }

  private static func requireQuantity(_ value: Value) throws(EvaluationError) {
    switch value {
    case .int, .uint, .double, .money: return
    case .null, .bool, .string, .bytes, .list, .map, .date, .dateSpan, .timestamp, .duration, .type,
      .optional, .object:
      throw .typeMismatch
    }
  }

  private static func isNaN(_ value: Value) -> Bool {
    if case .double(let double) = value { return double.isNaN }
    return false
  }
}
