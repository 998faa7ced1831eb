import PolicyModel

extension Decider {
  /// The policy line behind a silence.
  func source(of reason: SilenceReason, _ place: Int) -> Source {
    switch reason {
    case .heldByEscalation(let rule):
      return rule < plan.escalations.count ? plan.escalations[rule].source : plan.source
    case .heldByResponse(let kind), .paused(let kind):
      return plan.responses[kind.index]?.source ?? plan.source
    case .disputed: return plan.responses[Response.Kind.dispute.index]?.source ?? plan.source
    case .belowMinBalance: return plan.limits.minBalanceSource
    case .afterIssue: return plan.limits.afterIssueSource
    case .minGap: return plan.limits.minGapSource
    case .atMost: return plan.limits.atMostSource
    case .noRate: return plan.limits.ratesSource
    case .scheduleFinished: return schedule.map { plan.schedules[$0].endSource } ?? plan.source
    case .noRecipient, .collection, .awaitingApproval: return sourceOfStep(place)
    case .heldByReview: return plan.reviewSource
    case .heldByOwner, .unknownSend, .failedSend, .unallocatedMoney, .conditionFailed, .noTierInHorizon,
      .notIssuedYet, .settled:
      return plan.source
    }
  }

  /// The step that is reached.
  private func sourceOfStep(_ place: Int) -> Source {
    guard let schedule else { return plan.source }
    guard let position = standing(of: place, on: schedule).position else {
      return plan.schedules[schedule].endSource
    }
    return plan.schedules[schedule].steps[position].source
  }
}
