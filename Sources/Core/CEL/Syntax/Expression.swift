/// A node of an expression's tree, with the place where it stands.
public struct Expression: Sendable {
  /// The node's number in its expression: dense, from 0.
  public let id: Int
  /// The UTF-8 offsets of its text.
  public let range: Range<Int>
  /// What it is.
  public let kind: Kind
  /// The levels of nodes below and with it; at most `ExpressionLimits.depth`.
  let height: Int

  /// A word of the text with its place.
  public struct Name: Hashable, Sendable {
    /// The word.
    public let text: String
    /// Where it stands.
    public let range: Range<Int>
  }

  /// One element of a list that is written out.
  public struct Element: Sendable {
    /// What gives the element.
    public let value: Expression
    /// Whether it is written `?value`: the value is an optional, and without one there is no element.
    public let isOptional: Bool
  }

  /// One `key: value` of a map.
  public struct Entry: Sendable {
    /// The key.
    public let key: Expression
    /// The value under it.
    public let value: Expression
    /// Whether it is written `?key: value`: the value is an optional, and without one there is no entry.
    public let isOptional: Bool
  }

  /// What a node is.
  public indirect enum Kind: Sendable {
    /// A value written out.
    case literal(Literal)
    /// A name; `.name` is a root name, which no loop variable hides.
    case identifier(String, isRoot: Bool)
    /// `operand.name`.
    case select(Expression, Name)
    /// `operand.?name`: an optional, which holds nothing where the field or key is not there.
    case optionalSelect(Expression, Name)
    /// `has(operand)`: whether a field, key or value is there.
    case presence(Expression)
    /// `list[place]` or `map[key]`.
    case index(Expression, Expression)
    /// `list[?place]` or `map[?key]`: an optional, which holds nothing where there is none.
    case optionalIndex(Expression, Expression)
    /// `name(arguments)` or `receiver.name(arguments)`.
    case call(Name, receiver: Expression?, arguments: [Expression])
    /// `!x` or `-x`.
    case unary(UnaryOperator, Expression)
    /// `left operator right`.
    case binary(BinaryOperator, Expression, Expression)
    /// `condition ? yes : no`.
    case conditional(Expression, Expression, Expression)
    /// `[a, ?b]`.
    case list([Element])
    /// `{a: b, ?c: d}`.
    case map([Entry])
    /// `range.all(variable, body)` and its kin.
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
