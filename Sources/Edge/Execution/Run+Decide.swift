import JournalModel
import Letters
import Receivables
import Schedule

extension Run {
  /// Decides for every customer, in order of id, and appends what was decided but for the messages.
  func decideAll(_ snapshot: Snapshot) throws -> [PlannedSend] {
    var events: [JournalEvent] = []
    var planned: [PlannedSend] = []
    var today: [String: [Claim.Purpose]] = [:]
    let last = lastForewarnedDay
    for account in snapshot.accounts {
      if let reason = skips(account) {
        events += noteQuiet([Quiet(invoice: nil, reason: reason, line: nil)], account.customer.id)
        continue
      }
      let start = start(account)
      for happening in start.happenings {
        events.append(event(happening.what, account.customer.id, from: happening.source))
      }
      let found = decide(start, alsoToday: today)
      events += found.events
      events += noteQuiet(quiet(found.decision, start.account), account.customer.id)
      if settings.isDryRun {
        report.silences += found.decision.silences.map { (start.account, $0) }
      }
      for flag in start.flags + found.decision.flags { report.flags.append((account.customer, flag)) }
      for send in found.messages {
        planned.append(send)
        today[send.claim.to, default: []].append(send.message.isThanks ? .thanks : .reminder)
      }
      if let last {
        upcoming += Upcoming.find(
          settings.plan, start.account, after: found.decision, addressLog(account.customer, today),
          today: day,
          through: last)
      }
    }
    try append(events + doubts(snapshot))
    report.planned = planned
    return planned
  }

  /// What keeps invoices of a customer quiet today, each with the line that first said so. Gap and cap are judged on open days
  /// alone: on a closed one what was noted of them still holds.
  private func quiet(_ decision: Decision, _ account: Account) -> [Quiet] {
    let before = session.state.quiet[account.customer.id] ?? []
    var found = account.setAside.map { Quiet(invoice: $0.number, reason: $0.reason.rawValue, line: nil) }
    found += decision.silences.map { silence in
      let invoice = "\(account.receivables[silence.place].id)"
      let reason = silence.reason.text(in: settings.plan)
      return before.first { $0.invoice == invoice && $0.reason == reason }
        ?? Quiet(invoice: invoice, reason: reason, line: silence.source.description)
    }
    if settings.plan.calendar.isOpen(day) { return found }
    let judgedLater = [SilenceReason.minGap, .atMost].map { $0.text(in: settings.plan) }
    let open = Set(account.receivables.filter { $0.isOpen(on: day) }.map { "\($0.id)" })
    return found
      + before.filter { old in
        judgedLater.contains(old.reason) && old.invoice.map(open.contains) ?? false
          && !found.contains { $0.invoice == old.invoice }
      }
  }

  /// An event where what keeps a customer quiet is not what was noted last.
  private func noteQuiet(_ quiet: [Quiet], _ customer: CustomerID) -> [JournalEvent] {
    if quiet == session.state.quiet[customer] ?? [] { return [] }
    return [event(.policy(.keptQuiet(quiet)), customer)]
  }

  /// Why a customer is left out whole, and nil where it is not; what is left out is said.
  private func skips(_ account: Account) -> String? {
    let reason: String? =
      account.hasBadRow
      ? "bad-row" : canBeReached(settings.plan, account.customer) ? nil : "no-address"
    if settings.isDryRun {
      if let reason {
        report.skipped.append((account.customer, nil, reason))
      } else {
        report.skipped += account.setAside.map { (account.customer, $0.number, $0.reason.rawValue) }
      }
    }
    return reason
  }

  /// The messages to the addresses of a customer: those of the journal, and those that were decided before in this run.
  private func addressLog(_ customer: Customer, _ alsoToday: [String: [Claim.Purpose]]) -> AddressLog {
    var addresses = session.state.addressLog(of: [customer])
    if alsoToday.isEmpty { return addresses }
    for address in Set(customer.people.map(\.email)) {
      for purpose in alsoToday[address] ?? [] {
        addresses.note(address, on: day, isThanks: purpose == .thanks)
      }
    }
    return addresses
  }

  /// What one customer gets today, by what is known now.
  ///
  /// - Parameters:
  ///   - alsoToday: Messages to addresses that were decided before in this run.
  ///   - used: The approval on which the message rests that is looked at again; nil for a first look.
  func decide(
    _ start: CustomerStart, alsoToday: [String: [Claim.Purpose]] = [:], used: Int64? = nil
  ) -> (events: [JournalEvent], messages: [PlannedSend], decision: Decision) {
    let customer = start.account.customer
    let addresses = addressLog(customer, alsoToday)
    var approvals = ApprovalRound(customer.id, session.state, used: used)
    var decision: Decision
    repeat {
      decision = Schedule.decide(
        settings.plan, start.account, start.state, addresses, on: day, approvals: .missing(approvals.missing))
      approvals.look(at: decision.messages, self, start)
    } while approvals.wantsAnotherRound
    var events = approvals.events(self, start, isOpenDay: settings.plan.calendar.isOpen(day))
    var messages: [PlannedSend] = []
    let before = start.state
    for event in decision.events {
      if case .sent = event { continue }
      if let happening = PolicyHappening(event, settings.plan, start.account) {
        events.append(self.event(.policy(happening), customer.id, from: source(of: event)))
      }
    }
    for message in decision.messages {
      do throws(LetterError) {
        let content = try MessageContent(message, settings.plan, start.account, before)
        messages.append(send(content, start.account, approvals.approval(for: message, start.account)))
      } catch {
        report.unwritten.append((customer.id, error.description))
      }
    }
    return (events, messages, decision)
  }

  private func source(of event: Event) -> EventSource {
    switch event {
    case .fired(let rule, _), .lapsed(let rule, _):
      .policy(settings.plan.escalations[rule].source.description)
    case .holdBegan(let hold):
      if case .heldByEscalation(let rule) = hold.reason, rule < settings.plan.escalations.count {
        .policy(settings.plan.escalations[rule].source.description)
      } else {
        .policy(settings.plan.source.description)
      }
    default: .policy(settings.plan.source.description)
    }
  }

  /// What is to be claimed and sent; its key is its own, however often the same tiers are tried.
  private func send(_ content: MessageContent, _ account: Account, _ approval: Int64?) -> PlannedSend {
    let plan = settings.plan
    let message = content.message
    let customer = account.customer.id
    let slots = content.parts.map { "\($0.id.number)\u{1F}\($0.id.instalment)\u{1F}\($0.tier)" }
    var attempt = 0
    var key: String
    repeat {
      key = String(Digest.of([customer.text] + slots + ["\(attempt)"]).prefix(32))
      attempt += 1
    } while session.state.claims[key] != nil
    let claim = Claim(
      key: key, purpose: message.isThanks ? .thanks : .reminder,
      schedule: plan.schedules[message.schedule].name,
      tone: plan.tones[message.tone], language: message.language, channel: message.step.channelText,
      to: message.to.email, copies: message.cc.map(\.email), parts: content.parts,
      alsoListed: content.alsoListed, total: message.total, subject: content.letter.subject,
      words: content.words, approval: approval)
    return PlannedSend(
      customer: customer, claim: claim, digest: content.digest, message: message, account: account,
      text: content.letter.text,
      html: content.html, segment: plan.segments[message.segment].name)
  }
}
