import PolicyModel
import Receivables

extension Decider {
  /// Step 10: a word of thanks on the first open day after reminded invoices were settled, one a day, and dropped rather than
  /// late by more than `PlannedThanks.patience` days. Holds stop it, and so does anything of the customer's that is past due or disputed;
  /// pauses do not.
  ///
  /// - Parameter next: Learns the days on which it may leave.
  mutating func thank(_ next: inout NextDay) {
    guard let thanks = plan.thanks else { return }
    var ready: [Int] = []
    for place in account.receivables.indices {
      guard let due = dayOfThanks(place), today <= due + PlannedThanks.patience else { continue }
      if due <= today { ready.append(place) }
      // While it waits every day may be the one.
      next.consider(max(due, today + 1))
    }
    guard !ready.isEmpty, plan.calendar.isOpen(today), !thanksAreStopped else { return }
    if plan.limits.grouping == .invoice {
      let first = account.receivables[ready[0]].id.number
      ready.removeAll { account.receivables[$0].id.number != first }
    }
    let step = lastStep(ready[0]) ?? thanks.step
    guard let person = recipientPlace(plan, account.customer, role: step.to, addresses),
      !isTooSoon(to: person)
    else { return }
    say(thanks, about: ready, to: account.customer.people[person])
  }

  /// The day on which thanks for a part may leave first; nil where there is nothing to thank for.
  private func dayOfThanks(_ place: Int) -> Day? {
    let state = decision.state.parts[place]
    guard let settled = state.settledOn, !state.isThanked, account.receivables[place].balance.minorUnits == 0
    else { return nil }
    return plan.calendar.openDay(onOrAfter: settled + 1)
  }

  /// Whoever owes something late, disputes something or is held is not thanked.
  private var thanksAreStopped: Bool {
    if !decision.state.holds.isEmpty || reviewIsOverdue { return true }
    for place in open where account.receivables[place].due < today || isDisputed(place) { return true }
    return false
  }

  /// The step of the last reminder about a part, where its schedule still has it.
  private func lastStep(_ place: Int) -> PlannedStep? {
    guard let last = decision.state.parts[place].sent.last, let schedule = last.schedule else { return nil }
    return plan.schedules[schedule].steps.first { $0.tier == last.tier }
  }

  private mutating func say(_ thanks: PlannedThanks, about places: [Int], to person: Person) {
    var segment = plan.segments.count - 1
    if case .segment(let number) = chooseSegment() { segment = number }
    let currency = account.receivables[places[0]].balance.currency
    let message = Message(
      day: today, segment: segment, schedule: decision.state.movedTo ?? plan.segments[segment].schedule,
      step: thanks.step, tone: thanks.tone,
      language: person.language ?? account.customer.language ?? plan.business.language, to: person, cc: [],
      parts: places.map { Message.Part(place: $0, step: thanks.step, deadline: nil, charges: nil) },
      alsoListed: [], total: Money(minorUnits: 0, currency: currency), needsApproval: false)
    decision.messages.append(message)
    happen(.sent(SentMessage(message)))
    addresses.note(person.email, on: today, isThanks: true)
  }
}
