/// A node of an expression's tree, with the place where it stands.
///
///     if let root = resolve(text: "size(tags) > 2", in: Environment()).expression?.root {
///       print(root.range)  // 0..<14
///       print(root.children.count)  // 2
///     }
public struct Expression: Sendable {
  /// The node's number in its expression: dense, from 0.
  public let id: Int
  /// The UTF-8 offsets of the node's text, parentheses around it left out.
  public let range: Range<Int>
  /// What the node is, with the nodes below it.
  public let kind: Kind
  /// The levels of nodes below and with it; at most `ExpressionLimits.depth`.
  let height: Int

  /// A word of the text with its place.
  ///
  ///     let root = resolve(text: "invoice.due", in: Environment()).expression?.root
  ///     if case .select(_, let name)? = root?.kind {
  ///       print("\(name.text) \(name.range)")  // due 8..<11
  ///     }
  public struct Name: Hashable, Sendable {
    /// The word itself, without the backquotes of an escaped field.
    public let text: String
    /// The UTF-8 offsets of the word in the expression's text.
    public let range: Range<Int>
  }

  /// One element of a list that is written out.
  ///
  ///     let root = resolve(text: "[1, ?x]", in: Environment()).expression?.root
  ///     if case .list(let elements)? = root?.kind {
  ///       print(elements.map(\.isOptional))  // [false, true]
  ///     }
  public struct Element: Sendable {
    /// What gives the element.
    public let value: Expression
    /// Whether it is written `?value`: the value is an optional, and without one there is no element.
    public let isOptional: Bool
  }

  /// One `key: value` of a map.
  ///
  ///     let root = resolve(text: "{'a': 1}", in: Environment()).expression?.root
  ///     if case .map(let entries)? = root?.kind {
  ///       print(entries.map { $0.key.literal == .string("a") })  // [true]
  ///     }
  public struct Entry: Sendable {
    /// What gives the key: a bool, int, uint or string when it runs.
    public let key: Expression
    /// What gives the value under the key.
    public let value: Expression
    /// Whether it is written `?key: value`: the value is an optional, and without one there is no entry.
    public let isOptional: Bool
  }

  /// What a node is.
  ///
  ///     let root = resolve(text: "a || b", in: Environment()).expression?.root
  ///     if case .binary(let sign, _, _)? = root?.kind {
  ///       print(sign.rawValue)  // ||
  ///     }
  public indirect enum Kind: Sendable {
    /// A value written out.
    case literal(Literal)
    /// A name; `.name` is a root name, which no loop variable hides.
    case identifier(String, isRoot: Bool)
    /// A field or key of the operand: `operand.name`.
    case select(Expression, Name)
    /// `operand.?name`: an optional, which holds nothing where the field or key is not there.
    case optionalSelect(Expression, Name)
    /// `has(operand)`: whether a field, key or value is there.
    case presence(Expression)
    /// An element or value: `list[place]` or `map[key]`.
    case index(Expression, Expression)
    /// `list[?place]` or `map[?key]`: an optional, which holds nothing where there is none.
    case optionalIndex(Expression, Expression)
    /// A call of a function: `name(arguments)` or `receiver.name(arguments)`.
    case call(Name, receiver: Expression?, arguments: [Expression])
    /// An operator before its operand: `!x` or `-x`.
    case unary(UnaryOperator, Expression)
    /// An operator between its operands: `left operator right`.
    case binary(BinaryOperator, Expression, Expression)
    /// One of two: `condition ? yes : no`.
    case conditional(Expression, Expression, Expression)
    /// A list written out: `[a, ?b]`.
    case list([Element])
    /// A map written out: `{a: b, ?c: d}`.
    case map([Entry])
    /// A macro that loops or binds: `range.all(variable, body)` and its kin.
    case comprehension(Comprehension)
  }

  /// The nodes directly below, in the order of the text.
  public var children: [Expression] {
    switch kind {
    case .literal, .identifier: []
    case .select(let operand, _), .optionalSelect(let operand, _), .presence(let operand),
      .unary(_, let operand):
      [operand]
    case .index(let operand, let place), .optionalIndex(let operand, let place): [operand, place]
    case .call(_, let receiver, let arguments): (receiver.map { [$0] } ?? []) + arguments
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let loop): [loop.range] + (loop.condition.map { [$0] } ?? []) + [loop.body]
    }
  }
}
