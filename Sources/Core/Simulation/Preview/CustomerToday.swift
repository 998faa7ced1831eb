import PolicyModel
import Receivables
import Schedule

/// How things stand with a customer on the first morning: after the events up to that day, before its decision.
package struct CustomerToday: Sendable {
  /// Open money of one currency, and how many invoices it is spread over.
  package struct Sum: Sendable, Equatable {
    package internal(set) var money: Money
    package internal(set) var invoices: Int
  }

  /// An answer that came in by that day.
  package struct Heard: Sendable {
    package let on: Day
    package let kind: Response.Kind
    /// The invoice or part it names; nil for all of the customer.
    package let invoice: String?
    /// The promised day.
    package let promised: Day?
  }

  /// What keeps all or some parts quiet now.
  package struct Stop: Sendable {
    package let reason: SilenceReason
    /// The parts; nil for the customer.
    package let parts: [String]?
    /// The last quiet day; nil for a hold, which lasts until it is released.
    package let until: Day?
  }

  /// One a currency, in the order in which the currencies are met.
  package private(set) var open: [Sum] = []
  package private(set) var overdue: [Sum] = []
  /// Of the oldest overdue part; 0 where none is.
  package private(set) var daysOverdue = 0
  /// Open parts in dispute, in order.
  package private(set) var disputed: [String] = []
  /// Money that is set against no invoice.
  package let unallocated: [Money]
  /// The day of the last payment for any invoice of the books.
  package let lastPaid: Day?
  /// Oldest first.
  package let heard: [Heard]
  package let brokenPromises: Int
  package private(set) var stops: [Stop] = []

  /// - Complexity: O(parts + stops).
  init(_ account: Account, _ state: State, heard: [Heard], on today: Day) {
    unallocated = account.credits
    lastPaid = account.receivables.compactMap(\.lastPaid).max()
    self.heard = heard
    brokenPromises = state.brokenPromises
    var (lastOpen, lastOverdue): (String?, String?)
    for place in account.receivables.indices where account.isOpen(place, on: today) {
      let part = account.receivables[place]
      CustomerToday.add(part, to: &open, isFurther: part.id.number == lastOpen)
      lastOpen = part.id.number
      if part.isDisputedByBooks || state.parts[place].isDisputedByReply { disputed.append("\(part.id)") }
      guard part.due < today else { continue }
      daysOverdue = max(daysOverdue, today - part.due)
      CustomerToday.add(part, to: &overdue, isFurther: part.id.number == lastOverdue)
      lastOverdue = part.id.number
    }
    func names(_ parts: [Int]?) -> [String]? {
      parts.map { $0.filter { account.isOpen($0, on: today) }.map { "\(account.receivables[$0].id)" } }
    }
    stops = state.holds.map { Stop(reason: $0.reason, parts: names($0.parts), until: nil) }
    for pause in state.pauses where pause.first <= today && today <= pause.last {
      stops.append(Stop(reason: pause.reason, parts: names(pause.parts), until: pause.last))
    }
    stops.removeAll { $0.parts?.isEmpty ?? false }
  }

  /// - Parameter isFurther: True for another instalment of an invoice that is counted already.
  private static func add(_ part: Receivable, to sums: inout [Sum], isFurther: Bool) {
    if let place = sums.firstIndex(where: { $0.money.currency == part.balance.currency }) {
      sums[place].money.minorUnits += part.balance.minorUnits
      if !isFurther { sums[place].invoices += 1 }
    } else {
      sums.append(Sum(money: part.balance, invoices: 1))
    }
  }
}
