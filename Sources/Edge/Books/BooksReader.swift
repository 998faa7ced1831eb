import Receivables

/// Reads a folder of books in CSV into what the customers owe.
package struct BooksReader {
  /// The books of a folder, as they stand.
  ///
  /// - Parameters:
  ///   - folder: Holds `customers.csv` and `invoices.csv`; `contacts.csv`, `instalments.csv`, `payments.csv`
  ///     and `books.yaml` may be absent.
  ///   - baseCurrency: Of amounts for which neither a row nor `books.yaml` states a currency.
  ///   - start: The first day to decide: from then on a failed collection counts.
  ///   - keepingPayments: True where the policy charges: then each account knows the days of its payments.
  /// - Returns: An account for every customer row whose id can be read; every row that cannot be read is a
  ///   problem of the snapshot and marks its customer's account.
  /// - Throws: `BooksError` for a file that cannot be used as a whole.
  /// - Complexity: O(rows); each file is read once and held only while it is read.
  /// Source: contract, "Books in CSV"; policy language, section 5, step 1.
  package static func read(
    folder: String, baseCurrency: Currency, from start: Day, keepingPayments: Bool
  ) throws(BooksError) -> Snapshot {
    let format = try BooksFormatReader.read(folder: folder)
    return try read(
      folder: folder, format: format, baseCurrency: baseCurrency, from: start,
      keepingPayments: keepingPayments)
  }

  static func read(
    folder: String, format: BooksFormat, baseCurrency: Currency, from start: Day,
    keepingPayments: Bool
  ) throws(BooksError) -> Snapshot {
    if let asOf = format.asOfDay, start < asOf {
      throw BooksError(
        "--from \(start) lies before \(asOf), the day of the books: begin on that day or later")
    }
    var gathering = try gather(
      folder: folder, format: format, baseCurrency: baseCurrency, keepingPayments: keepingPayments)
    return try snapshot(of: &gathering, from: start)
  }

  /// Reads all files, each finding what it names in those before.
  static func gather(
    folder: String, format: BooksFormat, baseCurrency: Currency, keepingPayments: Bool = false
  ) throws(BooksError) -> Gathering {
    var gathering = Gathering(
      folder: folder, format: format, baseCurrency: baseCurrency, keepsPayments: keepingPayments)
    try gathering.readCustomers()
    try gathering.readContacts()
    try gathering.readInvoices()
    try gathering.readInstalments()
    try gathering.readPayments()
    return gathering
  }

  static func snapshot(of gathering: inout Gathering, from start: Day) throws(BooksError) -> Snapshot {
    let accounts = try gathering.accounts(from: start)
    return Snapshot(
      asOf: gathering.format.asOf, accounts: accounts, problems: gathering.sortedProblems())
  }
}
