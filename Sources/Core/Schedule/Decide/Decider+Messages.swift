import PolicyModel
import Receivables

/// A part that reached a step today, and the person the step goes to.
struct ReachedStep {
  let place: Int
  let step: PlannedStep
  /// Place in the customer's people.
  let person: Int
}

extension Decider {
  /// Steps 5 and 6: the parts that reached a step and may be written about; the others leave their reason.
  ///
  /// - Parameter next: Learns the days on which a part's step is reached without an event.
  mutating func findReachedSteps(on schedule: Int, _ next: inout NextDay) {
    for place in open {
      let standing = standing(of: place, on: schedule)
      next.consider(standing)
      if let day = standing.endFlagDay, today >= day {
        flagOnce(.scheduleFinished, place, plan.schedules[schedule].endSource)
      }
      let isBeingCollected = account.receivables[place].collection.isUnderWay
      if isBeingCollected {
        let day = collectionFlagDay(place)
        next.consider(day)
        if today >= day { flagOnce(.collection, place, plan.schedules[schedule].source) }
      }
      if reasons[place] != nil { continue }
      guard let step = standing.position.map({ plan.schedules[schedule].steps[$0] }) else {
        if standing.isFinished { reasons[place] = .scheduleFinished }
        continue
      }
      if isBeingCollected && !step.isBeforeDue {
        reasons[place] = .collection
      } else if isSmall(place) ?? true {
        reasons[place] = .belowMinBalance
      } else if isFresh(place) {
        reasons[place] = .afterIssue
      } else if let person = recipientPlace(plan, account.customer, role: step.to, addresses) {
        if step.needsApproval && !approvals.areGiven(for: place) {
          reasons[place] = .awaitingApproval
        } else {
          reached.append(ReachedStep(place: place, step: step, person: person))
        }
      } else {
        reasons[place] = .noRecipient
        flagOnce(.noRecipient, place, step.source)
      }
    }
  }

  /// Ten business days past due: an invoice that is still being collected is flagged.
  private func collectionFlagDay(_ place: Int) -> Day {
    plan.calendar.adding(DaySpan(10, .businessDay), to: account.receivables[place].due)
  }

  /// Steps 7 to 9: grouped into messages, judged by gap and cap one by one, sent.
  mutating func send(segment: Int) {
    // Mostly they all go together.
    if plan.limits.grouping == .customer, reached.allSatisfy({ belongsTogether(reached[0], $0) }) {
      judge(reached, segment: segment)
    } else {
      for group in groups(reached) { judge(group, segment: segment) }
    }
  }

  private mutating func judge(_ group: [ReachedStep], segment: Int) {
    if let reason = limit(group) {
      for step in group { reasons[step.place] = reason }
    } else {
      send(group: group, segment: segment)
    }
  }

  /// Step 7: parts of one currency, author and role, before-due tiers apart from the others; in the order in
  /// which step 8 judges them: highest level, then oldest due day, then number.
  private func groups(_ steps: [ReachedStep]) -> [[ReachedStep]] {
    var groups: [[ReachedStep]] = []
    for step in steps {
      var isAlone = true
      if plan.limits.grouping == .customer {
        for place in groups.indices where belongsTogether(groups[place][0], step) {
          groups[place].append(step)
          isAlone = false
          break
        }
      }
      if isAlone { groups.append([step]) }
    }
    if groups.count < 2 { return groups }
    var urgencies: [(Int, Day, Int)] = []
    for group in groups { urgencies.append(urgency(group)) }
    return groups.indices.sorted { urgencies[$0] < urgencies[$1] }.map { groups[$0] }
  }

  private func belongsTogether(_ left: ReachedStep, _ right: ReachedStep) -> Bool {
    account.receivables[left.place].balance.currency == account.receivables[right.place].balance.currency
      && left.step.from == right.step.from && left.step.to == right.step.to
      && left.step.isBeforeDue == right.step.isBeforeDue
  }

  private func urgency(_ group: [ReachedStep]) -> (Int, Day, Int) {
    var level = 0
    var due = account.receivables[group[0].place].due
    var first = group[0].place
    for step in group {
      level = max(level, step.step.level)
      due = min(due, account.receivables[step.place].due)
      first = min(first, step.place)
    }
    return (-level, due, first)
  }

