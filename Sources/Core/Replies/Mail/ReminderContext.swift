package import Receivables

/// What had been sent before a mail came in: what a reader has to know to understand an answer.
package struct ReminderContext: Sendable {
  /// An invoice that was named in the reminders.
  package struct Invoice: Hashable, Sendable {
    package let number: String
    /// In hundredths; nil where it is not known.
    package let hundredths: Int64?

    package init(number: String, hundredths: Int64?) {
      self.number = number
      self.hundredths = hundredths
    }
  }

  /// The day on which the mail came in; days without a year count from it.
  package let received: Day
  /// The day of the last reminder; nil where the mail answers none.
  package let reminded: Day?
  package let invoices: [Invoice]
  /// The Message-IDs of what was sent, without brackets.
  package let messageIDs: [String]
  /// The language in which the customer is written to, as in `en`; nil where none is known.
  package let language: String?

  package init(
    received: Day, reminded: Day? = nil, invoices: [Invoice] = [], messageIDs: [String] = [],
    language: String? = nil
  ) {
    self.received = received
    self.reminded = reminded
    self.invoices = invoices
    self.messageIDs = messageIDs
    self.language = language
  }

  /// What all invoices come to in hundredths; nil where one amount is not known or there is none.
  var total: Int64? {
    guard !invoices.isEmpty else { return nil }
    var sum: Int64 = 0
    for invoice in invoices {
      guard let amount = invoice.hundredths else { return nil }
      sum = sum &+ amount
    }
    return sum
  }
}
