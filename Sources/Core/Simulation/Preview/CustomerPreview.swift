import Letters
import Receivables
import Schedule

/// What one customer would receive over the horizon, and why not more.
package struct CustomerPreview: Sendable {
  package let customer: Customer
  /// The parts, by place.
  package let parts: [ReceivableID]
  /// Nil where the scenario does not ask for it.
  package internal(set) var today: CustomerToday?
  /// Nil where customers are not assumed to pay as before.
  package internal(set) var receipts: ExpectedReceipts?
  /// What is open on the first morning, and after the last day; nothing where the scenario does not ask for today.
  package internal(set) var openBefore: [OpenPart] = []
  package internal(set) var openAfter: [OpenPart] = []
  /// In order of day.
  package internal(set) var messages: [PlannedMessage] = []
  /// In order of day.
  package internal(set) var flags: [Flag] = []
  /// In order of part, then of day.
  package internal(set) var silences: [SilentTime] = []
  package internal(set) var skipped: [Skipped] = []

  /// What was found for a customer; nothing yet where it is left out.
  ///
  /// - Parameter parts: Those of the customer's account, by place.
  package init(
    customer: Customer, parts: [ReceivableID], messages: [PlannedMessage] = [], flags: [Flag] = [],
    silences: [SilentTime] = [], skipped: [Skipped] = []
  ) {
    self.customer = customer
    self.parts = parts
    self.messages = messages
    self.flags = flags
    self.silences = silences
    self.skipped = skipped
  }

  /// True where the whole customer is left out.
  package var isSkipped: Bool { skipped.contains { $0.invoice == nil } }
}

/// Money that is open, and since when it is due.
package struct OpenPart: Sendable {
  package let due: Day
  package let balance: Money
}

/// A message of a preview with the balances that it would name.
package struct PlannedMessage: Sendable {
  package let message: Message
  /// All parts of the customer as they are on that day, shared with the account.
  private let receivables: [Receivable]
  /// The words, where the scenario wants them, or why they cannot be made.
  package let letter: Result<Letter, LetterError>?
  /// The inside of the letter's HTML alternative, every value in it escaped; nil where the scenario does not want it, or the
  /// words bring HTML of their own.
  package let drawn: String?

  package init(
    _ message: Message, _ account: Account, _ letter: Result<Letter, LetterError>?, drawn: String? = nil
  ) {
    self.message = message
    self.letter = letter
    self.drawn = drawn
    receivables = account.receivables
  }

  /// What is open on that day of the parts of the message and of those that it also lists, by place.
  func forEachBalance(_ body: (_ place: Int, _ balance: Money) -> Void) {
    for part in message.parts { body(part.place, receivables[part.place].balance) }
    for place in message.alsoListed { body(place, receivables[place].balance) }
  }

  /// The parts of the message and those it also lists, as they are on that day.
  package var listed: [Receivable] {
    (message.parts.map(\.place) + message.alsoListed).map { receivables[$0] }
  }
}

/// Days in a row on which one reason kept one part quiet; closed days between two of them do not end it.
package struct SilentTime: Sendable {
  package let place: Int
  package let from: Day
  /// The last day.
  package let to: Day
  package let reason: SilenceReason
  package let source: Source

  /// A reason that kept a part quiet from one day to another, the last included.
  package init(place: Int, from: Day, to: Day, reason: SilenceReason, source: Source) {
    self.place = place
    self.from = from
    self.to = to
    self.reason = reason
    self.source = source
  }
}

/// A customer, or one invoice, that is left out.
package struct Skipped: Sendable {
  package let invoice: String?
  package let reason: String

  /// A customer (nil) or an invoice that is left out for a reason of the contract.
  package init(invoice: String?, reason: String) {
    self.invoice = invoice
    self.reason = reason
  }

  /// What a reason of the contract says of a customer, in a few words.
  package static func phrase(of reason: String) -> String {
    switch reason {
    case "no-address": "without a usable address"
    case "bad-row": "with a row that cannot be read"
    case "no-due-date": "without a due date"
    case "unknown-currency": "in a currency that is none"
    case "inconsistent-amounts": "with amounts that contradict each other"
    default: reason
    }
  }

  /// What a reason of the contract says, for a person: a sentence without its full stop.
  package static func meaning(of reason: String) -> String {
    switch reason {
    case "no-address": "no usable address for any tier of any schedule"
    case "bad-row": "a row of its books cannot be read"
    case "no-due-date": "the books give no due date"
    case "unknown-currency": "the books give a currency that is none"
    case "inconsistent-amounts": "amount, payments, balance and status in the books contradict each other"
    default: "the books cannot be used for it"
    }
  }
}
