/// An expression whose names are resolved and whose types fit: the promise that it can be compiled.
///
///     let environment = Environment(variables: [Declaration("today", .date), Declaration("due", .date)])
///     if let expression = check(text: "today - due", in: environment, expecting: nil).expression {
///       print(expression.type)  // int
///       print(expression.slots.sorted())  // [0, 1]
///     }
public struct CheckedExpression: Sendable {
  /// The text it was made from.
  public let text: String
  /// The tree of the text, macros included; places in it are UTF-8 offsets in `text`.
  public let root: Expression
  /// The type of the whole, never a type parameter; `dyn` where types were not checked.
  public let type: CELType
  /// The facts it may read, by the slots of the environment; a fact behind `||` counts too.
  public let slots: Set<Int>
  /// Whether the types were checked, or only the names resolved.
  public let isChecked: Bool
  /// How many nodes the tree has; their numbers are below it.
  public let nodeCount: Int
  private let types: [CELType]
  private let references: [Reference?]

  init(
    text: String, root: Expression, types: [CELType], references: [Reference?], isChecked: Bool
  ) {
    self.isChecked = isChecked
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
///
///     let result = check(text: "1 +", in: Environment(), expecting: .int)
///     print(result.expression == nil)  // true
///     print(result.issues.count)  // 1
public struct CheckResult: Sendable {
  /// The expression, ready for `Program`; nil where there are issues.
  public let expression: CheckedExpression?
  /// All issues found, in order of the text.
  public let issues: [Issue]
}
