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
    case .noRecipient, .collection, .awaitingApproval, .scheduleFinished: return sourceOfLadder(place)
    case .unallocatedMoney, .conditionFailed, .noTierInHorizon, .notIssuedYet, .settled:
      return plan.source
    }
  }

  /// The step that is reached, or the end of the schedule where none is left.
  private func sourceOfLadder(_ place: Int) -> Source {
    guard let schedule else { return plan.source }
    let ladder = Ladder(
      plan: plan, schedule: schedule, part: account.receivables[place], history: state.parts[place].sent)
    return ladder.reached(on: today).step?.source ?? plan.schedules[schedule].endSource
  }
}
