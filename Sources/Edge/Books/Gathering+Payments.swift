import Receivables

/// A row of payments.csv, with the customer and the invoice that it names.
struct PaymentReading: Sendable {
  /// Nil for one that cannot be read.
  let payment: Payment?
  /// The place of its customer; nil for an unknown one.
  let customer: Int?
  /// The part that it names, with 0 for the whole invoice; nil where it names none.
  let named: Gathering.PartKey?

  /// What was paid.
  struct Payment: Sendable {
    let date: Day
    let money: Money
  }
}

extension Gathering {
  /// The columns of payments.csv.
  private struct Columns {
    let date, customer, amount, invoice, currency: CSVTable.Column
  }

  /// Reads payments.csv, or a part of it.
  func readPayments(_ table: CSVTable) throws(BooksError) -> ReadRows<PaymentReading> {
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .payments, in: table) }
    let columns = Columns(
      date: column("payment_date"), customer: column("customer_id"), amount: column("amount"),
      invoice: column("invoice_number"), currency: column("currency"))
    let usual = format.currency ?? baseCurrency
    var reader = RowReader(table, format)
    var read: [PaymentReading] = []
    read.reserveCapacity(table.estimatedRows)
    while try reader.advance() { read.append(readPayment(&reader, columns, usual)) }
    return ReadRows(read, reader)
  }

  private func readPayment(
    _ reader: inout RowReader, _ columns: Columns, _ usual: Currency
  ) -> PaymentReading {
    let before = reader.problems.count
    let hasBadCount = reader.hasBadCount()
    let customer = customer(&reader, columns.customer)
    let named = hasBadCount ? nil : invoice(&reader, columns)
    var payment: PaymentReading.Payment?
    if !hasBadCount {
      let date = reader.day(columns.date)
      let currency = currency(&reader, columns, named, usual)
      let units = reader.amount(columns.amount, currency)
      if let date, let units, reader.problems.count == before {
        // In no known currency: it is set against nothing, but counts as read.
        payment = PaymentReading.Payment(
          date: date, money: Money(minorUnits: units, currency: currency ?? baseCurrency))
      }
    }
    return PaymentReading(payment: payment, customer: customer, named: named)
  }

  /// Takes payments in: each is set against its invoice, or is credit.
  mutating func take(_ read: ReadRows<PaymentReading>) throws(BooksError) {
    for reading in read.rows {
      guard let payment = reading.payment else {
        if let customer = reading.customer { customers[customer].hasBadRow = true }
        if let named = reading.named { markBad(invoices[named.invoice]) }
        continue
      }
      guard let named = reading.named else {
        if let customer = reading.customer {
          Gathering.add(payment.money, to: &credits[customer, default: []])
        }
        continue
      }
      if invoices[named.invoice].status == .unreadable { continue }
      invoices[named.invoice].paid += payment.money.minorUnits
      invoices[named.invoice].lastPaid = max(payment.date, invoices[named.invoice].lastPaid ?? payment.date)
      if keepsPayments {
        datedPayments[named.invoice, default: []].append(
          DatedPayment(
            instalment: named.instalment, day: payment.date, minorUnits: payment.money.minorUnits))
      }
      if named.instalment > 0 { paidByPart[named, default: 0] += payment.money.minorUnits }
    }
    try close(read, of: .payments)
  }

  /// The invoice that the payment names, with 0 for the whole; nil where it names none or an unknown one,
  /// which is reported.
  private func invoice(_ reader: inout RowReader, _ columns: Columns) -> PartKey? {
    let field = reader.field(columns.invoice)
    if field.start == field.end { return nil }
    // The number itself may have a slash in it, so it goes first.
    if let place = invoicePlace(reader.table.bytes.span, field) {
      return PartKey(invoice: place, instalment: 0)
    }
    guard let key = part(named: reader.table.bytes.span, field) else {
      reader.report(
        columns.invoice,
        "found invoice \(shown(string(reader.table.bytes.span, field))), expected one of \(format[.invoices].file) or nothing"
      )
      return nil
    }
    switch invoices[key.invoice].status {
    case .void, .draft, .unreadable: return key
    case .open, .paid, .creditNote: break
    }
    let places = parts[key.invoice] ?? []
    if !places.contains(where: { instalments[$0].instalment == key.instalment }) {
      reader.report(
        columns.invoice,
        "found \(shown(string(reader.table.bytes.span, field))), but invoice \(shown(invoices[key.invoice].number)) has no "
          + "instalment \(key.instalment) in \(format[.instalments].file)")
    }
    return key
  }

  /// The currency of the payment: its own, its invoice's, the usual one. Nil for one that is not known.
  private func currency(
    _ reader: inout RowReader, _ columns: Columns, _ named: PartKey?, _ usual: Currency
  ) -> Currency? {
    let field = reader.field(columns.currency)
    guard let named, invoices[named.invoice].status != .unreadable else {
      let currency = reader.currency(columns.currency, empty: usual)
      if currency == nil, named == nil {
        reader.report(
          columns.currency,
          "found \(shown(string(reader.table.bytes.span, field))), expected a currency of ISO 4217")
      }
      return currency
    }
    let expected = invoices[named.invoice].currency
    let stated = reader.currency(columns.currency, empty: expected)
    if let expected, stated != expected {
      reader.report(
        columns.currency,
        "found \(shown(string(reader.table.bytes.span, field))), expected \(expected), the currency of invoice "
          + shown(invoices[named.invoice].number))
    }
    return expected
  }

  /// Adds money that is set against no invoice.
  static func add(_ money: Money, to credits: inout [Money]) {
    if let place = credits.firstIndex(where: { $0.currency == money.currency }) {
      credits[place].minorUnits += money.minorUnits
    } else {
      credits.append(money)
    }
  }
}
