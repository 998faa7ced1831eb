import GRDB

extension JournalStore {
  /// Appends events: all of them with the slots that they take and free, or nothing.
  ///
  /// They are on the disk when this returns, unless `durably` is false: then the end of this process loses none of them, but
  /// a machine that goes down may lose the last ones; what is durably appended later brings them to the disk. Slots are freed and taken in the order of the rows, so that what one row
  /// frees the next can take.
  ///
  /// - Parameters:
  ///   - last: The number of the event behind which they are to stand, where it matters that no other is between them.
  ///   - learn: Learns the numbers before anybody else can append through this object.
  /// - Returns: The numbers of the events, in order.
  /// - Throws: `hasGoneOn` where there are events behind `last`, `slotTaken` where another live claim has a slot, `invalidRow`, `diskFull`, `readOnly`, `busy`, `damaged`,
  ///   `system`.
  /// - Complexity: One commit; one statement a row, a slot taken and a key freed, and four more.
  @discardableResult
  package func append(
    _ rows: [NewRow], durably: Bool = true, after last: Int64? = nil, learn: (([Int64]) -> Void)? = nil
  ) throws(JournalError) -> [Int64] {
    for (index, row) in rows.enumerated() {
      if let mistake = row.mistakeOfForm {
        throw JournalError(.invalidRow, "event \(index + 1) of \(rows.count) to be stored \(mistake)")
      }
    }
    guard !rows.isEmpty else { return [] }
    return try writing(durably: durably, learn: learn) { db in
      var (seq, hash) = try Self.head(db)
      if let last, last != seq {
        throw JournalError(.hasGoneOn, "others have written to the journal meanwhile: look again")
      }
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
    let statement = try StoredStatement(
      db, "INSERT INTO events (\(eventColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.bind(1, row.seq)
    try statement.bind(2, event.at)
    try statement.bind(3, event.day)
    try statement.bind(4, event.kind)
    try statement.bind(5, event.customer)
    try statement.bind(6, event.key)
    try statement.bind(7, event.takes.isEmpty ? noSlots : RowLine.slots(event.takes))
    try statement.bind(8, event.frees ? 1 : 0)
    try statement.bind(9, event.body)
    try statement.bind(10, row.hash)
    try statement.run()
    guard let key = event.key else { return }
    if event.frees {
      try db.cachedStatement(sql: "DELETE FROM slots WHERE key = ?").execute(arguments: [key])
    }
    for slot in event.takes { try take(db, slot, key: key, seq: row.seq) }
  }

  /// Takes a slot; that nobody has it is for the table's primary key to say.
  private static func take(_ db: Database, _ slot: ClaimSlot, key: String, seq: Int64) throws {
    let statement = try StoredStatement(
      db, "INSERT INTO slots (customer, invoice, instalment, tier, key, seq) VALUES (?, ?, ?, ?, ?, ?)")
    try statement.bind(1, slot.customer)
    try statement.bind(2, slot.invoice)
    try statement.bind(3, Int64(slot.instalment))
    try statement.bind(4, slot.tier)
    try statement.bind(5, key)
    try statement.bind(6, seq)
    do { try statement.run() } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
    {
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
    let statement = try StoredStatement(db, "UPDATE head SET seq = ?, hash = ?")
    try statement.bind(1, seq)
    try statement.bind(2, hash)
    try statement.run()
  }
}
