/// A comparison of two values: the operators that are one, and what can be said of them.
///
///     print(Comparison.less.opposite.holds(3, 3))  // true
///     print(Comparison.less.swapped == .greater)  // true
public enum Comparison: Hashable, Sendable {
  /// Both sides are equal.
  case equal
  /// The sides differ.
  case notEqual
  /// The left side is below the right one.
  case less
  /// The left side is not above the right one.
  case lessOrEqual
  /// The left side is above the right one.
  case greater
  /// The left side is not below the right one.
  case greaterOrEqual

  /// The comparison that an operator is; nil for sums, products, `in` and the logical ones.
  public init?(_ operation: BinaryOperator) {
    switch operation {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .or, .and, .in, .add, .subtract, .multiply, .divide, .remainder: return nil
    }
  }

  /// The comparison that says the same with the sides swapped: of `<` it is `>`.
  public var swapped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// The comparison that holds where this one does not, among values of a type with a total order.
  public var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// Whether it holds for two values of a type with a total order.
  @inlinable
  public func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
