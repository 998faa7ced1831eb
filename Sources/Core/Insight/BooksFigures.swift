import Receivables

/// What a set of books comes to on one day: who owes what for how long, and what stands in the way.
///
/// A customer with a row that cannot be read is left out of all sums, as it is of every run: what was read of
/// it may be half of the truth. What is issued later than the day is open to nobody yet and counted apart.
/// Source: contract, "Books in CSV"; policy language, sections 3 and 5, step 1.
package struct BooksFigures: Sendable {
  /// How many of the oldest open items are kept.
  package static let oldestShown = 10

  /// The day that is looked at, a calendar day of the business.
  package let day: Day
  /// The day for which the books hold; nil where nothing says.
  package let asOf: Day?
  /// In order of code; only currencies in which something is open or to somebody's credit.
  package private(set) var currencies: [CurrencyFigures] = []
  /// At most `oldestShown`, the earliest due first, of one day in order of customer id.
  package private(set) var oldest: [OpenItem]
  /// Customers without a usable address for bills, with what they owe; largest first within a currency.
  package private(set) var withoutAddress: [CustomerMoney] = []
  /// In order of address.
  package private(set) var sharedAddresses: [SharedAddress]
  /// Money that is set against no invoice; largest first within a currency.
  package private(set) var unallocated: [CustomerMoney] = []
  /// Invoices with open instalments, the earliest due first.
  package private(set) var instalmentPlans: [InstalmentPlan] = []
  /// Invoices that cannot be judged, in order of customer id and number; also those of customers left out.
  package private(set) var setAside: [(customer: Customer, invoice: Account.SetAside)] = []
  /// Customers with a row that cannot be read, with what is known to be open; largest first within a currency.
  package private(set) var leftOut: [CustomerMoney] = []
  /// The first issue day in the books; nil where they have no invoice.
  package private(set) var firstIssued: Day?
  /// Customers whose revenue of twelve months is summed from invoices, for the books do not state it.
  package private(set) var customersWithoutRevenue = 0

  /// The figures of a snapshot on a day.
  ///
  /// - Complexity: O(invoices + people) in one pass, and sorting what is listed.
  package init(_ snapshot: Snapshot, on day: Day) {
    self.day = day
    asOf = snapshot.asOf.flatMap { Day(iso: $0.prefix(10)) }
    var pass = OldestItems(limit: BooksFigures.oldestShown)
    var addresses = AddressBook()
    oldest = []
    sharedAddresses = []
    for account in snapshot.accounts {
      addresses.add(account.customer)
      for invoice in account.setAside { setAside.append((account.customer, invoice)) }
      if account.hasBadRow { readLeftOut(account) } else { read(account, &pass) }
    }
    oldest = pass.items
    sharedAddresses = addresses.shared
    currencies.sort { $0.currency.packed < $1.currency.packed }
    withoutAddress = withoutAddress.largestFirst()
    unallocated = unallocated.largestFirst()
    leftOut = leftOut.largestFirst()
    instalmentPlans.sort {
      if $0.earliestDue != $1.earliestDue { return $0.earliestDue < $1.earliestDue }
      if $0.customer.id != $1.customer.id { return $0.customer.id < $1.customer.id }
      return ByteOrder.precedes($0.number, $1.number)
    }
  }

  private mutating func read(_ account: Account, _ oldestItems: inout OldestItems) {
    if account.customer.revenue12m == nil { customersWithoutRevenue += 1 }
    let hasAddress = account.customer.people.contains { $0.role == "billing" && $0.hasUsableAddress }
    var owed: [Money] = []
    for index in account.receivables.indices {
      note(issued: account.receivables[index].issued)
      guard account.receivables[index].balance.minorUnits > 0 else { continue }
      let part = account.receivables[index]
      let figures = place(of: part.balance.currency)
      guard part.issued <= day else {
        currencies[figures].notIssuedYet.add(part.balance.minorUnits)
        continue
      }
      currencies[figures].add(part, on: day)
      oldestItems.offer(part, of: account.customer)
      if part.id.instalment > 0 { add(instalment: part, of: account.customer) }
      if !hasAddress { owed.add(part.balance) }
    }
    if !hasAddress { withoutAddress += CustomerMoney.entries(account.customer, owed) }
    for credit in account.credits where credit.minorUnits > 0 {
      currencies[place(of: credit.currency)].unallocated.add(credit.minorUnits)
      unallocated.append(CustomerMoney(account.customer, credit))
    }
  }

  private mutating func readLeftOut(_ account: Account) {
    var owed: [Money] = []
    for index in account.receivables.indices {
      note(issued: account.receivables[index].issued)
      if account.isOpen(index, on: day) { owed.add(account.receivables[index].balance) }
    }
    leftOut += CustomerMoney.entries(account.customer, owed)
  }

  /// The parts of one invoice follow each other.
  private mutating func add(instalment part: Receivable, of customer: Customer) {
    let last = instalmentPlans.count - 1
    let isNext =
      last >= 0 && instalmentPlans[last].number == part.id.number
      && instalmentPlans[last].customer.id == customer.id
    if !isNext { instalmentPlans.append(InstalmentPlan(part, of: customer)) }
    instalmentPlans[instalmentPlans.count - 1].add(part, on: day)
  }

  private mutating func note(issued: Day) {
    firstIssued = firstIssued.map { min($0, issued) } ?? issued
  }

  /// The place of a currency, adding it where it is new; there are few.
  private mutating func place(of currency: Currency) -> Int {
    for place in currencies.indices where currencies[place].currency == currency { return place }
    currencies.append(CurrencyFigures(currency))
    return currencies.count - 1
  }
}

extension [Money] {
  /// Adds an amount to the sum of its currency.
  fileprivate mutating func add(_ money: Money) {
    if let place = firstIndex(where: { $0.currency == money.currency }) {
      self[place].minorUnits += money.minorUnits
    } else {
      append(money)
    }
  }
}
