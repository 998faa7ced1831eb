/// An operator between two operands.
///
///     print(BinaryOperator.lessOrEqual.rawValue)  // <=
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
