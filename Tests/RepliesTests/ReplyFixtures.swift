import MailReading
import Receivables
import Replies
import TestSupport

/// What the tests of replies share: the rules, read once, and mails made of a few words.
enum ReplyFixtures {
  private static let rules = Result { try ShippedRules.read() }

  /// A reader by the program's own rules.
  static let reader = rules.map { ReplyReader(rules: $0) }

  /// How mail programs of all languages set off what is quoted.
  static let layouts = rules.map { ReplyLayouts($0.languages) }

  static let received = Day(iso: "2026-03-04") ?? Day(number: 20_516)

  static let context = ReminderContext(
    received: received, reminded: Day(iso: "2026-03-02"),
    invoices: [.init(number: "INV-2041", hundredths: 48_000), .init(number: "INV-2057", hundredths: 125_050)])

  /// A mail of plain text; an automatic answer where it is said to be one.
  static func mail(
    _ text: String, automatic: Bool = false, type: String = "text/plain", american: Bool = false
  ) -> TakenApartMail {
    var headers = [
      TakenApartMail.Header(name: "From", value: "Ada Jones <ada@jones.example>"),
      TakenApartMail.Header(name: "Subject", value: "Re: Reminder"),
      TakenApartMail.Header(name: "In-Reply-To", value: "<1@acme.example>"),
    ]
    // The zone of the clock says how dates in figures are read.
    if american {
      headers.append(TakenApartMail.Header(name: "Date", value: "Wed, 4 Mar 2026 09:00:00 -0500"))
    }
    if automatic { headers.append(TakenApartMail.Header(name: "Auto-Submitted", value: "auto-replied")) }
    return TakenApartMail(headers: headers, parts: [.init(type: type, text: text)])
  }

  /// What a mail of those words says.
  static func understand(
    _ text: String, automatic: Bool = false, received: Day = received, american: Bool = false
  ) throws -> Understanding {
    let context = ReminderContext(received: received, reminded: received - 2, invoices: context.invoices)
    return try reader.get().understand(
      mail(text, automatic: automatic, american: american), context: context)
  }
}
