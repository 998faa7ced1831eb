/// Takes the rows of a CSV file apart, one at a time, in place: a field is a range of the file's bytes.
///
/// Source: RFC 4180, with these freedoms: any of the three delimiters, any of the three line ends, blank
/// lines are no rows, and a quote inside an unquoted field stands for itself.
/// - Complexity: O(bytes), no allocation for a row.
struct CSVScanner {
  /// The place of one value, its quotes left out.
  struct Field {
    var start: Int
    var end: Int
  }

  /// What makes the rest of a file unreadable.
  enum Fault: Error {
    case quoteNeverClosed(line: Int)
    case textAfterQuote(line: Int)
    case rowTooLong(line: Int)
  }

  let delimiter: UInt8
  /// The line on which the row last read begins, from 1.
  private(set) var line = 0
  /// How many fields the row last read has; those beyond the limit of columns are only counted.
  private(set) var count = 0
  private var fields: [Field]
  private var position: Int
  /// Where the part of the file ends that is read; behind a line end, or at the end of the file.
  private let end: Int
  private var nextLine: Int
  private var withDoubledQuotes: [Int] = []

  /// - Parameter line: The line that begins at `position`.
  init(delimiter: UInt8, from position: Int, to end: Int, line: Int = 1, columns: Int) {
    self.delimiter = delimiter
    self.position = position
    self.end = end
    nextLine = line
    self.fields = Array(repeating: Field(start: 0, end: 0), count: columns)
  }

  /// The place of a field of the row last read.
  subscript(column: Int) -> Field { fields[column] }

  /// What is not read yet.
  var rest: Range<Int> { position..<end }

  /// Goes on to the next row that is not blank.
  ///
  /// - Parameter bytes: Of the file; a doubled quote inside quotes becomes one, in place.
  /// - Returns: False at the end of the file.
  mutating func next(in bytes: inout [UInt8]) throws(Fault) -> Bool {
    repeat {
      guard position < end else { return false }
      line = nextLine
      try scan(bytes.span)
    } while count == 1 && fields[0].start == fields[0].end
    if !withDoubledQuotes.isEmpty {
      for column in withDoubledQuotes { fields[column].end = unquote(fields[column], in: &bytes) }
      withDoubledQuotes.removeAll(keepingCapacity: true)
    }
    return true
  }

  private mutating func scan(_ bytes: Span<UInt8>) throws(Fault) {
    let first = position
    let end = bytes.count
    var index = first
    count = 0
    nextLine += 1
    while true {
      var field = Field(start: index, end: index)
      if index < end && bytes[index] == UInt8(ascii: "\"") {
        field = try scanQuoted(bytes, from: index, first: first)
        index = field.end + 1
      } else {
        index = fieldEnd(bytes, from: index)
        field.end = index
      }
      if count < fields.count { fields[count] = field }
      count += 1
      guard index < end, bytes[index] == delimiter else { break }
      index += 1
    }
    guard index - first <= BooksLimits.rowBytes else { throw .rowTooLong(line: line) }
    if index < end {
      let isPair =
        bytes[index] == UInt8(ascii: "\r") && index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")
      guard isPair || bytes[index] == UInt8(ascii: "\r") || bytes[index] == UInt8(ascii: "\n") else {
        throw .textAfterQuote(line: nextLine - 1)
      }
      index += isPair ? 2 : 1
    }
    position = index
  }

  /// The place of the delimiter or line end after an unquoted field: the innermost loop of the reading.
  @inline(__always)
  private func fieldEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let delimiter = self.delimiter
    // Nearly every byte lies above all that end a field, so that one comparison settles it.
    let highest = max(delimiter, UInt8(ascii: "\r"))
    return bytes.withUnsafeBufferPointer { all in
      var index = start
      while index < all.count {
        let byte = all[index]
        if byte <= highest, byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          break
        }
        index &+= 1
      }
      return index
    }
  }

  /// - Parameter quote: The place of the opening quote.
  /// - Returns: What is between the quotes; the closing one is at its end.
  private mutating func scanQuoted(
    _ bytes: Span<UInt8>, from quote: Int, first: Int
  ) throws(Fault) -> Field {
    let limit = min(bytes.count, first + BooksLimits.rowBytes)
    var index = quote + 1
    var hasDoubled = false
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
          if hasDoubled && count < fields.count { withDoubledQuotes.append(count) }
          return Field(start: quote + 1, end: index)
        }
        hasDoubled = true
        index += 1
      } else if byte == UInt8(ascii: "\n") {
        nextLine += 1
      } else if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") {
        nextLine += 1
      }
      index += 1
    }
    throw limit == bytes.count ? .quoteNeverClosed(line: line) : .rowTooLong(line: line)
  }

  private func unquote(_ field: Field, in bytes: inout [UInt8]) -> Int {
    var written = field.start
    var index = field.start
    while index < field.end {
      if bytes[index] == UInt8(ascii: "\"") { index += 1 }
      bytes[written] = bytes[index]
      written += 1
      index += 1
    }
    return written
  }
}
