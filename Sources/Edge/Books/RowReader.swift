import Receivables

/// Reads the values of the rows of one file, or of a part of it, and keeps what cannot be read.
///
/// Nothing here hangs on other rows, so that the parts of a file may be read side by side.
struct RowReader {
  private(set) var table: CSVTable
  let format: BooksFormat
  /// The currencies met, each looked up once.
  private var currencies = CurrencyTable()
  private(set) var problems: [RowProblem] = []
  /// The sum of all amounts without their signs, in minor units; beyond what can be counted it stays there.
  private(set) var total: UInt64 = 0

  init(_ table: CSVTable, _ format: BooksFormat) {
    self.table = table
    self.format = format
  }

  var line: Int { table.line }

  /// Goes on to the next row; false at the end, and after so many problems that the file must be another kind of one.
  mutating func advance() throws(BooksError) -> Bool {
    guard problems.count < BooksLimits.problems else { return false }
    return try table.advance()
  }

  /// The place of a value of the row; empty where the file has no such column.
  func field(_ column: CSVTable.Column) -> CSVScanner.Field { table.field(column) }

  mutating func report(_ column: CSVTable.Column, _ message: String) {
    problems.append(RowProblem(file: table.file, line: table.line, column: column.name, message: message))
  }

  /// A value of the row, nil where it is empty or the file has no such column.
  func text(_ column: CSVTable.Column) -> String? {
    let field = field(column)
    return field.start == field.end ? nil : string(table.bytes.span, field)
  }

  /// Reports a row with too few or too many fields; false if it has as many as the header.
  mutating func hasBadCount() -> Bool {
    guard table.fieldCount != table.names.count else { return false }
    let place = min(table.fieldCount, table.names.count - 1)
    report(
      CSVTable.Column(name: table.names[place], index: nil),
      "the row has \(table.fieldCount) field\(table.fieldCount == 1 ? "" : "s"), "
        + "expected \(table.names.count) as in the header")
    return true
  }

  /// A value that identifies something: not empty, not too long, no control characters.
  ///
  /// - Returns: Nil for any other value, which is reported.
  mutating func identifier(_ column: CSVTable.Column) -> CSVScanner.Field? {
    let field = field(column)
    guard field.start < field.end else {
      report(column, "found no \(column.name), expected one in every row")
      return nil
    }
    guard field.end - field.start <= BooksLimits.identifierBytes else {
      report(
        column,
        "found \(field.end - field.start) bytes in `\(column.name)`, expected at most \(BooksLimits.identifierBytes)"
      )
      return nil
    }
    var lowest: UInt8 = 255
    for place in field.start..<field.end { lowest = min(lowest, table.bytes[place]) }
    guard lowest >= 32 else {
      report(
        column, "found \(shown(string(table.bytes.span, field))) with a line break or control character in it"
      )
      return nil
    }
    return field
  }

  /// A day of the row; nil where it is empty and may be, or cannot be read, which is reported.
  mutating func day(_ column: CSVTable.Column, mayBeEmpty: Bool = false) -> Day? {
    let field = field(column)
    if field.start == field.end && mayBeEmpty { return nil }
    if let day = format.dates.day(table.bytes.span, field) { return day }
    let found = field.start == field.end ? "nothing" : shown(string(table.bytes.span, field))
    report(column, "found \(found), expected a day written \(format.dates.pattern) from 1900 to 2199")
    return nil
  }

  /// An amount of the row in minor units; nil where it is empty and may be, or cannot be read, which is reported.
  ///
  /// - Parameter currency: Nil for a currency that is not known: the number is only checked.
  mutating func amount(_ column: CSVTable.Column, _ currency: Currency?, mayBeEmpty: Bool = false) -> Int64? {
    let field = field(column)
    if field.start == field.end {
      if !mayBeEmpty {
        report(column, "found nothing, expected an amount like \(format.numbers.example)")
      }
      return nil
    }
    let message: String
    switch format.numbers.read(table.bytes.span, field, decimals: currency?.minorDigits ?? 0) {
    case .minorUnits(let units):
      total = min(total + units.magnitude, BooksLimits.totalMinorUnits + 1)
      return units
    case .notANumber: message = "expected an amount like \(format.numbers.example)"
    case .tooManyDecimals:
      guard let currency else { return 0 }
      message = "expected at most \(currency.minorDigits) decimals, as \(currency) has"
    case .tooLarge: message = "expected an amount up to 10^13 minor units"
    }
    report(column, "found \(shown(string(table.bytes.span, field))), \(message)")
    return nil
  }

  /// The currency whose code is written in a column; nil where it is unknown, `empty` where nothing is written.
  mutating func currency(_ column: CSVTable.Column, empty: Currency?) -> Currency? {
    let field = field(column)
    if field.start == field.end { return empty }
    guard let letters = CurrencyTable.letters(table.bytes.span, field) else { return nil }
    return currencies.currency(letters) ?? currencies.keep(Currency(code: string(table.bytes.span, field)))
  }

  /// One of a few words, or nil for any other, which is reported; `empty` where nothing is written.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: CSVTable.Column, empty: Word
  ) -> Word? {
    let field = field(column)
    guard field.start < field.end else { return empty }
    for word in Word.allCases where matches(word.rawValue, table.bytes.span, field) { return word }
    let expected = Word.allCases.map { "`\($0.rawValue)`" }
    report(
      column,
      "found \(shown(string(table.bytes.span, field))), expected \(expected.dropLast().joined(separator: ", "))"
        + " or \(expected.last ?? "")")
    return nil
  }

  /// The values of further columns, empty ones too.
  func fields(_ columns: [CSVTable.Column], named names: [String]) -> Fields {
    columns.isEmpty ? Fields() : Fields(names: names, values: columns.map { text($0) ?? "" })
  }
}

/// What the rows of a file, or of a part of it, say by themselves.
struct ReadRows<Row: Sendable>: Sendable {
  let file: String
  /// How many rows there were that are not blank.
  let count: Int
  let rows: [Row]
  let problems: [RowProblem]
  let total: UInt64

  init(_ rows: [Row], _ reader: RowReader) {
    file = reader.table.file
    count = reader.table.rows
    self.rows = rows
    problems = reader.problems
    total = reader.total
  }
}
