extension Parser {
  /// What can follow an operand as a part of it.
  private enum Suffix { case point, bracket, brace, none }

  @inline(never)
  private func suffix() -> Suffix {
    switch token.kind {
    case .symbol("."): .point
    case .symbol("["): .bracket
    case .symbol("{"): .brace
    case .symbol, .identifier, .quotedIdentifier, .integer, .unsigned, .double, .string, .bytes, .end: .none
    }
  }

  /// `.field`, `.function(…)` and `[place]` behind an operand.
  mutating func member(of operand: Expression) throws(Refusal) -> Expression {
    var operand = operand
    while true {
      switch suffix() {
      case .point: operand = try selection(of: operand)
      case .bracket: operand = try index(of: operand)
      case .brace:
        if isTypeName(operand), beginsMessage { throw message(named: operand.range) }
        return operand
      case .none: return operand
      }
    }
  }

  private mutating func selection(of operand: Expression) throws(Refusal) -> Expression {
    advance()
    let isOptional = take("?")
    let (name, isQuoted) = try selector()
    let arguments = !isOptional && !isQuoted && isAt("(") ? try arguments() : nil
    return try selected(operand, name, isOptional: isOptional, arguments)
  }

  @inline(never)
  private mutating func selected(
    _ operand: Expression, _ name: Expression.Name, isOptional: Bool, _ arguments: [Expression]?
  ) throws(Refusal) -> Expression {
    let start = operand.range.lowerBound
    if let arguments { return try call(name, operand, arguments, start: start) }
    return try make(
      isOptional ? .optionalSelect(operand, name) : .select(operand, name), from: start, above: [operand])
  }

  private mutating func index(of operand: Expression) throws(Refusal) -> Expression {
    let opener = token.range
    advance()
    let isOptional = take("?")
    let place = try expression()
    try expect("]", opener: opener)
    return try make(
      isOptional ? .optionalIndex(operand, place) : .index(operand, place), from: operand.range.lowerBound,
      above: [operand, place])
  }

  /// Whether the brace ahead can open a message: what follows is the name of a field, or the end.
  private var beginsMessage: Bool {
    switch following.kind {
    case .identifier, .quotedIdentifier, .symbol("}"), .symbol(","), .symbol("?"): true
    case .integer, .unsigned, .double, .string, .bytes, .symbol, .end: false
    }
  }

  /// Whether a node spells a name as that of a message: `Account`, `pkg.Account`.
  @inline(never)
  private func isTypeName(_ node: Expression) -> Bool {
    var node = node
    while case .select(let operand, _) = node.kind { node = operand }
    if case .identifier = node.kind { return true }
    return false
  }

  @inline(never)
  private mutating func selector() throws(Refusal) -> (name: Expression.Name, isQuoted: Bool) {
    let current = token
    switch current.kind {
    case .identifier(let word) where !Token.keywords.contains(word):
      advance()
      return (Expression.Name(text: word, range: current.range), false)
    case .quotedIdentifier(let word):
      advance()
      return (Expression.Name(text: word, range: current.range), true)
    default: throw missingField()
    }
  }

  /// What an operand can be.
  private enum Operand { case parentheses, list, map, root, name, literal }

  @inline(never)
  private func operandAhead() -> Operand {
    switch token.kind {
    case .symbol("("): .parentheses
    case .symbol("["): .list
    case .symbol("{"): .map
    case .symbol("."): .root
    case .identifier(let word): Token.keywords.contains(word) ? .literal : .name
    case .symbol, .quotedIdentifier, .integer, .unsigned, .double, .string, .bytes, .end: .literal
    }
  }

  /// A literal, a name, a call, a list, a map or an expression in parentheses.
  mutating func primary() throws(Refusal) -> Expression {
    switch operandAhead() {
    case .parentheses: return try inParentheses()
    case .list: return try list()
    case .map: return try map()
    case .root: return try name(isRoot: true)
    case .name: return try name(isRoot: false)
    case .literal: return try literal()
    }
  }

  private mutating func inParentheses() throws(Refusal) -> Expression {
    let opener = token.range
    advance()
    let inner = try expression()
    try expect(")", opener: opener)
    return inner
  }

