/// What a node of an expression refers to.
public enum Reference: Hashable, Sendable {
  /// A fact, by its slot.
  case slot(Int)
  /// A loop variable, by its place among the loop variables in force: the outermost is 0.
  case local(Int)
  /// A field of an object, by its place in the declaration.
  case field(Int)
  /// A key of a map, written as a field.
  case key(String)
  /// A function of the language.
  case function(StandardFunction)
  /// A function of the host, by the host's own number.
  case host(Int)
  /// `x.or(fallback)`.
  case fallback
}

/// An expression whose names are resolved and whose types fit: the promise that it can be compiled.
public struct CheckedExpression: Sendable {
  /// The text it was made from.
  public let text: String
  /// The tree.
  public let root: Expression
  /// The type of the whole.
  public let type: CELType
  /// The facts it may read.
  public let slots: Set<Int>
  /// How many nodes the tree has; their numbers are below it.
  public let nodeCount: Int
  private let types: [CELType]
  private let references: [Reference?]

  init(text: String, root: Expression, types: [CELType], references: [Reference?]) {
    self.text = text
    self.root = root
    self.types = types
    self.references = references
    type = types[root.id]
    nodeCount = types.count
    slots = Set(
      references.compactMap { reference in
        if case .slot(let slot) = reference { slot } else { nil }
      })
  }

  /// The type of a node; a literal number that stands for money or a double has that type.
  public func type(of id: Int) -> CELType { types.indices.contains(id) ? types[id] : .dyn }

  /// What a node refers to; nil for literals, operators and nodes that are part of a longer name.
  public func reference(of id: Int) -> Reference? {
    references.indices.contains(id) ? references[id] : nil
  }
}

/// What checking gives: the checked expression, or the issues that stand in its way.
public struct CheckResult: Sendable {
  /// The expression; nil where there are issues.
  public let expression: CheckedExpression?
  /// All issues found, in order of the text.
  public let issues: [Issue]
}

/// Reads and checks an expression.
///
/// - Parameters:
///   - text: At most `ExpressionLimits.textBytes` bytes.
///   - environment: The names that it may use.
///   - expected: The type it must have. `nil` takes any, also one whose value may be missing; `.dyn` takes
///     any whose value is never missing; `.money` takes a bare literal number too, in the base currency.
/// - Returns: The expression, or all issues found at once.
public func check(text: String, in environment: Environment, expecting expected: CELType?) -> CheckResult {
  let source = Array(text.utf8)
  var parser = Parser(source)
  let tree = parser.parse()
  guard let tree else {
    return CheckResult(expression: nil, issues: parser.issues.inOrder)
  }
  var checker = Checker(environment: environment, source: source, nodeCount: parser.nodeCount)
  checker.checkRoot(tree, expecting: expected)
  let issues = (parser.issues + checker.issues).inOrder
  guard issues.isEmpty else { return CheckResult(expression: nil, issues: issues) }
  return CheckResult(
    expression: CheckedExpression(
      text: text, root: tree, types: checker.types.map { $0 ?? .dyn }, references: checker.references),
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
