/// Resolves the names of an expression and finds the type of each of its nodes.
///
/// A node whose mistake is already reported has no type (nil), so that one mistake is told once.
struct Checker {
  let source: [UInt8]
  private(set) var references: [Reference?]
  private(set) var issues: [Issue] = []
  /// The values that are known to be there at this point of the tree.
  var present: Set<Path> = []
  /// The names in force at this point of the tree.
  var names: NameScope
  /// What the type parameters stand for so far.
  var substitution = Substitution()
  private var types: [CELType?]

  var environment: Environment { names.environment }

  init(environment: Environment, source: [UInt8], nodeCount: Int) {
    names = NameScope(environment)
    self.source = source
    types = Array(repeating: nil, count: nodeCount)
    references = Array(repeating: nil, count: nodeCount)
  }

  /// The types of all nodes, by number; what nothing decides is `dyn`.
  var finalTypes: [CELType] {
    types.map { $0.map { substitution.resolved($0, undecidedAsDyn: true) } ?? .dyn }
  }

  /// Checks the whole expression against the type that is asked for.
  mutating func checkRoot(_ root: Expression, expecting expected: CELType?) {
    guard let expected else {
      _ = check(root)
      return
    }
    if expected == .bool {
      boolean(root, for: "a condition")
      return
    }
    guard let type = expected.isNullable ? check(root) : value(root) else { return }
    if fits(root, type, expected) { return }
    report(
      Issue(
        range: root.range, kind: .typeMismatch,
        message: "`\(snippet(root))` is \(type.phrase), and \(expected.phrase) is expected here",
        expected: [expected.description]))
  }

  /// Whether a value can stand where a type is asked for; a literal number may take that type.
  mutating func fits(_ node: Expression, _ type: CELType, _ expected: CELType) -> Bool {
    substitution.fits(type, expected) || coerce(node, to: expected.unwrapped)
  }

  /// The type of a node; it may be nullable.
  mutating func check(_ node: Expression) -> CELType? {
    let type = found(node).map { substitution.resolved($0) }
    types[node.id] = type
    return type
  }

  /// The type of a node whose value has to be there; a missing test or fallback is reported.
  mutating func value(_ node: Expression) -> CELType? {
    guard let type = check(node) else { return nil }
    guard type.isNullable else { return type }
    reportUnguarded(node, type)
    types[node.id] = type.unwrapped
    return type == .null ? nil : type.unwrapped
  }

  /// Checks a node that has to be true or false; `user` is what needs it, such as "`&&`".
  mutating func boolean(_ node: Expression, for user: String) {
    guard let type = check(node) else { return }
    if type.unwrapped == .bool, type.isNullable {
      reportUnguarded(node, type)
    } else if type == .null || !substitution.fits(type, .bool) {
      reportNotBoolean(node, type, user)
    }
  }

  private mutating func found(_ node: Expression) -> CELType? {
    switch node.kind {
    case .literal(let literal): return type(of: literal)
    case .identifier(let name, let isRoot): return identifier(node, name, isRoot: isRoot)
    case .select(let operand, let name): return select(node, operand, name)
    case .optionalSelect(let operand, let name): return optionalSelect(node, operand, name)
    case .presence(let operand):
      return check(operand) == nil ? nil : .bool
    case .index(let operand, let place): return index(operand, place)
    case .optionalIndex(let operand, let place): return optionalIndex(operand, place)
    case .call(let name, let receiver, let arguments): return call(node, name, receiver, arguments)
    case .unary(let operation, let operand): return unary(node, operation, operand)
    case .binary(let operation, let left, let right): return binary(node, operation, left, right)
    case .conditional(let condition, let yes, let no): return conditional(node, condition, yes, no)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .comprehension(let loop): return comprehension(node, loop)
    }
  }

  private func type(of literal: Literal) -> CELType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }

  /// The type found for a node that has been checked.
  func type(of node: Expression) -> CELType? { types[node.id] }

  mutating func refer(_ node: Expression, to reference: Reference) { references[node.id] = reference }

  /// Keeps an issue; those beyond the limit would help nobody.
  mutating func report(_ issue: Issue) {
    if issues.count < Parser.issueLimit { issues.append(issue) }
  }

  /// Lets a literal number stand for a double or money; says whether that is possible.
  mutating func coerce(_ node: Expression, to type: CELType) -> Bool {
    guard let literal = node.literal, let decimal = literal.decimal else { return false }
    switch (type, literal) {
    case (.money, _): break
    case (.double, .int(let int)):
      guard WholeNumber.int(Double(int)) == int, decimal.scale == 0 else { return false }
    default: return false
    }
    types[node.id] = type
    return true
  }

  /// What a node stands for, if a test can show it to be there. The node has been checked.
  func path(_ node: Expression) -> Path? {
    switch references[node.id] {
    case .slot(let slot): return .slot(slot)
    case .local(let place):
      return names.locals.indices.contains(place) ? .local(names.locals[place].id) : nil
    case .field(let field):
      guard case .select(let operand, _) = node.kind else { return nil }
      return path(operand).map { .field($0, field) }
    case .key(let key):
      guard case .select(let operand, _) = node.kind else { return nil }
      return path(operand).map { .key($0, key) }
    case .nameSpace, .function, .host, .hosts, .fallback, .type, .unknown, nil: return nil
    }
  }

  /// The type that is left once a test has shown the node's value to be there.
  func guarded(_ node: Expression, _ type: CELType) -> CELType {
    guard type.isNullable, let path = path(node), present.contains(path) else { return type }
    return type.unwrapped
  }

  /// Runs a check in which further values are known to be there.
  mutating func assuming<Result>(_ paths: Set<Path>, _ body: (inout Checker) -> Result) -> Result {
    let before = present
    present.formUnion(paths)
    defer { present = before }
    return body(&self)
  }

  /// What the truth or falsehood of a checked node shows to be there.
  func shown(by node: Expression) -> Presence { Presence.shown(by: node) { path($0) } }

  /// The node's text for a message, cut where it is long.
  func snippet(_ node: Expression) -> String { snippet(node.range) }

  /// The text of a range for a message, cut where it is long.
  func snippet(_ range: Range<Int>) -> String {
    let text = String(decoding: source[range], as: UTF8.self)
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count <= 48 ? line : line.prefix(47) + "…"
  }
}

extension CELType {
  /// The type of the value in an optional; nil for other types.
  var optionalContent: CELType? {
    if case .optional(let type) = self { return type }
    return nil
  }

  /// Whether nothing is known of the type before the expression runs.
  var isOpen: Bool {
    switch self {
    case .dyn, .parameter: true
    default: false
    }
  }
}
