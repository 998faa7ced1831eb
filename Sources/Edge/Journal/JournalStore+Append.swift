import GRDB

extension JournalStore {
  /// Appends events: all of them with the slots that they take and free, or nothing.
  ///
  /// They are on the disk when this returns. Slots are freed and taken in the order of the rows, so that what one row
  /// frees the next can take.
  ///
  /// - Returns: The numbers of the events, in order.
  /// - Throws: `slotTaken` where another live claim has a slot, `invalidRow`, `diskFull`, `readOnly`, `busy`, `damaged`,
  ///   `system`.
  /// - Complexity: One commit; one statement a row, a slot taken and a key freed, and four more.
  @discardableResult
  package func append(_ rows: [NewRow]) throws(JournalError) -> [Int64] {
    for (index, row) in rows.enumerated() {
      if let mistake = row.mistakeOfForm {
        throw JournalError(.invalidRow, "event \(index + 1) of \(rows.count) to be stored \(mistake)")
      }
    }
    guard !rows.isEmpty else { return [] }
    return try writing { db in
      var (seq, hash) = try Self.head(db)
      var numbers: [Int64] = []
      numbers.reserveCapacity(rows.count)
      for row in rows {
        seq += 1
        hash = RowLine.hash(after: hash, seq, row)
        try Self.insert(db, JournalRow(seq: seq, event: row, hash: hash))
        numbers.append(seq)
      }
      try Self.setHead(db, seq, hash)
      return numbers
    }
  }

  static func insert(_ db: Database, _ row: JournalRow) throws {
    let event = row.event
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO events (seq, at, day, kind, customer, key, takes, frees, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      row.seq, event.at, event.day, event.kind, event.customer, event.key, RowLine.slots(event.takes),
      event.frees,
      event.body, row.hash,
    ])
    guard let key = event.key else { return }
    if event.frees {
      try db.cachedStatement(sql: "DELETE FROM slots WHERE key = ?").execute(arguments: [key])
    }
    for slot in event.takes { try take(db, slot, key: key, seq: row.seq) }
  }

  /// Takes a slot; that nobody has it is for the table's primary key to say.
  private static func take(_ db: Database, _ slot: ClaimSlot, key: String, seq: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO slots (customer, invoice, instalment, tier, key, seq) VALUES (?, ?, ?, ?, ?, ?)")
    do {
      try statement.execute(
        arguments: [slot.customer, slot.invoice, slot.instalment, slot.tier, key, seq])
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY {
      guard let holder = try holder(db, slot) else { throw error }
      throw JournalError(
        .slotTaken(slot, byKey: holder),
        "a live claim has that reminder already: it is not sent a second time")
    }
  }

  static func holder(_ db: Database, _ slot: ClaimSlot) throws -> String? {
    let statement = try db.cachedStatement(
      sql: "SELECT key FROM slots WHERE customer = ? AND invoice = ? AND instalment = ? AND tier = ?")
    return try String.fetchOne(
      statement, arguments: [slot.customer, slot.invoice, slot.instalment, slot.tier])
  }

  static func setHead(_ db: Database, _ seq: Int64, _ hash: String) throws {
    let statement = try db.cachedStatement(sql: "UPDATE head SET seq = ?, hash = ?")
    try statement.execute(arguments: [seq, hash])
  }
}
