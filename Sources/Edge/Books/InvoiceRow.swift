import Receivables

/// A row of invoices.csv with what was paid for it: 80 bytes, for there may be a million.
struct InvoiceRow: Sendable {
  let number: String
  let line: UInt32
  /// The place of its customer, the largest number for none.
  let customer: UInt32
  /// The invoice of the same customer that was read before, as its place plus one, 0 for none.
  var previous: UInt32 = 0
  let issued: Day
  private let dueOrNone: Day
  private var lastPaidOrNone = Day(number: .min)
  let amount: Int64
  private let balanceOrNone: Int64
  /// The sum of the payments that name it or an instalment of it.
  var paid: Int64 = 0
  /// One more than the place in `Gathering.details`, 0 for none.
  var details: UInt32 = 0
  /// Nil for an unknown currency.
  let currency: Currency?
  let status: Status
  let collection: Receivable.Collection
  let isDisputed: Bool

  /// What the books say has become of it.
  enum Status: String, CaseIterable, Sendable {
    case open, paid, void, draft
    case creditNote = "credit_note"
    /// Nothing in the row counts, for it cannot be read.
    case unreadable = ""

    static var allCases: [Status] { [.open, .paid, .void, .draft, .creditNote] }
  }

  init(
    number: String, line: Int, customer: Int, issued: Day, due: Day?, amount: Int64, balance: Int64?,
    currency: Currency?, status: Status, collection: Receivable.Collection, isDisputed: Bool
  ) {
    self.number = number
    self.line = UInt32(line)
    self.customer = UInt32(customer)
    self.issued = issued
    self.dueOrNone = due ?? Day(number: .min)
    self.amount = amount
    self.balanceOrNone = balance ?? .min
    self.currency = currency
    self.status = status
    self.collection = collection
    self.isDisputed = isDisputed
  }

  /// Nil where the row states none.
  var due: Day? { dueOrNone.number == .min ? nil : dueOrNone }
  /// The balance as stated; nil where the row states none.
  var balance: Int64? { balanceOrNone == .min ? nil : balanceOrNone }
  /// The day of the last payment; nil where nothing was paid.
  var lastPaid: Day? {
    get { lastPaidOrNone.number == .min ? nil : lastPaidOrNone }
    set { lastPaidOrNone = newValue ?? Day(number: .min) }
  }
}

/// A row of invoices.csv by itself, but for its customer.
struct InvoiceReading: Sendable {
  let row: InvoiceRow
  /// Of its number.
  let hash: UInt32
  /// False where the number cannot be read.
  let hasNumber: Bool
  /// The places of the problems that are forgotten where the number stands in an earlier row.
  let problems: Range<UInt32>
  let details: Receivable.Details?
}

extension Gathering {
  /// The columns of invoices.csv.
  private struct Columns {
    let number, customer, issued, due, amount, balance, currency, disputed, status: CSVTable.Column
    let collection, purchaseOrder, paymentURL, pdf: CSVTable.Column
    let further: [CSVTable.Column]
    let furtherNames: [String]
    let hasDetails: Bool
  }

  private enum Disputed: String, CaseIterable { case no = "0", yes = "1", `true`, `false` }

  /// Makes room for the invoices of a file.
  mutating func expectInvoices(_ count: Int) {
    invoiceIndex = IdentifierIndex(capacity: count)
    invoices.reserveCapacity(count)
  }

