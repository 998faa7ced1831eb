import Journal
import JournalModel
import Mail
import Receivables
import Schedule

extension Run {
  /// Messages that are claimed in one commit.
  ///
  /// The promises hold with any number: a claim is durable before any message of its batch leaves, and its slots are
  /// unique by themselves. After the end of a process every step of the batch is on record; after the machine went down
  /// the claims are, and what cannot be known of them is shown to a person. So the number only bounds how many that can be.
  private static let batchSize = 16

  /// Claim → look again → act → settle, for each message.
  func send(_ planned: [PlannedSend]) async throws {
    var rest = planned[...]
    while !rest.isEmpty {
      let batch = try claim(Array(rest.prefix(Self.batchSize)))
      rest = rest.dropFirst(Self.batchSize)
      for send in batch { telling.claimed(send.claim, send.customer) }
      for send in batch {
        try await carryOut(send)
        progress?(report.records.count, planned.count)
      }
    }
  }

  /// Claims messages; those of which somebody else has a tier are skipped.
  private func claim(_ batch: [PlannedSend]) throws -> [PlannedSend] {
    do {
      try append(batch.map(claimed))
      return batch
    } catch let error as JournalError {
      guard case .slotTaken = error.code else { throw error }
    }
    // One of them is taken: each by itself.
    var taken: [PlannedSend] = []
    for send in batch {
      do {
        try append([claimed(send)])
        taken.append(send)
      } catch let error as JournalError {
        guard case .slotTaken = error.code else { throw error }
        try session.refresh()
        record(send, .skipped("another run has it already"))
      }
    }
    return taken
  }

  /// That a message is claimed, because of the policy's line for its tier.
  private func claimed(_ send: PlannedSend) -> JournalEvent {
    event(
      .message(.claimed(send.claim)), send.customer, from: .policy(send.message.step.source.description))
  }

  private func carryOut(_ send: PlannedSend) async throws {
    let key = send.claim.key
    if let reason = try await reasonNotToSend(send) {
      try append([event(.message(.voided(key: key, reason: reason)), send.customer)], isDurable: false)
      return record(send, .skipped(reason))
    }
    let ready: ReadyMessage
    do {
      ready = try self.ready(send)
    } catch {
      let reason = "it cannot be made: \(error)"
      try append([event(.message(.voided(key: key, reason: reason)), send.customer)], isDurable: false)
      report.unwritten.append((send.customer, reason))
      return record(send, .skipped(reason))
    }
    try append([event(.message(.handedOver(key: key)), send.customer)], isDurable: false)
    try settle(send, await dispatcher.dispatch(ready))
  }

  private func settle(_ send: PlannedSend, _ outcome: SendOutcome) throws {
    let key = send.claim.key
    let happening: MessageHappening
    switch outcome {
    case .sent(let reply, let refused):
      happening = .sent(key: key, reply: reply, refusedCopies: refused.map(\.address))
      record(send, .sent(refusedCopies: refused.map(\.address)))
    case .refused(let isTemporary, _, let reply, let recipient):
      happening = .refused(key: key, refusal(send, isTemporary, reply, recipient))
      record(send, .failed(isTemporary: isTemporary, reply: reply))
    case .notSent(let reason):
      happening = .refused(key: key, refusal(send, true, reason, nil))
      record(send, .failed(isTemporary: true, reply: reason))
    case .unknown(let reason):
      happening = .unknown(key: key, reason: reason)
      record(send, .unknown(reason))
    }
    try append([event(.message(happening), send.customer)], isDurable: false)
  }

  /// A refusal for now is tried again by later runs, within bounds on number and age; then it is one for good.
  private func refusal(
    _ send: PlannedSend, _ isTemporary: Bool, _ reply: String, _ recipient: String?
  ) -> Refusal {
    let earlier = session.state.attempts[send.claim.slotsText]
    let isWornOut =
      (earlier?.count ?? 0) + 1 >= RunLimits.attempts
      || earlier.map { day - $0.first > RunLimits.attemptDays }
        ?? false
    let isForNow = isTemporary && !isWornOut
    return Refusal(
      isTemporary: isForNow, reply: reply,
      closedAddress: isTemporary || recipient != send.claim.to ? nil : recipient)
  }

  func record(_ send: PlannedSend, _ result: SendRecord.Result) {
    let record = SendRecord(customer: send.customer, claim: send.claim, result: result)
    report.records.append(record)
    telling.settled(record)
  }

  /// Looks again, just before sending: at the clock, the books, and what others have written to the journal.
  ///
  /// - Returns: Why the message must not leave; nil where it is still what is to be sent.
  private func reasonNotToSend(_ send: PlannedSend) async throws -> String? {
    guard settings.mayLeave(at: settings.now()), settings.local(settings.now()).day == day else {
      return "the hours of `calendar.send` are over"
    }
    let booksMayDiffer = books.mayHaveChanged()
    if booksMayDiffer {
      accounts = [:]
      for account in try await books.read(on: day).accounts { accounts[account.customer.id] = account }
    }
    let touched = try session.refresh()
    guard booksMayDiffer || touched.contains(send.customer) || touched.contains(nil) else { return nil }
    return try reasonNotToSendNow(send)
  }

  /// Decides anew for the customer alone: the message leaves only if it comes out the same.
  private func reasonNotToSendNow(_ send: PlannedSend) throws -> String? {
    guard let account = accounts[send.customer], !account.hasBadRow else {
      return "the customer's books cannot be read any more"
    }
    for part in send.claim.parts {
      guard let now = account.receivables.first(where: { $0.id == part.id }) else {
        return "\(part.id) is no longer in the books"
      }
      let isOpen = now.balance.minorUnits != 0
      if send.claim.purpose == .reminder, !isOpen { return "\(part.id) was paid meanwhile" }
      if send.claim.purpose == .thanks, isOpen { return "\(part.id) is open again" }
      if now.isDisputedByBooks { return "\(part.id) is disputed now" }
    }
    let start = start(account)
    try append(start.happenings.map { event($0.what, send.customer, from: $0.source) })
    let again = decide(self.start(account), used: send.claim.approval)
    if let same = again.messages.first(where: { $0.claim.slotsText == send.claim.slotsText }) {
      return same.digest == send.digest ? nil : "what it would say has changed meanwhile"
    }
    return "it is not to be sent any more: it was held, answered or changed meanwhile"
  }
}
