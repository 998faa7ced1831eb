import JournalModel
import Mail
import Receivables
import Schedule

/// A message that is ready to leave.
package struct ReadyMessage: Sendable {
  package let claim: Claim
  package let customer: CustomerID
  /// Nil where it does not go by mail.
  package let mail: OutgoingMail?
  /// Nil where it is not printed.
  package let letter: PrintedLetter?
}

/// A letter for the post.
package struct PrintedLetter: Sendable, Equatable {
  package let recipient: String
  package let postalAddress: String?
  package let sender: String
  package let date: String
  package let language: String
  package let subject: String
  package let text: String

  package init(
    recipient: String, postalAddress: String?, sender: String, date: String, language: String,
    subject: String,
    text: String
  ) {
    self.recipient = recipient
    self.postalAddress = postalAddress
    self.sender = sender
    self.date = date
    self.language = language
    self.subject = subject
    self.text = text
  }
}

/// Carries messages out of the house: to a mail server, into an outbox.
package protocol Dispatcher: Sendable {
  /// Sends a message, once, and says what is known of it afterwards.
  func dispatch(_ message: ReadyMessage) async -> SendOutcome
}
