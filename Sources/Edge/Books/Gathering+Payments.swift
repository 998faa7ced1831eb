import Receivables

extension Gathering {
  /// The columns of payments.csv.
  private struct Columns {
    let date, customer, amount, invoice, currency: CSVTable.Column
  }

  /// Reads payments.csv, where there is one: each payment is set against its invoice, or is credit.
  mutating func readPayments() throws(BooksError) {
    guard var table = try open(.payments) else { return }
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .payments, in: table) }
    let columns = Columns(
      date: column("payment_date"), customer: column("customer_id"), amount: column("amount"),
      invoice: column("invoice_number"), currency: column("currency"))
    let usual = currencies.place(of: format.currency ?? baseCurrency)
    while try table.advance() {
      try readPayment(table, columns, usual)
    }
    rows[.payments] = table.rows
  }

  private mutating func readPayment(
    _ table: CSVTable, _ columns: Columns, _ usual: UInt8
  ) throws(BooksError) {
    let before = problems.count
    let hasBadCount = try hasBadCount(table)
    let customer = try customer(table, columns.customer)
    let named = hasBadCount ? nil : try invoice(table, columns)
    defer {
      if problems.count > before {
        if let customer { customers[customer].hasBadRow = true }
        if let named { markBad(invoiceAt: named.invoice) }
      }
    }
    if hasBadCount { return }
    let date = try day(table, columns.date)
    let currency = try currency(table, columns, named, usual)
    let entry = currency.map { currencies[$0] }
    let units = try amount(table, columns.amount, entry)
    guard let date, let units, let customer, problems.count == before else { return }
    if let named {
      guard invoices[named.invoice].status != .unreadable else { return }
      invoices[named.invoice].paid += units
      invoices[named.invoice].lastPaid = max(date, invoices[named.invoice].lastPaid ?? date)
      if keepsPayments {
        datedPayments[named.invoice, default: []].append(
          DatedPayment(instalment: named.instalment, day: date, minorUnits: units))
      }
      if named.instalment > 0 { paidByPart[named, default: 0] += units }
    } else if let entry {
      add(Money(minorUnits: units, currency: entry.currency), toCreditOf: customer)
    }
  }

  /// The invoice that the payment names, with 0 for the whole; nil where it names none or an unknown one,
  /// which is reported.
  private mutating func invoice(_ table: CSVTable, _ columns: Columns) throws(BooksError) -> PartKey? {
    let field = table.field(columns.invoice)
    let bytes = table.bytes.span
    if field.start == field.end { return nil }
    // The number itself may have a slash in it, so it goes first.
    if let place = invoicePlace(bytes, field) { return PartKey(invoice: place, instalment: 0) }
    guard let key = part(named: bytes, field) else {
      try report(
        table, columns.invoice,
        "found invoice \(shown(string(bytes, field))), expected one of \(format[.invoices].file) or nothing")
      return nil
    }
    switch invoices[key.invoice].status {
    case .void, .draft, .unreadable: return key
    case .open, .paid, .creditNote: break
    }
    let places = parts[key.invoice] ?? []
    if !places.contains(where: { instalments[$0].instalment == key.instalment }) {
      try report(
        table, columns.invoice,
        "found \(shown(string(bytes, field))), but invoice \(shown(invoices[key.invoice].number)) has no instalment "
          + "\(key.instalment) in \(format[.instalments].file)")
    }
    return key
  }

  /// The currency of the payment: its own, its invoice's, the usual one. Nil for one that is not known.
  private mutating func currency(
    _ table: CSVTable, _ columns: Columns, _ named: PartKey?, _ usual: UInt8
  ) throws(BooksError) -> UInt8? {
    let field = table.field(columns.currency)
    let bytes = table.bytes.span
    guard let named, invoices[named.invoice].status != .unreadable else {
      if field.start == field.end { return usual }
      if let place = currencies.place(bytes, field) { return place }
      if named == nil {
        try report(
          table, columns.currency, "found \(shown(string(bytes, field))), expected a currency of ISO 4217")
      }
      return nil
    }
    let expected = invoices[named.invoice].currency
    if field.start == field.end { return expected }
    let stated = currencies.place(bytes, field)
    if let expected, stated != expected {
      try report(
        table, columns.currency,
        "found \(shown(string(bytes, field))), expected \(currencies[expected].currency), the currency of invoice "
          + shown(invoices[named.invoice].number))
    }
    return expected
  }

  /// Adds money that is set against no invoice.
  mutating func add(_ money: Money, toCreditOf customer: Int) {
    if let place = credits[customer]?.firstIndex(where: { $0.currency == money.currency }) {
      credits[customer]?[place].minorUnits += money.minorUnits
    } else {
      credits[customer, default: []].append(money)
    }
  }
}