  /// Reads invoices.csv, or a part of it.
  func readInvoices(_ table: CSVTable) throws(BooksError) -> ReadRows<InvoiceReading> {
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .invoices, in: table) }
    let further = furtherColumns(of: .invoices, in: table)
    let shownLater = [column("purchase_order"), column("payment_url"), column("pdf")]
    let columns = Columns(
      number: column("invoice_number"), customer: column("customer_id"), issued: column("issue_date"),
      due: column("due_date"), amount: column("amount"), balance: column("balance"),
      currency: column("currency"), disputed: column("disputed"), status: column("status"),
      collection: column("collection"), purchaseOrder: shownLater[0], paymentURL: shownLater[1],
      pdf: shownLater[2], further: further, furtherNames: further.map(\.name),
      hasDetails: !further.isEmpty || shownLater.contains { $0.index != nil })
    let usual = format.currency ?? baseCurrency
    var reader = RowReader(table, format)
    var read: [InvoiceReading] = []
    read.reserveCapacity(table.estimatedRows)
    while try reader.advance() { read.append(readInvoice(&reader, columns, usual)) }
    return ReadRows(read, reader)
  }

  private func readInvoice(
    _ reader: inout RowReader, _ columns: Columns, _ usual: Currency
  ) -> InvoiceReading {
    let before = reader.problems.count
    let hasBadCount = reader.hasBadCount()
    let customer = customer(&reader, columns.customer)
    guard let field = reader.identifier(columns.number) else {
      return InvoiceReading(
        row: unreadable("", line: reader.line, customer: customer), hash: 0, hasNumber: false,
        problems: 0..<0,
        details: nil)
    }
    let hash = IdentifierIndex.hash(reader.table.bytes.span, field)
    let number = string(reader.table.bytes.span, field)
    let own = UInt32(reader.problems.count)
    let row = hasBadCount ? nil : invoice(&reader, columns, usual, number, customer)
    let problems = own..<UInt32(reader.problems.count)
    guard let row, customer != nil, reader.problems.count == before else {
      return InvoiceReading(
        row: unreadable(number, line: reader.line, customer: customer), hash: hash, hasNumber: true,
        problems: problems, details: nil)
    }
    let hasDetails = columns.hasDetails && row.status != .void && row.status != .draft
    return InvoiceReading(
      row: row, hash: hash, hasNumber: true, problems: problems,
      details: hasDetails ? details(reader, columns) : nil)
  }

  /// Takes invoices in, each after those that were read before.
  mutating func take(_ read: ReadRows<InvoiceReading>) throws(BooksError) {
    var forgotten: [Range<Int>] = []
    for reading in read.rows {
      if reading.row.status == .unreadable { markBad(reading.row) }
      guard reading.hasNumber else { continue }
      let number = reading.row.number
      let first = invoiceIndex.place(hash: reading.hash) {
        invoices[$0].number.utf8.elementsEqual(number.utf8)
      }
      if let first {
        // A payment that names the number could mean either, so both customers wait.
        markBad(invoices[first])
        markBad(reading.row)
        forgotten.append(Int(reading.problems.lowerBound)..<Int(reading.problems.upperBound))
        report(
          again: number, line: Int(reading.row.line), of: .invoices, column: "invoice_number",
          "which is in line \(invoices[first].line), expected each number once")
        continue
      }
      invoiceIndex.insert(invoices.count, hash: reading.hash)
      var row = reading.row
      if let details = reading.details {
        self.details.append(details)
        row.details = UInt32(self.details.count)
      }
      if row.status != .unreadable {
        row.previous = lastInvoices[Int(row.customer)]
        lastInvoices[Int(row.customer)] = UInt32(invoices.count + 1)
      }
      invoices.append(row)
    }
    try close(read, of: .invoices, without: forgotten)
  }

  /// Marks the customer of an invoice, where it has one.
  mutating func markBad(_ row: InvoiceRow) {
    let customer = Int(row.customer)
    if customers.indices.contains(customer) { customers[customer].hasBadRow = true }
  }

  /// Keeps the number known, so that payments for it are not reported too.
  private func unreadable(_ number: String, line: Int, customer: Int?) -> InvoiceRow {
    InvoiceRow(
      number: number, line: line, customer: customer ?? Int(UInt32.max), issued: Day(number: 0), due: nil,
      amount: 0, balance: nil, currency: nil, status: .unreadable, collection: .transfer, isDisputed: false)
  }

  private func invoice(
    _ reader: inout RowReader, _ columns: Columns, _ usual: Currency, _ number: String, _ customer: Int?
  ) -> InvoiceRow? {
    let status = reader.word(columns.status, empty: InvoiceRow.Status.open)
    // What is left out may be unfinished; what is written in it must be right all the same.
    let isLeftOut = status == .void || status == .draft
    let currency = reader.currency(columns.currency, empty: usual)
    let issued = reader.day(columns.issued, mayBeEmpty: isLeftOut)
    let due = reader.day(columns.due, mayBeEmpty: true)
    let amount = reader.amount(columns.amount, currency, mayBeEmpty: isLeftOut)
    let balance = reader.amount(columns.balance, currency, mayBeEmpty: true)
    let disputed = reader.word(columns.disputed, empty: Disputed.no)
    let collection = reader.word(columns.collection, empty: Receivable.Collection.transfer)
    guard let status, let disputed, let collection else { return nil }
    guard isLeftOut || (issued != nil && amount != nil) else { return nil }
    return InvoiceRow(
      number: number, line: reader.line, customer: customer ?? Int(UInt32.max),
      issued: issued ?? Day(number: 0),
      due: due, amount: amount ?? 0, balance: balance, currency: currency, status: status,
      collection: collection, isDisputed: disputed == .yes || disputed == .true)
  }

  private func details(_ reader: RowReader, _ columns: Columns) -> Receivable.Details? {
    let order = reader.text(columns.purchaseOrder)
    let url = reader.text(columns.paymentURL)
    let pdf = reader.text(columns.pdf)
    guard order != nil || url != nil || pdf != nil || !columns.further.isEmpty else { return nil }
    return Receivable.Details(
      purchaseOrder: order, paymentURL: url, pdf: pdf,
      fields: reader.fields(columns.further, named: columns.furtherNames))
  }
}
