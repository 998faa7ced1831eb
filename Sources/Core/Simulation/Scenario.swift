import PolicyModel
import Receivables
import Schedule

/// What a simulation assumes: a plan, the books, a horizon, and what happens on the way.
///
/// Immutable; a class only because every customer on the way holds it.
package final class Scenario: Sendable {
  /// How customers pay who are not told otherwise by an event.
  package enum Behaviour: String, Sendable, CaseIterable {
    /// Nobody pays.
    case none
    /// Each pays as late as it has before (`ExpectedPayments`).
    case history
  }

  package let plan: Plan
  package let snapshot: Snapshot
  /// The first day of the preview, in the business's time zone.
  package let from: Day
  /// Calendar days from `from` on, closed ones included; at least 1.
  package let days: Int
  /// In order of day, then of the file; those before `from` are history.
  package let events: [ScenarioEvent]
  package let behaviour: Behaviour
  /// False shows what happens where the owner gives no approvals.
  package let ownerIsPresent: Bool
  /// True renders the words of every message.
  package let writesLetters: Bool
  /// True also makes the inside of each letter's HTML alternative, where its words are written.
  package let drawsLetters: Bool
  /// Where the customers stand; nil for an empty history.
  package let start: (any StartingPoint)?
  /// True also says how things stand with each customer on the first morning (`CustomerToday`).
  package let notesToday: Bool
  /// Only these are shown and counted; nil for all.
  package let only: Set<CustomerID>?
  /// True decides on every calendar day instead of jumping: slow, and the same by promise.
  package let walksEveryDay: Bool

  package init(
    plan: Plan, snapshot: Snapshot, from: Day, days: Int, events: [ScenarioEvent] = [],
    behaviour: Behaviour = .none, ownerIsPresent: Bool = true, writesLetters: Bool = false,
    drawsLetters: Bool = false,
    start: (any StartingPoint)? = nil, notesToday: Bool = false, only: Set<CustomerID>? = nil,
    walksEveryDay: Bool = false
  ) {
    precondition(days >= 1, "a horizon has at least one day")
    self.plan = plan
    self.snapshot = snapshot
    self.from = from
    self.days = days
    self.events = events
    self.behaviour = behaviour
    self.ownerIsPresent = ownerIsPresent
    self.writesLetters = writesLetters
    self.drawsLetters = drawsLetters
    self.start = start
    self.notesToday = notesToday
    self.only = only
    self.walksEveryDay = walksEveryDay
  }

  /// The last day of the preview.
  package var end: Day { from + (days - 1) }
}

/// Something assumed to happen: a line of an events file.
package struct ScenarioEvent: Sendable {
  /// What happens.
  package enum Kind: Sendable {
    case reply(Response.Kind, promised: Day?, returns: Day?)
    /// Minor units of the invoice's currency, of the base currency without an invoice, or as stated.
    case payment(Money)
    /// Whatever is open then is paid.
    case settles
    case bounce(isHard: Bool)
    case release
    /// The invoice is issued on the day of the event.
    case issue(Receivable)
  }

  package let on: Day
  package let customer: CustomerID
  /// The number or part that it names.
  package let invoice: String?
  package let kind: Kind

  package init(on day: Day, customer: CustomerID, invoice: String?, kind: Kind) {
    self.on = day
    self.customer = customer
    self.invoice = invoice
    self.kind = kind
  }
}
