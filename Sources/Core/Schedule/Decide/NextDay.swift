import PolicyModel
import Receivables

/// The next day on which something can be decided without an event from outside.
///
/// It may name a day on which nothing happens after all, never one too late: on all days before it the
/// decision has no events and today's silences. The tests walk every day beside it and find no difference.
struct NextDay {
  let today: Day
  private(set) var day: Day?

  init(after today: Day) {
    self.today = today
  }

  /// Counts `candidate` if it lies after today.
  mutating func consider(_ candidate: Day?) {
    guard let candidate, candidate > today else { return }
    if let known = day, known <= candidate { return }
    day = candidate
  }
}

extension NextDay {
  /// The days on which a part's step changes without an event.
  mutating func consider(_ standing: Ladder.Standing) {
    consider(standing.next)
    consider(standing.endFlagDay)
  }

  /// The further steps of the parts that were written about today.
  mutating func considerSent(_ decider: borrowing Decider, on schedule: Int) {
    for message in decider.decision.messages {
      for part in message.parts {
        let standing = decider.standing(of: part.place, on: schedule)
        consider(standing)
        // From tomorrow it is silent as `schedule-finished`.
        if standing.isFinished { consider(today + 1) }
      }
    }
  }

  /// Issue and due days, what conditions count, pauses, promises, gap and cap.
  mutating func considerState(_ decider: borrowing Decider) {
    for place in decider.account.receivables.indices where isOwed(decider.account, place) {
      let issued = decider.account.receivables[place].issued
      consider(issued)
      let due = decider.account.receivables[place].due
      consider(due + 1)
      for days in decider.plan.clockwork.daysOverdue { consider(due + days) }
      if let span = decider.plan.limits.afterIssue, issued <= today {
        consider(decider.plan.calendar.adding(span, to: issued))
      }
    }
    for pause in decider.decision.state.pauses where pause.last >= today { consider(pause.last + 1) }
    considerPromises(decider)
    if let since = decider.decision.state.unseenFlagSince, let review = decider.plan.review {
      consider(decider.plan.calendar.adding(review.overdueAfter, to: since) + 1)
    }
    if decider.plan.clockwork.isDaily { consider(today + 1) }
    for firing in decider.decision.state.firings { consider(firing.clearedUntil) }
    if let last = decider.decision.state.messages.last?.day {
      if decider.plan.clockwork.readsHistory { consider(last + 1) }
      for days in decider.plan.clockwork.daysSinceLast { consider(last + days) }
    }
    considerLimits(decider)
  }

  /// For a customer that has nothing open today: issue days and broken promises.
  mutating func considerRest(_ decider: borrowing Decider) {
    for place in decider.account.receivables.indices where isOwed(decider.account, place) {
      consider(decider.account.receivables[place].issued)
    }
    considerPromises(decider)
  }

  private func isOwed(_ account: Account, _ place: Int) -> Bool {
    account.receivables[place].balance.minorUnits > 0 && account.receivables[place].isKnown
  }

  private mutating func considerPromises(_ decider: borrowing Decider) {
    for promise in decider.decision.state.promises { consider(promise.last.map { $0 + 1 }) }
  }

  private mutating func considerLimits(_ decider: borrowing Decider) {
    guard decider.reasons.contains(where: { $0 == .minGap || $0 == .atMost }) else { return }
    for message in decider.decision.state.messages { considerLimits(decider.plan, message.day) }
    for address in Set(decider.account.customer.people.map(\.email)) {
      for day in decider.addresses.days(to: address) { considerLimits(decider.plan, day) }
    }
  }

  /// The days on which a message of `day` no longer counts.
  private mutating func considerLimits(_ plan: Plan, _ day: Day) {
    consider(plan.calendar.adding(plan.limits.minGap, to: day))
    if let cap = plan.limits.atMost { consider(day + cap.days) }
  }
}
