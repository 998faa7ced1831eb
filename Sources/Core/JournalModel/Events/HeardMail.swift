/// About mails that came in.
package enum MailHappening: Sendable, Equatable {
  /// A mail was heard. The events right behind it, as many as it says, are what came of it.
  case heard(HeardMail)
  /// A mailbox was read up to a number: each mail up to there is in the journal, or says nothing to us.
  case mailboxRead(MailboxPosition)
  /// A person says what the mail of that event really says (`nothing`, or a kind of answer): its former effects end, and
  /// the events right behind, as many as `effects`, are the new ones.
  case corrected(mail: Int64, as: String, effects: Int)
}

/// How far a mailbox was read.
package struct MailboxPosition: Sendable, Equatable {
  /// Its name: server, user and folder, or a path.
  package let mailbox: String
  /// Where the mailbox counts with another one than before, its numbers begin anew.
  package let validity: Int64
  package let number: Int64

  package init(mailbox: String, validity: Int64, number: Int64) {
    self.mailbox = mailbox
    self.validity = validity
    self.number = number
  }
}

/// A mail as it was understood when it came in.
package struct HeardMail: Sendable, Equatable {
  /// How it was known whose it is.
  package enum Ownership: String, Sendable, CaseIterable {
    /// It refers to one of our messages.
    case references
    /// It was sent to an address of ours that holds the key of a message.
    case address
    /// It encloses one of our messages, as a mail server's report does.
    case enclosed
    /// It came from, or is about, an address of the customer, and names an invoice.
    case invoice
    /// It came from an address of the customer, and names nothing.
    case sender
  }

  /// What a decision stands on.
  package struct Ground: Sendable, Equatable {
    package let decision: String
    package let words: String

    package init(decision: String, words: String) {
      self.decision = decision
      self.words = words
    }
  }

  /// The same for the same mail, wherever and however often it is fetched.
  package let identity: String
  /// Nil for one that came from a file.
  package let place: MailboxPosition?
  package let received: Instant?
  package let from: String
  package let subject: String
  /// Nil for a stranger's.
  package let ownership: Ownership?
  /// `bounce`, `auto` or `person`.
  package let author: String
  package let primary: String
  package let intents: [String]
  package let grounds: [Ground]
  /// The beginning of what the sender wrote; empty for a stranger's mail.
  package let text: String
  package let needsPerson: Bool
  /// True where the owner is to see it although it is nobody's that we know.
  package let isShown: Bool
  /// What a model proposes that it says; nil where none was asked or said anything that can be shown.
  package let proposal: MailProposal?
  /// So many events right behind are what came of it.
  package let effects: Int

  package init(
    identity: String, place: MailboxPosition?, received: Instant?, from: String, subject: String,
    ownership: Ownership?, author: String, primary: String, intents: [String], grounds: [Ground],
    text: String, needsPerson: Bool, isShown: Bool, proposal: MailProposal? = nil, effects: Int
  ) {
    self.identity = identity
    self.place = place
    self.received = received
    self.from = from
    self.subject = subject
    self.ownership = ownership
    self.author = author
    self.primary = primary
    self.intents = intents
    self.grounds = grounds
    self.text = text
    self.needsPerson = needsPerson
    self.isShown = isShown
    self.proposal = proposal
    self.effects = effects
  }
}
