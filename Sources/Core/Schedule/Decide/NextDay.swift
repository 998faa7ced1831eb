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
    for day in decider.memory.turningDays { consider(day) }
    for pause in decider.decision.state.pauses where pause.last >= today { consider(pause.last + 1) }
    considerPromises(decider)
    if let since = decider.decision.state.unseenFlagSince, let review = decider.plan.review {
      consider(decider.plan.calendar.adding(review.overdueAfter, to: since) + 1)
    }
    if decider.plan.clockwork.isDaily { consider(today + 1) }
    for firing in decider.decision.state.firings { consider(firing.clearedUntil) }
    if !decider.memory.hasSteadySegments, let last = decider.decision.state.messages.last?.day {
      if decider.plan.clockwork.readsHistory { consider(last + 1) }
      for days in decider.plan.clockwork.daysSinceLast { consider(last + days) }
    }
    considerRules(decider)
    considerLimits(decider)
  }

  /// The days on which rules change what they say.
  private mutating func considerRules(_ decider: borrowing Decider) {
    let memory = decider.memory
    let last = decider.decision.state.messages.last?.day
    let readHistory = decider.plan.escalations.contains { $0.pace.readsHistory }
    // What is sent today is history from tomorrow on.
    let isNews = readHistory && last == today
    if isNews { memory.facts.turn(to: today + 1, decider.decision.state) }
    for rule in decider.plan.escalations.indices {
      let (isSteady, readsHistory) = (
        decider.plan.escalations[rule].pace.isSteady, decider.plan.escalations[rule].pace.readsHistory
      )
      if !isSteady, readsHistory, let last { consider(last + 1) }
      if let end = memory.endOfQuiet(rule, today) {
        if end.number < .max { consider(end) }
        continue
      }
      let isPerInvoice = decider.plan.escalations[rule].isPerInvoice
      for number in 0..<(isPerInvoice ? decider.open.count : 1) {
        let place = isPerInvoice ? decider.open[number] : nil
        if isNews, isSteady, readsHistory {
          let before = memory.lastVerdict(of: rule, at: place)
          let after = memory.verdict(of: rule, at: place, decider.decision.state, on: today + 1)
          if after != before { consider(today + 1) }
        }
        consider(memory.turn(of: rule, at: place, after: today, lastMessage: last))
      }
    }
  }

  /// For a customer that has nothing open today: issue days and broken promises.
  mutating func considerRest(_ decider: borrowing Decider) {
    for place in decider.account.receivables.indices where decider.account.isOwed(place) {
      consider(decider.account.receivables[place].issued)
    }
    considerPromises(decider)
  }

  private mutating func considerPromises(_ decider: borrowing Decider) {
    for promise in decider.decision.state.promises { consider(promise.last.map { $0 + 1 }) }
  }

  private mutating func considerLimits(_ decider: borrowing Decider) {
    guard decider.reasons.contains(where: { $0 == .minGap || $0 == .atMost }) else { return }
    for message in decider.decision.state.messages { considerLimits(decider.plan, message.day) }
    if decider.addresses.isEmpty { return }
    for person in decider.account.customer.people {
      for day in decider.addresses.days(to: person.email) { considerLimits(decider.plan, day) }
    }
  }

  /// The days on which a message of `day` no longer counts.
  private mutating func considerLimits(_ plan: Plan, _ day: Day) {
    consider(plan.calendar.adding(plan.limits.minGap, to: day))
    if let cap = plan.limits.atMost { consider(day + cap.days) }
  }
}
