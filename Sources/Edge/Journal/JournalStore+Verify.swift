import GRDB

extension JournalStore {
  /// Looks at everything that can be wrong with a journal: the file itself (SQLite's `integrity_check`), its tables and
  /// triggers, the numbers, the chain of hashes, the last event, the slots that are taken, and what is cached.
  ///
  /// - Parameter cacheIsRight: Says whether what is cached under a name is what the events up to its number give;
  ///   only the caller can know. It must not use this journal.
  /// - Returns: What is wrong, at most `JournalLimits.faults` of it; empty for a journal that is as it was written.
  /// - Throws: `busy`, `system`: where it cannot be looked at.
  /// - Complexity: Every event is read and hashed once; memory for the slots that are taken.
  package func verify(
    cacheIsRight: (_ name: String, _ state: CachedState) -> Bool = { _, _ in true }
  ) throws(JournalError) -> [JournalFault] {
    try reading { db in
      var verification = JournalVerification()
      // One transaction, so that all is seen as it was at one instant.
      do {
        try db.inTransaction(.deferred) {
          try verification.look(at: db, cacheIsRight: cacheIsRight)
          return .commit
        }
      } catch let error as DatabaseError where Self.isDamage(error) {
        verification.add(JournalFault(.damaged, "SQLite cannot read on: \(error.message ?? "no message")"))
      }
      return verification.faults
    }
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
  }
}
