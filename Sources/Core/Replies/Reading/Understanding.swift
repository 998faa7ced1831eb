package import Receivables

/// What Duly took a mail to say, and the words on which each part of that stands.
///
/// A plain value: it changes nothing. Nothing in a mail can release, approve or mark anything as paid; what is
/// done about an understanding is the policy's affair.
package struct Understanding: Equatable, Sendable {
  /// Who wrote: a mail server, a program, or a person.
  package enum Kind: String, Sendable {
    case bounce, auto, person
  }

  /// What a mail wants or says.
  package enum Intent: String, CaseIterable, Sendable {
    case stop, dispute, promise
    case claimsPaid = "claims_paid"
    case outOfOffice = "out_of_office"
    case request
    case contactChange = "contact_change"
    case question, thanks, spam, unclear
  }

  /// A day or an event on which somebody says they will pay.
  package struct Promise: Equatable, Sendable {
    /// Nil where no day is named ("when our client has paid us") or the named one has passed.
    package var date: Day?
    /// In hundredths: as named, or that of the invoices meant where they are some of several.
    package var hundredths: Int64?
    /// The numbers of the invoices meant; empty where nothing narrows it.
    package var invoices: [String] = []
    /// Further instalments, in order.
    package var later: [Day] = []
  }

  /// An objection.
  package struct Dispute: Equatable, Sendable {
    /// Never empty where invoices were reminded: all of them where nothing narrows it.
    package var invoices: [String]
    /// `wrong_amount`, `quality` and so on; `other` where no rule says more.
    package var reason: String
  }

  /// A payment that is said to have been made. The books decide whether it was.
  package struct Payment: Equatable, Sendable {
    package var date: Day?
    package var hundredths: Int64?
    package var reference: String?
  }

  /// Another address or person to write to.
  package struct Contact: Equatable, Sendable {
    package var email: String?
    package var name: String?
  }

  /// A mail that could not be delivered, or may yet be.
  package struct Bounce: Equatable, Sendable {
    /// How the failure is to be taken.
    package enum Weight: String, Sendable {
      /// The address takes no mail, now or later.
      case hard
      /// Something that may pass, or that is not about the address.
      case soft
      /// The mailbox is full.
      case full
      /// The sender or the mail was refused.
      case blocked
      /// Delivered, or a report of no failure.
      case none
    }

    package var recipient: String?
    package var weight: Weight
    /// Of RFC 3463: `5.1.1`; nil where the report names none.
    package var status: String?
    /// Three digits of SMTP; nil where none is named.
    package var replyCode: String?
    /// The name of the reason: `userunknown`, `mailboxfull` and so on.
    package var reason: String
  }

  /// A decision, the rule that made it and the words on which it stands.
  package struct Ground: Equatable, Sendable {
    package let decision: String
    /// Language and name of the rule: `de/will-pay`.
    package let rule: String
    package let words: String
    /// Where the words stand, in UTF-8 bytes of `visibleReply`; nil where they stand in the head or a report.
    package let span: Range<Int>?

    /// True where no rule says so, and the words of the mail only lean to it.
    package var isLeaning: Bool { rule.hasSuffix("/leaning") }

    package init(decision: String, rule: String, words: String, span: Range<Int>? = nil) {
      self.decision = decision
      self.rule = rule
      self.words = words
      self.span = span
    }
  }

  package var kind: Kind
  package var primary: Intent = .unclear
  package var intents: [Intent] = [.unclear]
  package var promise: Promise?
  package var dispute: Dispute?
  package var claimsPaid: Payment?
  package var outOfOfficeUntil: Day?
  /// `extension`, `copy_of_invoice` and so on; nil where nothing is asked for.
  package var request: String?
  package var contactChange: Contact?
  package var stop = false
  package var isHostile = false
  /// True where a person of the business has to read it.
  package var needsPerson = false
  package var visibleReply = ""
  /// The language whose rules read it; nil for a bounce.
  package var language: String?
  package var bounce: Bounce?
  package var grounds: [Ground] = []

  package init(kind: Kind) { self.kind = kind }
}
