extension Checker {
  /// The type of a plain name: a loop variable or a fact.
  mutating func identifier(_ node: Expression, _ name: String, isRoot: Bool) -> CELType? {
    if !isRoot, let place = locals.lastIndex(where: { $0.name == name }) {
      refer(node, to: .local(place))
      return locals[place].type.map { guarded(node, $0) }
    }
    if let slot = environment.slot(name) { return fact(node, slot) }
    if let scope = environment.scope(name) {
      reportScope(node, name, scope)
    } else {
      reportUnknownName(node, name)
    }
    return nil
  }

  /// The type of `operand.name`: a fact of a scope, a field of an object or a key of a map.
  mutating func select(_ node: Expression, _ operand: Expression, _ name: Expression.Name) -> CELType? {
    if let full = qualifiedName(node), let slot = environment.slot(full) { return fact(node, slot) }
    if let outer = qualifiedName(operand), environment.slot(outer) == nil {
      if let full = qualifiedName(node), let scope = environment.scope(full) {
        reportScope(node, full, scope)
        return nil
      }
      if let scope = environment.scope(outer) {
        reportUnknownField(name, of: outer, fields: scope.fields.map(\.name))
        return nil
      }
    }
    guard let type = value(operand) else { return nil }
    switch type {
    case .object(let objectName):
      let fields = environment.object(objectName)?.fields ?? []
      guard let place = fields.firstIndex(where: { $0.name == name.text }) else {
        reportUnknownField(name, of: snippet(operand), fields: fields.map(\.name))
        return nil
      }
      refer(node, to: .field(place))
      return guarded(node, fields[place].type)
    case .map(let key, let value) where CELType.string.fits(key):
      refer(node, to: .key(name.text))
      return guarded(node, value)
    case .dyn:
      refer(node, to: .key(name.text))
      return .dyn
    default:
      reportNoFields(node, operand, type, name)
      return nil
    }
  }

  /// The name with points that a chain of fields spells; nil where it begins with anything but a fact's name.
  private func qualifiedName(_ node: Expression) -> String? {
    switch node.kind {
    case .identifier(let name, let isRoot):
      return !isRoot && locals.contains { $0.name == name } ? nil : name
    case .select(let operand, let name): return qualifiedName(operand).map { "\($0).\(name.text)" }
    default: return nil
    }
  }

  private mutating func fact(_ node: Expression, _ slot: Int) -> CELType {
    refer(node, to: .slot(slot))
    return guarded(node, environment.slots[slot].type)
  }

  private mutating func reportUnknownName(_ node: Expression, _ name: String) {
    let known = environment.variableNames + locals.map(\.name)
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
