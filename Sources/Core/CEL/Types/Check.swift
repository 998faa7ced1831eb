/// Reads and checks an expression.
///
///     let environment = Environment(variables: [Declaration("name", .string)])
///     let result = check(text: "name.size() > 3", in: environment, expecting: .bool)
///     print(result.issues.map(\.message))  // []
///
/// - Parameters:
///   - text: At most `ExpressionLimits.textBytes` bytes.
///   - environment: The names that it may use.
///   - expected: The type it must have. `nil` takes any, also one whose value may be missing; `.dyn` takes
///     any whose value is never missing; `.money` takes a bare literal number too, in the base currency.
///   - validatingLiterals: Whether texts that are written out as patterns, instants or lengths of time are
///     looked at too, and the types of keys. The language leaves them to the moment when the expression runs;
///     a person is better served by being told at once.
/// - Returns: The expression, or all issues found at once.
public func check(
  text: String, in environment: Environment, expecting expected: CELType?, validatingLiterals: Bool = true
) -> CheckResult {
  let source = Array(text.utf8)
  var parser = Parser(source)
  guard let tree = parser.parse() else { return CheckResult(expression: nil, issues: parser.issues.inOrder) }
  var checker = Checker(environment: environment, source: source, nodeCount: parser.nodeCount)
  checker.checkRoot(tree, expecting: expected)
  var issues = parser.issues + checker.issues
  guard issues.isEmpty else { return CheckResult(expression: nil, issues: issues.inOrder) }
  let expression = CheckedExpression(
    text: text, root: tree, types: checker.finalTypes, references: checker.references, isChecked: true)
  if let issue = expression.tooCostly { issues.append(issue) }
  if validatingLiterals { issues += LiteralArguments.issues(in: expression) }
  return issues.isEmpty
    ? CheckResult(expression: expression, issues: []) : CheckResult(expression: nil, issues: issues.inOrder)
}

/// Reads an expression and resolves its names without looking at types: the language's gradual mode.
///
/// What does not fit then shows when it runs, as a `typeMismatch`, an `unknownName` or an `unknownFunction`.
///
///     let free = resolve(text: "x.size() > 3 || true", in: Environment())
///     print(free.expression?.isChecked ?? true)  // false
///
/// - Returns: The expression; or the issues of its syntax, for names and types raise none.
public func resolve(text: String, in environment: Environment) -> CheckResult {
  var parser = Parser(Array(text.utf8))
  let tree = parser.parse()
  guard let tree, parser.issues.isEmpty else {
    return CheckResult(expression: nil, issues: parser.issues.inOrder)
  }
  var resolver = Resolver(environment: environment, nodeCount: parser.nodeCount)
  resolver.resolve(tree)
  return CheckResult(
    expression: CheckedExpression(
      text: text, root: tree, types: Array(repeating: .dyn, count: parser.nodeCount),
      references: resolver.references, isChecked: false),
    issues: [])
}

extension [Issue] {
  /// The issues in the order of the text; of those at one place, the first found comes first.
  fileprivate var inOrder: [Issue] {
    enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

extension CheckedExpression {
  /// The issue of an expression that takes more steps than are allowed, whatever the facts.
  fileprivate var tooCostly: Issue? {
    let least = estimatedCost().least
    guard least > ExpressionLimits.evaluationSteps else { return nil }
    return Issue(
      range: root.range, kind: .limit,
      message:
        "the expression takes \(least) steps or more, and at most \(ExpressionLimits.evaluationSteps) are allowed",
      help: "a loop in a loop goes through the product of both; take a shorter list")
  }
}
