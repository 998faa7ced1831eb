extension Evaluator {
  /// The value under a key written as a field; of an optional again an optional.
  func field(_ container: Value, key: String) throws(EvaluationError) -> Value {
    switch container {
    case .map(let map):
      guard let found = map[.string(key)] else { throw .noSuchKey(key) }
      return found
    case .optional: return try optionalField(container, key: key)
    default: throw Arithmetic.mismatch(container)
    }
  }

  /// `container.?key`: the optional of what stands there; a missing key is no error, a wrong type is one.
  func optionalField(_ container: Value, key: String) throws(EvaluationError) -> Value {
    switch container {
    case .map(let map): return .optional(map[.string(key)])
    case .optional(nil): return .optional(nil)
    case .optional(let content?): return try optionalField(content, key: key)
    default: throw Arithmetic.mismatch(container)
    }
  }

  /// The field of an object by its place; of an optional object again an optional.
  func field(_ object: Value, place: Int) throws(EvaluationError) -> Value {
    switch object {
    case .object(let object): return try object.field(place)
    case .optional: return try optionalField(object, place: place)
    default: throw Arithmetic.mismatch(object)
    }
  }

  /// `object.?field`: nothing where the field is null, for that is how an object says that it is missing.
  func optionalField(_ object: Value, place: Int) throws(EvaluationError) -> Value {
    switch object {
    case .object(let object): return try object.field(place).asOptional
    case .optional(nil): return .optional(nil)
    case .optional(let content?): return try optionalField(content, place: place)
    default: throw Arithmetic.mismatch(object)
    }
  }

  /// `container[place]`; of an optional again an optional.
  func element(of container: Value, at place: Value) throws(EvaluationError) -> Value {
    switch container {
    case .map(let map):
      if let found = map[place] { return found }
      guard place.canBeKey else { throw .unsupportedKey }
      throw .noSuchKey(Conversion.text(place) ?? "")
    case .list(let elements):
      let index = try index(place)
      guard let index = Int(exactly: index), elements.indices.contains(index) else {
        throw .indexOutOfRange(index)
      }
      return elements[index]
    case .optional: return try optionalElement(of: container, at: place)
    default: throw Arithmetic.mismatch(container)
    }
  }

  /// `container[?place]`: the optional of what stands there.
  func optionalElement(of container: Value, at place: Value) throws(EvaluationError) -> Value {
    switch container {
    case .map(let map): return .optional(map[place])
    case .list(let elements):
      let index = try index(place)
      guard let index = Int(exactly: index), elements.indices.contains(index) else { return .optional(nil) }
      return .optional(elements[index])
    case .optional(nil): return .optional(nil)
    case .optional(let content?): return try optionalElement(of: content, at: place)
    default: throw Arithmetic.mismatch(container)
    }
  }

  /// Whether a key is there: `has(container.key)`.
  func hasKey(_ container: Value, _ key: String) throws(EvaluationError) -> Bool {
    switch container {
    case .map(let map): return map[.string(key)] != nil
    case .optional(let content):
      return try content.map { (value) throws(EvaluationError) in try hasKey(value, key) } ?? false
    default: throw Arithmetic.mismatch(container)
    }
  }

  /// A place in a list: a whole number of any type.
  private func index(_ place: Value) throws(EvaluationError) -> Int64 {
    switch place {
    case .int(let index): return index
    case .uint(let index): return Int64(exactly: index) ?? .max
    case .double(let index):
      guard let whole = WholeNumber.int(index) else { throw .typeMismatch }
      return whole
    default: throw Arithmetic.mismatch(place)
    }
  }
}

extension Value {
  /// The optional that holds this value; null is how a fact or a field says that it is missing.
  var asOptional: Value {
    if case .null = self { return .optional(nil) }
    return .optional(self)
  }

  /// Whether a map can have this value for a key.
  fileprivate var canBeKey: Bool {
    switch self {
    case .bool, .int, .uint, .double, .string: true
    default: false
    }
  }
}
