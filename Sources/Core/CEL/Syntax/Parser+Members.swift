extension Parser {
  /// `.field`, `.function(…)` and `[place]` behind an operand.
  mutating func member(of operand: Expression) throws(Issue) -> Expression {
    var operand = operand
    let start = operand.range.lowerBound
    while true {
      if take(".") {
        let isOptional = take("?")
        let name = try selector()
        if isOptional {
          operand = try make(.optionalSelect(operand, name.name), start..<previousEnd, above: [operand])
        } else if token.kind == .symbol("("), !name.isQuoted {
          operand = try call(name.name, receiver: operand, start: start)
        } else {
          operand = try make(
            .select(operand, name.name), start..<previousEnd, above: [operand])
        }
      } else if take("[") {
        let isOptional = take("?")
        let place = try expression()
        try expect("]")
        operand = try make(
          isOptional ? .optionalIndex(operand, place) : .index(operand, place), start..<previousEnd,
          above: [operand, place])
      } else if token.kind == .symbol("{"), isTypeName(operand) {
        throw Issue(
          range: start..<token.range.upperBound, kind: .unsupported,
          message: "`\(text(start..<operand.range.upperBound)){…}` makes a protocol buffer message, and those "
            + "are left out here",
          help: "objects cannot be made in an expression; a map is written `{\"key\": value}`")
      } else {
        return operand
      }
    }
  }

  /// Whether a node spells a name as that of a message: `Account`, `pkg.Account`.
  private func isTypeName(_ node: Expression) -> Bool {
    switch node.kind {
    case .identifier: true
    case .select(let operand, _): isTypeName(operand)
    default: false
    }
  }

  private mutating func selector() throws(Issue) -> (name: Expression.Name, isQuoted: Bool) {
    let current = token
    switch current.kind {
    case .identifier(let word) where !Token.keywords.contains(word):
      advance()
      return (Expression.Name(text: word, range: current.range), false)
    case .quotedIdentifier(let word):
      advance()
      return (Expression.Name(text: word, range: current.range), true)
    default:
      var issue = unexpected(expecting: [])
      issue.help = "a point is followed by the name of a field or function"
      throw issue
    }
  }

  /// A literal, a name, a call, a list, a map or an expression in parentheses.
  mutating func primary() throws(Issue) -> Expression {
    let current = token
    switch current.kind {
    case .integer(let magnitude):
      guard let int = Int64(exactly: magnitude) else {
        throw Issue(range: current.range, kind: .syntax, message: "the number is too large for an int")
      }
      return try literal(.int(int))
    case .unsigned(let uint): return try literal(.uint(uint))
    case .double(let double, let exact): return try literal(.double(double, exact: exact))
    case .string(let text): return try literal(.string(text))
    case .bytes(let bytes): return try literal(.bytes(bytes))
    case .identifier("true"): return try literal(.bool(true))
    case .identifier("false"): return try literal(.bool(false))
    case .identifier("null"): return try literal(.null)
    case .identifier(let word): return try name(word, start: current.range.lowerBound, isRoot: false)
    case .symbol("("):
      advance()
      let inner = try expression()
      try expect(")")
      return inner
    case .symbol("["): return try list()
    case .symbol("{"): return try map()
    case .symbol("."):
      advance()
      guard case .identifier(let word) = token.kind else { throw unexpected(expecting: []) }
      return try name(word, start: current.range.lowerBound, isRoot: true)
    case .symbol, .quotedIdentifier, .end: throw missingOperand()
    }
  }

  private mutating func literal(_ literal: Literal) throws(Issue) -> Expression {
    let range = token.range
    advance()
    return try make(.literal(literal), range, above: [])
  }

  private mutating func name(_ word: String, start: Int, isRoot: Bool) throws(Issue) -> Expression {
    let range = token.range
    guard !Token.keywords.contains(word) else { throw missingOperand() }
    guard !Token.reserved.contains(word) else {
      throw Issue(range: range, kind: .syntax, message: "`\(word)` is a reserved word and cannot be a name")
    }
    advance()
    if token.kind == .symbol("(") {
      return try call(Expression.Name(text: word, range: range), receiver: nil, start: start)
    }
    return try make(.identifier(word, isRoot: isRoot), start..<range.upperBound, above: [])
  }

  private mutating func call(
    _ name: Expression.Name, receiver: Expression?, start: Int
  ) throws(Issue) -> Expression {
    advance()
    let arguments = try arguments()
    let kind =
      try expandMacro(name, receiver: receiver, arguments: arguments)
      ?? .call(name, receiver: receiver, arguments: arguments)
    // A macro may have made a node of its own above the receiver.
    var parts = arguments
    if let receiver { parts.append(receiver) }
    if case .binary(_, _, let made) = kind { parts.append(made) }
    return try make(kind, start..<previousEnd, above: parts)
  }

  private mutating func arguments() throws(Issue) -> [Expression] {
    var all: [Expression] = []
    if take(")") { return all }
    while true {
      all.append(try expression())
      if take(")") { return all }
      guard take(",") else { throw unexpected(expecting: [",", ")"]) }
    }
  }

  private mutating func list() throws(Issue) -> Expression {
    let start = token.range.lowerBound
    advance()
    var elements: [Expression.Element] = []
    while !take("]") {
      if !elements.isEmpty {
        guard take(",") else { throw unexpected(expecting: [",", "]"]) }
        if take("]") { break }
      } else if token.kind == .symbol(","), following.kind == .symbol("]") {
        advance()
        continue
      }
      let isOptional = take("?")
      elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
    }
    return try make(.list(elements), start..<previousEnd, above: elements.map(\.value))
  }

  private mutating func map() throws(Issue) -> Expression {
    let start = token.range.lowerBound
    advance()
    var entries: [Expression.Entry] = []
    while !take("}") {
      if !entries.isEmpty {
        guard take(",") else { throw unexpected(expecting: [",", "}"]) }
        if take("}") { break }
      } else if token.kind == .symbol(","), following.kind == .symbol("}") {
        advance()
        continue
      }
      let isOptional = take("?")
      let key = try expression()
      try expect(":")
      entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
    }
    return try make(.map(entries), start..<previousEnd, above: entries.flatMap { [$0.key, $0.value] })
  }

  private func missingOperand() -> Issue {
    var issue = unexpected(expecting: [])
    issue.help = "a value is expected: a name, a number or a text in quotes"
    if token.kind == .symbol("*") || token.kind == .symbol("/") { return issue }
    if token.kind == .symbol("=") { issue.help = "write `==` for equal" }
    return issue
  }
}
