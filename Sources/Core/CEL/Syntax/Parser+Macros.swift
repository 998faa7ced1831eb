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
    guard let kind = Comprehension.Kind(rawValue: name.text) else { return nil }
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
    default:
      throw Issue(
        range: operand.range, kind: .syntax, message: "`has` takes a field, and this is none",
        help: "write it as `has(customer.email)`")
    }
  }

  private func comprehension(
    _ kind: Comprehension.Kind, _ name: Expression.Name, _ range: Expression, _ arguments: [Expression]
  ) throws(Issue) -> Expression.Kind? {
    guard arguments.count == 2 || (arguments.count == 3 && kind == .map) else {
      throw Issue(
        range: name.range, kind: .syntax,
        message: "`\(kind.rawValue)` takes a name and an expression",
        help: "write it as `invoices.\(kind.rawValue)(inv, …)`, where `inv` is a name of your choice")
    }
    guard case .identifier(let variable, isRoot: false) = arguments[0].kind else {
      throw Issue(
        range: arguments[0].range, kind: .syntax,
        message: "the first part of `\(kind.rawValue)` has to be a plain name for the element",
        help: "write it as `invoices.\(kind.rawValue)(inv, …)`, where `inv` is a name of your choice")
    }
    return .comprehension(
      Comprehension(
        kind: kind, range: range,
        variable: Expression.Name(text: variable, range: arguments[0].range),
        condition: arguments.count == 3 ? arguments[1] : nil, body: arguments[arguments.count - 1]))
  }
}
