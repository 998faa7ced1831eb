import CEL

extension ReferenceEvaluator {
  /// The value of a name, a field or a key.
  mutating func selection(_ node: Expression) throws(ReferenceFailure) -> Value {
    let isOptional: Bool
    var operand: Expression?
    switch node.kind {
    case .select(let inner, _): (isOptional, operand) = (false, inner)
    case .optionalSelect(let inner, _): (isOptional, operand) = (true, inner)
    default: isOptional = false
    }
    switch expression.reference(of: node.id) {
    case .slot(let slot):
      let value = try fact(slot)
      return isOptional ? ReferenceEvaluator.optional(orNull: value) : value
    case .local(let place):
      switch locals[place] {
      case .value(let value): return value
      case .failure(let failure): throw failure
      }
    case .type(let name): return .type(name)
    case .unknown: throw ReferenceFailure(.unknownName)
    case .field(let field):
      guard let operand else { throw .any }
      return try select(try value(operand), isOptional: isOptional) { object throws(ReferenceFailure) in
        try ReferenceEvaluator.field(field, of: object)
      }
    case .key(let key):
      guard let operand else { throw .any }
      return try select(try value(operand), isOptional: isOptional) { map throws(ReferenceFailure) in
        guard case .map(let map) = map else { throw ReferenceFailure(.typeMismatch, .nullValue) }
        return try ReferenceEvaluator.value(under: .string(key), in: map)
      }
    case .nameSpace, .function, .host, .hosts, .fallback, nil: throw .any
    }
  }

  func fact(_ slot: Int) throws(ReferenceFailure) -> Value {
    do throws(EvaluationError) { return try facts.fact(slot) } catch { throw ReferenceFailure(error.kind) }
  }

  /// Selects from a value, or from the value in an optional, which gives an optional again.
  private func select(
    _ operand: Value, isOptional: Bool, _ part: (Value) throws(ReferenceFailure) -> Value?
  ) throws(ReferenceFailure) -> Value {
    if case .optional(let content) = operand {
      guard let content else { return .optional(nil) }
      let value = try part(content)
      if case .object = content { return ReferenceEvaluator.optional(orNull: value ?? .null) }
      return .optional(value)
    }
    let value = try part(operand)
    if isOptional {
      if case .object = operand { return ReferenceEvaluator.optional(orNull: value ?? .null) }
      return .optional(value)
    }
    guard let value else { throw ReferenceFailure(.noSuchKey) }
    return value
  }

  /// A fact or field that may be missing, as an optional.
  static func optional(orNull value: Value) -> Value {
    if case .null = value { return .optional(nil) }
    return .optional(value)
  }

  private static func field(_ place: Int, of value: Value) throws(ReferenceFailure) -> Value? {
    guard case .object(let object) = value else { throw ReferenceFailure(.typeMismatch, .nullValue) }
    do throws(EvaluationError) { return try object.field(place) } catch { throw ReferenceFailure(error.kind) }
  }

  /// The value under a key; a double is the key that it equals exactly.
  static func value(under key: Value, in map: MapValue) throws(ReferenceFailure) -> Value? {
    if case .double(let double) = key {
      guard double.magnitude < 1e30, double == double.rounded() else { return nil }
      for entry in map.entries where entry.key.isWhole {
        if try entry.key.whole() == Int128(double) { return entry.value }
      }
      return nil
    }
    for entry in map.entries where try ReferenceOperands(entry.key, key).areEqual() { return entry.value }
    return nil
  }

  /// The element of a list or map; nil where there is none.
  func element(of operand: Value, at place: Value) throws(ReferenceFailure) -> Value? {
    switch operand {
    case .map(let map):
      switch place {
      case .bool, .int, .uint, .string, .double: return try ReferenceEvaluator.value(under: place, in: map)
      default: throw .any
      }
    case .list(let list):
      let index: Int128
      switch place {
      case .int(let int): index = Int128(int)
      case .uint(let uint): index = Int128(uint)
      case .double(let double):
        guard double.isFinite, double.magnitude < 0x1p62, Double(Int64(double)) == double else { throw .any }
        index = Int128(Int64(double))
      default: throw .any
      }
      return index >= 0 && index < list.count ? list[Int(index)] : nil
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  /// `has(x)`: whether a key is there, or a value that may be missing is not null.
  mutating func isPresent(_ operand: Expression) throws(ReferenceFailure) -> Bool {
    if case .select(let inner, _) = operand.kind, case .key(let key) = expression.reference(of: operand.id) {
      guard case .map(let map) = try value(inner) else { throw .any }
      return try ReferenceEvaluator.value(under: .string(key), in: map) != nil
    }
    if case .null = try value(operand) { return false }
    return true
  }

  /// `x.or(y)` and `x.orValue(y)`; `y` is worked out only where `x` gives nothing.
  mutating func fallback(
    _ kind: Reference.Fallback, _ receiver: Expression, _ other: Expression
  ) throws(ReferenceFailure) -> Value {
    let found = kind == .optional || kind == .value ? try value(receiver) : try valueOrNone(receiver)
    switch (kind, found) {
    case (_, nil), (.plain, .null), (.undecided, .null): return try value(other)
    case (.value, .optional(let content)):
      if let content { return content }
      return try value(other)
    case (.optional, .optional(let content)), (.undecided, .optional(let content)):
      if let found, content != nil { return found }
      return try value(other)
    case (.plain, let found?), (.undecided, let found?): return found
    case (.optional, _), (.value, _): throw ReferenceFailure(.typeMismatch)
    }
  }

  /// The value of a node; nil where it asks a map for a key that is not there. Only that one key may be
  /// missing: what the map and the key are made of has to have a value.
  private mutating func valueOrNone(_ node: Expression) throws(ReferenceFailure) -> Value? {
    var operand: Expression?
    var place: Expression?
    var key: Value?
    switch node.kind {
    case .select(let inner, _):
      guard case .key(let name) = expression.reference(of: node.id) else { return try value(node) }
      (operand, key) = (inner, .string(name))
    case .index(let inner, let index): (operand, place) = (inner, index)
    default: return try value(node)
    }
    guard let operand, case .map(let map) = try value(operand) else { return try value(node) }
    if let place { key = try value(place) }
    guard let key else { throw .any }
    return try element(of: .map(map), at: key)
  }
}
