import JournalModel

/// A mail as it came in.
package struct IncomingMail: Sendable {
  package let bytes: [UInt8]
  /// When it came in; nil where only its own head says so.
  package let received: Instant?
  /// Its number in a mailbox; nil for one from a file.
  package let place: MailboxPosition?

  package init(bytes: [UInt8], received: Instant?, place: MailboxPosition?) {
    self.bytes = bytes
    self.received = received
    self.place = place
  }
}

/// Where mails come from: a mailbox of a server, or files.
package protocol MailSource: Sendable {
  /// Gives a round the mails that the journal does not have yet, in the order in which they came in.
  ///
  /// - Throws: Where not all of them can be had; those that were given are good.
  func read(into round: InboxRound) async throws
}

/// What a run hears from.
package struct Inbox: Sendable {
  package let source: any MailSource
  /// Makes what understands mails: only where there is one, for its rules take time to read.
  package let reader: @Sendable () throws -> MailUnderstanding
  /// A model that may propose what a mail says; nil for none.
  package let model: ProposingModel?

  package init(
    source: any MailSource, model: ProposingModel? = nil,
    reader: @escaping @Sendable () throws -> MailUnderstanding
  ) {
    self.source = source
    self.reader = reader
    self.model = model
  }
}
