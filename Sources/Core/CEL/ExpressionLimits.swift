/// The bounds that keep a hostile expression from costing time or stack.
///
///     let long = String(repeating: " ", count: ExpressionLimits.textBytes) + "1"
///     print(check(text: long, in: Environment(), expecting: .int).issues.map(\.kind.rawValue))  // ["limit"]
public enum ExpressionLimits {
  /// The longest text of an expression, in UTF-8 bytes.
  public static let textBytes = 64 * 1024
  /// The deepest nesting of parentheses, lists, calls and operators in a row.
  public static let depth = 250
  /// The steps that loops, searches and comparisons of lists may take in one evaluation.
  public static let evaluationSteps = 1_000_000
}
