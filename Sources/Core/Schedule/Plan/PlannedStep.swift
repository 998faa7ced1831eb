import PolicyModel
import Receivables

/// One tier of one schedule.
package struct PlannedStep: Sendable {
  /// Place in `Plan.tiers`.
  package let tier: Int
  package let position: Int
  package let timing: Timing
  package let level: Int
  package let tone: Int?
  package let channels: [Tier.Channel]
  package let needsApproval: Bool
  package let takesAnyCollection: Bool
  package let from: Tier.Author
  /// Place in `Plan.roles`.
  package let to: Int
  package let cc: [Int]
  package let respondWithin: DaySpan?
  package let charges: Bool
  package let source: Source

  package var isBeforeDue: Bool { level == 0 }
}
