import Receivables
import Schedule

extension PolicyHappening {
  /// What the journal keeps of an event of `decide` or `respond`: places become names; nil for what other happenings
  /// say (messages, answers, the owner).
  ///
  /// - Parameters:
  ///   - plan: The plan under which it was decided.
  ///   - account: The books by which it was decided.
  package init?(_ event: Event, _ plan: Plan, _ account: Account) {
    func ids(_ places: [Int]) -> [ReceivableID] { places.map { account.receivables[$0].id } }
    func given(_ pause: Pause) -> PauseGiven? {
      guard case .paused(let response) = pause.reason else { return nil }
      return PauseGiven(parts: pause.parts.map(ids), first: pause.first, last: pause.last, response: response)
    }
    func number(_ first: Int?) -> String? { first.map { account.receivables[$0].id.number } }
    switch event {
    case .sent, .bounced, .takenBack, .unknownEnded, .answered, .released, .cleared: return nil
    case .disputed(let parts): self = .disputed(parts: ids(parts))
    case .settled(let parts, _): self = .settled(parts: ids(parts))
    case .promised(let named, let granted, let pause):
      self = .promised(named: ids(named), granted: ids(granted), pause: pause.flatMap(given))
    case .pauseBegan(let pause):
      guard let pause = given(pause) else { return nil }
      self = .pauseBegan(pause)
    case .holdBegan(let hold):
      guard let reason = PlanNames.reasonText(hold.reason, plan) else { return nil }
      self = .holdBegan(parts: hold.parts.map(ids), reason: reason)
    case .promiseBroken(let promise): self = .promiseBroken(promise)
    case .fired(let rule, let first):
      self = .fired(
        rule: plan.nameOfRule(rule), invoice: number(first),
        actions: plan.escalations[rule].actions.map { plan.text(of: $0) })
    case .lapsed(let rule, let first): self = .lapsed(rule: plan.nameOfRule(rule), invoice: number(first))
    case .scheduleMoved(let schedule): self = .scheduleMoved(to: plan.schedules[schedule].name)
    case .scheduleEnded: self = .scheduleEnded
    case .flagged(let flag, let place): self = .flagged(flag, part: account.receivables[place].id)
    }
  }
}
