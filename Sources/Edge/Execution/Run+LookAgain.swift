import JournalModel
import Receivables
import Schedule

extension Run {
  /// Looks again, just before sending: at the clock, the books, and what others have written to the journal as far as it was taken
  /// in. That there is no more of it is for `handOver` to see.
  ///
  /// - Returns: Why the message must not leave; nil where it is still what is to be sent.
  func reasonNotToSend(
    _ send: PlannedSend, _ post: inout TaskGroup<EndedMessage>
  ) async throws -> String? {
    guard settings.mayLeave(at: settings.now()), settings.local(settings.now()).day == day else {
      return "the hours of `calendar.send` are over"
    }
    if books.mayHaveChanged() {
      // Reading takes its time.
      try await catchUp(&post)
      try await readAgain()
    }
    if let stale = staleness() { return "the books are too old by now: \(stale)" }
    if isToHearAgain {
      try await catchUp(&post)
      try await hear()
    }
    if report.unheard != nil { return "the mailbox cannot be read any more, and somebody may have answered" }
    guard session.state.claims[send.claim.key]?.status == .claimed else {
      return "another run has let go of it"
    }
    // What changed once counts for every message that was decided before.
    guard decidesAgain || session.touched.contains(send.customer) || session.touched.contains(nil)
    else {
      return nil
    }
    // It is decided by all that is known.
    try await catchUp(&post)
    return try reasonNotToSendNow(send)
  }

  private func readAgain() async throws {
    let snapshot = try await books.read(on: day)
    booksAsOf = snapshot.asOf
    accounts = [:]
    for account in snapshot.accounts { accounts[account.customer.id] = account }
    decidesAgain = true
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
