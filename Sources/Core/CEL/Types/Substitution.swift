/// What the type parameters met so far stand for, and with it the rules of which type can stand for which.
///
/// Parameters are inferred from left to right; where a parameter has to stand for two types the more general
/// one wins. Source: the language definition, "Gradual Type Checking" and "Functions", and the behaviour that
/// the conformance tests of type deduction fix.
struct Substitution {
  private var bindings: [String: CELType] = [:]
  private var made = 0

  /// A parameter that nothing has decided yet.
  mutating func fresh() -> CELType {
    made += 1
    return .parameter("?\(made)")
  }

  /// The types of a declaration with parameters of their own, so that two calls do not share them.
  mutating func instantiate(_ types: [CELType]) -> [CELType] {
    guard types.contains(where: Substitution.hasParameter) else { return types }
    made += 1
    let suffix = "?\(made)"
    func renamed(_ type: CELType) -> CELType {
      if case .parameter(let name) = type { return .parameter(name + suffix) }
      return type.replacingParts(renamed)
    }
    return types.map(renamed)
  }

  /// The type with every parameter replaced by what it stands for; undecided ones become `dyn` if asked.
  func resolved(_ type: CELType, undecidedAsDyn: Bool = false) -> CELType {
    if case .parameter(let name) = type {
      guard let bound = bindings[name] else { return undecidedAsDyn ? .dyn : type }
      return resolved(bound, undecidedAsDyn: undecidedAsDyn)
    }
    return type.replacingParts { resolved($0, undecidedAsDyn: undecidedAsDyn) }
  }

  /// The outermost layer of a type: what a parameter stands for, its parts left as they are.
  func outer(_ type: CELType) -> CELType {
    guard case .parameter(let name) = type, let bound = bindings[name] else { return type }
    return outer(bound)
  }

  /// Whether values of all the types can stand where the others are asked for; what that decides is kept only
  /// if they can.
  mutating func fits(_ types: [CELType], _ others: [CELType]) -> Bool {
    guard types.count == others.count else { return false }
    let before = bindings
    for (type, other) in zip(types, others) where !unify(type, other) {
      bindings = before
      return false
    }
    return true
  }

  /// Whether a value of `type` can stand where `other` is asked for; `dyn` is settled when it runs.
  mutating func fits(_ type: CELType, _ other: CELType) -> Bool { fits([type], [other]) }

  /// The type of a value that has one of two types; nil where they have nothing in common but `dyn`.
  mutating func joined(_ left: CELType, _ right: CELType) -> CELType? {
    if fits(right, left) { return Substitution.moreGeneral(resolved(left), resolved(right)) }
    if fits(left, right) { return Substitution.moreGeneral(resolved(right), resolved(left)) }
    return nil
  }

  /// The type of a value that has one of two types, of which null may be one.
  mutating func joinedOrNull(_ left: CELType, _ right: CELType) -> CELType? {
    if let type = joined(left, right) { return type }
    switch (left, right) {
    case (.null, let type), (let type, .null): return type.orNull
    case (.nullable(let type), let other), (let other, .nullable(let type)):
      return joined(type, other.unwrapped)?.orNull
    default: return nil
    }
  }

  private mutating func unify(_ type: CELType, _ other: CELType) -> Bool {
    if case .parameter(let name) = other {
      if case .parameter(name) = type { return true }
      if let bound = bindings[name] {
        if bound == type { return true }
        guard unify(type, bound) else { return false }
        bind(name, to: Substitution.moreGeneral(resolved(bound), resolved(type)))
        return true
      }
      if bind(name, to: type) { return true }
    }
    if case .parameter(let name) = type {
      if let bound = bindings[name] {
        guard unify(bound, other) else { return false }
        bind(name, to: Substitution.moreGeneral(resolved(bound), resolved(other)))
        return true
      }
      return bind(name, to: other)
    }
    return unifyKnown(type, other)
  }

  private mutating func unifyKnown(_ type: CELType, _ other: CELType) -> Bool {
    switch (type, other) {
    case (.dyn, _), (_, .dyn): return true
    case (.null, _): return other.takesNull
    case (_, .null): return type.takesNull
    case (.nullable(let type), .nullable(let other)): return unify(type, other)
    case (_, .nullable(let other)): return unify(type, other)
    case (.type, .type): return true
    case (.list, .list), (.map, .map), (.optional, .optional): break
    case (.abstract(let name, _), .abstract(let otherName, _)): guard name == otherName else { return false }
    default: return type == other
    }
    let (parts, others) = (type.parts, other.parts)
    guard parts.count == others.count else { return false }
    for (part, other) in zip(parts, others) where !unify(part, other) { return false }
    return true
  }

  /// Lets a parameter stand for a type; false where the parameter itself occurs in it.
  @discardableResult
  private mutating func bind(_ name: String, to type: CELType) -> Bool {
    let type = resolved(type)
    if case .parameter(name) = type { return true }
    guard !Substitution.mentions(name, in: type) else { return false }
    bindings[name] = type
    return true
  }

  private static func mentions(_ name: String, in type: CELType) -> Bool {
    if case .parameter(name) = type { return true }
    return type.parts.contains { mentions(name, in: $0) }
  }

  private static func hasParameter(_ type: CELType) -> Bool {
    if case .parameter = type { return true }
    return type.parts.contains(where: hasParameter)
  }

  /// The one of two types that fit each other which says less; the first where neither does.
  private static func moreGeneral(_ left: CELType, _ right: CELType) -> CELType {
    isAsGeneral(left, right) ? left : (isAsGeneral(right, left) ? right : merged(left, right))
  }

  /// Whether `left` says no more than `right`.
  private static func isAsGeneral(_ left: CELType, _ right: CELType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (.parameter, _): return true
    case (_, .dyn), (_, .parameter): return false
    case (.nullable(let left), .nullable(let right)): return isAsGeneral(left, right)
    case (.nullable(let left), _): return right == .null || isAsGeneral(left, right)
    case (_, .null): return left.takesNull
    case (.type, .type): return true
    default: break
    }
    let (parts, others) = (left.parts, right.parts)
    guard !parts.isEmpty, parts.count == others.count,
      left.replacingParts({ _ in .dyn }) == right.replacingParts({ _ in .dyn })
    else { return left == right }
    return zip(parts, others).allSatisfy(isAsGeneral)
  }

  /// The type that is as general as both in each of their parts.
  private static func merged(_ left: CELType, _ right: CELType) -> CELType {
    var others = right.parts[...]
    guard left.parts.count == others.count else { return left }
    return left.replacingParts { part in others.popFirst().map { moreGeneral(part, $0) } ?? part }
  }
}
