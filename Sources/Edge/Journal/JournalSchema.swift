import GRDB

/// The tables of a journal: named migrations, of which new ones are only ever added at the end.
enum JournalSchema {
  /// "Duly" in ASCII: what `PRAGMA application_id` says of a journal, and `file` shows.
  static let applicationID: Int32 = 0x4475_6c79
  /// The number of migrations that this Duly knows, kept in `PRAGMA user_version`.
  static var version: Int { migrations.count }

  /// A step from one format to the next.
  private struct Migration {
    let name: String
    let sql: String
  }

  private static let migrations = [
    Migration(name: "events", sql: [events, slots, rest].joined(separator: "\n")),
    Migration(name: "events without indexes", sql: withoutIndexes),
  ]

  /// Runs the migrations that a database has not seen, in one transaction; does nothing where there are none.
  ///
  /// Two processes that make a journal at once make it in turn: what is left to do is read within the transaction, which
  /// is why this is not GRDB's own migrator.
  static func migrate(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      let done = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      for migration in migrations.dropFirst(done) {
        try db.execute(sql: migration.sql)
        try db.execute(sql: "INSERT INTO migrations (name) VALUES (?)", arguments: [migration.name])
      }
      if done < version {
        try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
      }
      return .commit
    }
  }

  /// The events. A BEFORE INSERT trigger sees `INSERT OR REPLACE` too, which would pass by the one on DELETE.
  private static let events = """
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      day TEXT NOT NULL,
      kind TEXT NOT NULL,
      customer TEXT,
      key TEXT,
      takes TEXT NOT NULL,
      frees INTEGER NOT NULL CHECK (frees IN (0, 1)),
      body TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX events_by_customer ON events (customer) WHERE customer IS NOT NULL;
    CREATE INDEX events_by_key ON events (key) WHERE key IS NOT NULL;
    CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
      BEGIN SELECT raise(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
      BEGIN SELECT raise(ABORT, 'an event is never deleted'); END;
    CREATE TRIGGER events_have_no_gaps BEFORE INSERT ON events
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
      BEGIN SELECT raise(ABORT, 'an event follows the last one'); END;
    """

  /// Who has which slot: the primary key makes a second live claim impossible.
  private static let slots = """
    CREATE TABLE slots (
      customer TEXT NOT NULL,
      invoice TEXT NOT NULL,
      instalment INTEGER NOT NULL,
      tier TEXT NOT NULL,
      key TEXT NOT NULL,
      seq INTEGER NOT NULL REFERENCES events,
      PRIMARY KEY (customer, invoice, instalment, tier)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX slots_by_key ON slots (key);
    CREATE TRIGGER slots_are_not_changed BEFORE UPDATE ON slots
      BEGIN SELECT raise(ABORT, 'a slot is taken or given back, never changed'); END;
    """

  /// The last event's hash, so that an end cut off shows; what can be made anew from the events, and the migrations.
  private static let rest = """
    CREATE TABLE head (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      seq INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    INSERT INTO head VALUES (1, 0, '\(RowLine.noHash)');
    CREATE TABLE cache (
      name TEXT PRIMARY KEY,
      seq INTEGER NOT NULL,
      blob BLOB NOT NULL
    ) STRICT;
    CREATE TABLE migrations (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL
    ) STRICT;
    """

  /// Events are read in their order and in no other, so each index would be a page more that every commit has to write.
  private static let withoutIndexes = """
    DROP INDEX events_by_customer;
    DROP INDEX events_by_key;
    """

  /// All that SQLite says of the tables, indexes and triggers of a database, in one order.
  static func description(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
        WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name
        """)
  }
}
