extension Checker {
  /// The type of a plain name: a macro's variable, a fact, or a type.
  mutating func identifier(_ node: Expression, _ name: String, isRoot: Bool) -> CELType? {
    switch names.meaning(of: node) {
    case .local(let place):
      refer(node, to: .local(place))
      return names.locals[place].type.map { guarded(node, $0) }
    case .slot(let slot): return fact(node, slot)
    case .type(let type): return named(node, type)
    case .scope(let name, let scope): reportScope(node, name, scope)
    case nil: reportUnknownName(node, name)
    }
    return nil
  }

  /// The type of `operand.name`: a fact of a scope, a field of an object or a key of a map.
  mutating func select(_ node: Expression, _ operand: Expression, _ name: Expression.Name) -> CELType? {
    // The longest part of `a.b.c` that is a name wins; what is left over are fields.
    if let chain = names.chain(node) {
      switch names.meaning(of: chain) {
      case .slot(let slot): return fact(node, slot)
      case .type(let type): return named(node, type)
      case .scope(let full, let scope):
        reportScope(node, full, scope)
        return nil
      case .local, nil: break
      }
      if case .scope(let outer, let scope) = names.meaning(of: operand) {
        reportUnknownField(name, of: outer, fields: scope.fields.map(\.name))
        return nil
      }
    }
    guard let type = value(operand) else { return nil }
    if case .optional(let content) = type {
      // A field of an optional is an optional again.
      return field(node, operand, content, name).map { .optional($0.unwrapped) }
    }
    return field(node, operand, type, name).map { guarded(node, $0) }
  }

  /// The type of `operand.?name`: always an optional.
  mutating func optionalSelect(
    _ node: Expression, _ operand: Expression, _ name: Expression.Name
  ) -> CELType? {
    if case .scope(let full, let scope) = names.meaning(of: operand) {
      guard let slot = environment.slot("\(full).\(name.text)") else {
        reportUnknownField(name, of: full, fields: scope.fields.map(\.name))
        return nil
      }
      return .optional(fact(node, slot).unwrapped)
    }
    guard let type = value(operand) else { return nil }
    guard let content = type.optionalContent else {
      return field(node, operand, type, name).map { .optional($0.unwrapped) }
    }
    return field(node, operand, content, name).map { .optional($0.unwrapped) }
  }

  /// The declared type of a field or key; what the node refers to is noted.
  private mutating func field(
    _ node: Expression, _ operand: Expression, _ type: CELType, _ name: Expression.Name
  ) -> CELType? {
    switch type {
    case .object(let objectName):
      let fields = environment.object(objectName)?.fields ?? []
      guard let place = fields.firstIndex(where: { $0.name == name.text }) else {
        reportUnknownField(name, of: snippet(operand), fields: fields.map(\.name))
        return nil
      }
      refer(node, to: .field(place))
      return fields[place].type
    case .map(let key, let value) where substitution.fits(.string, key):
      refer(node, to: .key(name.text))
      return value
    case .dyn, .parameter:
      refer(node, to: .key(name.text))
      return .dyn
    default:
      reportNoFields(node, operand, type, name)
      return nil
    }
  }

  private mutating func fact(_ node: Expression, _ slot: Int) -> CELType {
    refer(node, to: .slot(slot))
    return guarded(node, environment.slots[slot].type)
  }

  private mutating func named(_ node: Expression, _ type: CELType) -> CELType {
    refer(node, to: .type(type.runtimeName ?? "dyn"))
    return .type(type)
  }

  private mutating func reportUnknownName(_ node: Expression, _ name: String) {
    let known = environment.variableNames + names.locals.map(\.name)
    let near = Suggestion.near(name, among: known + ["true", "false", "null"])
    let owners = environment.scopes(withField: name).map { "\($0).\(name)" }
    var issue = Issue(
      range: node.range, kind: .unknownName, message: "nothing is called `\(name)` here",
      expected: near.isEmpty ? (owners.isEmpty ? known : owners) : near)
    if let owner = owners.first {
      issue.help = "did you mean `\(owner)`?"
      if owners.count == 1 { issue.replacement = Issue.Replacement(range: node.range, text: owner) }
    } else if let best = near.first {
      issue.help = "a similar name exists: `\(best)`"
      issue.replacement = Issue.Replacement(range: node.range, text: best)
    } else if let type = FunctionSynonyms.meaning(of: name), CELType.named[type] != nil {
      issue.help = "the type is called `\(type)` here, and a text is written in quotes: `\"\(name)\"`"
      issue.expected = [type]
    } else {
      issue.help = "a text is written in quotes: `\"\(name)\"`"
    }
    report(issue)
  }

  private mutating func reportUnknownField(_ name: Expression.Name, of owner: String, fields: [String]) {
    let near = Suggestion.near(name.text, among: fields)
    var issue = Issue(
      range: name.range, kind: .unknownName, message: "`\(owner)` has no field `\(name.text)`",
      expected: near.isEmpty ? fields : near)
    if name.text == "tags", !fields.contains("tags"), snippet(name.range) == "tagged" {
      issue.help = "`tagged` asks for a tag, and only what has `tags` can be asked"
    } else if let best = near.first {
      issue.help = "a field with a similar name exists: `\(best)`"
      issue.replacement = Issue.Replacement(range: name.range, text: best)
    }
    report(issue)
  }

  private mutating func reportScope(_ node: Expression, _ name: String, _ scope: ObjectType) {
    var issue = Issue(
      range: node.range, kind: .typeMismatch, message: "`\(name)` is a group of facts, not a value",
      expected: scope.fields.map { "\(name).\($0.name)" })
    issue.help = scope.fields.first.map { "name one of its fields, such as `\(name).\($0.name)`" }
    report(issue)
  }

  private mutating func reportNoFields(
    _ node: Expression, _ operand: Expression, _ type: CELType, _ name: Expression.Name
  ) {
    var issue = Issue(
      range: name.range, kind: .unknownName,
      message: "`\(snippet(operand))` is \(type.phrase), which has no field `\(name.text)`")
    if !Signature.named(name.text, isMember: true).isEmpty {
      issue.help = "it is a function: `\(snippet(node))()`"
      if name.text == "weekday" || name.text == "size" {
        let end = name.range.upperBound
        issue.replacement = Issue.Replacement(range: end..<end, text: "()")
      }
    }
    report(issue)
  }
}
