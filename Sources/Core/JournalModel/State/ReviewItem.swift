import PolicyModel
import Receivables
import Schedule

/// Something that waits for the owner.
package struct ReviewItem: Sendable, Equatable {
  /// What it is.
  package enum Kind: Sendable, Equatable {
    /// A rule of the policy fired.
    case rule(String, actions: [String])
    case ownFlag(OwnFlag)
    /// An answer of the customer that the policy wants the owner to see.
    case answer(Response.Kind)
    case approval(Proposal)
    /// Nobody knows whether the message was sent.
    case unknownSend(key: String, reason: String)
    /// The mail server refused the message for good.
    case failedSend(key: String, reply: String)
    /// The message was sent, and these copies of it were refused.
    case refusedCopies(key: String, [String])
    case promiseBroken
    /// An invoice is no longer in the books.
    case vanished(balance: Money)
    case question(String)
    /// A mail of somebody unknown that names one of the invoices.
    case mail(from: String, subject: String)

    /// True for what an owner who does not look lets lie: the review is overdue by it.
    package var isFlag: Bool {
      switch self {
      case .rule(_, let actions): !actions.allSatisfy { $0.hasPrefix("hold") || $0.hasPrefix("schedule") }
      case .ownFlag, .answer, .unknownSend, .failedSend, .refusedCopies, .promiseBroken, .vanished, .question:
        true
      // Anybody can write one, so nothing may wait for it.
      case .approval, .mail: false
      }
    }
  }

  /// The journal's number of the event that raised it: its name for the owner.
  package let number: Int64
  package let at: Instant
  package let day: Day
  /// Nil for what is about no one customer.
  package let customer: CustomerID?
  /// The number or part; nil for the customer.
  package let invoice: String?
  package let source: EventSource
  package let kind: Kind
  /// The mail that raised it, by the number of its event; nil where none did.
  package internal(set) var mail: Int64?
  /// The owner has looked.
  package internal(set) var isSeen = false
  /// Nothing is left to be done.
  package internal(set) var isDone = false
  /// It was said by a run that the owner has not looked in time.
  package internal(set) var isOverdue = false
  /// The owner had a letter about it, apart from digests.
  package internal(set) var isTold = false
  /// Of an approval: it was given and is good while nothing changes.
  package internal(set) var isApproved = false

  /// True for a rule with `notify` of which the owner has not had a letter yet.
  package var wantsNotice: Bool {
    guard case .rule(_, let actions) = kind else { return false }
    return !isTold && !isDone && actions.contains("notify")
  }
}
