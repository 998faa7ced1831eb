import PolicyModel

extension Decider {
  /// The policy line behind a silence.
  func source(of reason: SilenceReason, _ place: Int) -> Source {
    switch reason {
    case .heldByEscalation(let rule): return plan.escalations[rule].source
    case .heldByResponse(let kind), .paused(let kind):
      return plan.responses[kind.index]?.source ?? plan.source
    case .disputed: return plan.responses[Response.Kind.dispute.index]?.source ?? plan.source
    case .belowMinBalance: return plan.limits.minBalanceSource
    case .afterIssue: return plan.limits.afterIssueSource
    case .minGap: return plan.limits.minGapSource
    case .atMost: return plan.limits.atMostSource
    case .noRate: return plan.limits.ratesSource
    case .noRecipient, .collection, .scheduleFinished, .awaitingApproval:
      return plan.schedules[state.movedTo ?? 0].source
    case .heldByReview, .unallocatedMoney, .conditionFailed, .noTierInHorizon, .notIssuedYet, .settled:
      return plan.source
    }
  }
}
