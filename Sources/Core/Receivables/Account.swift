/// A customer with all that the books hold of them, as of the day of the books and changed only by
/// assumed payments and invoices.
package struct Account: Sendable {
  package let customer: Customer
  /// In order of number and instalment; the settled ones too. `void` and `draft` are left out.
  package var receivables: [Receivable]
  /// Money not set against an invoice: payments, credit notes, surplus. At most one a currency, in the
  /// order in which the currencies were met; amounts above zero.
  package var credits: [Money]
  /// Payments set against parts, in order of part and day; nil where nobody asked for them: only charges do.
  package var payments: [PartPayment]?
  /// Invoices that cannot be judged, in order of number.
  package let setAside: [SetAside]
  /// What was invoiced in the twelve months up to the day of the books, one sum a currency.
  package let billed: [Money]
  /// True if a row about the customer cannot be read; the customer is skipped.
  package let hasBadRow: Bool

  /// An invoice that is left out alone, and why.
  package struct SetAside: Sendable {
    /// Why an invoice cannot be judged, as the contract names it.
    package enum Reason: String, Sendable {
      case noDueDate = "no-due-date"
      case unknownCurrency = "unknown-currency"
      case inconsistentAmounts = "inconsistent-amounts"
    }
    package let number: String
    package let reason: Reason

    package init(number: String, reason: Reason) {
      self.number = number
      self.reason = reason
    }
  }

  /// - Parameters:
  ///   - receivables: In any order; they are sorted here where they are not.
  ///   - payments: In any order too.
  package init(
    customer: Customer, receivables: [Receivable], credits: [Money] = [], payments: [PartPayment]? = nil,
    setAside: [SetAside] = [], billed: [Money] = [], hasBadRow: Bool = false
  ) {
    self.customer = customer
    self.receivables = receivables.inOrder(of: \.id)
    self.credits = []
    self.payments = payments?.sorted { ($0.id, $0.day) < ($1.id, $1.day) }
    self.setAside = setAside
    self.billed = billed
    self.hasBadRow = hasBadRow
    for credit in credits { addCredit(credit) }
  }

  /// The places of the parts that `name` means: all of an invoice number, or the one instalment `A1/2`.
  /// - Complexity: O(parts).
  package func places(named name: String) -> [Int] {
    let whole = places(ofNumber: name)
    if !whole.isEmpty { return whole }
    return receivables.indices.filter { receivables[$0].id.instalment > 0 && "\(receivables[$0].id)" == name }
  }

  /// The first part of the invoice number that the part at `place` belongs to.
  package func firstPlace(ofNumberAt place: Int) -> Int {
    var first = place
    while first > 0, receivables[first - 1].id.number == receivables[place].id.number { first -= 1 }
    return first
  }

  /// The places of all parts of an invoice number, in order.
  package func places(ofNumber number: String) -> [Int] {
    receivables.indices.filter { receivables[$0].id.number == number }
  }

  /// Adds money that is set against no invoice.
  package mutating func addCredit(_ money: Money) {
    if let place = credits.firstIndex(where: { $0.currency == money.currency }) {
      credits[place].minorUnits += money.minorUnits
    } else {
      credits.append(money)
    }
  }

  /// Sets a payment against the parts at `places`, the oldest due first; what is left over becomes credit.
  ///
  /// - Parameter paid: In the currency of the parts.
  /// - Returns: The parts that it reached and left open.
  package mutating func receive(_ paid: Money, on day: Day, at places: [Int]) -> [Int] {
    var rest = paid.minorUnits
    var leftOpen: [Int] = []
    let oldestFirst = places.sorted {
      (receivables[$0].due, receivables[$0].instalment) < (receivables[$1].due, receivables[$1].instalment)
    }
    for place in oldestFirst {
      let part = min(rest, receivables[place].balance.minorUnits)
      if part > 0 {
        receivables[place].balance.minorUnits -= part
        rest -= part
        keep(PartPayment(id: receivables[place].id, day: day, minorUnits: part))
        if receivables[place].balance.minorUnits > 0 { leftOpen.append(place) }
      }
      receivables[place].lastPaid = max(day, receivables[place].lastPaid ?? day)
    }
    if rest > 0 { addCredit(Money(minorUnits: rest, currency: paid.currency)) }
    return leftOpen
  }

  /// True for a part that is issued by `today` and has a balance.
  package func isOpen(_ place: Int, on today: Day) -> Bool {
    receivables[place].isOpen(on: today)
  }

  /// True for a part that has a balance and is issued, or will be on its issue day.
  package func isOwed(_ place: Int) -> Bool {
    receivables[place].isOwed
  }
}
