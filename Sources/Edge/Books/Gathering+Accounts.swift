import Receivables

extension Gathering {
  /// An account being put together.
  private struct Draft {
    var receivables: [Receivable] = []
    var setAside: [Account.SetAside] = []
    var billed: [Money] = []
    var credits: [Money]
    /// Nil where payments are not kept.
    var payments: [PartPayment]?
  }

  /// Forgets what is needed to look things up: nothing is any more, and now the most memory is in use.
  mutating func endReading() {
    customerIndex = IdentifierIndex(capacity: 0)
    invoiceIndex = IdentifierIndex(capacity: 0)
  }

  /// The accounts of customers.
  ///
  /// - Parameters:
  ///   - places: Of the customers, in the order of the accounts.
  ///   - start: The first day to decide; it stands for the day of the books where nothing states one.
  func accounts(of places: ArraySlice<Int>, from start: Day) -> [Account] {
    let asOf = format.asOfDay ?? start
    let year = (asOf.adding(months: -12) + 1)...asOf
    var own: [Int] = []
    var accounts: [Account] = []
    accounts.reserveCapacity(places.count)
    for place in places {
      var draft = Draft(credits: credits[place] ?? [], payments: keepsPayments ? [] : nil)
      own.removeAll(keepingCapacity: true)
      var next = lastInvoices[place]
      while next != 0 {
        own.append(Int(next) - 1)
        next = invoices[Int(next) - 1].previous
      }
      draft.receivables.reserveCapacity(own.count)
      for invoice in own.reversed() { add(invoice, to: &draft, from: start, year: year) }
      accounts.append(
        Account(
          customer: withPeople(customers[place].customer, people[place]), receivables: draft.receivables,
          credits: draft.credits.filter { $0.minorUnits > 0 }, payments: draft.payments,
          setAside: inOrder(draft.setAside),
          billed: draft.billed, hasBadRow: customers[place].hasBadRow))
    }
    return accounts
  }

  /// The places of the customers in order of id; files are mostly in that order already.
  func customersInOrder() -> [Int] {
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      ByteOrder.precedes(customerIDs[left], customerIDs[right])
    }
    let isSorted = customers.indices.dropFirst().allSatisfy { !isBefore($0, $0 - 1) }
    return isSorted ? Array(customers.indices) : customers.indices.sorted(by: isBefore)
  }

  /// The people of contacts.csv; the customer's own address comes first where none of them has the role.
  private func withPeople(_ customer: Customer, _ contacts: [Person]?) -> Customer {
    guard let contacts else { return customer }
    let hasBilling = contacts.contains { $0.role == "billing" }
    return Customer(
      id: customer.id, name: customer.name, contact: customer.contact, email: customer.email,
      phone: customer.phone, country: customer.country, language: customer.language, tags: customer.tags,
      kind: customer.kind, postalAddress: customer.postalAddress, since: customer.since,
      revenue12m: customer.revenue12m, fields: customer.fields,
      people: hasBilling ? contacts : customer.people + contacts)
  }

  private func add(_ place: Int, to draft: inout Draft, from start: Day, year: ClosedRange<Day>) {
    let row = invoices[place]
    switch row.status {
    case .void, .draft, .unreadable: return
    case .open, .paid, .creditNote: break
    }
    guard let currency = row.currency else {
      draft.setAside.append(Account.SetAside(number: row.number, reason: .unknownCurrency))
      return
    }
    let balance = row.balance ?? (row.amount - row.paid)
    if row.status == .creditNote {
      Gathering.add(Money(minorUnits: Int64(balance.magnitude), currency: currency), to: &draft.credits)
      return
    }
    guard let due = row.due else {
      draft.setAside.append(Account.SetAside(number: row.number, reason: .noDueDate))
      return
    }
    let ownParts = ownParts(of: place)
    guard isConsistent(row, balance, ownParts) else {
      draft.setAside.append(Account.SetAside(number: row.number, reason: .inconsistentAmounts))
      return
    }
    let surplus = max(row.paid - row.amount, -balance)
    if surplus > 0 {
      Gathering.add(Money(minorUnits: surplus, currency: currency), to: &draft.credits)
    }
    if year.contains(row.issued) { addBilled(row.amount, currency, to: &draft) }
    let open = row.status == .paid ? 0 : max(balance, 0)
    func append(_ part: InstalmentRow, open: Int64, of count: Int) {
      draft.receivables.append(
        Receivable(
          id: ReceivableID(number: row.number, instalment: part.instalment),
          instalment: max(part.instalment, 1),
          instalments: count, issued: row.issued, due: part.due, invoiceDue: due,
          amount: Money(minorUnits: part.amount, currency: currency),
          balance: Money(minorUnits: open, currency: currency), collection: row.collection,
          isDisputedByBooks: row.isDisputed,
          countsFrom: row.collection == .failed ? max(part.due, start) : part.due, lastPaid: row.lastPaid,
          details: row.details == 0 ? nil : details[Int(row.details) - 1]))
    }
    if keepsPayments { draft.payments? += payments(of: place, ownParts) }
    if ownParts.isEmpty {
      append(InstalmentRow(instalment: 0, due: due, amount: row.amount), open: open, of: 1)
    } else {
      let balances = openBalances(of: ownParts, invoice: place, open: open)
      for (part, balance) in zip(ownParts, balances) { append(part, open: balance, of: ownParts.count) }
    }
  }

  /// The parts of an invoice in order of their numbers; none for an invoice that is paid in one.
  private func ownParts(of invoice: Int) -> [InstalmentRow] {
    guard !parts.isEmpty, let places = parts[invoice] else { return [] }
    return places.map { instalments[$0] }.sorted { $0.instalment < $1.instalment }
  }

  private func inOrder(_ setAside: [Account.SetAside]) -> [Account.SetAside] {
    setAside.count < 2 ? setAside : setAside.sorted { ByteOrder.precedes($0.number, $1.number) }
  }

  /// A balance above what is left after the payments cannot be right; one below it is believed.
  private func isConsistent(_ row: InvoiceRow, _ balance: Int64, _ parts: [InstalmentRow]) -> Bool {
    if row.amount < 0 || balance > max(row.amount - row.paid, 0) { return false }
    if row.status == .paid, let stated = row.balance, stated != 0 { return false }
    if parts.isEmpty { return true }
    return parts.allSatisfy { $0.amount >= 0 } && parts.reduce(0) { $0 + $1.amount } == row.amount
  }

  private func addBilled(_ amount: Int64, _ currency: Currency, to draft: inout Draft) {
    if let place = draft.billed.firstIndex(where: { $0.currency == currency }) {
      draft.billed[place].minorUnits += amount
    } else {
      draft.billed.append(Money(minorUnits: amount, currency: currency))
    }
  }

  /// What is open of each part: what was received settles first the parts that payments name, then the
  /// oldest.
  private func openBalances(of parts: [InstalmentRow], invoice: Int, open: Int64) -> [Int64] {
    var balances = parts.map(\.amount)
    var received = parts.reduce(0) { $0 + $1.amount } - open
    for (index, part) in parts.enumerated() {
      let named = paidByPart[PartKey(invoice: invoice, instalment: part.instalment)] ?? 0
      let taken = min(named, balances[index], received)
      if taken > 0 {
        balances[index] -= taken
        received -= taken
      }
    }
    let oldestFirst = parts.indices.sorted {
      (parts[$0].due, parts[$0].instalment) < (parts[$1].due, parts[$1].instalment)
    }
    for index in oldestFirst {
      let taken = min(received, balances[index])
      balances[index] -= taken
      received -= taken
    }
    return balances
  }
}
