import PolicyModel

/// Why an invoice was quiet on a day although it could have been written about.
package enum SilenceReason: Hashable, Sendable {
  case disputed
  case heldByEscalation(Int)
  case heldByResponse(Response.Kind)
  case heldByOwner
  /// A flag was not looked at in time.
  case heldByReview
  case paused(Response.Kind)
  case unallocatedMoney
  case noRate
  case conditionFailed
  case belowMinBalance
  case afterIssue
  case minGap
  case atMost
  case awaitingApproval
  case noRecipient
  /// Nobody knows whether a message about it was sent.
  case unknownSend
  /// The mail server refused a message about it for good.
  case failedSend
  case collection
  case scheduleFinished
  // These stand alone, from the first day to the last:
  case noTierInHorizon
  case notIssuedYet
  case settled

  /// Gap and cap are judged on open days only; every other reason on every calendar day.
  package var isJudgedOnOpenDays: Bool { self == .minGap || self == .atMost }

  /// As the contract writes it.
  package func text(in plan: Plan) -> String {
    switch self {
    case .disputed: "disputed"
    case .heldByEscalation(let rule): "held-by-\(plan.nameOfRule(rule))"
    case .heldByResponse(let kind): "held-by-\(kind.rawValue)"
    case .heldByOwner: "held-by-owner"
    case .heldByReview: "held-by-review"
    case .paused(let kind): "paused-by-\(kind.rawValue)"
    case .unallocatedMoney: "unallocated-money"
    case .noRate: "no-rate"
    case .conditionFailed: "condition-failed"
    case .belowMinBalance: "below-min-balance"
    case .afterIssue: "after-issue"
    case .minGap: "min-gap"
    case .atMost: "at-most"
    case .awaitingApproval: "awaiting-approval"
    case .noRecipient: "no-recipient"
    case .unknownSend: "unknown-send"
    case .failedSend: "failed-send"
    case .collection: "collection"
    case .scheduleFinished: "schedule-finished"
    case .noTierInHorizon: "no-tier-in-horizon"
    case .notIssuedYet: "not-issued-yet"
    case .settled: "settled"
    }
  }
}
