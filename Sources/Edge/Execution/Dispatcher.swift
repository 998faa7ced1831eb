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
  /// The mail's bytes, where they were made ahead; nil where they are made when it leaves.
  var bytes: [UInt8]?

  init(claim: Claim, customer: CustomerID, mail: OutgoingMail?, letter: PaperLetter?) {
    self.claim = claim
    self.customer = customer
    self.mail = mail
    self.letter = letter
  }
}

/// Carries messages out of the house: to a mail server, into an outbox.
package protocol Dispatcher: Sendable {
  /// True where messages leave evenly spread, so that one may have to wait for its turn.
  var waitsForTurns: Bool { get }

  /// Waits until the next message may leave; what decides about it is looked at after that.
  func awaitTurn() async

  /// Does for a message what needs nobody's answer.
  func compose(_ message: ReadyMessage) -> ReadyMessage

  /// Sends a message, once, and says what is known of it afterwards.
  func dispatch(_ message: ReadyMessage) async -> SendOutcome

  /// Sends a letter to the owner, once.
  func deliver(_ mail: OutgoingMail) async -> SendOutcome
}

extension Dispatcher {
  package var waitsForTurns: Bool { false }
  package func awaitTurn() async {}
  package func compose(_ message: ReadyMessage) -> ReadyMessage { message }
}
