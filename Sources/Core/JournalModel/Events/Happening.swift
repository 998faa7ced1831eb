import PolicyModel
import Receivables
import Schedule

/// What happened. The names are the journal's for good: they are written to disk (`HappeningWriter`).
package enum Happening: Sendable, Equatable {
  case message(MessageHappening)
  case answer(AnswerHappening)
  case policy(PolicyHappening)
  case owner(OwnerHappening)
  case books(BooksHappening)
  case run(RunHappening)
  case mail(MailHappening)
}

/// On the way of a message.
package enum MessageHappening: Sendable, Equatable {
  case claimed(Claim)
  /// From here on the mail server may have it.
  case handedOver(key: String)
  /// Nobody has it: what had been decided did not hold any more, or the run ended before.
  case voided(key: String, reason: String)
  case sent(key: String, reply: String, refusedCopies: [String])
  case refused(key: String, Refusal)
  case unknown(key: String, reason: String)
  /// A person found out what became of an unknown message.
  case resolved(key: String, wasSent: Bool)
}

/// From the customer.
package enum AnswerHappening: Sendable, Equatable {
  case answered(GivenAnswer)
  /// A message came back; `key` where it is known which.
  case returned(key: String?, address: String, isHard: Bool)
  /// An address of the customer takes no mail, though the message reached another.
  case addressFailed(String)
  /// Money came in for an invoice (nil: not allocated), and left these parts open.
  case paid(invoice: String?, amount: Money, leftOpen: [ReceivableID])
}

/// What the policy made of it.
package enum PolicyHappening: Sendable, Equatable {
  case pauseBegan(PauseGiven)
  case holdBegan(parts: [ReceivableID]?, reason: String)
  case disputed(parts: [ReceivableID])
  /// Parts of which the customer had been reminded are settled, and the policy thanks for that.
  case settled(parts: [ReceivableID])
  case promised(named: [ReceivableID], granted: [ReceivableID], pause: PauseGiven?)
  /// The promise of that number, counted from 0 in the order in which the customer made them.
  case promiseBroken(Int)
  case fired(rule: String, invoice: String?, actions: [String])
  case lapsed(rule: String, invoice: String?)
  case scheduleMoved(to: String)
  case scheduleEnded
  /// One of Duly's own flags, raised once for a part.
  case flagged(OwnFlag, part: ReceivableID)
  /// A response of the policy flags it for the owner.
  case responseFlagged(Response.Kind, invoice: String?)
  /// What keeps the customer's invoices quiet, all of it: noted on a day on which it differs from the day before.
  case keptQuiet([Quiet])
}

/// Something other than time that keeps an invoice quiet.
package struct Quiet: Sendable, Equatable {
  /// The invoice (an instalment as `A1/2`); nil for the customer, who is left out.
  package let invoice: String?
  /// As previews write it: `min-gap`, `paused-by-promise`, `bad-row`.
  package let reason: String
  /// The line of the policy that says so; nil where the books do.
  package let line: String?

  package init(invoice: String?, reason: String, line: String?) {
    self.invoice = invoice
    self.reason = reason
    self.line = line
  }
}

/// From the owner, or somebody in the owner's place.
package enum OwnerHappening: Sendable, Equatable {
  case held(invoice: String?, note: String?)
  case released(until: Day?, note: String?)
  case approvalAsked(Proposal)
  case approvalGiven(Int64)
  case approvalLapsed(Int64, reason: String)
  /// The owner has looked at an item of the review: the journal's number of the event that raised it.
  case seen(Int64)
  case cleared(Int64, until: Day?)
  case noted(String)
  /// The owner wrote to the customer by other means: it counts for gap and cap.
  case wroteByHand(address: String?)
  /// The owner agreed to so many messages in one run: the first about old books, or more than `per_run`.
  case batchApproved(messages: Int)
}

/// From the books.
package enum BooksHappening: Sendable, Equatable {
  case seen(BooksTotals)
  case balancesSeen(SeenBalances)
  case vanished(part: ReceivableID, balance: Money)
  case cameBack(part: ReceivableID)
  /// Something that a person is to look at before it is believed.
  case doubted(String)
  /// First read on the day of the event.
  case collectionFailed(part: ReceivableID)
}

/// About the runs themselves.
package enum RunHappening: Sendable, Equatable {
  case began(RunStart)
  case ended(RunOutcome)
  case policyInForce(digest: String, name: String)
  case digestSent(to: String, items: Int)
  case reviewOverdue(item: Int64)
  case backupTold(to: String)
  /// The owner had a letter about these items of the review; none where it was about the run (`stopped`).
  case ownerTold(OwnerNotice, items: [Int64])
  case forewarned(keys: [String])
}

