/// A CSV file of the books: its header, and its rows one after the other.
struct CSVTable {
  /// As shown in messages: the name inside the folder.
  let file: String
  /// The header; a column without a name is empty here and read by nobody.
  let names: [String]
  private(set) var bytes: [UInt8]
  private var scanner: CSVScanner
  /// How many rows were read so far, the header left aside.
  private(set) var rows = 0

  /// Opens a file and reads its header.
  ///
  /// - Returns: Nil where there is no such file.
  /// - Throws: `BooksError` where the file cannot be read as text with a header.
  static func open(folder: String, file: String) throws(BooksError) -> CSVTable? {
    guard let bytes = try FileBytes.read(folder + "/" + file, shownAs: file) else { return nil }
    return try CSVTable(file: file, bytes: bytes)
  }

  init(file: String, bytes: [UInt8]) throws(BooksError) {
    var bytes = bytes
    try CSVTable.checkText(bytes.span, of: file)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let delimiter = CSVTable.delimiter(of: bytes.span, from: start)
    var scanner = CSVScanner(
      delimiter: delimiter, from: start, to: bytes.count, columns: BooksLimits.columns)
    guard try CSVTable.advance(&scanner, &bytes, file) else {
      throw BooksError("\(file) is empty: it needs a header row with the names of its columns")
    }
    guard scanner.count <= BooksLimits.columns else {
      throw BooksError(
        "\(file) has \(scanner.count) columns, more than the \(BooksLimits.columns) that are read: "
          + "leave out those that Duly does not need")
    }
    var names: [String] = []
    for column in 0..<scanner.count {
      let name = CSVTable.trimmed(bytes.span, scanner[column])
      if !name.isEmpty && names.contains(name) {
        throw BooksError("\(file) has two columns named \(shown(name)): rename one of them")
      }
      names.append(name)
    }
    self.file = file
    self.names = names
    self.bytes = bytes
    self.scanner = scanner
  }

  /// The line on which the row last read begins; the header's is 1.
  var line: Int { scanner.line }

  /// How many fields the row last read has.
  var fieldCount: Int { scanner.count }

  /// A guess at the number of rows left, rather too high: the lines of the beginning stand for all.
  var estimatedRows: Int {
    let rest = scanner.rest
    let sample = rest.prefix(1 << 16)
    let lines = FileBytes.lineCount(bytes.span, in: sample)
    let guess = rest.count / max(sample.count, 1) * (lines + 1) / 20 * 21
    // Rows are longer than this; blank lines, which are no rows, must not claim memory for each.
    return min(guess, rest.count / 24)
  }

  /// Parts of the file that can be read side by side: together they have the rows that are not read yet, in order.
  ///
  /// - Parameters:
  ///   - parts: How many at most.
  ///   - least: Bytes of a part, so that each is worth the trouble.
  /// - Returns: The whole in one where the file has quotes: then only reading tells where a row ends.
  /// - Complexity: O(bytes), at the speed of memory.
  func split(into parts: Int, least: Int) -> [CSVTable] {
    let rest = scanner.rest
    let count = min(parts, rest.count / max(least, 1))
    guard count > 1, !FileBytes.contains(UInt8(ascii: "\""), bytes.span, in: rest) else { return [self] }
    var tables: [CSVTable] = []
    var start = rest.lowerBound
    var line = scanner.line + 1
    for part in 1...count where start < rest.upperBound {
      let wanted = max(start, rest.lowerBound + rest.count / count * part)
      let end = part == count ? rest.upperBound : FileBytes.lineEnd(bytes.span, in: wanted..<rest.upperBound)
      var table = self
      table.scanner = CSVScanner(
        delimiter: scanner.delimiter, from: start, to: end, line: line, columns: BooksLimits.columns)
      tables.append(table)
      line += FileBytes.lineCount(bytes.span, in: start..<end)
      start = end
    }
    return tables
  }

  /// Goes on to the next row; false at the end.
  mutating func advance() throws(BooksError) -> Bool {
    guard try CSVTable.advance(&scanner, &bytes, file) else { return false }
    rows += 1
    return true
  }

  /// The place of a value of the row last read; empty where the file has no such column.
  func field(_ column: Column) -> CSVScanner.Field {
    guard let index = column.index, index < scanner.count else { return CSVScanner.Field(start: 0, end: 0) }
    return scanner[index]
  }

  /// A column of the file, by the name that its header gives it.
  struct Column {
    let name: String
    /// Nil where the header has no such column.
    let index: Int?
  }

  func column(_ name: String) -> Column {
    Column(name: name, index: names.firstIndex(of: name))
  }

  private static func advance(
    _ scanner: inout CSVScanner, _ bytes: inout [UInt8], _ file: String
  ) throws(BooksError) -> Bool {
    do {
      return try scanner.next(in: &bytes)
    } catch {
      switch error {
      case .quoteNeverClosed(let line):
        throw BooksError("\(file):\(line): the row has a quote that is never closed: close it or take it out")
      case .textAfterQuote(let line):
        throw BooksError(
          "\(file):\(line): text follows a closing quote: quote the whole value and double the quotes inside it"
        )
      case .rowTooLong(let line):
        throw BooksError(
          "\(file):\(line): the row is longer than \(BooksLimits.rowBytes) bytes: look for a quote that is not closed"
        )
      }
    }
  }

  /// Text has no NUL bytes and is UTF-8 throughout: then every field is, for delimiters are ASCII.
  private static func checkText(_ bytes: Span<UInt8>, of file: String) throws(BooksError) {
    func line(of place: Int) -> Int {
      var line = 1
      for index in 0..<min(place, bytes.count) where bytes[index] == UInt8(ascii: "\n") { line += 1 }
      return line
    }
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw BooksError(
        "\(file):\(line(of: error.byteOffsets.lowerBound)): the text is not UTF-8: save the file as UTF-8")
    }
    if let index = FileBytes.firstNUL(bytes) {
      throw BooksError(
        "\(file):\(line(of: index)): a NUL byte stands in the text: export the file anew as CSV")
    }
  }

  /// The delimiter that is in the header most often, a comma where none is.
  private static func delimiter(of bytes: Span<UInt8>, from start: Int) -> UInt8 {
    var commas = 0
    var semicolons = 0
    var tabs = 0
    var isQuoted = false
    var hasText = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hasText { break }
        continue
      }
      hasText = true
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ";") { semicolons += 1 }
      if byte == UInt8(ascii: "\t") { tabs += 1 }
    }
    if tabs > commas && tabs > semicolons { return UInt8(ascii: "\t") }
    return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  private static func trimmed(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> String {
    var (start, end) = (field.start, field.end)
    while start < end && bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end && bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return string(bytes, CSVScanner.Field(start: start, end: end))
  }
}

/// The text at a place; the bytes are known to be UTF-8.
func string(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> String {
  guard field.start < field.end else { return "" }
  return bytes.withUnsafeBufferPointer { all in
    String(decoding: UnsafeBufferPointer(rebasing: all[field.start..<field.end]), as: UTF8.self)
  }
}

/// A value as a message shows it: in backticks, cut short, without line breaks or other control characters.
func shown(_ text: String) -> String {
  var result = "`"
  var count = 0
  for scalar in text.unicodeScalars {
    if count == BooksLimits.shownCharacters {
      result += "…"
      break
    }
    result.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
    count += 1
  }
  return result + "`"
}
