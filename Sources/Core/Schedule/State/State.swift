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
  /// The day of the oldest flag at which the owner has not looked; nil where there is none. Whoever drives the days says
  /// so: a simulation takes the review as done in time.
  package var unseenFlagSince: Day?

  /// Nothing has happened yet to an account of that many parts.
  package init(partCount: Int) {
    parts = partCount == 0 ? [] : Array(repeating: PartState(), count: partCount)
  }
}

/// What has happened to one part.
package struct PartState: Sendable, Equatable {
  /// Oldest first.
  package var sent: [SentTier] = []
  package var isDisputedByReply = false
  /// The day on which it was settled after a reminder, where the policy thanks for that; nil before.
  package var settledOn: Day?
  /// A word of thanks for it left.
  package var isThanked = false
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
  /// Nil for a schedule that the plan no longer has.
  package let schedule: Int?
  package let position: Int
  /// What `respond_within` gave.
  package let deadline: Day?

  package var isBeforeDue: Bool { level == 0 }

  package init(day: Day, tier: Int, level: Int, schedule: Int?, position: Int, deadline: Day?) {
    self.day = day
    self.tier = tier
    self.level = level
    self.schedule = schedule
    self.position = position
    self.deadline = deadline
  }
}

/// A message that left.
package struct SentMessage: Sendable, Equatable {
  package let day: Day
  /// The highest of its tiers.
  package let level: Int
  package let address: String
  package let parts: [Part]
  /// The places that a word of thanks is for; nil for a reminder.
  package let thanked: [Int]?
  /// Its number in the journal; nil in a simulation.
  package var entry: Int64?

  /// True for a word of thanks: it counts for no cap.
  package var isThanks: Bool { thanked != nil }

  /// A part that advanced by it.
  package struct Part: Sendable, Equatable {
    package let place: Int
    package let sent: SentTier

    package init(place: Int, sent: SentTier) {
      self.place = place
      self.sent = sent
    }
  }

  package init(
    day: Day, level: Int, address: String, parts: [Part], thanked: [Int]? = nil, entry: Int64? = nil
  ) {
    self.day = day
    self.level = level
    self.address = address
    self.parts = parts
    self.thanked = thanked
    self.entry = entry
  }
}

/// Stops all reminders to the customer, or about some parts, until released.
package struct Hold: Sendable, Equatable {
  /// Nil for all.
  package let parts: [Int]?
  package let reason: SilenceReason
  /// The message in the journal of which it is not known whether it was sent; nil for any other hold.
  package var entry: Int64?

  package init(parts: [Int]?, reason: SilenceReason, entry: Int64? = nil) {
    self.parts = parts
    self.reason = reason
    self.entry = entry
  }
}

/// Stops reminders from `first` to the end of `last`.
package struct Pause: Sendable, Equatable {
  /// Nil for all.
  package var parts: [Int]?
  package let first: Day
  package let last: Day
  package let reason: SilenceReason

  package init(parts: [Int]?, first: Day, last: Day, reason: SilenceReason) {
    self.parts = parts
    self.first = first
    self.last = last
    self.reason = reason
  }
}

/// A promise as it was made; `granted` are the parts for which it pauses and still stands.
package struct Promise: Sendable, Equatable {
  package let named: [Int]
  package var granted: [Int]
  /// Place in `State.pauses`, nil for a promise that does not pause.
  package let pause: Int?
  /// Its last quiet day; nil where it does not pause.
  package let last: Day?
  /// It was found broken.
  package var isBroken = false
}

/// A rule that has fired for the customer or for one invoice number.
package struct Firing: Sendable, Equatable {
  package let rule: Int
  /// The first part of the number, nil for the customer.
  package let first: Int?
  package private(set) var isCleared = false
  /// It was false on a day since it last fired.
  package var wasFalse = false
  /// The day to which the owner cleared it, from which it may fire again; nil where no day was said.
  package private(set) var clearedUntil: Day?

  /// The owner has looked.
  package mutating func clear(until day: Day?) {
    isCleared = true
    clearedUntil = day
  }

  /// True once it was cleared, and was false since or the day has come to which it was cleared.
  package func mayFireAgain(on today: Day) -> Bool {
    isCleared && (wasFalse || clearedUntil.map { today >= $0 } ?? false)
  }
}
