import JournalModel
import Mail

/// A mailbox of a server, read from where the journal was last time.
package struct MailboxSource: MailSource {
  private let line: MailboxLine
  private let name: String

  package init(_ server: MailboxServer) {
    line = MailboxLine(server)
    name = server.name
  }

  /// Before the first reminder nothing can have been an answer: what came in earlier is not even listed.
  private static let daysBefore: Int64 = 2

  /// Gives a round what came in since, batch after batch; what a batch led to is written before the next is fetched.
  ///
  /// - Throws: `MailError` where the mailbox cannot be read, or not to its end.
  package func read(into round: InboxRound) async throws {
    guard let first = round.journal.firstClaim else { return }
    let stand = try await line.open()
    let known = round.journal.mails.positions[name]
    let isKnown = known?.validity == Int64(stand.validity)
    let after = isKnown ? UInt32(clamping: known?.number ?? 0) : 0
    if let last = stand.last, last <= after { return await line.close() }
    let since = isKnown ? nil : first.seconds - Self.daysBefore * 86_400
    func place(_ number: UInt32) -> MailboxPosition {
      MailboxPosition(mailbox: name, validity: Int64(stand.validity), number: Int64(number))
    }
    for batch in MailboxBatches(try await line.list(after: after, since: since)) {
      for mail in try await line.fetch(batch) {
        try round.hear(
          IncomingMail(
            bytes: mail.bytes, received: mail.received.map { Instant(milliseconds: $0 * 1000) },
            place: place(mail.number)))
      }
      if let last = batch.last { try round.reached(place(last.number)) }
      try round.flush()
    }
    await line.close()
  }
}
