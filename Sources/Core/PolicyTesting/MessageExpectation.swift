import PolicySyntax
import Receivables

/// What can be said of a message, by its key in a test; in the order in which it is told.
package enum MessageField: String, Sendable, CaseIterable {
  case on, customer, tier, tone, invoices
  case alsoListed = "also_listed"
  case segment, schedule, level, channel, language, from, to, cc, total
  case needsApproval = "needs_approval"
  case subject, says
}

/// What a test says of a message: on which days, and what is true of it. What it leaves out may be anything.
package struct MessageExpectation: Sendable {
  /// A key with what it has to be.
  package struct Wanted: Sendable {
    package let field: MessageField
    /// As `MessageView.text(of:)` writes it; of `says` one fragment.
    package let text: String
  }

  package let span: Span
  /// The days on which it may leave; nil for any.
  package let days: ClosedRange<Day>?
  package let wanted: [Wanted]

  package init(span: Span, days: ClosedRange<Day>?, wanted: [Wanted]) {
    self.span = span
    self.days = days
    self.wanted = wanted
  }

  func reads(_ field: MessageField) -> Bool { wanted.contains { $0.field == field } }

  /// What it wants of a field; nil where it does not say.
  func text(of field: MessageField) -> String? { wanted.first { $0.field == field }?.text }

  /// The invoices that it names.
  var invoices: [String] {
    text(of: .invoices).map { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } } ?? []
  }

  /// True of a message of which all is true that it says.
  func fits(_ message: MessageView) -> Bool {
    (days?.contains(message.day) ?? true) && wanted.allSatisfy { message.has($0) }
  }

  /// In words, the day left out: `first, warm, A1`.
  var inWords: String {
    let plain: [MessageField] = [.customer, .tier, .tone, .invoices]
    let words = wanted.map { wanted in
      plain.contains(wanted.field) ? wanted.text : "\(wanted.field.rawValue) \(wanted.text)"
    }
    return words.isEmpty ? "any message" : words.joined(separator: "  ")
  }
}

/// What a test says of a flag.
package struct FlagExpectation: Sendable {
  package let span: Span
  package let days: ClosedRange<Day>?
  package let customer: CustomerID?
  /// The escalation, the response, or one of Duly's own (`schedule-finished`).
  package let name: String?
  package let invoice: String?

  package init(
    span: Span, days: ClosedRange<Day>?, customer: CustomerID?, name: String?, invoice: String?
  ) {
    self.span = span
    self.days = days
    self.customer = customer
    self.name = name
    self.invoice = invoice
  }

  var inWords: String {
    let words = [customer.map { "\($0)" }, name, invoice].compactMap(\.self)
    return "flag  " + (words.isEmpty ? "of any kind" : words.joined(separator: "  "))
  }
}

/// What a test says of a silence: that an invoice is quiet on each of these days, for this reason.
package struct SilenceExpectation: Sendable {
  package let span: Span
  package let days: ClosedRange<Day>
  package let customer: CustomerID?
  package let invoice: String
  /// As the contract writes it; nil for any.
  package let reason: String?

  package init(
    span: Span, days: ClosedRange<Day>, customer: CustomerID?, invoice: String, reason: String?
  ) {
    self.span = span
    self.days = days
    self.customer = customer
    self.invoice = invoice
    self.reason = reason
  }

  var inWords: String {
    let until = days.lowerBound == days.upperBound ? "" : "  to \(days.upperBound)"
    return "quiet  \(invoice)\(until)" + (reason.map { "  \($0)" } ?? "")
  }
}
