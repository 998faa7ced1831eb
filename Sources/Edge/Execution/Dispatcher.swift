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
  package let letter: PaperLetter?
}

/// Carries messages out of the house: to a mail server, into an outbox.
package protocol Dispatcher: Sendable {
  /// Sends a message, once, and says what is known of it afterwards.
  func dispatch(_ message: ReadyMessage) async -> SendOutcome

  /// Sends a letter to the owner, once.
  func deliver(_ mail: OutgoingMail) async -> SendOutcome
}
