/// A line to the server of a mailbox: one connection, over which mails are listed and fetched and nothing is changed.
///
/// It waits for the server on a thread of its own.
package actor MailboxLine {
  private let executor = QueueExecutor()
  private let server: MailboxServer
  private var session: IMAPSession?

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A line to a server; it connects when the mailbox is opened.
  package init(_ server: MailboxServer) { self.server = server }

  // The farewell waits for the server too, so it has to run here.
  isolated deinit {}

  /// Opens the mailbox and says how it stands.
  ///
  /// - Throws: `MailError` in one sentence that says what stands in the way.
  package func open() throws(MailError) -> MailboxStand {
    let session = try IMAPSession(server)
    self.session = session
    return session.stand
  }

  /// The mails with a number above `number`, in order.
  ///
  /// - Parameter since: Leaves out what came in before the day of that instant, in seconds since 1970; nil for nothing.
  package func list(after number: UInt32, since: Int64?) throws(MailError) -> [MailboxEntry] {
    guard number < UInt32.max else { return [] }
    return try opened().list(from: number + 1, since: since)
  }

  /// Fetches mails of a list; those that were deleted meanwhile are left out.
  ///
  /// - Parameter entries: At most as many as one batch has (`MailboxBatches`).
  package func fetch(_ entries: [MailboxEntry]) throws(MailError) -> [FetchedMail] {
    try opened().fetch(entries)
  }

  /// Says farewell to the server.
  package func close() { session = nil }

  private func opened() throws(MailError) -> IMAPSession {
    guard let session else { throw MailError(.mailbox, "the mailbox is not open") }
    return session
  }
}

/// A list of mails in pieces that are fetched with one command each.
package struct MailboxBatches: Sequence, IteratorProtocol {
  private var rest: ArraySlice<MailboxEntry>

  /// - Parameter entries: In order of number.
  package init(_ entries: [MailboxEntry]) { rest = entries[...] }

  /// The next piece: as many as are small enough together, at least one.
  package mutating func next() -> [MailboxEntry]? {
    var bytes = 0
    var batch: [MailboxEntry] = []
    while let entry = rest.first, batch.count < MailboxLimits.batchMails {
      bytes += Swift.min(entry.size, MailboxLimits.mailBytes)
      if !batch.isEmpty, bytes > MailboxLimits.batchBytes { break }
      batch.append(rest.removeFirst())
    }
    return batch.isEmpty ? nil : batch
  }
}
