extension Evaluator {
  /// The truth of `all`, `exists` or `exists_one`.
  ///
  /// `all` and `exists` absorb errors as `&&` and `||` do: a decisive element outweighs them, in any order.
  mutating func test(_ loop: Loop) throws(EvaluationError) -> Bool {
    var failure: EvaluationError?
    var count = 0
    for element in try elements(of: loop) {
      try spend(1)
      bind(loop.local, to: element)
      do throws(EvaluationError) {
        let holds = try boolean(loop.body)
        if holds { count += 1 }
        if loop.kind == .exists, holds { return true }
        if loop.kind == .all, !holds { return false }
      } catch {
        guard loop.kind != .existsOne, error != .stepLimit else { throw error }
        failure = failure.map { .prevailing($0, error) } ?? error
      }
    }
    if let failure { throw failure }
    switch loop.kind {
    case .all: return true
    case .exists: return false
    case .existsOne: return count == 1
    case .map, .filter: throw .typeMismatch
    }
  }

  /// The list that `map` or `filter` makes.
  mutating func collect(_ loop: Loop) throws(EvaluationError) -> [Value] {
    var all: [Value] = []
    for element in try elements(of: loop) {
      try spend(1)
      bind(loop.local, to: element)
      if let condition = loop.condition, try !boolean(condition) { continue }
      if loop.kind == .filter {
        if try boolean(loop.body) { all.append(element) }
      } else {
        all.append(try value(loop.body))
      }
    }
    return all
  }

  private mutating func elements(of loop: Loop) throws(EvaluationError) -> [Value] {
    switch try value(loop.range) {
    case .list(let elements): return elements
    case .map(let map): return map.entries.map(\.key)
    case .null: throw .nullValue
    default: throw .typeMismatch
    }
  }
}
