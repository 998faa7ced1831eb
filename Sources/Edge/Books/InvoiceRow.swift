import Receivables

/// A row of invoices.csv with what was paid for it: 72 bytes, for there may be a million.
struct InvoiceRow {
  let number: String
  let line: UInt32
  /// The place of its customer.
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
  let details: UInt32
  private let currencyOrNone: UInt8
  let status: Status
  let collection: Receivable.Collection
  let isDisputed: Bool

  /// What the books say has become of it.
  enum Status: String, CaseIterable {
    case open, paid, void, draft
    case creditNote = "credit_note"
    /// Nothing in the row counts, for it cannot be read.
    case unreadable = ""

    static var allCases: [Status] { [.open, .paid, .void, .draft, .creditNote] }
  }

  init(
    number: String, line: Int, customer: Int, issued: Day, due: Day?, amount: Int64, balance: Int64?,
    currency: UInt8?, status: Status, collection: Receivable.Collection, isDisputed: Bool, details: UInt32
  ) {
    self.number = number
    self.line = UInt32(line)
    self.customer = UInt32(customer)
    self.issued = issued
    self.dueOrNone = due ?? Day(number: .min)
    self.amount = amount
    self.balanceOrNone = balance ?? .min
    self.currencyOrNone = currency ?? .max
    self.status = status
    self.collection = collection
    self.isDisputed = isDisputed
    self.details = details
  }

  /// Nil where the row states none.
  var due: Day? { dueOrNone.number == .min ? nil : dueOrNone }
  /// The balance as stated; nil where the row states none.
  var balance: Int64? { balanceOrNone == .min ? nil : balanceOrNone }
  /// The place in the table of currencies; nil for an unknown currency.
  var currency: UInt8? { currencyOrNone == .max ? nil : currencyOrNone }
  /// The day of the last payment; nil where nothing was paid.
  var lastPaid: Day? {
    get { lastPaidOrNone.number == .min ? nil : lastPaidOrNone }
    set { lastPaidOrNone = newValue ?? Day(number: .min) }
  }
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

  /// Reads invoices.csv.
  mutating func readInvoices() throws(BooksError) {
    guard var table = try open(.invoices) else {
      throw BooksError(
        "invoices.csv is not in the folder of the books: put it there, with "
          + BooksFormat.File.invoices.required.joined(separator: ", "))
    }
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
    let estimate = table.estimatedRows
    invoiceIndex = IdentifierIndex(capacity: estimate)
    invoices.reserveCapacity(estimate)
    let usual = currencies.place(of: format.currency ?? baseCurrency)
    while try table.advance() {
      try readInvoice(table, columns, usual)
    }
    rows[.invoices] = table.rows
  }

  private mutating func readInvoice(
    _ table: CSVTable, _ columns: Columns, _ usual: UInt8
  ) throws(BooksError) {
    let before = problems.count
    let hasBadCount = try hasBadCount(table)
    let customer = try customer(table, columns.customer)
    guard let field = try identifier(table, columns.number) else {
      if let customer { customers[customer].hasBadRow = true }
      return
    }
    let hash = IdentifierIndex.hash(table.bytes.span, field)
    let bytes = table.bytes.span
    if let first = invoiceIndex.place(hash: hash, where: { matches(invoices[$0].number, bytes, field) }) {
      // A payment that names the number could mean either, so both customers wait.
      markBad(invoiceAt: first)
      if let customer { customers[customer].hasBadRow = true }
      try report(
        table, columns.number,
        "found \(shown(string(bytes, field))) again, which is in line \(invoices[first].line), "
          + "expected each number once")
      return
    }
    let number = string(bytes, field)
    let row = hasBadCount ? nil : try invoice(table, columns, usual, number, customer ?? 0)
    invoiceIndex.insert(invoices.count, hash: hash)
    if let row, let customer, problems.count == before {
      append(row, to: customer)
    } else {
      if let customer { customers[customer].hasBadRow = true }
      invoices.append(unreadable(number, line: table.line, customer: customer))
    }
  }

  private mutating func append(_ row: InvoiceRow, to customer: Int) {
    var row = row
    row.previous = lastInvoices[customer]
    invoices.append(row)
    lastInvoices[customer] = UInt32(invoices.count)
  }

  /// Marks the customer of an invoice, where it has one.
  mutating func markBad(invoiceAt place: Int) {
    let customer = Int(invoices[place].customer)
    if customers.indices.contains(customer) { customers[customer].hasBadRow = true }
  }

  /// Keeps the number known, so that payments for it are not reported too.
  private func unreadable(_ number: String, line: Int, customer: Int?) -> InvoiceRow {
    InvoiceRow(
      number: number, line: line, customer: customer ?? Int(UInt32.max), issued: Day(number: 0), due: nil,
      amount: 0,
      balance: nil, currency: nil, status: .unreadable, collection: .transfer, isDisputed: false, details: 0)
  }

  private mutating func invoice(
    _ table: CSVTable, _ columns: Columns, _ usual: UInt8, _ number: String, _ customer: Int
  ) throws(BooksError) -> InvoiceRow? {
    let status = try word(table, columns.status, empty: InvoiceRow.Status.open)
    // What is left out may be unfinished; what is written in it must be right all the same.
    let isLeftOut = status == .void || status == .draft
    let code = table.field(columns.currency)
    let currency = code.start == code.end ? usual : currencies.place(table.bytes.span, code)
    let entry = currency.map { currencies[$0] }
    let issued = try day(table, columns.issued, mayBeEmpty: isLeftOut)
    let due = try day(table, columns.due, mayBeEmpty: true)
    let amount = try amount(table, columns.amount, entry, mayBeEmpty: isLeftOut)
    let balance = try self.amount(table, columns.balance, entry, mayBeEmpty: true)
    let disputed = try word(table, columns.disputed, empty: Disputed.no)
    let collection = try word(table, columns.collection, empty: Receivable.Collection.transfer)
    guard let status, let disputed, let collection else { return nil }
    guard isLeftOut || (issued != nil && amount != nil) else { return nil }
    return InvoiceRow(
      number: number, line: table.line, customer: customer, issued: issued ?? Day(number: 0), due: due,
      amount: amount ?? 0, balance: balance, currency: currency, status: status, collection: collection,
      isDisputed: disputed == .yes || disputed == .true,
      details: columns.hasDetails && !isLeftOut ? addDetails(table, columns) : 0)
  }

  private mutating func addDetails(_ table: CSVTable, _ columns: Columns) -> UInt32 {
    let order = text(table, columns.purchaseOrder)
    let url = text(table, columns.paymentURL)
    let pdf = text(table, columns.pdf)
    guard order != nil || url != nil || pdf != nil || !columns.further.isEmpty else { return 0 }
    details.append(
      Receivable.Details(
        purchaseOrder: order, paymentURL: url, pdf: pdf,
        fields: fields(table, columns.further, named: columns.furtherNames)))
    return UInt32(details.count)
  }
}
