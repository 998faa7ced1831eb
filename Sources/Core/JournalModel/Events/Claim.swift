import Receivables

/// A message that a run is about to send: claimed before anything else is done about it.
package struct Claim: Sendable, Equatable {
  /// What is sent.
  package enum Purpose: String, Sendable, CaseIterable {
    case reminder
    /// A word of thanks for a reminded invoice that was settled.
    case thanks
  }

  /// A part that advances by the message, and what the letter says of it.
  package struct Part: Sendable, Equatable {
    package let id: ReceivableID
    package let tier: String
    package let level: Int
    /// Place of the tier in its schedule.
    package let position: Int
    package let deadline: Day?
    package let balance: Money
    /// Interest and compensation that the letter demands; nil where its tier charges nothing.
    package let charges: [Money]?

    package init(
      id: ReceivableID, tier: String, level: Int, position: Int, deadline: Day?, balance: Money,
      charges: [Money]? = nil
    ) {
      self.id = id
      self.tier = tier
      self.level = level
      self.position = position
      self.deadline = deadline
      self.balance = balance
      self.charges = charges
    }
  }

  /// Unique: the Message-ID is made of it.
  package let key: String
  package let purpose: Purpose
  package let schedule: String
  package let tone: String
  package let language: String
  /// `email`, `letter` or `email+letter`.
  package let channel: String
  package let to: String
  package let copies: [String]
  /// In order of number; for thanks, the parts that were settled.
  package let parts: [Part]
  package let alsoListed: [ReceivableID]
  package let total: Money
  package let subject: String
  /// Digest of subject and text.
  package let words: String
  /// The journal's number of the approval that it rests on; nil where none is needed.
  package let approval: Int64?

  package init(
    key: String, purpose: Purpose, schedule: String, tone: String, language: String, channel: String,
    to: String, copies: [String], parts: [Part], alsoListed: [ReceivableID], total: Money, subject: String,
    words: String, approval: Int64?
  ) {
    self.key = key
    self.purpose = purpose
    self.schedule = schedule
    self.tone = tone
    self.language = language
    self.channel = channel
    self.to = to
    self.copies = copies
    self.parts = parts
    self.alsoListed = alsoListed
    self.total = total
    self.subject = subject
    self.words = words
    self.approval = approval
  }

  /// The level of the message: the highest of its parts.
  package var level: Int { parts.reduce(0) { max($0, $1.level) } }
}
