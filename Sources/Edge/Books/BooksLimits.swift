/// What a books folder may hold at most; beyond it the books are refused with an error, never cut short.
enum BooksLimits {
  /// Bytes of one file.
  static let fileBytes = 2_000_000_000
  /// Bytes of `books.yaml`.
  static let formatBytes = 1_048_576
  /// Bytes of one row, line breaks inside quotes included. A quote that is never closed ends here.
  static let rowBytes = 1_048_576
  /// Columns of one file.
  static let columns = 500
  /// Bytes of a customer id or an invoice number.
  static let identifierBytes = 200
  /// Rows that cannot be read, in all files together; more of them mean another kind of file.
  static let problems = 100_000
  /// The sum of all amounts without their signs, in minor units, so that no sum of some of them overflows.
  static let totalMinorUnits: UInt64 = 1_000_000_000_000_000_000
  /// Bytes of a file that goes with a message.
  static let attachmentBytes = 10_485_760
  /// Characters of a value that a message shows.
  static let shownCharacters = 40
}
