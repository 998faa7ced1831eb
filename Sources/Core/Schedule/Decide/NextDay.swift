import PolicyModel
import Receivables

/// The next day on which something can be decided without an event from outside.
///
/// It may name a day on which nothing happens after all, never one too late: on all days before it the
/// decision has no events and today's silences. The tests walk every day beside it and find no difference.
struct NextDay {
  let today: Day
  private(set) var day: Day?

  init(_ decider: Decider) {
    today = decider.today
  }

  /// Counts `candidate` if it lies after today.
  mutating func consider(_ candidate: Day?) {
    guard let candidate, candidate > today else { return }
    if let known = day, known <= candidate { return }
    day = candidate
  }
}

extension NextDay {
  /// The further steps of the parts that were written about today.
  mutating func considerSent(_ decider: Decider, on schedule: Int) {
    for part in decider.decision.messages.flatMap(\.parts) {
      let receivable = decider.account.receivables[part.place]
      let history = decider.state.parts[part.place].sent
      let ladder = Ladder(plan: decider.plan, schedule: schedule, part: receivable, history: history)
      let (_, isFinished, next) = ladder.reached(on: today)
      consider(next)
      if isFinished {
        consider(ladder.endFlagDay)
        consider(today + 1)  // From tomorrow it is silent as `schedule-finished`.
      }
    }
  }

  /// Issue and due days, what conditions count, pauses, promises, gap and cap.
  mutating func considerState(_ decider: Decider) {
    let (plan, account, state) = (decider.plan, decider.account, decider.state)
    for place in account.receivables.indices where isOwed(account, place) {
      let (issued, due) = (account.receivables[place].issued, account.receivables[place].due)
      if issued > today {
        consider(issued)
        continue
      }
      consider(due + 1)
      for days in plan.clockwork.daysOverdue { consider(due + days) }
      if let span = plan.limits.afterIssue { consider(plan.calendar.adding(span, to: issued)) }
    }
    for pause in state.pauses where pause.last >= today { consider(pause.last + 1) }
    considerPromises(state)
    if plan.clockwork.isDaily { consider(today + 1) }
    if let last = state.messages.last?.day {
      if plan.clockwork.readsHistory { consider(last + 1) }
      for days in plan.clockwork.daysSinceLast { consider(last + days) }
    }
    considerLimits(decider)
  }

  /// For a customer that has nothing open today: issue days and broken promises.
  mutating func considerRest(_ decider: Decider) {
    for place in decider.account.receivables.indices where isOwed(decider.account, place) {
      consider(decider.account.receivables[place].issued)
    }
    considerPromises(decider.state)
  }

  private func isOwed(_ account: Account, _ place: Int) -> Bool {
    account.receivables[place].balance.minorUnits > 0 && account.receivables[place].isKnown
  }

  private mutating func considerPromises(_ state: State) {
    for promise in state.promises { consider(promise.last.map { $0 + 1 }) }
  }

  private mutating func considerLimits(_ decider: Decider) {
    let (plan, state) = (decider.plan, decider.state)
    guard decider.reasons.contains(where: { $0 == .minGap || $0 == .atMost }) else { return }
    var days = state.messages.map(\.day)
    for address in Set(decider.account.customer.people.map(\.email)).sorted() {
      days += decider.addresses.days(to: address)
    }
    for day in days {
      consider(plan.calendar.adding(plan.limits.minGap, to: day))
      if let cap = plan.limits.atMost { consider(day + cap.days) }
    }
  }
}
