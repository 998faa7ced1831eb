import GRDB

extension JournalError {
  /// Runs something that may fail in the library, and says what failed in the journal's own words.
  static func catching<Value>(_ path: String, _ body: () throws -> Value) throws(JournalError) -> Value {
    do {
      return try body()
    } catch let error as JournalError {
      throw error
    } catch let error as DatabaseError {
      throw JournalError(error, path)
    } catch {
      throw JournalError(.system, "the journal `\(path)` cannot be used", cause: "\(type(of: error))")
    }
  }

  /// What SQLite said, without the statement and its values.
  private init(_ error: DatabaseError, _ path: String) {
    let cause = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path, cause: cause)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy,
        "another process has been writing the journal `\(path)` for too long: run again when it has ended",
        cause: cause)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path, cause: cause)
    case .SQLITE_NOTADB: self = .notAJournal(path)
    case .SQLITE_CORRUPT: self = .damaged(path, cause: cause)
    case .SQLITE_CANTOPEN: self = .unreadable(path, cause: cause)
    default:
      self.init(.system, "the journal `\(path)` could not be used", cause: cause)
    }
  }

  static func full(_ path: String, cause: String?) -> JournalError {
    JournalError(
      .diskFull,
      "no room is left for the journal `\(path)`; nothing that was stored is lost: make room and run again",
      cause: cause)
  }

  static func unwritten(_ path: String, cause: String?) -> JournalError {
    JournalError(
      .system,
      "what was written to the journal `\(path)` may not be on the disk: look at the disk, and run again",
      cause: cause)
  }

  static func readOnly(_ path: String, cause: String?) -> JournalError {
    JournalError(
      .readOnly,
      "the journal `\(path)` or its folder may not be written: give the user who runs Duly the right to",
      cause: cause)
  }

  static func notAJournal(_ path: String) -> JournalError {
    JournalError(.notAJournal, "`\(path)` is no journal of Duly: check the path")
  }

  static func damaged(_ path: String, cause: String?) -> JournalError {
    JournalError(
      .damaged,
      "the journal `\(path)` is damaged: look with `duly journal verify`, and restore it from a backup",
      cause: cause)
  }

  static func unreadable(_ path: String, cause: String?) -> JournalError {
    JournalError(
      .notReadable, "the journal `\(path)` cannot be opened: check that it and its folder may be used",
      cause: cause)
  }
}
