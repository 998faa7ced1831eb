import GRDB
import Synchronization

/// The journal: events that are only ever appended, in one SQLite file.
///
/// An object has one connection, and its queue is the lock: methods may be called from any thread, and wait for each
/// other. Other processes may read at any time and write in turn. Every method that waits has a limit
/// (`JournalLimits.busyMilliseconds`).
package final class JournalStore: Sendable {
  /// How a journal is opened.
  package enum Mode: Sendable {
    /// To read; nothing is written, not even what was left over by a process that was killed.
    case readOnly
    /// To read and to append; there has to be a journal.
    case readWrite
    /// As `readWrite`, and a new journal is made where there is no file.
    case create
  }

  /// What is looked at before a journal is used.
  package enum Check: Sendable {
    /// The chain of the last events, and SQLite's `quick_check` of a file that is not larger than
    /// `JournalLimits.quickCheckBytes`. A larger one is left to `verify`: reading it whole would take longer than a run.
    case quick
    /// Nothing but what the file is: for a verification, which looks at more and says what it finds.
    case none
  }

  /// Where it is, with symbolic links followed.
  package let path: String
  let queue: DatabaseQueue
  /// The file that is locked while a run is under way.
  let runLock = Mutex<RunLock?>(nil)
  /// Whether the connection's transactions are on the disk when they end, as `prepare` makes it.
  private let isDurable = Mutex(true)

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  deinit { releaseRunLock() }

  /// Opens a journal.
  ///
  /// - Returns: A journal whose writes are on the disk when they return (`synchronous = FULL`).
  /// - Throws: `notFound`, `notReadable`, `readOnly`, `notAJournal`, `newerFormat`, `damaged`, `diskFull`, `busy`,
  ///   `system`.
  package static func open(_ path: String, mode: Mode, check: Check = .quick) throws(JournalError)
    -> JournalStore
  {
    try open(path, mode: mode, check: check, busyMilliseconds: JournalLimits.busyMilliseconds)
  }

  /// Opens a journal with another limit of its waits, for the test of the limit.
  static func open(
    _ path: String, mode: Mode, check: Check = .quick, busyMilliseconds: Int
  ) throws(JournalError) -> JournalStore {
    let place = try JournalPlace(path, mode: mode)
    return try JournalError.catching(path) {
      let queue = try DatabaseQueue(path: place.address, configuration: configuration(mode, busyMilliseconds))
      let store = JournalStore(path: place.path, queue: queue)
      try queue.inDatabase { db in
        try store.prepare(db, mode: mode)
        if check == .quick { try store.lookQuickly(db) }
      }
      return store
    }
  }

  private static func configuration(_ mode: Mode, _ busyMilliseconds: Int) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.busyMode = .timeout(Double(busyMilliseconds) / 1_000)
    configuration.label = "journal"
    return configuration
  }

  /// Makes sure that the file is a journal of a format that is known, brings an older one up to date, and sets how
  /// much of a commit is on the disk when it returns.
  private func prepare(_ db: Database, mode: Mode) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    // A process that was killed while it made the journal leaves a file without a table in it.
    let isBlank = try application == 0 && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    if !isBlank || mode != .create {
      guard application == JournalSchema.applicationID, version > 0 else {
        throw JournalError.notAJournal(path)
      }
    }
    guard version <= JournalSchema.version else {
      throw JournalError(
        .newerFormat,
        "the journal `\(path)` has format \(version), and this Duly knows formats up to \(JournalSchema.version): "
          + "use the newer Duly that wrote it")
    }
    if mode != .readOnly {
      // GRDB's own setting of the mode would make `synchronous` NORMAL with it, and write at every opening.
      let journalMode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      guard journalMode == "wal" else {
        throw JournalError(
          .system, "the journal `\(path)` cannot be kept in SQLite's WAL mode here: put it on a local disk")
      }
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = \(JournalLimits.walPages)")
      guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
        throw JournalError(.system, "SQLite does not write the journal through to the disk")
      }
    }
    if version < JournalSchema.version {
      guard mode != .readOnly else {
        throw JournalError(
          .readOnly,
          "the journal `\(path)` has the older format \(version): run `duly execute` once to bring it up to date"
        )
      }
      try JournalSchema.migrate(db)
    }
  }

  /// The number of the last event, 0 where there is none.
  package func lastSeq() throws(JournalError) -> Int64 {
    try reading { db in try Self.head(db).seq }
  }

  /// The hash of the last event; 64 zeros where there is none. Whoever notes it can tell later that nothing before it
  /// has changed.
  package func lastHash() throws(JournalError) -> String {
    try reading { db in try Self.head(db).hash }
  }

  /// What tells this journal from every other: the beginning of the hash of its first event, which says when and where it was;
  /// nil where there is none yet. A copy, a backup and what was imported have the same.
  package func beginning() throws(JournalError) -> String? {
    try rows(limit: 1).first.map { String($0.hash.prefix(16)) }
  }

  /// The number of the migration that the file is at, from 1.
  package func formatVersion() throws(JournalError) -> Int {
    try reading { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
  }

  static func head(_ db: Database) throws -> (seq: Int64, hash: String) {
    var head: (seq: Int64, hash: String)?
    try StoredColumns.forEach(try db.cachedStatement(sql: "SELECT seq, hash FROM head")) { columns in
      head = (columns.integer(0), columns.text(1) ?? "")
    }
    guard let head else {
      throw JournalError(
        .damaged, "the journal does not say which event is the last: restore it from a backup")
    }
    return head
  }

  /// Runs statements that only read.
  func reading<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
    try JournalError.catching(path) { try queue.inDatabase(body) }
  }

  /// Runs statements in one transaction that is on the disk when this returns, or has not been.
  ///
  /// - Parameters:
  ///   - durably: False leaves it to the system when it is written: the end of the process loses nothing.
  ///   - learn: Learns what came of it while no other can write through this object.
  func writing<Value>(
    durably: Bool = true, learn: ((Value) -> Void)? = nil, _ body: (Database) throws -> Value
  ) throws(JournalError) -> Value {
    try JournalError.catching(path) {
      try queue.inDatabase { db in
        try setDurability(db, durably)
        // Immediate: a transaction that reads first and writes later could not wait for another writer. The two statements are
        // prepared once, which GRDB's own transactions do anew each time.
        try db.cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
        do {
          let result = try body(db)
          try db.cachedStatement(sql: "COMMIT TRANSACTION").execute()
          learn?(result)
          return result
        } catch {
          // SQLite may have ended the transaction itself; what went wrong first is what is told.
          if db.isInsideTransaction { _ = Result { try db.rollback() } }
          throw error
        }
      }
    }
  }

  /// Says whether the next transaction has to be on the disk when it ends; SQLite is told only where it was otherwise before.
  private func setDurability(_ db: Database, _ isDurable: Bool) throws {
    try self.isDurable.withLock { now in
      guard now != isDurable else { return }
      // In write-ahead mode NORMAL leaves out the flush at the end of a transaction, and nothing else.
      try db.execute(sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "NORMAL")")
      now = isDurable
    }
  }
}
