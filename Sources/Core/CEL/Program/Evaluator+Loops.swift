extension Evaluator {
  /// What a macro goes through: indexes with elements, or keys with values.
  struct Pairs {
    let keys: [Value]?
    let values: [Value]

    /// The first name of a pair at a place: the key, or the index in a list.
    func key(_ place: Int) -> Value { keys.map { $0[place] } ?? .int(Int64(place)) }
  }

  /// The truth of `all`, `exists` or `exists_one`.
  ///
  /// `all` and `exists` absorb errors as `&&` and `||` do: a decisive element outweighs them, in any order.
  mutating func test(_ loop: Loop) throws(EvaluationError) -> Bool {
    var failure: EvaluationError?
    var count = 0
    let pairs = try pairs(of: loop)
    for place in pairs.values.indices {
      try enter(loop, pairs, place)
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
    return loop.kind == .all || (loop.kind == .existsOne && count == 1)
  }

  /// The value that any other macro makes.
  mutating func collect(_ loop: Loop) throws(EvaluationError) -> Value {
    switch loop.kind {
    case .bind:
      locals[loop.local] = try value(loop.range)
      return try value(loop.body)
    case .optMap, .optFlatMap: return try step(loop)
    case .transformMap, .transformMapEntry: return .map(try entries(loop))
    case .map, .filter, .transformList, .sortBy: return .list(try elements(loop))
    case .all, .exists, .existsOne: return .bool(try test(loop))
    }
  }

  private mutating func elements(_ loop: Loop) throws(EvaluationError) -> [Value] {
    let pairs = try pairs(of: loop)
    var all: [Value] = []
    for place in pairs.values.indices where try takes(loop, pairs, place) {
      switch loop.kind {
      case .filter:
        if try boolean(loop.body) { all.append(pairs.values[place]) }
      default: all.append(try value(loop.body))
      }
    }
    guard loop.kind == .sortBy else { return all }
    return try ListFunctions.sorted(pairs.values, by: all, program.rates, &budget)
  }

  private mutating func entries(_ loop: Loop) throws(EvaluationError) -> MapValue {
    let pairs = try pairs(of: loop)
    var all: [(Value, Value)] = []
    for place in pairs.values.indices where try takes(loop, pairs, place) {
      let made = try value(loop.body)
      guard loop.kind == .transformMapEntry else {
        all.append((pairs.key(place), made))
        continue
      }
      guard case .map(let map) = made else { throw Arithmetic.mismatch(made) }
      try budget.spend(map.entries.count)
      for entry in map.entries { all.append((entry.key, entry.value)) }
    }
    return try MapValue(all)
  }

  private mutating func step(_ loop: Loop) throws(EvaluationError) -> Value {
    guard case .optional(let content) = try value(loop.range) else { throw .typeMismatch }
    guard let content else { return .optional(nil) }
    locals[loop.local] = content
    let made = try value(loop.body)
    if loop.kind == .optMap { return .optional(made) }
    guard case .optional = made else { throw .typeMismatch }
    return made
  }

  /// Brings the element at a place into force, and says whether it takes part.
  private mutating func takes(_ loop: Loop, _ pairs: Pairs, _ place: Int) throws(EvaluationError) -> Bool {
    try enter(loop, pairs, place)
    guard let condition = loop.condition else { return true }
    return try boolean(condition)
  }

  private mutating func enter(_ loop: Loop, _ pairs: Pairs, _ place: Int) throws(EvaluationError) {
    try budget.spend(1)
    if loop.hasPair {
      locals[loop.local] = pairs.key(place)
      locals[loop.local + 1] = pairs.values[place]
    } else {
      locals[loop.local] = pairs.values[place]
    }
  }

  private mutating func pairs(of loop: Loop) throws(EvaluationError) -> Pairs {
    let range = try value(loop.range)
    switch range {
    case .list(let elements): return Pairs(keys: nil, values: elements)
    case .map(let map) where loop.kind != .sortBy:
      try budget.spend(map.entries.count)
      let keys = map.entries.map(\.key)
      return loop.hasPair
        ? Pairs(keys: keys, values: map.entries.map(\.value)) : Pairs(keys: nil, values: keys)
    default: throw Arithmetic.mismatch(range)
    }
  }
}
