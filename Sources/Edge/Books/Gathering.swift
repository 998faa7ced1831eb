import Receivables

/// What was read of the books so far, before it is put together into accounts.
///
/// Files are read in an order in which each finds what it names: customers, contacts, invoices,
/// instalments, payments.
struct Gathering: Sendable {
  let folder: String
  let format: BooksFormat
  let baseCurrency: Currency
  /// Customers and invoices, each in the order of its file; the places are what indexes and rows refer to.
  var customers: [CustomerRow] = []
  /// What is looked up for every invoice is kept apart from the rest, for it fits the processor's cache.
  var customerIDs: [String] = []
  /// The last invoice of each customer, as its place plus one, 0 for none; `InvoiceRow.previous` leads on.
  var lastInvoices: [UInt32] = []
  var customerIndex = IdentifierIndex(capacity: 0)
  var invoices: [InvoiceRow] = []
  var invoiceIndex = IdentifierIndex(capacity: 0)
  var details: [Receivable.Details] = []
  var instalments: [InstalmentRow] = []
  /// The places in `instalments` of one invoice, by the invoice's place.
  var parts: [Int: [Int]] = [:]
  /// Payments that name one instalment: minor units, summed.
  var paidByPart: [PartKey: Int64] = [:]
  /// Payments that name an invoice or an instalment of it (0 for the whole), by the invoice's place, in the order of the file; only
  /// where they are to be kept.
  var datedPayments: [Int: [DatedPayment]] = [:]
  let keepsPayments: Bool
  var people: [Int: [Person]] = [:]
  var credits: [Int: [Money]] = [:]
  /// How many rows each file has that was there.
  var rows: [BooksFormat.File: Int] = [:]
  private(set) var problems: [RowProblem] = []
  private var total: UInt64 = 0

  /// One instalment of an invoice.
  struct PartKey: Hashable {
    let invoice: Int
    let instalment: Int
  }

  /// A payment and the day on which it came.
  struct DatedPayment: Sendable {
    let instalment: Int
    let day: Day
    let minorUnits: Int64
  }

  /// - Parameter keepsPayments: True where it matters on which days an invoice was paid in part.
  init(folder: String, format: BooksFormat, baseCurrency: Currency, keepsPayments: Bool = false) {
    self.keepsPayments = keepsPayments
    self.folder = folder
    self.format = format
    self.baseCurrency = baseCurrency
  }

  /// Opens a file and finds its columns.
  ///
  /// - Returns: Nil where there is no such file.
  func open(_ file: BooksFormat.File) throws(BooksError) -> CSVTable? {
    let names = format[file]
    guard let table = try CSVTable.open(folder: folder, file: names.file) else {
      guard names.columns.isEmpty && names.file == "\(file.rawValue).csv" else {
        throw BooksError(
          "\(names.file) is not in the folder of the books: correct `\(file.rawValue)` in books.yaml")
      }
      return nil
    }
    for column in file.required + Array(names.columns.keys.sorted()) {
      let name = names.columns[column] ?? column
      guard table.column(name).index == nil else { continue }
      let found = table.names.filter { !$0.isEmpty }.prefix(12).map { shown($0) }.joined(separator: ", ")
      throw BooksError(
        "\(names.file) has no column \(shown(name)): add it, or say in books.yaml what it is called here; "
          + "found \(found.isEmpty ? "none" : found)")
    }
    return table
  }

  /// Opens a file that has to be there.
  func open(needed file: BooksFormat.File) throws(BooksError) -> CSVTable { try needed(file, open(file)) }

  /// - Throws: `BooksError` where there is no table of a file that has to be there.
  func needed(_ file: BooksFormat.File, _ table: CSVTable?) throws(BooksError) -> CSVTable {
    if let table { return table }
    throw BooksError(
      "\(file.rawValue).csv is not in the folder of the books: put it there, with "
        + file.required.joined(separator: ", "))
  }

  /// The column that Duly calls `name`, in a file that may call it otherwise.
  func column(_ name: String, of file: BooksFormat.File, in table: CSVTable) -> CSVTable.Column {
    table.column(format[file].columns[name] ?? name)
  }

  /// The columns that Duly has no use for, in their order.
  func furtherColumns(of file: BooksFormat.File, in table: CSVTable) -> [CSVTable.Column] {
    let names = format[file].columns
    let known = Set((file.required + file.optional).map { names[$0] ?? $0 })
    return table.names.filter { !$0.isEmpty && !known.contains($0) }.map { table.column($0) }
  }

  /// The place of the customer that the row names, or nil for an unknown one, which is reported.
  func customer(_ reader: inout RowReader, _ column: CSVTable.Column) -> Int? {
    guard let field = reader.identifier(column) else { return nil }
    if let place = customerPlace(reader.table.bytes.span, field) { return place }
    reader.report(
      column,
      "found customer \(shown(string(reader.table.bytes.span, field))), expected one of \(format[.customers].file)"
    )
    return nil
  }

  func customerPlace(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> Int? {
    customerIndex.place(hash: IdentifierIndex.hash(bytes, field)) { matches(customerIDs[$0], bytes, field) }
  }

  func invoicePlace(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> Int? {
    invoiceIndex.place(hash: IdentifierIndex.hash(bytes, field)) {
      matches(invoices[$0].number, bytes, field)
    }
  }

  /// Notes that an identifier stands in a second row, which is not looked at further.
  mutating func report(
    again text: String, line: Int, of file: BooksFormat.File, column: String, _ message: String
  ) {
    problems.append(
      RowProblem(
        file: format[file].file, line: line, column: format[file].columns[column] ?? column,
        message: "found \(shown(text)) again, \(message)"))
  }

  /// Takes over what reading left to say: problems, how many rows there were, and the total that can be summed.
  ///
  /// - Parameter forgotten: Places of problems of rows that count for nothing, in order.
  mutating func close<Row>(
    _ read: ReadRows<Row>, of file: BooksFormat.File, without forgotten: [Range<Int>] = []
  ) throws(BooksError) {
    rows[file, default: 0] += read.count
    var kept = 0
    for places in forgotten + [read.problems.count..<read.problems.count] {
      problems += read.problems[kept..<places.lowerBound]
      kept = places.upperBound
    }
    guard problems.count < BooksLimits.problems else {
      throw BooksError(
        "\(read.file) is the last of files with \(BooksLimits.problems) bad rows, the first \(problems[0].file):"
          + "\(problems[0].line): \(problems[0].message): state the format of the files in books.yaml")
    }
    total += read.total
    guard total <= BooksLimits.totalMinorUnits else {
      throw BooksError(
        "the amounts of the books add up to more than can be counted (10^18 minor units): "
          + "check the number format in books.yaml")
    }
  }

  /// In order of file, line and column.
  func sortedProblems() -> [RowProblem] {
    problems.sorted {
      ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message)
    }
  }
}