/// What a letter to the owner between two digests is about.
package enum OwnerNotice: String, Sendable, CaseIterable {
  /// Rules with `notify` fired.
  case fired
  /// A run sent nothing, and only a person can change that.
  case stopped
}

/// Why a mail server does not take a message.
package struct Refusal: Sendable, Equatable {
  /// True where the same message may be tried again later.
  package let isTemporary: Bool
  package let reply: String
  /// The address that takes no mail at all; nil where that is not why.
  package let closedAddress: String?

  package init(isTemporary: Bool, reply: String, closedAddress: String?) {
    self.isTemporary = isTemporary
    self.reply = reply
    self.closedAddress = closedAddress
  }
}

/// An answer as it was understood.
package struct GivenAnswer: Sendable, Equatable {
  package let kind: Response.Kind
  /// The numbers or parts that it names; empty where it names none.
  package let invoices: [String]
  package let promised: Day?
  package let returns: Day?
  /// The words that it stands on.
  package let words: String?

  package init(
    kind: Response.Kind, invoice: String? = nil, promised: Day? = nil, returns: Day? = nil,
    words: String? = nil
  ) {
    self.init(
      kind: kind, invoices: invoice.map { [$0] } ?? [], promised: promised, returns: returns, words: words)
  }

  package init(
    kind: Response.Kind, invoices: [String], promised: Day? = nil, returns: Day? = nil, words: String? = nil
  ) {
    self.kind = kind
    self.invoices = invoices
    self.promised = promised
    self.returns = returns
    self.words = words
  }
}

/// A pause as it was given.
package struct PauseGiven: Sendable, Equatable {
  /// Nil for the customer.
  package let parts: [ReceivableID]?
  package let first: Day
  package let last: Day
  package let response: Response.Kind

  package init(parts: [ReceivableID]?, first: Day, last: Day, response: Response.Kind) {
    self.parts = parts
    self.first = first
    self.last = last
    self.response = response
  }
}

/// A message that waits for the owner's approval.
package struct Proposal: Sendable, Equatable {
  /// Digest of what is approved: invoices, tiers, balances, words.
  package let content: String
  package let parts: [Claim.Part]
  package let alsoListed: [ReceivableID]
  package let total: Money
  package let tone: String
  package let to: String
  package let subject: String
  package let text: String

  package init(
    content: String, parts: [Claim.Part], alsoListed: [ReceivableID], total: Money, tone: String, to: String,
    subject: String, text: String
  ) {
    self.content = content
    self.parts = parts
    self.alsoListed = alsoListed
    self.total = total
    self.tone = tone
    self.to = to
    self.subject = subject
    self.text = text
  }
}

/// What the books came to.
package struct BooksTotals: Sendable, Equatable {
  package let asOf: String?
  package let customers: Int
  package let openParts: Int
  /// Open amounts, one sum a currency, in order of code.
  package let open: [Money]

  package init(asOf: String?, customers: Int, openParts: Int, open: [Money]) {
    self.asOf = asOf
    self.customers = customers
    self.openParts = openParts
    self.open = open
  }
}

/// What the books said of one customer when they were last read: noted where it changed.
package struct SeenBalances: Sendable, Equatable {
  /// A part and what was open of it.
  package struct Part: Sendable, Equatable {
    package let id: ReceivableID
    package let balance: Money

    package init(id: ReceivableID, balance: Money) {
      self.id = id
      self.balance = balance
    }
  }

  /// The parts with a balance, in order of number.
  package let parts: [Part]
  /// Money not allocated, one sum a currency.
  package let credits: [Money]

  package init(parts: [Part], credits: [Money]) {
    self.parts = parts
    self.credits = credits
  }
}

/// The beginning of a run.
package struct RunStart: Sendable, Equatable {
  /// Which start of the machine it was: what a process wrote is there unless the machine went down since.
  package let boot: String
  package let process: Int

  package init(boot: String, process: Int) {
    self.boot = boot
    self.process = process
  }
}

/// What a run came to: planned is the sum of the others.
package struct RunOutcome: Sendable, Equatable {
  package var planned = 0
  package var sent = 0
  package var skipped = 0
  package var failed = 0
  package var unknown = 0

  package init() {}

  package init(planned: Int, sent: Int, skipped: Int, failed: Int, unknown: Int) {
    self.planned = planned
    self.sent = sent
    self.skipped = skipped
    self.failed = failed
    self.unknown = unknown
  }
}
