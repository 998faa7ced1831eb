import CEL

extension ReferenceEvaluator {
  /// A macro that gives names to values.
  mutating func comprehension(_ loop: Comprehension) throws(ReferenceFailure) -> Value {
    switch loop.kind {
    case .bind: return try binding(loop)
    case .optMap, .optFlatMap:
      guard case .optional(let content) = try value(loop.range) else { throw ReferenceFailure(.typeMismatch) }
      guard let content else { return .optional(nil) }
      let result = try with([content], loop.body)
      if loop.kind == .optMap { return .optional(result) }
      guard case .optional = result else { throw ReferenceFailure(.typeMismatch) }
      return result
    case .all: return .bool(try quantified(loop, decisive: false))
    case .exists: return .bool(try quantified(loop, decisive: true))
    case .existsOne:
      var count = 0
      for names in try rounds(loop) where try holds(names, loop.body) { count += 1 }
      return .bool(count == 1)
    case .filter:
      var kept: [Value] = []
      for names in try rounds(loop) where try holds(names, loop.body) { kept.append(names[0]) }
      return .list(kept)
    case .map, .transformList: return .list(try results(loop).map(\.value))
    case .transformMap:
      return try ReferenceEvaluator.map(try results(loop).map { ($0.names[0], $0.value) })
    case .transformMapEntry: return try entries(loop)
    case .sortBy: return try sorted(loop)
    }
  }

  /// What the body gives in each round that takes part, in order: a round's condition runs before its body.
  private mutating func results(
    _ loop: Comprehension
  ) throws(ReferenceFailure) -> [(names: [Value], value: Value)] {
    var results: [(names: [Value], value: Value)] = []
    for names in try rounds(loop) {
      if let condition = loop.condition, !(try holds(names, condition)) { continue }
      results.append((names, try with(names, loop.body)))
    }
    return results
  }

  private mutating func quantified(_ loop: Comprehension, decisive: Bool) throws(ReferenceFailure) -> Bool {
    var failure: ReferenceFailure?
    for names in try rounds(loop) {
      do throws(ReferenceFailure) {
        if try holds(names, loop.body) == decisive { return decisive }
      } catch {
        failure = failure.map { $0 + error } ?? error
      }
    }
    if let failure { throw failure }
    return !decisive
  }

  /// The entries of all rounds; which of two errors is told, a key that is there twice or one of a later
  /// round, is left open.
  private mutating func entries(_ loop: Comprehension) throws(ReferenceFailure) -> Value {
    var pairs: [(Value, Value)] = []
    var failure: ReferenceFailure?
    do throws(ReferenceFailure) {
      for result in try results(loop) {
        guard case .map(let map) = result.value else { throw ReferenceFailure(.typeMismatch) }
        pairs += map.entries.map { ($0.key, $0.value) }
      }
    } catch {
      failure = error
    }
    if let failure { throw failure + ReferenceFailure(.duplicateKey) }
    return try ReferenceEvaluator.map(pairs)
  }

  private mutating func sorted(_ loop: Comprehension) throws(ReferenceFailure) -> Value {
    guard case .list(let elements) = try value(loop.range) else { throw ReferenceFailure(.typeMismatch) }
    var keys: [Value] = []
    for element in elements { keys.append(try with([element], loop.body)) }
    return .list(try ReferenceLists.sorted(elements, by: keys, rates))
  }

  /// A value with a name; an error of it counts where the name is used, or already where it is bound: "Local
  /// bindings are not guaranteed to be evaluated before use", as the documentation of the extension says.
  private mutating func binding(_ loop: Comprehension) throws(ReferenceFailure) -> Value {
    let local: Local
    do throws(ReferenceFailure) {
      local = .value(try value(loop.range))
    } catch {
      local = .failure(error)
      bindingFailures.formUnion(error.kinds)
    }
    locals.append(local)
    defer { locals.removeLast() }
    return try value(loop.body)
  }

  /// What the names of a loop stand for in each round: the element or key, or of two names the index or key
  /// and the value.
  private mutating func rounds(_ loop: Comprehension) throws(ReferenceFailure) -> [[Value]] {
    let isPair = loop.variables.count == 2
    switch try value(loop.range) {
    case .list(let list):
      return list.enumerated().map { isPair ? [.int(Int64($0.offset)), $0.element] : [$0.element] }
    case .map(let map): return map.entries.map { isPair ? [$0.key, $0.value] : [$0.key] }
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  private mutating func holds(_ names: [Value], _ body: Expression) throws(ReferenceFailure) -> Bool {
    locals += names.map(Local.value)
    defer { locals.removeLast(names.count) }
    return try truth(body)
  }

  private mutating func with(_ names: [Value], _ body: Expression) throws(ReferenceFailure) -> Value {
    locals += names.map(Local.value)
    defer { locals.removeLast(names.count) }
    return try value(body)
  }
}
