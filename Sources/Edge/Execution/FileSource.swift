import JournalModel
import MailReading

/// Mails in files: a Maildir, an mbox, a folder of `.eml` files, or one such file.
package struct FileSource: MailSource {
  private let path: String

  package init(_ path: String) { self.path = path }

  /// So many seconds before the first message what came in is not looked at.
  private static let before: Int64 = 2 * 86_400

  /// Gives a round all mails; those that the journal has are passed over by their identity.
  package func read(into round: InboxRound) async throws {
    let since = round.journal.firstClaim.map { $0.seconds - Self.before }
    try MailFiles.forEach(path, since: since) { mail in
      try round.hear(
        IncomingMail(
          bytes: mail.bytes, received: mail.received.map { Instant(milliseconds: $0 * 1000) }, place: nil))
    }
  }
}
