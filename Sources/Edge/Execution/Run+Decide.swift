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
      if skips(account) { continue }
      let start = start(account)
      for happening in start.happenings {
        events.append(event(happening.what, account.customer.id, from: happening.source))
      }
      let found = decide(start, alsoToday: today)
      events += found.events
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

  /// True for a customer that is left out whole; what is left out is said.
  private func skips(_ account: Account) -> Bool {
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
    return reason != nil
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
