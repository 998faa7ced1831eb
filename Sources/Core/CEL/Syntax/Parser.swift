/// Builds the tree of an expression from its tokens, with the grammar of the language definition.
///
/// Slips with an evident meaning (`=`, `and`, `=>`) are reported and read as what was meant, so that what
/// comes after them is looked at too; any other mistake ends the reading.
///
/// The reading is recursive, and a thread may have little stack: what is not recursive itself is therefore
/// kept out of the recursive functions' frames by `@inline(never)`, issues above all.
struct Parser {
  private let tokens: [Token]
  private var place = 0
  private var nesting = 0
  private var operandsBelow = 0
  private(set) var issues: [Issue]
  private(set) var nodeCount = 0
  let source: [UInt8]

  /// Thrown where the reading ends; why it does is among `issues`.
  ///
  /// It holds nothing, for it stands in every frame of a deep recursion, and an issue is large.
  struct Refusal: Error {}

  /// The mistakes told of one expression: a person mends a few at a time.
  static let issueLimit = 20

  /// Prepares to read a text; `parse()` reads it.
  init(_ source: [UInt8]) {
    self.source = source
    guard source.count <= ExpressionLimits.textBytes else {
      tokens = [Token(kind: .end, range: source.count..<source.count)]
      issues = [
        Issue(
          range: 0..<source.count, kind: .limit,
          message: "the expression has \(source.count) bytes, "
            + "and at most \(ExpressionLimits.textBytes) are allowed",
          help: "split it into smaller parts; alternatives for one value are written `x in [a, b, c]`")
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
    do throws(Refusal) {
      let expression = try expression()
      guard token.kind == .end else { throw misplaced(closing: [], opener: nil) }
      return expression
    } catch {
      return nil
    }
  }

  var token: Token { tokens[place] }

  /// The token behind the current one; the end stays the end.
  var following: Token { tokens[min(place + 1, tokens.count - 1)] }

  /// The token some places before the current one; nil where there is none.
  func previous(_ distance: Int = 1) -> Token? { place >= distance ? tokens[place - distance] : nil }

  /// The end of the token before the current one.
  var previousEnd: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

  mutating func advance() { if place < tokens.count - 1 { place += 1 } }

  /// Whether the current token is a symbol.
  @inline(never)
  func isAt(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  @inline(never)
  mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  /// Takes the symbol that ends what `opener` began.
  mutating func expect(_ symbol: String, opener: Range<Int>) throws(Refusal) {
    guard take(symbol) else { throw misplaced(closing: [symbol], opener: opener) }
  }

  mutating func report(_ issue: Issue) {
    if issues.count < Parser.issueLimit { issues.append(issue) }
  }

  /// Notes why the reading ends here.
  mutating func refuse(_ issue: Issue) -> Refusal {
    report(issue)
    return Refusal()
  }

  /// A node above its parts; throws where the tree gets too high.
  @inline(never)
  mutating func make(
    _ kind: Expression.Kind, _ range: Range<Int>, above parts: [Expression]
  ) throws(Refusal) -> Expression {
    var height = 0
    for part in parts { height = max(height, part.height) }
    if case .comprehension(let loop) = kind {
      // What the body makes can hold what the range is: so no value is deeper than the tree is high.
      height = loop.range.height + max(loop.body.height, loop.condition?.height ?? 0)
    }
    guard height < ExpressionLimits.depth else { throw tooDeep(range) }
    nodeCount += 1
    return Expression(id: nodeCount - 1, range: range, kind: kind, height: height + 1)
  }

  /// A node from the start of one token to the end of the token just taken.
  mutating func make(
    _ kind: Expression.Kind, from start: Int, above parts: [Expression]
  ) throws(Refusal) -> Expression {
    try make(kind, start..<previousEnd, above: parts)
  }

  /// `condition ? yes : no`, or what binds tighter.
  mutating func expression() throws(Refusal) -> Expression {
    guard nesting < ExpressionLimits.depth else { throw tooDeep(token.range) }
    nesting += 1
    defer { nesting -= 1 }
    let first = try operation(.or)
    return isAt("?") ? try choice(first) : first
  }

  private mutating func choice(_ condition: Expression) throws(Refusal) -> Expression {
    let mark = token.range
    advance()
    let yes = try operation(.or)
    guard take(":") else { throw unfinishedChoice(mark) }
    let no = try expression()
    return try make(
      .conditional(condition, yes, no), from: condition.range.lowerBound, above: [condition, yes, no])
  }

  /// How tightly an operator between two operands binds, loosest first.
  enum Level: Int {
    case or
    case and
    case relation
    case addition
    case multiplication
  }

  /// Operands with the operators between them that bind at least as tightly as a level.
  private mutating func operation(_ loosest: Level) throws(Refusal) -> Expression {
    var left = try unary()
    while let operation = takeOperator(loosest) {
      left = try combined(left, operation)
    }
    return left
  }

  private mutating func combined(
    _ left: Expression, _ operation: BinaryOperator
  ) throws(Refusal) -> Expression {
    // Each operand on the right has a node above it, so that more of them make a tree that is too high.
    guard operandsBelow < ExpressionLimits.depth else { throw tooDeep(token.range) }
    operandsBelow += 1
    defer { operandsBelow -= 1 }
    var terms = [left, try operand(of: operation)]
    if operation == .or || operation == .and {
      while takeOperator(operation.level) != nil { terms.append(try operand(of: operation)) }
    }
    return try balanced(terms[...], operation)
  }

  private mutating func operand(of operation: BinaryOperator) throws(Refusal) -> Expression {
    guard let tighter = Level(rawValue: operation.level.rawValue + 1) else { return try unary() }
    return try self.operation(tighter)
  }

  /// A row of `||` or of `&&` as a balanced tree: the order of evaluation is the same, the height is not.
  @inline(never)
  private mutating func balanced(
    _ terms: ArraySlice<Expression>, _ operation: BinaryOperator
  ) throws(Refusal) -> Expression {
    let middle = terms.startIndex + terms.count / 2
    if middle == terms.startIndex { return terms[middle] }
    let left = try balanced(terms[..<middle], operation)
    let right = try balanced(terms[middle...], operation)
    return try make(
      .binary(operation, left, right), left.range.lowerBound..<right.range.upperBound, above: [left, right])
  }

  @inline(never)
  private mutating func tooDeep(_ range: Range<Int>) -> Refusal {
    refuse(
      Issue(
        range: range, kind: .limit,
        message: "the expression nests more than \(ExpressionLimits.depth) levels deep "
          + "or has too many operators in a row",
        help: "split it into smaller parts; alternatives for one value are written `x in [a, b, c]`"))
  }
}
