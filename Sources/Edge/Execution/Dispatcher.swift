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
  /// True where messages leave evenly spread, so that one may have to wait for its turn.
  var waitsForTurns: Bool { get }

  /// Waits until the next message may leave; what decides about it is looked at after that.
  func awaitTurn() async

  /// True where the next message may be given to it while one is under way, to leave as soon as that one is done.
  var takesNextAhead: Bool { get }

  /// Learns which messages are the next, to do what needs nobody's answer while others are under way. Each may still come out
  /// otherwise, or not leave at all.
  func prepare(_ messages: [ReadyMessage])

  /// Sends a message, once, and says what is known of it afterwards.
  func dispatch(_ message: ReadyMessage) async -> SendOutcome

  /// Sends a letter to the owner, once.
  func deliver(_ mail: OutgoingMail) async -> SendOutcome
}

extension Dispatcher {
  package var waitsForTurns: Bool { false }
  package func awaitTurn() async {}
  package var takesNextAhead: Bool { false }
  package func prepare(_ messages: [ReadyMessage]) {}
}
