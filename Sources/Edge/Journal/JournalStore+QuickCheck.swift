import GRDB

extension JournalStore {
  /// Looks at what an opening can afford to look at.
  ///
  /// - Throws: `damaged`.
  func lookQuickly(_ db: Database) throws {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let bytes = try pages * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    if bytes <= JournalLimits.quickCheckBytes {
      let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
      guard found == "ok" else { throw JournalError.damaged(path, cause: nil) }
    }
    // In one transaction, for others may be appending.
    try db.inTransaction(.deferred) {
      try lookAtTail(db)
      return .commit
    }
  }

  private func lookAtTail(_ db: Database) throws {
    let head = try Self.head(db)
    let first = max(0, head.seq - Int64(JournalLimits.tailRows))
    var last = (seq: first, hash: RowLine.noHash)
    for row in try Self.rows(db, after: first - 1, limit: .max) {
      let isAnchor = row.seq == first
      guard
        isAnchor || row.seq == last.seq + 1 && RowLine.hash(after: last.hash, row.seq, row.event) == row.hash
      else { throw JournalError.damaged(path, cause: "event \(row.seq) was changed, or what came before it") }
      last = (row.seq, row.hash)
    }
    guard last == head else {
      throw JournalError.damaged(path, cause: "the last event is not the last written")
    }
  }
}
