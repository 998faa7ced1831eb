extension Parser {
  /// The meaning of a call that is a macro; nil where it is an ordinary call.
  ///
  /// `receiver.tagged(t)` is an addition to CEL: `t in receiver.tags`, without quotes at the start of a line.
  mutating func expandMacro(
    _ name: Expression.Name, receiver: Expression?, arguments: [Expression]
  ) throws(Refusal) -> Expression.Kind? {
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

  private mutating func presence(
    _ name: Expression.Name, _ arguments: [Expression]
  ) throws(Refusal) -> Expression.Kind {
    guard arguments.count == 1, let operand = arguments.first else {
      throw misused(
        name.range, "`has` takes one field", "write it as `has(customer.email)`", expected: "a field")
    }
    switch operand.kind {
    case .select, .identifier: return .presence(operand)
    case .optionalSelect:
      throw misused(
        operand.range, "`has` takes a field, and `.?` asks for one already",
        "write `has(x.y)`, or `x.?y.hasValue()`", expected: "a field")
    default:
      throw misused(
        operand.range, "`has` takes a field, and this is none", "write it as `has(customer.email)`",
        expected: "a field")
    }
  }

  private mutating func binding(
    _ name: Expression.Name, _ arguments: [Expression]
  ) throws(Refusal) -> Expression.Kind {
    guard arguments.count == 3, case .identifier(let variable, isRoot: false) = arguments[0].kind else {
      throw misused(
        arguments.count == 3 ? arguments[0].range : name.range,
        "`cel.bind` takes a name, its value and an expression that uses it",
        "write it as `cel.bind(x, size(customer.tags), x > 1 && x < 5)`", expected: "a name")
    }
    return .comprehension(
      Comprehension(
        kind: .bind, range: arguments[1],
        variables: [Expression.Name(text: variable, range: arguments[0].range)], condition: nil,
        body: arguments[2]))
  }

  private mutating func comprehension(
    _ kind: Comprehension.Kind, _ name: Expression.Name, _ range: Expression, _ arguments: [Expression]
  ) throws(Refusal) -> Expression.Kind {
    // `[1].all(i, v, v > i)` has two names, `[1].map(x, x > 0, x)` one name and a condition.
    let takesPair = Comprehension.takes(kind, names: 2, expressions: 1)
    let takesOne = Comprehension.takes(kind, names: 1, expressions: 1)
    let names = takesPair && (!takesOne || arguments.count > 2) ? 2 : 1
    guard Comprehension.takes(kind, names: names, expressions: arguments.count - names),
      arguments.count > names
    else {
      throw misused(
        name.range,
        "`\(name.text)` takes \(takesOne ? "a name" : "two names") and an expression",
        advice(name.text, takesOne ? 1 : 2), expected: "a name")
    }
    let variables = try variables(name.text, arguments.prefix(names))
    let rest = arguments.dropFirst(names)
    return .comprehension(
      Comprehension(
        kind: kind, range: range, variables: variables, condition: rest.count == 2 ? rest.first : nil,
        body: arguments[arguments.count - 1]))
  }

  private mutating func variables(
    _ macro: String, _ nodes: ArraySlice<Expression>
  ) throws(Refusal) -> [Expression.Name] {
    var variables: [Expression.Name] = []
    for node in nodes {
      guard case .identifier(let variable, isRoot: false) = node.kind else {
        let part = variables.isEmpty ? "first" : "second"
        throw misused(
          node.range, "the \(part) part of `\(macro)` has to be a plain name for the element",
          advice(macro, nodes.count), expected: "a name")
      }
      if let other = variables.first, other.text == variable {
        throw misused(
          node.range, "the two names of `\(macro)` have to differ", advice(macro, 2), expected: "a name")
      }
      variables.append(Expression.Name(text: variable, range: node.range))
    }
    return variables
  }

  private mutating func misused(
    _ range: Range<Int>, _ message: String, _ help: String, expected: String
  ) -> Refusal {
    refuse(Issue(range: range, kind: .syntax, message: message, help: help, expected: [expected]))
  }

  private func advice(_ macro: String, _ names: Int) -> String {
    names == 2
      ? "write it as `invoices.\(macro)(i, inv, …)`, where `i` and `inv` are names of your choice"
      : "write it as `invoices.\(macro)(inv, …)`, where `inv` is a name of your choice"
  }
}
