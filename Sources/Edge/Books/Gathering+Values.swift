import Receivables

extension Gathering {
  /// A value of the row, nil where it is empty or the file has no such column.
  func text(_ table: CSVTable, _ column: CSVTable.Column) -> String? {
    let field = table.field(column)
    return field.start == field.end ? nil : string(table.bytes.span, field)
  }

  /// A value that identifies something: not empty, not too long, no control characters.
  ///
  /// - Returns: Nil for any other value, which is reported.
  mutating func identifier(_ table: CSVTable, _ column: CSVTable.Column) throws(BooksError) -> CSVScanner
    .Field?
  {
    let field = table.field(column)
    guard field.start < field.end else {
      try report(table, column, "found no \(column.name), expected one in every row")
      return nil
    }
    guard field.end - field.start <= BooksLimits.identifierBytes else {
      try report(
        table, column,
        "found \(field.end - field.start) bytes in `\(column.name)`, expected at most \(BooksLimits.identifierBytes)"
      )
      return nil
    }
    var lowest: UInt8 = 255
    let bytes = table.bytes.span
    for place in field.start..<field.end { lowest = min(lowest, bytes[place]) }
    guard lowest >= 32 else {
      try report(
        table, column, "found \(shown(string(bytes, field))) with a line break or control character in it")
      return nil
    }
    return field
  }

  /// A day of the row; nil where it is empty and may be, or cannot be read, which is reported.
  mutating func day(
    _ table: CSVTable, _ column: CSVTable.Column, mayBeEmpty: Bool = false
  ) throws(BooksError) -> Day? {
    let field = table.field(column)
    if field.start == field.end && mayBeEmpty { return nil }
    if let day = format.dates.day(table.bytes.span, field) { return day }
    let found = field.start == field.end ? "nothing" : shown(string(table.bytes.span, field))
    try report(
      table, column, "found \(found), expected a day written \(format.dates.pattern) from 1900 to 2199")
    return nil
  }

  /// An amount of the row in minor units; nil where it is empty and may be, or cannot be read, which is reported.
  ///
  /// - Parameter currency: Nil for a currency that is not known: the number is only checked.
  mutating func amount(
    _ table: CSVTable, _ column: CSVTable.Column, _ currency: CurrencyTable.Entry?, mayBeEmpty: Bool = false
  ) throws(BooksError) -> Int64? {
    let field = table.field(column)
    if field.start == field.end {
      if !mayBeEmpty {
        try report(table, column, "found nothing, expected an amount like \(format.numbers.example)")
      }
      return nil
    }
    let message: String
    switch format.numbers.read(table.bytes.span, field, decimals: currency?.decimals ?? 0) {
    case .minorUnits(let units):
      try count(units)
      return units
    case .notANumber: message = "expected an amount like \(format.numbers.example)"
    case .tooManyDecimals:
      guard let currency else { return 0 }
      message = "expected at most \(currency.decimals) decimals, as \(currency.currency) has"
    case .tooLarge: message = "expected an amount up to 10^13 minor units"
    }
    try report(table, column, "found \(shown(string(table.bytes.span, field))), \(message)")
    return nil
  }

  /// One of a few words, or nil for any other, which is reported; `empty` where nothing is written.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ table: CSVTable, _ column: CSVTable.Column, empty: Word
  ) throws(BooksError) -> Word? {
    let field = table.field(column)
    guard field.start < field.end else { return empty }
    let bytes = table.bytes.span
    for word in Word.allCases where matches(word.rawValue, bytes, field) { return word }
    let expected = Word.allCases.map { "`\($0.rawValue)`" }
    try report(
      table, column,
      "found \(shown(string(bytes, field))), expected \(expected.dropLast().joined(separator: ", "))"
        + " or \(expected.last ?? "")")
    return nil
  }

  /// The place of the customer that the row names, or nil for an unknown one, which is reported.
  mutating func customer(_ table: CSVTable, _ column: CSVTable.Column) throws(BooksError) -> Int? {
    guard let field = try identifier(table, column) else { return nil }
    if let place = customerPlace(table.bytes.span, field) { return place }
    try report(
      table, column,
      "found customer \(shown(string(table.bytes.span, field))), expected one of \(format[.customers].file)")
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
}
