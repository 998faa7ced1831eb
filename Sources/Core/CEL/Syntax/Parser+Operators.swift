extension Parser {
  /// Takes `&&` or `||`, or a slip that means it.
  mutating func takeLogical(_ operation: BinaryOperator) -> Bool {
    if take(operation.rawValue) { return true }
    let words = operation == .and ? ["and", "AND", "And"] : ["or", "OR", "Or"]
    let symbol = operation == .and ? "&" : "|"
    switch token.kind {
    case .identifier(let word) where words.contains(word): return mend(as: operation.rawValue)
    case .symbol(symbol): return mend(as: operation.rawValue)
    default: return false
    }
  }

  /// Takes an operator of a level, or a slip that means one.
  mutating func takeOperator(_ level: Level) -> BinaryOperator? {
    guard let operation = nextOperator(), operation.level == level else { return nil }
    switch token.kind {
    case .symbol(let symbol) where symbol != operation.rawValue: _ = mend(as: operation.rawValue)
    case .identifier("is"): _ = mend(as: operation.rawValue)
    default: advance()
    }
    return operation
  }

  private func nextOperator() -> BinaryOperator? {
    switch token.kind {
    case .identifier("in"): .in
    case .symbol("="), .identifier("is"): .equal
    case .symbol("<>"): .notEqual
    case .symbol("=>"): .greaterOrEqual
    case .symbol("=<"): .lessOrEqual
    case .symbol(let symbol): BinaryOperator(rawValue: symbol)
    default: nil
    }
  }

  /// Takes any `!`, `-` or `not` before an operand.
  mutating func unary() throws(Issue) -> Expression {
    var operators: [(UnaryOperator, Int)] = []
    while true {
      if token.kind == .symbol("!") {
        operators.append((.not, token.range.lowerBound))
        advance()
      } else if case .identifier("not") = token.kind, following.beginsOperand {
        operators.append((.not, token.range.lowerBound))
        _ = mend(as: "!")
      } else if token.kind == .symbol("-") {
        operators.append((.negate, token.range.lowerBound))
        advance()
      } else {
        break
      }
    }
    var operand: Expression
    if operators.last?.0 == .negate, let negative = try negativeLiteral() {
      operators.removeLast()
      operand = try member(of: negative)
    } else {
      operand = try member(of: primary())
    }
    for (operation, start) in operators.reversed() {
      operand = try make(
        .unary(operation, operand), start..<operand.range.upperBound, above: [operand])
    }
    return operand
  }

  /// A number right behind a minus: the sign belongs to it, or the least int could not be written.
  private mutating func negativeLiteral() throws(Issue) -> Expression? {
    let start = previousEnd - 1
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
    return try make(.literal(literal), start..<previousEnd, above: [])
  }

  /// Reports the current token as a slip for `text` and takes it.
  private mutating func mend(as text: String) -> Bool {
    let written = self.text(token.range)
    report(
      Issue(
        range: token.range, kind: .syntax, message: "`\(written)` is not an operator here",
        help: "write `\(text)`", replacement: Issue.Replacement(range: token.range, text: text),
        expected: [text]))
    advance()
    return true
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// The issue of a token that cannot stand where it stands.
  func unexpected(expecting expected: [String]) -> Issue {
    var help: String?
    var message = "`\(text(token.range))` cannot stand here"
    switch token.kind {
    case .end: message = source.isEmpty ? "the expression is empty" : "the expression ends too early"
    case .symbol(","): return comma(message, expected)
    case .symbol("{"): help = "objects cannot be made in an expression"
    case .identifier("in"), .symbol: break
    case .identifier(let word) where ["day", "days"].contains(word) && behindNumber:
      help = "a number stands alone, without a unit"
    case .identifier(let word) where isCurrency(word) && behindNumber:
      help = "write the number alone: it is in the base currency"
    default: help = "two parts are joined by an operator, such as `&&` or `==`"
    }
    if expected.count == 1, let wanted = expected.first {
      help = "`\(wanted)` is expected"
    }
    return Issue(range: token.range, kind: .syntax, message: message, help: help, expected: expected)
  }
}

extension Parser {
  /// A comma behind a number: `10,000` is ten thousand, `20,5` has a decimal comma.
  private func comma(_ message: String, _ expected: [String]) -> Issue {
    let end = following.range
    let isInNumber =
      behindNumber && previousEnd == token.range.lowerBound && end.lowerBound == token.range.upperBound
    guard isInNumber, case .integer = following.kind else {
      return Issue(
        range: token.range, kind: .syntax, message: message,
        help: "in a number, leave the comma out: `10000`",
        expected: expected)
    }
    let before = text(previousStart..<previousEnd)
    let isEuropean = before.utf8.contains(UInt8(ascii: "."))
    var number = before.filter { $0 != "." }
    var last = end.upperBound
    if isEuropean || end.count != 3 {
      number += "." + text(end)
    } else {
      number += text(end)
      // `1,000,000`: every further group of three belongs to the number.
      while last + 3 < source.count, source[last] == UInt8(ascii: ","),
        source[last + 1...last + 3].allSatisfy(Lexer.isDigit)
      {
        number += text(last + 1..<last + 4)
        last += 4
      }
    }
    let range = previousStart..<last
    return Issue(
      range: range, kind: .syntax, message: "`\(text(range))` is no number: commas have no place in one",
      help: "write it as `\(number)`", replacement: Issue.Replacement(range: range, text: number))
  }

  private var behindNumber: Bool {
    guard previousEnd > previousStart else { return false }
    return Lexer.isDigit(source[previousStart])
  }

  private func isCurrency(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (65...90).contains($0) }
  }
}

extension BinaryOperator {
  /// How tightly it binds; nil for `&&` and `||`, which are looser than all.
  var level: Parser.Level? {
    switch self {
    case .or, .and: nil
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
    case .symbol(let symbol): ["(", "!", "["].contains(symbol)
    case .quotedIdentifier, .end: false
    }
  }
}
