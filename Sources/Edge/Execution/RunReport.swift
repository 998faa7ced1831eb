import JournalModel
import Receivables
import Schedule

/// Why no message of a run left.
package enum RunStop: Sendable, Equatable {
  case staleBooks(String)
  /// The number of the question in the review.
  case doubtedBooks(Int64)
  case outsideWindow
  /// The first messages ever: the owner is asked.
  case firstBatch(Int)
  /// The mailbox cannot be read: somebody may have answered.
  case unheard(String)
  case overPerRun(count: Int, limit: Int, source: Source)

  /// True where a person has to do something about it.
  package var needsPerson: Bool {
    switch self {
    case .outsideWindow: false
    case .staleBooks, .doubtedBooks, .firstBatch, .overPerRun, .unheard: true
    }
  }

  /// As JSON and the log name it.
  package var name: String {
    switch self {
    case .staleBooks: "stale-books"
    case .doubtedBooks: "doubted-books"
    case .outsideWindow: "outside-window"
    case .firstBatch: "first-batch"
    case .unheard: "unheard"
    case .overPerRun: "over-per-run"
    }
  }
}

/// What became of one planned message.
package struct SendRecord: Sendable, Equatable {
  /// What became of it.
  package enum Result: Sendable, Equatable {
    case sent(refusedCopies: [String])
    /// It did not leave, for this reason; a later run looks at it afresh.
    case skipped(String)
    case failed(isTemporary: Bool, reply: String)
    case unknown(String)
  }

  package let customer: CustomerID
  package let claim: Claim
  package let result: Result
}

/// What a run did: planned = sent + skipped + failed + unknown, each with its reason.
package struct RunReport: Sendable {
  package let day: Day
  package let at: Instant
  package let policy: String
  /// True for a run that decides and shows, and changes nothing: `stop` is what would keep its messages from leaving.
  package let isDryRun: Bool
  package internal(set) var records: [SendRecord] = []
  /// What was decided: in a dry run, and where the run was stopped, all of it is skipped.
  package internal(set) var planned: [PlannedSend] = []
  /// The mails that were heard before it was decided.
  package internal(set) var heard: [HeardLine] = []
  /// Why not all mails could be heard; nil where they were.
  package internal(set) var unheard: String?
  /// What is to be said of a model that was asked about mails; nil where there is nothing.
  package internal(set) var remarkOnModel: String?
  package internal(set) var flags: [(customer: Customer, flag: Flag)] = []
  /// Why parts are quiet today; only in a dry run.
  package internal(set) var silences: [(account: Account, silence: Silence)] = []
  /// Customers and invoices that are left out; only in a dry run.
  package internal(set) var skipped: [(customer: Customer, invoice: String?, reason: String)] = []
  package internal(set) var stop: RunStop?
  /// Claims of earlier runs of which nobody knows what became.
  package internal(set) var recovered = 0
  /// True if the policy is another one than when the last message was sent.
  package internal(set) var policyChanged = false
  /// Items of the review at which the owner has not looked.
  package internal(set) var waitsForOwner = 0
  package internal(set) var overdue = 0
  /// The letters that somebody who works with Duly had.
  package internal(set) var told: [(address: String, letter: OwnerLetter)] = []
  /// Those that could not be sent; a later run tries again.
  package internal(set) var untold: [(title: String, reason: String)] = []
  /// Letters that could not be written, by customer.
  package internal(set) var unwritten: [(customer: CustomerID, reason: String)] = []

  init(day: Day, at: Instant, policy: String, isDryRun: Bool) {
    self.day = day
    self.at = at
    self.policy = policy
    self.isDryRun = isDryRun
  }

  mutating func stop(_ reason: RunStop) { if stop == nil { stop = reason } }

  package var outcome: RunOutcome {
    var outcome = RunOutcome()
    outcome.planned = planned.count
    for record in records {
      switch record.result {
      case .sent: outcome.sent += 1
      case .skipped: outcome.skipped += 1
      case .failed: outcome.failed += 1
      case .unknown: outcome.unknown += 1
      }
    }
    // What was stopped before any of it was claimed.
    outcome.skipped += planned.count - records.count
    return outcome
  }

  /// True where the run needs a person: exit 3. A dry run only shows.
  package var needsPerson: Bool {
    if isDryRun { return false }
    return stop?.needsPerson ?? false || unheard != nil || recovered > 0 || overdue > 0 || !unwritten.isEmpty
      || !untold.isEmpty
      || outcome.failed > 0
      || outcome.unknown > 0
  }
}

/// A message that was decided and is to be sent.
package struct PlannedSend: Sendable {
  package let customer: CustomerID
  package let claim: Claim
  /// Digest of all that the customer would see.
  let digest: String
  package let message: Message
  /// The books by which it was decided.
  package let account: Account
  package let text: String
  let html: String?
  package let segment: String
}