  /// Step 8: gap and cap count the messages to the customer or to its address, whichever is more.
  private func limit(_ group: [ReachedStep]) -> SilenceReason? {
    if isTooSoon(to: group[0].person) { return .minGap }
    if let cap = plan.limits.atMost {
      let counted = today - cap.days
      var sent = decision.state.messages.count { $0.day > counted && !$0.isThanks }
      if !addresses.isEmpty {
        let address = account.customer.people[group[0].person].email
        sent = max(sent, addresses.daysOfReminders(to: address).count { $0 > counted })
      }
      // A before-due message leaves only if the cap would still allow one more.
      if sent + 1 + (group[0].step.isBeforeDue ? 1 : 0) > cap.messages { return .atMost }
    }
    return nil
  }

  /// True where the last message to the customer, or to the person's address, is nearer than `min_gap`.
  ///
  /// - Parameter person: Place in the customer's people.
  func isTooSoon(to person: Int) -> Bool {
    var last = decision.state.messages.last?.day
    if !addresses.isEmpty {
      let address = account.customer.people[person].email
      for day in addresses.days(to: address) where last.map({ $0 < day }) ?? true { last = day }
    }
    return last.map { today < plan.calendar.adding(plan.limits.minGap, to: $0) } ?? false
  }

  private mutating func send(group: [ReachedStep], segment: Int) {
    var highest = group[0]
    for step in group[1...]
    where (highest.step.level, highest.step.position) < (step.step.level, step.step.position) {
      highest = step
    }
    let others = alsoListed(group, highest.step)
    let currency = account.receivables[highest.place].balance.currency
    var total: Int64 = 0
    for step in group { total += account.receivables[step.place].balance.minorUnits }
    for place in others { total += account.receivables[place].balance.minorUnits }
    var parts: [Message.Part] = []
    parts.reserveCapacity(group.count)
    var needsApproval = false
    for step in group {
      let deadline = Ladder.deadline(plan, step.step, sentOn: today)
      let charges = self.charges(demandedBy: step)
      if let charges { total += charges.sum }
      parts.append(Message.Part(place: step.place, step: step.step, deadline: deadline, charges: charges))
      if step.step.needsApproval { needsApproval = true }
    }
    let person = account.customer.people[highest.person]
    var copies: [Person] = []
    for role in highest.step.cc {
      if let copy = recipient(plan, account.customer, role: role, addresses) { copies.append(copy) }
    }
    let message = Message(
      day: today, segment: segment, schedule: schedule ?? plan.segments[segment].schedule,
      step: highest.step, tone: highest.step.tone ?? plan.segments[segment].tone,
      language: person.language ?? account.customer.language ?? plan.business.language,
      to: person,
      cc: copies, parts: parts, alsoListed: others, total: Money(minorUnits: total, currency: currency),
      needsApproval: needsApproval)
    decision.messages.append(message)
    happen(.sent(SentMessage(message)))
    // The messages of this customer are in its state; where others share its address, they count together.
    if !addresses.isEmpty { addresses.note(message.to.email, on: today) }
  }

  /// The customer's other past-due parts of that currency that are not disputed, held, paused or skipped.
  private func alsoListed(_ group: [ReachedStep], _ highest: PlannedStep) -> [Int] {
    guard plan.limits.grouping == .customer, !highest.isBeforeDue else { return [] }
    let currency = account.receivables[group[0].place].balance.currency
    var others: [Int] = []
    for place in open {
      guard held[place] == nil, account.receivables[place].due < today,
        account.receivables[place].balance.currency == currency,
        !account.receivables[place].collection.isUnderWay, !isFresh(place),
        !group.contains(where: { $0.place == place })
      else { continue }
      others.append(place)
    }
    return others
  }
}

extension SentMessage {
  /// What the state keeps of a message.
  init(_ message: Message) {
    if message.isThanks {
      self.init(
        day: message.day, level: 0, address: message.to.email, parts: [],
        thanked: message.parts.map(\.place))
      return
    }
    self.init(
      day: message.day, level: message.step.level, address: message.to.email,
      parts: message.parts.map {
        Part(
          place: $0.place,
          sent: SentTier(
            day: message.day, tier: $0.step.tier, level: $0.step.level, schedule: message.schedule,
            position: $0.step.position, deadline: $0.deadline))
      })
  }
}
