import PolicyModel
import Receivables

/// What has happened to one customer: the fold of their events (`evolve`).
///
/// `parts[i]` is about `account.receivables[i]`.
package struct State: Sendable, Equatable {
  package var parts: [PartState]
  /// Those that stand, oldest first; one that came back is taken out.
  package var messages: [SentMessage] = []
  /// The last day on which the customer answered or paid anything.
  package var answeredOn: Day?
  package var holds: [Hold] = []
  package var pauses: [Pause] = []
  package var promises: [Promise] = []
  package var brokenPromises = 0
  package var firings: [Firing] = []
  /// Place of the schedule that a rule gave.
  package var movedTo: Int?

  /// Nothing has happened yet to an account of that many parts.
  package init(partCount: Int) {
    parts = Array(repeating: PartState(), count: partCount)
  }
}

/// What has happened to one part.
package struct PartState: Sendable, Equatable {
  /// Oldest first.
  package var sent: [SentTier] = []
  package var isDisputedByReply = false
  package private(set) var ownFlags: [OwnFlag] = []

  /// Notes that a flag of Duly's own was raised: once for a part.
  package mutating func raise(_ flag: OwnFlag) {
    if !ownFlags.contains(flag) { ownFlags.append(flag) }
  }
}

/// A tier that really left for a part.
package struct SentTier: Sendable, Equatable {
  package let day: Day
  /// Place in `Plan.tiers`.
  package let tier: Int
  /// The level its name has now.
  package let level: Int
  package let schedule: Int
  package let position: Int
  /// What `respond_within` gave.
  package let deadline: Day?

  package var isBeforeDue: Bool { level == 0 }
}

/// A message that left.
package struct SentMessage: Sendable, Equatable {
  package let day: Day
  /// The highest of its tiers.
  package let level: Int
  package let address: String
  package let parts: [Part]

  /// A part that advanced by it.
  package struct Part: Sendable, Equatable {
    package let place: Int
    package let sent: SentTier
  }
}

/// Stops all reminders to the customer, or about some parts, until released.
package struct Hold: Sendable, Equatable {
  /// Nil for all.
  package let parts: [Int]?
  package let reason: SilenceReason
}

/// Stops reminders from `first` to the end of `last`.
package struct Pause: Sendable, Equatable {
  /// Nil for all.
  package var parts: [Int]?
  package let first: Day
  package let last: Day
  package let reason: SilenceReason
}

/// A promise as it was made; `granted` are the parts for which it pauses and still stands.
package struct Promise: Sendable, Equatable {
  package let named: [Int]
  package var granted: [Int]
  /// Place in `State.pauses`, nil for a promise that does not pause.
  package let pause: Int?
  /// Its last quiet day; nil where it does not pause.
  package let last: Day?
}

/// A rule that has fired for the customer or for one invoice number.
package struct Firing: Sendable, Equatable {
  package let rule: Int
  /// The first part of the number, nil for the customer.
  package let first: Int?
  package var isCleared = false
  /// It was false on a day since it last fired.
  package var wasFalse = false
}
