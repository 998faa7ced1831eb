import FoundationEssentials
import GRDB

/// Something made from the first events of a journal, kept so that it need not be made again.
package struct CachedState: Hashable, Sendable {
  /// The number of the last event that went into it.
  package let seq: Int64
  /// What was made.
  package let bytes: [UInt8]

  /// What was made from the events up to `seq`.
  package init(seq: Int64, bytes: [UInt8]) {
    self.seq = seq
    self.bytes = bytes
  }
}

/// Whatever is cached can be dropped at any time: it is never the truth.
extension JournalStore {
  /// What is cached under a name; nil where nothing is, or where it is of events that are not there.
  package func cached(_ name: String) throws(JournalError) -> CachedState? {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT seq, blob FROM cache WHERE name = ? AND seq <= (SELECT seq FROM head)")
      var state: CachedState?
      try StoredColumns.forEach(statement, [name]) { state = Self.state($0) }
      return state
    }
  }

  /// Caches what the events up to a number gave, in place of what was cached under the name.
  package func cache(_ name: String, _ state: CachedState) throws(JournalError) {
    try writing { db in
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO cache (name, seq, blob) VALUES (?, ?, ?)")
        .execute(arguments: [name, state.seq, Data(state.bytes)])
    }
  }

  /// Forgets all that is cached.
  package func dropCache() throws(JournalError) {
    try writing { db in try db.execute(sql: "DELETE FROM cache") }
  }

  static func allCached(_ db: Database) throws -> [(name: String, state: CachedState)] {
    var all: [(name: String, state: CachedState)] = []
    try StoredColumns.forEach(try db.cachedStatement(sql: "SELECT seq, blob, name FROM cache ORDER BY name"))
    {
      all.append(($0.text(2) ?? "", state($0)))
    }
    return all
  }

  private static func state(_ columns: StoredColumns) -> CachedState {
    CachedState(seq: columns.integer(0), bytes: columns.bytes(1))
  }
}
