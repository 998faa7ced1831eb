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

  /// The same books, read by several workers.
  ///
  /// - Parameter workers: How many parts of a file are read side by side; at least 1.
  /// - Returns: What one worker would read, whatever their number.
  package static func read(
    folder: String, baseCurrency: Currency, from start: Day, keepingPayments: Bool, workers: Int
  ) async throws(BooksError) -> Snapshot {
    let format = try BooksFormatReader.read(folder: folder)
    try check(format, from: start)
    let gathering = try await gather(
      Gathering(folder: folder, format: format, baseCurrency: baseCurrency, keepsPayments: keepingPayments),
      workers: workers)
    let places = gathering.customersInOrder()
    let parts = split(places, into: workers)
    let accounts = await sideBySide(parts) { gathering.accounts(of: $0, from: start) }
    return Snapshot(
      asOf: format.asOf, accounts: Array(accounts.joined()), problems: gathering.sortedProblems())
  }

  static func read(
    folder: String, format: BooksFormat, baseCurrency: Currency, from start: Day,
    keepingPayments: Bool
  ) throws(BooksError) -> Snapshot {
    try check(format, from: start)
    let gathering = try gather(
      folder: folder, format: format, baseCurrency: baseCurrency, keepingPayments: keepingPayments)
    return snapshot(of: gathering, from: start)
  }

  private static func check(_ format: BooksFormat, from start: Day) throws(BooksError) {
    if let asOf = format.asOfDay, start < asOf {
      throw BooksError(
        "--from \(start) lies before \(asOf), the day of the books: begin on that day or later")
    }
  }

  /// Reads all files, each finding what it names in those before.
  ///
  /// - Parameter parts: Into how many parts large files are cut, of `least` bytes and more; it changes nothing.
  static func gather(
    folder: String, format: BooksFormat, baseCurrency: Currency, keepingPayments: Bool = false,
    parts: Int = 1, least: Int = 1
  ) throws(BooksError) -> Gathering {
    var gathering = Gathering(
      folder: folder, format: format, baseCurrency: baseCurrency, keepsPayments: keepingPayments)
    let customers = try gathering.open(needed: .customers)
    gathering.expectCustomers(customers.estimatedRows)
    for part in customers.split(into: parts, least: least) {
      try gathering.take(try gathering.readCustomers(part))
    }
    if let contacts = try gathering.open(.contacts) { try gathering.readContacts(contacts) }
    let invoices = try gathering.open(needed: .invoices)
    gathering.expectInvoices(invoices.estimatedRows)
    for part in invoices.split(into: parts, least: least) {
      try gathering.take(try gathering.readInvoices(part))
    }
    if let instalments = try gathering.open(.instalments) { try gathering.readInstalments(instalments) }
    if let payments = try gathering.open(.payments) {
      for part in payments.split(into: parts, least: least) {
        try gathering.take(try gathering.readPayments(part))
      }
    }
    gathering.endReading()
    return gathering
  }

  /// The same with the parts of each large file side by side, and the files loaded while others are read.
  private static func gather(_ empty: Gathering, workers: Int) async throws(BooksError) -> Gathering {
    var gathering = empty
    let large: [BooksFormat.File] = [.customers, .invoices, .payments]
    let tables = await sideBySide(large) { file in Result { () throws(BooksError) in try empty.open(file) } }
    let parts = workers == 1 ? 1 : 4 * workers
    func split(_ table: CSVTable) -> [CSVTable] { table.split(into: parts, least: leastPart) }
    let customers = try gathering.needed(.customers, try tables[0].get())
    gathering.expectCustomers(customers.estimatedRows)
    let readCustomers = await sideBySide(split(customers)) { [gathering] part in
      Result { () throws(BooksError) in try gathering.readCustomers(part) }
    }
    for read in readCustomers { try gathering.take(try read.get()) }
    if let contacts = try gathering.open(.contacts) { try gathering.readContacts(contacts) }
    let invoices = try gathering.needed(.invoices, try tables[1].get())
    gathering.expectInvoices(invoices.estimatedRows)
    let readInvoices = await sideBySide(split(invoices)) { [gathering] part in
      Result { () throws(BooksError) in try gathering.readInvoices(part) }
    }
    for read in readInvoices { try gathering.take(try read.get()) }
    if let instalments = try gathering.open(.instalments) { try gathering.readInstalments(instalments) }
    if let payments = try tables[2].get() {
      let readPayments = await sideBySide(split(payments)) { [gathering] part in
        Result { () throws(BooksError) in try gathering.readPayments(part) }
      }
      for read in readPayments { try gathering.take(try read.get()) }
    }
    gathering.endReading()
    return gathering
  }

  /// Bytes that are worth a task of their own.
  private static let leastPart = 1 << 18

  static func snapshot(of gathering: Gathering, from start: Day) -> Snapshot {
    let places = gathering.customersInOrder()
    return Snapshot(
      asOf: gathering.format.asOf, accounts: gathering.accounts(of: places[...], from: start),
      problems: gathering.sortedProblems())
  }

  private static func split(_ places: [Int], into parts: Int) -> [ArraySlice<Int>] {
    let size = max(1, (places.count + parts - 1) / max(1, parts))
    return stride(from: 0, to: places.count, by: size).map { places[$0..<min($0 + size, places.count)] }
  }
}

/// What becomes of each part, done side by side; in the order of the parts.
private func sideBySide<Part: Sendable, Done: Sendable>(
  _ parts: [Part], _ work: @escaping @Sendable (Part) -> Done
) async -> [Done] {
  if parts.count < 2 { return parts.map(work) }
  return await withTaskGroup(of: (Int, Done).self) { group in
    for (place, part) in parts.enumerated() { group.addTask { (place, work(part)) } }
    var done: [(Int, Done)] = []
    for await one in group { done.append(one) }
    return done.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
