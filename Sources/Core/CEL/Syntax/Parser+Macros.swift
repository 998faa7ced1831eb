extension Parser {
  /// The meaning of a call that is a macro; nil where it is an ordinary call.
  ///
  /// `receiver.tagged(t)` is an addition to CEL: `t in receiver.tags`, without quotes at the start of a line.
  mutating func expandMacro(
    _ name: Expression.Name, receiver: Expression?, arguments: [Expression]
  ) throws(Issue) -> Expression.Kind? {
    guard let receiver else {
      return name.text == "has" ? try presence(name, arguments) : nil
    }
    if name.text == "tagged", arguments.count == 1 {
      let field = Expression.Name(text: "tags", range: name.range)
      let tags = try make(
        .select(receiver, field), receiver.range.lowerBound..<name.range.upperBound, above: [receiver])
      return .binary(.in, arguments[0], tags)
    }
    if name.text == "bind", case .identifier("cel", _) = receiver.kind { return try binding(name, arguments) }
    let kind = name.text == "existsOne" ? .existsOne : Comprehension.Kind(rawValue: name.text)
    guard let kind else { return nil }
    return try comprehension(kind, name, receiver, arguments)
  }

  private func presence(
    _ name: Expression.Name, _ arguments: [Expression]
  ) throws(Issue) -> Expression.Kind {
    guard arguments.count == 1, let operand = arguments.first else {
      throw Issue(
        range: name.range, kind: .syntax, message: "`has` takes one field, as in `has(customer.email)`")
    }
    switch operand.kind {
    case .select, .identifier: return .presence(operand)
    case .optionalSelect:
      throw Issue(
        range: operand.range, kind: .syntax, message: "`has` takes a field, and `.?` asks for one already",
        help: "write `has(x.y)`, or `x.?y.hasValue()`")
    default:
      throw Issue(
        range: operand.range, kind: .syntax, message: "`has` takes a field, and this is none",
        help: "write it as `has(customer.email)`")
    }
  }

  private func binding(_ name: Expression.Name, _ arguments: [Expression]) throws(Issue) -> Expression.Kind {
    guard arguments.count == 3, case .identifier(let variable, isRoot: false) = arguments[0].kind else {
      throw Issue(
        range: name.range, kind: .syntax,
        message: "`cel.bind` takes a name, its value and an expression that uses it",
        help: "write it as `cel.bind(x, size(customer.tags), x > 1 && x < 5)`")
    }
    return .comprehension(
      Comprehension(
        kind: .bind, range: arguments[1],
        variables: [Expression.Name(text: variable, range: arguments[0].range)], condition: nil,
        body: arguments[2]))
  }

  private func comprehension(
    _ kind: Comprehension.Kind, _ name: Expression.Name, _ range: Expression, _ arguments: [Expression]
  ) throws(Issue) -> Expression.Kind {
    // `[1].all(i, v, v > i)` has two names, `[1].map(x, x > 0, x)` one name and a condition.
    let takesPair = Comprehension.takes(kind, names: 2, expressions: 1)
    let takesOne = Comprehension.takes(kind, names: 1, expressions: 1)
    let names = takesPair && (!takesOne || arguments.count > 2) ? 2 : 1
    guard Comprehension.takes(kind, names: names, expressions: arguments.count - names),
      arguments.count > names
    else {
      throw Issue(
        range: name.range, kind: .syntax,
        message: names == 2 && !takesOne
          ? "`\(name.text)` takes two names and an expression" : "`\(name.text)` takes a name and an expression",
        help: advice(name.text, names))
    }
    var variables: [Expression.Name] = []
    for argument in arguments.prefix(names) {
      guard case .identifier(let variable, isRoot: false) = argument.kind else {
        let part = variables.isEmpty ? "first" : "second"
        throw Issue(
          range: argument.range, kind: .syntax,
          message: "the \(part) part of `\(name.text)` has to be a plain name for the element",
          help: advice(name.text, names))
      }
      if let other = variables.first, other.text == variable {
        throw Issue(
          range: argument.range, kind: .syntax, message: "the two names of `\(name.text)` have to differ")
      }
      variables.append(Expression.Name(text: variable, range: argument.range))
    }
    let rest = arguments.dropFirst(names)
    return .comprehension(
      Comprehension(
        kind: kind, range: range, variables: variables, condition: rest.count == 2 ? rest.first : nil,
        body: arguments[arguments.count - 1]))
  }

  private func advice(_ macro: String, _ names: Int) -> String {
    names == 2
      ? "write it as `invoices.\(macro)(i, inv, …)`, where `i` and `inv` are names of your choice"
      : "write it as `invoices.\(macro)(inv, …)`, where `inv` is a name of your choice"
  }
}
