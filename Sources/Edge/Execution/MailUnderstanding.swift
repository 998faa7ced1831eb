import Correspondence
import Journal
import JournalModel
import MailReading
import Receivables
import Replies

/// A mail taken apart, with its identity, and what it says once it is known whose it is.
package struct MailUnderstanding: Sendable {
  private let reader: ReplyReader

  package init(_ reader: ReplyReader) { self.reader = reader }

  /// Of the body so much counts for the identity of a mail.
  private static let identityBytes = 64 << 10

  /// The same for the same mail, wherever it was fetched from: by its Message-ID, its date and its body.
  ///
  /// A Message-ID alone is not enough: some programs give all their answers the same.
  static func identity(_ mail: TakenApartMail, _ bytes: [UInt8]) -> String {
    var start = 0
    var line = 0
    for (place, byte) in bytes.enumerated() where byte == 10 {
      if place - line <= 1, place > 0 {
        start = place + 1
        break
      }
      line = place + 1
    }
    // A folder of files ends its lines in one way, a server in another.
    let body = bytes[min(start, bytes.count)...].prefix(identityBytes).filter { $0 != 13 && $0 != 10 }
    let head = Array("\(mail.header("Message-ID") ?? "")\u{1F}\(mail.header("Date") ?? "")\u{1F}".utf8)
    return String(SHA256.hex(of: head + body).prefix(32))
  }

  /// What a mail says to somebody who knows what was sent before.
  ///
  /// - Parameter received: The day on which it came in.
  func understand(
    _ mail: TakenApartMail, answering claim: ClaimRecord?, _ account: Account?, received: Day
  ) -> Understanding {
    guard let claim else {
      return reader.understand(mail, context: ReminderContext(received: received))
    }
    var invoices = claim.claim.parts.map { part in
      ReminderContext.Invoice(number: part.id.number, hundredths: part.balance.hundredths)
    }
    for number in claim.claim.numbers where !invoices.contains(where: { $0.number == number }) {
      let parts = account?.receivables.filter { $0.id.number == number } ?? []
      invoices.append(
        ReminderContext.Invoice(
          number: number, hundredths: parts.count == 1 ? parts[0].balance.hundredths : nil))
    }
    return reader.understand(
      mail,
      context: ReminderContext(
        received: received, reminded: claim.day, invoices: invoices, language: claim.claim.language))
  }
}

extension Money {
  /// Nil for a currency that does not count in hundredths.
  fileprivate var hundredths: Int64? {
    switch currency.minorDigits {
    case 0: minorUnits.multipliedReportingOverflow(by: 100).partialValue
    case 2: minorUnits
    default: nil
    }
  }
}
