extension Parser {
  /// Words that stand for an operator in other languages; none of them can stand behind an operand.
  private static let words: [String: BinaryOperator] = [
    "and": .and, "or": .or, "is": .equal, "equals": .equal, "in": .in, "mod": .remainder,
  ]

  /// Symbols that stand for an operator elsewhere, or are put down the wrong way round.
  private static let slips: [String: BinaryOperator] = [
    "&": .and, "|": .or, "=": .equal, "===": .equal, "!==": .notEqual, "<>": .notEqual, "=>": .greaterOrEqual,
    "=<": .lessOrEqual,
  ]

  /// Takes an operator that binds at least as tightly as a level, or a slip that means one.
  @inline(never)
  mutating func takeOperator(_ loosest: Level) -> BinaryOperator? {
    switch token.kind {
    case .identifier("in"): return takePlain(.in, loosest)
    case .identifier("not") where following.kind == .identifier("in"): return takeNotIn(loosest)
    case .symbol(let symbol):
      if let plain = BinaryOperator(rawValue: symbol) { return takePlain(plain, loosest) }
      return Parser.slips[symbol].flatMap { takeSlip($0, loosest) }
    case .identifier(let word):
      return Parser.words[word.lowercased()].flatMap { takeSlip($0, loosest) }
    case .quotedIdentifier, .integer, .unsigned, .double, .string, .bytes, .end: return nil
    }
  }

  private mutating func takePlain(_ operation: BinaryOperator, _ loosest: Level) -> BinaryOperator? {
    guard operation.level.rawValue >= loosest.rawValue else { return nil }
    advance()
    return operation
  }

  private mutating func takeSlip(_ operation: BinaryOperator, _ loosest: Level) -> BinaryOperator? {
    guard operation.level.rawValue >= loosest.rawValue else { return nil }
    guard operation == .equal, case .identifier = token.kind, following.kind == .identifier("not") else {
      mend(token.range, as: operation.rawValue)
      return operation
    }
    let start = token.range.lowerBound
    advance()
    mend(start..<token.range.upperBound, as: BinaryOperator.notEqual.rawValue)
    return .notEqual
  }

  private mutating func takeNotIn(_ loosest: Level) -> BinaryOperator? {
    guard Level.relation.rawValue >= loosest.rawValue else { return nil }
    report(
      Issue(
        range: token.range.lowerBound..<following.range.upperBound, kind: .syntax,
        message: "`not in` is not an operator here",
        help: "put `!` before the whole comparison, as in `!(x in list)`", expected: ["in"]))
    advance()
    advance()
    return .in
  }

  /// Takes any `!`, `-` or `not` before an operand, and the operand.
  mutating func unary() throws(Refusal) -> Expression {
    let operators = takeUnaryOperators()
    if operators.isEmpty {
      let operand = try primary()
      return try member(of: operand)
    }
    return try signed(operators)
  }

  private mutating func signed(
    _ operators: [(operation: UnaryOperator, range: Range<Int>)]
  ) throws(Refusal) -> Expression {
    if operators.last?.operation == .negate, let negative = try negativeLiteral() {
      return try wrapped(member(of: negative), in: operators.dropLast())
    }
    let operand = try primary()
    return try wrapped(member(of: operand), in: operators[...])
  }

  @inline(never)
  private mutating func wrapped(
    _ operand: Expression, in operators: ArraySlice<(operation: UnaryOperator, range: Range<Int>)>
  ) throws(Refusal) -> Expression {
    var operand = operand
    for (operation, range) in operators.reversed() {
      operand = try make(
        .unary(operation, operand), range.lowerBound..<operand.range.upperBound, above: [operand])
    }
    guard let first = operators.first, let other = operators.first(where: { $0.operation != first.operation })
    else { return operand }
    let (outer, inner) = (first.operation.rawValue, other.operation.rawValue)
    throw refuse(
      Issue(
        range: first.range.lowerBound..<other.range.upperBound, kind: .syntax,
        message: "`\(inner)` cannot stand right behind `\(outer)`",
        help: "put the inner part in parentheses, as in `\(outer)(\(inner)x)`", expected: ["a value", "("]))
  }

  @inline(never)
  private mutating func takeUnaryOperators() -> [(operation: UnaryOperator, range: Range<Int>)] {
    var operators: [(operation: UnaryOperator, range: Range<Int>)] = []
    while true {
      let range = token.range
      switch token.kind {
      case .symbol("!"):
        operators.append((.not, range))
        advance()
      case .symbol("-"):
        operators.append((.negate, range))
        advance()
      case .symbol("+") where following.beginsOperand:
        report(
          Issue(
            range: range, kind: .syntax, message: "`+` cannot stand before a single value",
            help: "leave it out", replacement: Issue.Replacement(range: range, text: ""),
            expected: ["a value"]))
        advance()
      case .identifier(let word) where word.lowercased() == "not" && following.beginsOperand:
        operators.append((.not, range))
        mend(range, as: "!")
      default: return operators
      }
    }
  }

  /// A number right behind a minus: the sign belongs to it, or the least int could not be written.
  @inline(never)
  private mutating func negativeLiteral() throws(Refusal) -> Expression? {
    let start = previous()?.range.lowerBound ?? 0
    let literal: Literal
    switch token.kind {
    case .integer(let magnitude):
      guard magnitude <= Int64.min.magnitude else { return nil }
      literal = .int(Int64(truncatingIfNeeded: 0 &- magnitude))
    case .double(let double, let exact):
      literal = .double(-double, exact: exact.map { Decimal(mantissa: 0 - $0.mantissa, scale: $0.scale) })
    default: return nil
    }
    advance()
    return try make(.literal(literal), from: start, above: [])
  }

  /// Reports the words up to the current token as a slip for `text` and takes them.
  private mutating func mend(_ range: Range<Int>, as text: String) {
    report(
      Issue(
        range: range, kind: .syntax, message: "`\(self.text(range))` is not an operator here",
        help: "write `\(text)`", replacement: Issue.Replacement(range: range, text: text), expected: [text]))
    advance()
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
}

extension BinaryOperator {
  /// How tightly it binds.
  ///
  /// Source: the language definition, the table of precedence.
  var level: Parser.Level {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in: .relation
    case .add, .subtract: .addition
    case .multiply, .divide, .remainder: .multiplication
    }
  }
}

extension Token {
  /// Whether an operand can begin with this token.
  var beginsOperand: Bool {
    switch kind {
    case .identifier(let word): word != "in"
    case .integer, .unsigned, .double, .string, .bytes: true
    case .symbol(let symbol): ["(", "!", "[", "-"].contains(symbol)
    case .quotedIdentifier, .end: false
    }
  }
}
