import Receivables

/// The books of a folder as `BooksReader` reads them, with what their files hold row by row.
package struct BooksSurvey: Sendable {
  /// One of the files that books may have.
  package struct File: Sendable, Equatable {
    /// The name in the folder.
    package let name: String
    /// Rows that are not blank, the header left aside; nil where there is no such file.
    package let rows: Int?

    package init(name: String, rows: Int?) {
      self.name = name
      self.rows = rows
    }
  }

  /// How many rows of the invoices have a status; what is open or paid by its payments is `open` too.
  package struct StatusCount: Sendable, Equatable {
    /// As the books write it; `unreadable` for a row that cannot be read.
    package let status: String
    package let rows: Int

    package init(status: String, rows: Int) {
      self.status = status
      self.rows = rows
    }
  }

  package let snapshot: Snapshot
  /// Of amounts for which the books state none.
  package let baseCurrency: Currency
  /// In the order in which they are read.
  package let files: [File]
  /// In the order of the contract, statuses without a row too, the unreadable ones last.
  package let statuses: [StatusCount]

  /// Reads the books of a folder to look at them on a day.
  ///
  /// - Parameters:
  ///   - folder: As for `BooksReader.read`.
  ///   - baseCurrency: Of amounts for which neither a row nor `books.yaml` states a currency; nil for the one of
  ///     `books.yaml`.
  ///   - day: What the figures are for; not before the day of the books.
  /// - Throws: `BooksError` for a file that cannot be used as a whole.
  /// - Complexity: O(rows), as `BooksReader.read`.
  package static func read(
    folder: String, baseCurrency: Currency?, on day: Day
  ) throws(BooksError) -> BooksSurvey {
    let format = try BooksFormatReader.read(folder: folder)
    if let asOf = format.asOfDay, day < asOf {
      throw BooksError(
        "--as-of \(day) lies before \(asOf), the day of the books: take that day or a later one")
    }
    guard let base = baseCurrency ?? format.currency else {
      throw BooksError(
        "nothing says in which currency amounts are that state none: say `--currency EUR` or `--policy FILE`, "
          + "or write `currency: EUR` into books.yaml")
    }
    let gathering = try BooksReader.gather(folder: folder, format: format, baseCurrency: base)
    let files = gathering.surveyedFiles
    let statuses = gathering.statusCounts
    return BooksSurvey(
      snapshot: BooksReader.snapshot(of: gathering, from: day), baseCurrency: base, files: files,
      statuses: statuses)
  }
}

extension Gathering {
  /// The files with their numbers of rows.
  fileprivate var surveyedFiles: [BooksSurvey.File] {
    BooksFormat.File.allCases.map { BooksSurvey.File(name: format[$0].file, rows: rows[$0]) }
  }

  /// The rows of the invoices by status. A row whose number cannot be read is no invoice, and unreadable too.
  fileprivate var statusCounts: [BooksSurvey.StatusCount] {
    var (open, paid, void, draft, creditNotes) = (0, 0, 0, 0, 0)
    for place in invoices.indices {
      switch invoices[place].status {
      case .open: open += 1
      case .paid: paid += 1
      case .void: void += 1
      case .draft: draft += 1
      case .creditNote: creditNotes += 1
      case .unreadable: break
      }
    }
    let known: [(InvoiceRow.Status, Int)] = [
      (.open, open), (.paid, paid), (.void, void), (.draft, draft), (.creditNote, creditNotes),
    ]
    let unreadable = (rows[.invoices] ?? 0) - known.reduce(0) { $0 + $1.1 }
    return known.map { BooksSurvey.StatusCount(status: $0.0.rawValue, rows: $0.1) }
      + [BooksSurvey.StatusCount(status: "unreadable", rows: unreadable)]
  }
}
