/// What one evaluation may still cost.
///
///     final class Tags: Facts {
///       func fact(_ slot: Int) -> Value { .list([.string("trade"), .string("vip")]) }
///     }
///     let environment = Environment(variables: [Declaration("tags", .list(.string))])
///     let text = "tags.exists(tag, tag == 'vip')"
///     if let expression = check(text: text, in: environment, expecting: .bool).expression {
///       var budget = Budget(steps: 100)
///       _ = try Program(expression).evaluate(Tags(), spending: &budget)
///       print(budget.steps < 100)  // true
///     }
///
/// One step pays for an element that a loop, a search or a comparison visits, for an entry of a list or map
/// that is made, or for 16 bytes of text that are read or written.
public struct Budget: Sendable {
  /// The steps that are left; 0 once an evaluation has asked for more than there were.
  public private(set) var steps: Int

  /// Makes a budget; as many steps as one evaluation may take, if nothing else is said.
  public init(steps: Int = ExpressionLimits.evaluationSteps) { self.steps = steps }

  /// Takes steps off; throws `stepLimit` where fewer are left, and from then on.
  @inline(__always)
  mutating func spend(_ cost: Int) throws(EvaluationError) {
    guard cost <= steps else {
      steps = 0
      throw .stepLimit
    }
    steps -= cost
  }

  /// Takes off what reading or writing a text of this many bytes costs.
  mutating func spend(bytes: Int) throws(EvaluationError) { try spend(bytes / 16 + 1) }
}
