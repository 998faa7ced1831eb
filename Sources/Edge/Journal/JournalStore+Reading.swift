import GRDB

extension JournalStore {
  /// Visits events in order of their numbers, up to the last one at the time of the call.
  ///
  /// Rows are fetched a page at a time, so `visit` may use this journal, and neither keeps others from writing nor
  /// SQLite from tidying up. What is read is consistent all the same, since events are only ever appended.
  ///
  /// - Parameters:
  ///   - seq: The number of the event after which to begin; 0 for all.
  ///   - withSlots: False leaves out which slots an event takes, for whoever reads them from its body.
  ///   - visit: Returns false to end the reading.
  /// - Complexity: One statement a page of `JournalLimits.pageRows` rows.
  package func forEachRow(
    after seq: Int64 = 0, withSlots: Bool = true, _ visit: (JournalRow) -> Bool
  ) throws(JournalError) {
    let last = try lastSeq()
    var seq = seq
    while seq < last {
      let page = try reading { [seq] db in
        try Self.rows(db, after: seq, upTo: last, limit: JournalLimits.pageRows, withSlots: withSlots)
      }
      for row in page where !visit(row) { return }
      guard page.count == JournalLimits.pageRows, let end = page.last else { return }
      seq = end.seq
    }
  }

  /// At most so many events, in order of their numbers.
  package func rows(
    after seq: Int64 = 0, upTo last: Int64 = .max, limit: Int = .max
  ) throws(JournalError) -> [JournalRow] {
    try reading { db in try Self.rows(db, after: seq, upTo: last, limit: limit) }
  }

  static func rows(
    _ db: Database, after seq: Int64, upTo last: Int64 = .max, limit: Int, withSlots: Bool = true
  ) throws -> [JournalRow] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(eventColumns) FROM events WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?")
    var rows: [JournalRow] = []
    try StoredColumns.forEach(statement, [seq, last, limit]) { columns in
      do throws(RowLineReader.Mistake) {
        rows.append(try row(columns, withSlots: withSlots))
      } catch {
        throw JournalError(
          .damaged, "event \(columns.integer(0)) cannot be read: look with `duly journal verify`")
      }
    }
    return rows
  }

  /// The columns of an event, in the order in which `row` reads them.
  static let eventColumns = "seq, at, day, kind, customer, key, takes, frees, body, hash"

  /// The event of a row with `eventColumns`.
  static func row(
    _ columns: StoredColumns, withSlots: Bool = true
  ) throws(RowLineReader.Mistake) -> JournalRow {
    guard let at = columns.text(1), let day = columns.text(2), let kind = columns.text(3),
      let takes = columns.text(6), let body = columns.text(8), let hash = columns.text(9)
    else { throw RowLineReader.Mistake("lacks a value") }
    let event = NewRow(
      at: at, day: day, kind: kind, customer: columns.text(4), key: columns.text(5), body: body,
      takes: takes == noSlots || !withSlots ? [] : try RowLineReader.slots(takes),
      frees: columns.integer(7) != 0)
    return JournalRow(seq: columns.integer(0), event: event, hash: hash)
  }

  /// How most events say that they take nothing.
  static let noSlots = "[]"

  /// The key of the live claim that has a slot, nil where it is free.
  package func holder(of slot: ClaimSlot) throws(JournalError) -> String? {
    try reading { db in try Self.holder(db, slot) }
  }

  /// All slots that live claims have, each with the claim's key; in order.
  package func takenSlots() throws(JournalError) -> [(slot: ClaimSlot, key: String)] {
    try reading { db in try Self.takenSlots(db) }
  }

  static func takenSlots(_ db: Database) throws -> [(slot: ClaimSlot, key: String)] {
    let statement = try db.cachedStatement(
      sql:
        "SELECT customer, invoice, instalment, tier, key FROM slots ORDER BY customer, invoice, instalment, tier"
    )
    var taken: [(slot: ClaimSlot, key: String)] = []
    try StoredColumns.forEach(statement) { columns in
      let slot = ClaimSlot(
        customer: columns.text(0) ?? "", invoice: columns.text(1) ?? "", instalment: Int(columns.integer(2)),
        tier: columns.text(3) ?? "")
      taken.append((slot, columns.text(4) ?? ""))
    }
    return taken
  }
}
