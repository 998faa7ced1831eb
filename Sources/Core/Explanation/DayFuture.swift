import PolicyModel
import Receivables
import Schedule
import Simulation

/// What comes after a day, and what would have come on it without what kept it back.
struct DayFuture {
  let scenario: Scenario
  let look: DayLook
  let preview: CustomerPreview
  let day: Day

  private var plan: Plan { scenario.plan }

  /// The next thing that happens to a part after the day; nil where nothing does within the horizon.
  func next(_ place: Int) -> DayExplanation.Coming? {
    let message = preview.messages.first { planned in
      planned.message.day > day && planned.message.parts.contains { $0.place == place }
    }
    let flag = preview.flags.first { $0.day > day && isAbout(place, $0) }
    if let flag, message.map({ flag.day < $0.message.day }) ?? true { return coming(flag) }
    return message.map { coming($0, place) }
  }

  /// What nearly happened: without what kept a part quiet, then within a few days.
  func nearly(_ places: [Int]) -> [DayExplanation.Coming] {
    var found: [DayExplanation.Coming] = []
    for silence in look.decision.silences where places.contains(silence.place) {
      if let tier = tier(without: silence.reason, silence.place) {
        let part = look.account.receivables[silence.place].id
        found.append(
          DayExplanation.Coming(
            day: day, text: "without it, `\(plan.tiers[tier.tier].name)` for \(part) would leave today",
            source: tier.source))
      }
    }
    var soon: [DayExplanation.Coming] = []
    for flag in preview.flags where flag.day > day && flag.day <= day + Explainer.nearDays {
      if places.isEmpty || flag.invoice == nil || places.contains(where: { isAbout($0, flag) }) {
        soon.append(coming(flag))
      }
    }
    for planned in preview.messages
    where planned.message.day > day && planned.message.day <= day + Explainer.nearDays {
      if let place = planned.message.parts.map(\.place).first(where: { places.contains($0) }) {
        soon.append(coming(planned, place))
      }
    }
    for silence in preview.silences
    where silence.from > day && silence.from <= day + Explainer.nearDays && places.contains(silence.place) {
      soon.append(
        DayExplanation.Coming(
          day: silence.from,
          text: "\(preview.parts[silence.place]) is quiet as `\(silence.reason.text(in: plan))`",
          source: silence.source))
    }
    return found
      + soon.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// The step that the decider would take today without a reason.
  private func tier(without reason: SilenceReason, _ place: Int) -> PlannedStep? {
    var state = look.state
    var addresses = look.addresses
    var approvals: Approvals = scenario.ownerIsPresent ? .given : .notGiven
    switch reason {
    case .paused: state.pauses = []
    case .heldByEscalation, .heldByResponse, .heldByOwner, .unknownSend, .failedSend: state.holds = []
    case .heldByReview: state.unseenFlagSince = nil
    case .disputed: for place in state.parts.indices { state.parts[place].isDisputedByReply = false }
    case .minGap, .atMost:
      state.messages = []
      addresses = AddressLog()
    case .awaitingApproval: approvals = .given
    default: return nil
    }
    let decision = decide(
      plan, look.account, state, addresses, on: day, approvals: approvals)
    return decision.messages.flatMap(\.parts).first { $0.place == place }?.step
  }

  /// What would end a silence, besides a payment.
  func changes(_ reason: SilenceReason, _ place: Int) -> [String] {
    let part = look.account.receivables[place]
    switch reason {
    case .disputed:
      return [
        part.isDisputedByBooks
          ? "the books no longer call it disputed" : "the owner releases it, once the dispute is settled"
      ]
    case .heldByEscalation, .heldByResponse, .heldByOwner: return ["the owner releases the hold"]
    case .heldByReview: return ["the owner looks at the flag"]
    case .unknownSend: return ["the owner finds out whether the last message arrived"]
    case .failedSend: return ["the owner mends what the mail server refuses, and releases it"]
    case .paused:
      let last = look.state.pauses.filter {
        $0.first <= day && day <= $0.last && $0.parts?.contains(place) ?? true
      }
      .map(\.last).max()
      return last.map { ["the pause ends by itself; \($0) is its last day"] } ?? []
    case .unallocatedMoney: return ["the books say what the money was for"]
    case .noRate: return ["a rate for \(part.balance.currency.code) under `rates:`"]
    case .conditionFailed: return ["facts with which the condition can be worked out"]
    case .belowMinBalance:
      return plan.limits.minBalance.map { ["a balance of \($0) \(plan.base.code) or more"] } ?? []
    case .afterIssue: return ["time alone"]
    case .minGap, .atMost: return ["time alone: messages of earlier days stop counting"]
    case .awaitingApproval: return ["the owner approves it"]
    case .noRecipient: return ["an address in the books for the role that the tier goes to"]
    case .collection: return ["the books say `collection: failed`"]
    case .scheduleFinished: return ["the owner decides; no tier is left"]
    case .noTierInHorizon, .notIssuedYet, .settled: return []
    }
  }

  private func isAbout(_ place: Int, _ flag: Flag) -> Bool {
    let part = look.account.receivables[place].id
    return flag.invoice == nil || flag.invoice == "\(part)" || flag.invoice == part.number
  }

  private func coming(_ flag: Flag) -> DayExplanation.Coming {
    let about = flag.invoice.map { " for \($0)" } ?? ""
    let text =
      switch flag.origin {
      case .escalation(let rule):
        "the rule `\(plan.escalations[rule].name)` fires\(about): "
          + plan.escalations[rule].actions.map { plan.text(of: $0) }.joined(separator: ", ")
      case .response(let kind): "`\(kind.rawValue)` is flagged\(about)"
      case .own(let own): "`\(own.rawValue)` is flagged\(about)"
      }
    return DayExplanation.Coming(day: flag.day, text: text, source: flag.source)
  }

  private func coming(_ planned: PlannedMessage, _ place: Int) -> DayExplanation.Coming {
    let message = planned.message
    let step = message.parts.first { $0.place == place }?.step ?? message.step
    let approval = message.needsApproval ? ", if the owner approves it" : ""
    return DayExplanation.Coming(
      day: message.day,
      text: "`\(plan.tiers[step.tier].name)` for \(preview.parts[place]), \(plan.tones[message.tone])"
        + " (\(PlanText.text(step.timing)))\(approval)",
      source: step.source)
  }
}
