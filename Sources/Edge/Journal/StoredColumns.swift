import GRDB
import GRDBSQLite

/// The columns of the row on which a statement stands, read from SQLite itself.
///
/// GRDB's own row ends the process where a value has not the type that is asked for, and ends a text at a zero byte. In
/// a damaged file both can be, and the one must be told, the other seen.
struct StoredColumns {
  private let statement: SQLiteStatement

  /// Visits the rows of a statement; the columns may not be used behind `visit`.
  static func forEach(
    _ statement: Statement, _ arguments: StatementArguments = [], _ visit: (StoredColumns) throws -> Void
  ) throws {
    let columns = StoredColumns(statement: statement.sqliteStatement)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while try cursor.next() != nil { try visit(columns) }
  }

  private init(statement: SQLiteStatement) { self.statement = statement }

  /// A text, nil for NULL; a zero byte is a part of it, and what is no UTF-8 becomes U+FFFD.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A whole number; 0 for what is none.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The bytes of a blob or text.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }
}
