@testable import CEL

/// The tree of an expression as a text with parentheses around every node that has parts.
func treeText(_ node: Expression) -> String {
  switch node.kind {
  case .literal(let literal): return treeText(literal)
  case .identifier(let name, let isRoot): return isRoot ? "." + name : name
  case .select(let operand, let name): return "(\(treeText(operand)).\(name.text))"
  case .optionalSelect(let operand, let name): return "(\(treeText(operand)).?\(name.text))"
  case .presence(let operand): return "has(\(treeText(operand)))"
  case .index(let operand, let place): return "(\(treeText(operand))[\(treeText(place))])"
  case .optionalIndex(let operand, let place): return "(\(treeText(operand))[?\(treeText(place))])"
  case .call(let name, let receiver, let arguments):
    let start = receiver.map { treeText($0) + "." } ?? ""
    return "(\(start)\(name.text)(\(arguments.map(treeText).joined(separator: ", "))))"
  case .unary(let operation, let operand): return "(\(operation.rawValue)\(treeText(operand)))"
  case .binary(let operation, let left, let right):
    return "(\(treeText(left)) \(operation.rawValue) \(treeText(right)))"
  case .conditional(let condition, let yes, let no):
    return "(\(treeText(condition)) ? \(treeText(yes)) : \(treeText(no)))"
  case .list(let elements):
    return "[" + elements.map { ($0.isOptional ? "?" : "") + treeText($0.value) }.joined(separator: ", ")
      + "]"
  case .map(let entries):
    let parts = entries.map { ($0.isOptional ? "?" : "") + treeText($0.key) + ": " + treeText($0.value) }
    return "{" + parts.joined(separator: ", ") + "}"
  case .comprehension(let loop):
    let rest = (loop.condition.map { [$0] } ?? []) + [loop.body]
    let parts = loop.variables.map(\.text) + rest.map(treeText)
    return "\(loop.kind.rawValue)<\(treeText(loop.range))>(\(parts.joined(separator: ", ")))"
  }
}

private func treeText(_ literal: Literal) -> String {
  switch literal {
  case .null: "null"
  case .bool(let bool): "\(bool)"
  case .int(let int): "\(int)"
  case .uint(let uint): "\(uint)u"
  case .double(let double, exact: _): "\(double)"
  case .string(let text): "'\(text)'"
  case .bytes(let bytes): "b\(bytes)"
  }
}
