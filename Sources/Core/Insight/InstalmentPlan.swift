import Receivables

/// An invoice that is paid in instalments and has some of them open.
package struct InstalmentPlan: Sendable {
  package let customer: Customer
  /// The invoice's number.
  package let number: String
  /// How many instalments it has.
  package let parts: Int
  package private(set) var openParts = 0
  package private(set) var open: Money
  /// What of the open amount is past due.
  package private(set) var pastDue: Money
  /// The due day of its earliest instalment that is open.
  package private(set) var earliestDue: Day

  init(_ part: Receivable, of customer: Customer) {
    self.customer = customer
    number = part.id.number
    parts = part.instalments
    open = Money(minorUnits: 0, currency: part.balance.currency)
    pastDue = open
    earliestDue = part.due
  }

  mutating func add(_ part: Receivable, on day: Day) {
    openParts += 1
    open.minorUnits += part.balance.minorUnits
    if part.due < day { pastDue.minorUnits += part.balance.minorUnits }
    earliestDue = min(earliestDue, part.due)
  }
}
