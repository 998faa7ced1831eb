import GRDB

/// A look at a whole journal, and what it found wrong.
struct JournalVerification {
  private(set) var faults: [JournalFault] = []
  private var last: (seq: Int64, hash: String) = (0, RowLine.noHash)
  private var taken = TakenSlots()

  /// Notes a fault, unless there are enough of them.
  mutating func add(_ fault: JournalFault) {
    if faults.count < JournalLimits.faults { faults.append(fault) }
  }

  /// Looks at everything.
  mutating func look(at db: Database, cacheIsRight: (String, CachedState) -> Bool) throws {
    try lookAtFile(db)
    try lookAtSchema(db)
    try lookAtEvents(db)
    try lookAtHead(db)
    try lookAtSlots(db)
    for (name, state) in try JournalStore.allCached(db) {
      if state.seq > last.seq {
        add(JournalFault(.cache, "what is cached as `\(name)` is of events that are not there"))
      } else if !cacheIsRight(name, state) {
        add(
          JournalFault(.cache, "what is cached as `\(name)` is not what the events give: it can be dropped"))
      }
    }
  }

  private mutating func lookAtFile(_ db: Database) throws {
    for message in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where message != "ok" {
      add(JournalFault(.damaged, "SQLite finds: \(message)"))
    }
  }

  /// Compares tables, indexes and triggers with those of a journal that was made just now, in memory.
  private mutating func lookAtSchema(_ db: Database) throws {
    let fresh = try DatabaseQueue()
    let wanted = Set(
      try fresh.inDatabase { db in
        try JournalSchema.migrate(db)
        return try JournalSchema.description(db)
      })
    let found = Set(try JournalSchema.description(db))
    func name(_ line: String) -> String { String(line.prefix { $0 != ":" }) }
    for line in wanted.subtracting(found).sorted() {
      add(JournalFault(.schema, "\(name(line)) is missing or not as it was made"))
    }
    for line in found.subtracting(wanted).sorted() where !wanted.contains(where: { name($0) == name(line) }) {
      add(JournalFault(.schema, "\(name(line)) does not belong to a journal"))
    }
  }

  private mutating func lookAtEvents(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT \(JournalStore.eventColumns) FROM events ORDER BY seq")
    try StoredColumns.forEach(statement) { columns in
      let seq = columns.integer(0)
      if seq != last.seq + 1 {
        add(JournalFault(.gap, seq: seq, "follows event \(last.seq): what was between them is gone"))
      }
      do throws(RowLineReader.Mistake) {
        lookAt(try JournalStore.row(columns))
      } catch {
        add(JournalFault(.chain, seq: seq, "\(error.message): it was changed"))
      }
      last = (seq, columns.text(9) ?? "")
    }
  }

  private mutating func lookAt(_ row: JournalRow) {
    if RowLine.hash(after: last.hash, row.seq, row.event) != row.hash {
      add(
        JournalFault(
          .chain, seq: row.seq, "its hash is not that of the event and of what came before: one was changed"))
    }
    if let mistake = row.event.mistakeOfForm { add(JournalFault(.chain, seq: row.seq, mistake)) }
    if let count = taken.apply(row.event) {
      add(JournalFault(.slots, seq: row.seq, "takes \(count) slots that live claims had"))
    }
  }

  private mutating func lookAtHead(_ db: Database) throws {
    do {
      let head = try JournalStore.head(db)
      if head.seq != last.seq {
        add(
          JournalFault(.head, "the last event is \(last.seq), but \(head.seq) was the last that was written"))
      } else if head.hash != last.hash {
        add(JournalFault(.head, "the last event's hash is not the last that was written"))
      }
    } catch let error as JournalError {
      add(JournalFault(.head, error.message))
    }
  }

  private mutating func lookAtSlots(_ db: Database) throws {
    var wanted = taken.keys
    var foreign = 0
    for (slot, key) in try JournalStore.takenSlots(db) {
      if wanted.removeValue(forKey: slot) != key { foreign += 1 }
    }
    if foreign > 0 {
      add(JournalFault(.slots, "\(foreign) slots are taken that by the events are not, or by another claim"))
    }
    if !wanted.isEmpty {
      add(JournalFault(.slots, "\(wanted.count) slots are free that by the events are taken"))
    }
  }
}