  @inline(never)
  private mutating func literal() throws(Refusal) -> Expression {
    let range = token.range
    let literal: Literal
    switch token.kind {
    case .integer(let magnitude):
      guard let int = Int64(exactly: magnitude) else {
        throw refuse(Lexer.tooLarge(text(range), .int, range))
      }
      literal = .int(int)
    case .unsigned(let uint): literal = .uint(uint)
    case .double(let double, let exact): literal = .double(double, exact: exact)
    case .string(let text): literal = .string(text)
    case .bytes(let bytes): literal = .bytes(bytes)
    case .identifier("true"): literal = .bool(true)
    case .identifier("false"): literal = .bool(false)
    case .identifier("null"): literal = .null
    case .identifier, .quotedIdentifier, .symbol, .end: throw missingOperand()
    }
    advance()
    return try make(.literal(literal), range, above: [])
  }

  private mutating func name(isRoot: Bool) throws(Refusal) -> Expression {
    let start = token.range.lowerBound
    let name = try plainName(isRoot: isRoot)
    guard isAt("(") else {
      return try make(.identifier(name.text, isRoot: isRoot), from: start, above: [])
    }
    let arguments = try arguments()
    return try call(name, nil, arguments, start: start)
  }

  @inline(never)
  private mutating func plainName(isRoot: Bool) throws(Refusal) -> Expression.Name {
    if isRoot { advance() }
    guard case .identifier(let word) = token.kind, !Token.keywords.contains(word) else {
      throw missingField()
    }
    guard !Token.reserved.contains(word) else { throw reserved(word) }
    let name = Expression.Name(text: word, range: token.range)
    advance()
    return name
  }

  /// The node of a call whose arguments are read.
  @inline(never)
  private mutating func call(
    _ name: Expression.Name, _ receiver: Expression?, _ arguments: [Expression], start: Int
  ) throws(Refusal) -> Expression {
    let kind =
      try expandMacro(name, receiver: receiver, arguments: arguments)
      ?? .call(name, receiver: receiver, arguments: arguments)
    // A macro may have made a node of its own above the receiver.
    var parts = arguments
    if let receiver { parts.append(receiver) }
    if case .binary(_, _, let made) = kind { parts.append(made) }
    return try make(kind, from: start, above: parts)
  }

  private mutating func arguments() throws(Refusal) -> [Expression] {
    let opener = token.range
    advance()
    var all: [Expression] = []
    if take(")") { return all }
    while true {
      all.append(try expression())
      if take(")") { return all }
      guard take(",") else { throw misplaced(closing: [",", ")"], opener: opener) }
    }
  }

  private mutating func list() throws(Refusal) -> Expression {
    let opener = token.range
    var elements: [Expression.Element] = []
    while try takesAnother("]", opener: opener, isFirst: elements.isEmpty) {
      let isOptional = take("?")
      elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
    }
    return try make(.list(elements), from: opener.lowerBound, above: elements.map(\.value))
  }

  private mutating func map() throws(Refusal) -> Expression {
    let opener = token.range
    var entries: [Expression.Entry] = []
    while try takesAnother("}", opener: opener, isFirst: entries.isEmpty) {
      let isOptional = take("?")
      let key = try expression()
      guard take(":") else { throw missingColon(opener) }
      let value = try expression()
      entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
    }
    return try map(entries, opener)
  }

  @inline(never)
  private mutating func map(_ entries: [Expression.Entry], _ opener: Range<Int>) throws(Refusal) -> Expression
  {
    try make(.map(entries), from: opener.lowerBound, above: entries.flatMap { [$0.key, $0.value] })
  }

  /// Whether another part of a list or map follows; takes what stands before it, or the end.
  ///
  /// A comma may stand before the end, in an empty list or map too.
  private mutating func takesAnother(
    _ end: String, opener: Range<Int>, isFirst: Bool
  ) throws(Refusal) -> Bool {
    if isFirst {
      advance()
      if token.kind == .symbol(","), following.kind == .symbol(end) { advance() }
      return !take(end)
    }
    if take(end) { return false }
    guard take(",") else { throw misplaced(closing: [",", end], opener: opener) }
    return !take(end)
  }
}
