import Foundation
import Journal
import JournalModel
import MailReading
import Receivables
import Replies
import Schedule
import TestSupport

@testable import Execution

/// Mails that a test gives to a run.
final class GivenMails: MailSource, @unchecked Sendable {
  /// A reading that broke off.
  struct BrokeOff: Error {}

  // A run reads it, and nobody else at the time.
  var mails: [IncomingMail] = []
  /// After so many mails nothing more is to be had; nil for never.
  var breaksAfter: Int?

  func read(into round: InboxRound) async throws {
    for (number, mail) in mails.enumerated() {
      if number == breaksAfter { throw BrokeOff() }
      try round.hear(mail)
    }
  }
}

/// What tests about mails share: the program's rules, and a round of hearing over a house's books and journal.
enum Letterbox {
  private static let rules = Result { try ShippedRules.read() }

  static func inbox(_ source: any MailSource) -> Inbox {
    Inbox(source: source) { MailUnderstanding(ReplyReader(rules: try rules.get())) }
  }

  /// Hears what a source has; what was given before it broke off is kept.
  @discardableResult
  static func hear(
    _ source: any MailSource, _ house: House, _ plan: Plan, at now: Instant
  ) async throws -> InboxRound {
    var accounts: [CustomerID: Account] = [:]
    for account in house.books.snapshot.accounts { accounts[account.customer.id] = account }
    let round = InboxRound(
      inbox(source), plan, house.session, accounts: accounts, at: now, local: { $0.local(offset: 0).day },
      isDryRun: false)
    do { try await source.read(into: round) } catch {
      // As a run does: what was heard before is kept.
      try round.flush()
      if !(error is GivenMails.BrokeOff) { throw error }
    }
    try round.flush()
    return round
  }

  /// A mail in plain text.
  ///
  /// - Parameters:
  ///   - reply: The key of the message that it answers; nil for none.
  ///   - id: Its own Message-ID.
  static func mail(
    _ text: String, from: String = "ann@elsewhere.example", reply: String? = nil, id: String = "1",
    subject: String = "Re: your mail", head: String = "", received: Instant? = nil
  ) -> IncomingMail {
    var lines = ["From: Ann <\(from)>", "To: accounts@acme.example", "Subject: \(subject)"]
    lines.append("Message-ID: <\(id)@elsewhere.example>")
    if let reply { lines.append("In-Reply-To: <\(reply)@acme.example>") }
    if !head.isEmpty { lines.append(head) }
    let whole = lines.joined(separator: "\n") + "\n\n" + text + "\n"
    return IncomingMail(bytes: Array(whole.utf8), received: received, place: nil)
  }

  /// A mail server's report that the message of that key did not reach an address.
  static func report(
    _ key: String, of address: String, status: String = "5.1.1", said: String = "no such user"
  ) -> IncomingMail {
    let text = """
      From: Mail Delivery System <MAILER-DAEMON@mx.example>
      To: accounts@acme.example
      Subject: Undelivered Mail Returned to Sender
      Message-ID: <report-\(key)-\(address)-\(status)@mx.example>
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain

      I'm sorry to have to inform you that your message could not be delivered.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example

      Final-Recipient: rfc822; \(address)
      Action: failed
      Status: \(status)
      Diagnostic-Code: smtp; 550 \(status) \(said)

      --b
      Content-Type: text/rfc822-headers

      Message-ID: <\(key)@acme.example>
      To: \(address)

      --b--
      """
    return IncomingMail(bytes: Array(text.utf8), received: nil, place: nil)
  }
}
