/// An operator before one operand.
///
///     print(UnaryOperator.not.rawValue)  // !
public enum UnaryOperator: String, Hashable, Sendable {
  /// Turns true into false and back.
  case not = "!"
  /// Turns the sign.
  case negate = "-"
}
