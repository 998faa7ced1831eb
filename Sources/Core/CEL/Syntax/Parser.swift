/// Builds the tree of an expression from its tokens, with the grammar of the language definition.
///
/// Slips with an evident meaning (`=`, `and`, `=>`) are reported and read as what was meant, so that what
/// comes after them is looked at too; any other mistake ends the reading.
struct Parser {
  private let tokens: [Token]
  private var place = 0
  private var depth = 0
  private(set) var issues: [Issue]
  private(set) var nodeCount = 0
  let source: [UInt8]

  /// Prepares to read a text; `parse()` reads it.
  init(_ source: [UInt8]) {
    self.source = source
    guard source.count <= ExpressionLimits.textBytes else {
      tokens = [Token(kind: .end, range: source.count..<source.count)]
      issues = [
        Issue(
          range: 0..<source.count, kind: .limit,
          message: "the expression has \(source.count) bytes, "
            + "and at most \(ExpressionLimits.textBytes) are allowed")
      ]
      return
    }
    let lexer = Lexer(source)
    tokens = lexer.tokens
    issues = lexer.issues
  }

  /// The tree; nil where the text is no expression, and `issues` says why.
  mutating func parse() -> Expression? {
    guard issues.isEmpty else { return nil }
    do throws(Issue) {
      let expression = try expression()
      guard token.kind == .end else { throw unexpected(expecting: ["&&", "||"]) }
      return expression
    } catch {
      issues.append(error)
      return nil
    }
  }

  var token: Token { tokens[place] }

  /// The token behind the current one; the end stays the end.
  var following: Token { tokens[min(place + 1, tokens.count - 1)] }

  /// The end of the token before the current one.
  var previousEnd: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

  /// The start of the token before the current one.
  var previousStart: Int { place > 0 ? tokens[place - 1].range.lowerBound : 0 }

  mutating func advance() { if place < tokens.count - 1 { place += 1 } }

  mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(Issue) {
    guard take(symbol) else { throw unexpected(expecting: [symbol]) }
  }

  mutating func report(_ issue: Issue) { issues.append(issue) }

  /// A node above its parts; throws where the tree gets too high.
  mutating func make(
    _ kind: Expression.Kind, _ range: Range<Int>, above parts: [Expression]
  ) throws(Issue) -> Expression {
    var height = 0
    for part in parts { height = max(height, part.height) }
    guard height < ExpressionLimits.depth else { throw tooDeep(range) }
    nodeCount += 1
    return Expression(id: nodeCount - 1, range: range, kind: kind, height: height + 1)
  }

  /// `condition ? yes : no`, or what binds tighter.
  mutating func expression() throws(Issue) -> Expression {
    guard depth < ExpressionLimits.depth else { throw tooDeep(token.range) }
    depth += 1
    defer { depth -= 1 }
    let condition = try logical(.or)
    guard take("?") else { return condition }
    let yes = try logical(.or)
    try expect(":")
    let no = try expression()
    return try make(
      .conditional(condition, yes, no), condition.range.lowerBound..<no.range.upperBound,
      above: [condition, yes, no])
  }

  /// A row of `||` or of `&&`, as a balanced tree: the order of evaluation is the same, the height is not.
  private mutating func logical(_ operation: BinaryOperator) throws(Issue) -> Expression {
    var terms = [operation == .or ? try logical(.and) : try binary(.relation)]
    while takeLogical(operation) {
      terms.append(operation == .or ? try logical(.and) : try binary(.relation))
    }
    return try balanced(terms[...], operation)
  }

  private mutating func balanced(
    _ terms: ArraySlice<Expression>, _ operation: BinaryOperator
  ) throws(Issue) -> Expression {
    let middle = terms.startIndex + terms.count / 2
    if middle == terms.startIndex { return terms[middle] }
    let left = try balanced(terms[..<middle], operation)
    let right = try balanced(terms[middle...], operation)
    return try make(
      .binary(operation, left, right), left.range.lowerBound..<right.range.upperBound, above: [left, right])
  }

  /// How tightly an operator between two operands binds, loosest first.
  enum Level: Int {
    case relation
    case addition
    case multiplication
  }

  private mutating func binary(_ level: Level) throws(Issue) -> Expression {
    var left = try operand(of: level)
    while let operation = takeOperator(level) {
      let right = try operand(of: level)
      left = try make(
        .binary(operation, left, right), left.range.lowerBound..<right.range.upperBound, above: [left, right])
    }
    return left
  }

  private mutating func operand(of level: Level) throws(Issue) -> Expression {
    guard let tighter = Level(rawValue: level.rawValue + 1) else { return try unary() }
    return try binary(tighter)
  }

  private func tooDeep(_ range: Range<Int>) -> Issue {
    Issue(
      range: range, kind: .limit,
      message:
        "the expression nests more than \(ExpressionLimits.depth) levels deep or has too many operators in a row",
      help: "split it into smaller parts; alternatives for one value are written `x in [a, b, c]`")
  }
}
