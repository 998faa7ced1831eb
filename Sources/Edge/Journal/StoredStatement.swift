import GRDB
import GRDBSQLite

/// A statement that stores values, which are given to SQLite one by one.
///
/// GRDB makes a list of values for each execution, which costs as much as storing them; the journal stores a dozen a message.
struct StoredStatement {
  private let statement: SQLiteStatement
  private let connection: SQLiteConnection

  /// The statement of that text, prepared once for a connection.
  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql).sqliteStatement
    guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    self.connection = connection
  }

  /// Gives the value of a place, from 1; SQLite keeps a copy of it.
  func bind(_ place: Int32, _ value: String) throws {
    let count = Int32(value.utf8.count)
    try check(value.withCString { sqlite3_bind_text(statement, place, $0, count, Self.transient) })
  }

  func bind(_ place: Int32, _ value: String?) throws {
    if let value { return try bind(place, value) }
    try check(sqlite3_bind_null(statement, place))
  }

  func bind(_ place: Int32, _ value: Int64) throws { try check(sqlite3_bind_int64(statement, place, value)) }

  /// Runs the statement to its end.
  func run() throws {
    let code = sqlite3_step(statement)
    // What went wrong is asked for before the reset, which can change it.
    let failed = code == SQLITE_DONE ? nil : failure
    sqlite3_reset(statement)
    if let failed { throw failed }
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw failure }
  }

  /// What SQLite says, without the statement and its values.
  private var failure: DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }

  // A function that is a number: it says that the bytes are to be copied.
  private static let transient = unsafeBitCast(
    OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
}
