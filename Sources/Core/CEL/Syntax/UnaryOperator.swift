/// An operator before one operand.
public enum UnaryOperator: String, Hashable, Sendable {
  /// Turns true into false and back.
  case not = "!"
  /// Turns the sign.
  case negate = "-"
}
