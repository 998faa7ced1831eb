import CEL

/// A rule with its condition compiled.
package struct PlannedEscalation: Sendable {
  package let name: String
  package let condition: Program
  /// The condition as it was written, on one line.
  package let conditionText: String
  package let isPerInvoice: Bool
  /// When what the condition says can change.
  let pace: VerdictPace
  package let actions: [Action]
  package let note: String?
  package let source: Source

  /// What it does when it fires, schedules by their place in the plan.
  package enum Action: Hashable, Sendable {
    case flag
    case holdCustomer
    case holdInvoice
    case notify
    case task(String)
    /// Place in `Plan.schedules`.
    case schedule(Int)
  }
}
