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

  /// One `key: value` of a map.
  public struct Entry: Sendable {
    /// The key.
    public let key: Expression
    /// The value under it.
    public let value: Expression
  }

  /// What a node is.
  public indirect enum Kind: Sendable {
    /// A value written out.
    case literal(Literal)
    /// A name; `.name` is a root name, which no loop variable hides.
    case identifier(String, isRoot: Bool)
    /// `operand.name`.
    case select(Expression, Name)
    /// `has(operand)`: whether a field, key or value is there.
    case presence(Expression)
    /// `list[place]` or `map[key]`.
    case index(Expression, Expression)
    /// `name(arguments)` or `receiver.name(arguments)`.
    case call(Name, receiver: Expression?, arguments: [Expression])
    /// `!x` or `-x`.
    case unary(UnaryOperator, Expression)
    /// `left operator right`.
    case binary(BinaryOperator, Expression, Expression)
    /// `condition ? yes : no`.
    case conditional(Expression, Expression, Expression)
    /// `[a, b]`.
    case list([Expression])
    /// `{a: b}`.
    case map([Entry])
    /// `range.all(variable, body)` and its kin.
    case comprehension(Comprehension)
  }
}

/// A value written out in an expression.
public enum Literal: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// `42`; a minus before it belongs to it.
  case int(Int64)
  /// `42u`.
  case uint(UInt64)
  /// `4.99`, with the exact decimal that was written where it has at most 38 digits.
  case double(Double, exact: Decimal?)
  /// A text.
  case string(String)
  /// Raw bytes.
  case bytes([UInt8])

  /// The value at run time.
  public var value: Value {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .int(let int): .int(int)
    case .uint(let uint): .uint(uint)
    case .double(let double, exact: _): .double(double)
    case .string(let text): .string(text)
    case .bytes(let bytes): .bytes(bytes)
    }
  }

  /// The number as it was written, exactly; nil where this is no number or has too many digits.
  public var decimal: Decimal? {
    switch self {
    case .int(let int): Decimal(int)
    case .uint(let uint): Decimal(mantissa: Int128(uint), scale: 0)
    case .double(_, let exact): exact
    case .null, .bool, .string, .bytes: nil
    }
  }
}

/// An operator before one operand.
public enum UnaryOperator: String, Hashable, Sendable {
  /// Turns true into false and back.
  case not = "!"
  /// Turns the sign.
  case negate = "-"
}

/// An operator between two operands.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  /// Whether one side holds.
  case or = "||"
  /// Whether both sides hold.
  case and = "&&"
  /// Whether both sides are equal.
  case equal = "=="
  /// Whether the sides differ.
  case notEqual = "!="
  /// Whether the left side is below the right one.
  case less = "<"
  /// Whether the left side is not above the right one.
  case lessOrEqual = "<="
  /// Whether the left side is above the right one.
  case greater = ">"
  /// Whether the left side is not below the right one.
  case greaterOrEqual = ">="
  /// Whether a list has an element, or a map a key.
  case `in` = "in"
  /// The sum, or one text, list behind the other.
  case add = "+"
  /// The difference.
  case subtract = "-"
  /// The product.
  case multiply = "*"
  /// The quotient; of ints without its fraction.
  case divide = "/"
  /// What an int division leaves.
  case remainder = "%"
}

/// A loop over the elements of a list or the keys of a map.
public struct Comprehension: Sendable {
  /// Which loop.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Whether the body holds for every element.
    case all
    /// Whether it holds for at least one.
    case exists
    /// Whether it holds for exactly one.
    case existsOne = "exists_one"
    /// The list of what the body makes of each element.
    case map
    /// The list of the elements for which it holds.
    case filter
  }

  /// Which loop.
  public let kind: Kind
  /// The list or map.
  public let range: Expression
  /// The name of the element in the body.
  public let variable: Expression.Name
  /// Which elements take part: only in `map` with three arguments.
  public let condition: Expression?
  /// The predicate, or what `map` makes of an element.
  public let body: Expression
}
