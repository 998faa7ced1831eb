import Receivables
import Schedule

/// One thing that happened to a customer and that decisions hang on, with names.
package struct HistoryEntry: Sendable, Equatable {
  /// What it is.
  package enum Kind: Sendable, Equatable {
    /// A message that was sent, or may have been.
    case sent(Claim, isUnknown: Bool)
    /// What was not known of the message of that entry is known.
    case resolved(entry: Int64, wasSent: Bool)
    /// The mail server refused a message about these parts for good.
    case failed(parts: [ReceivableID])
    case returned(entry: Int64)
    case answered
    case policy(PolicyHappening)
    case held(invoice: String?)
    case released(until: Day?)
    case cleared(rule: String, invoice: String?, until: Day?)
    case wroteByHand(address: String?)
  }

  /// The journal's number of the event; of the claim, for a message.
  package let number: Int64
  /// The day of the event; of the claim, for a message.
  package let day: Day
  package let kind: Kind
  /// The mail that led to it, by the number of its event; nil where none did.
  package var mail: Int64?
}
