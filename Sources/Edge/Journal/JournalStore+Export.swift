import GRDB

extension JournalStore {
  /// Writes the whole journal as lines of JSON: one that says how many events follow, then one an event.
  ///
  /// The cache is not in it: it can be made anew.
  ///
  /// - Parameter write: Takes the next bytes, some lines at a time; its error ends the export.
  package func export(_ write: ([UInt8]) throws -> Void) throws {
    let (head, format) = try reading { db in
      (try Self.head(db), try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
    }
    var bytes = ExportHeader(events: head.seq, format: format, hash: head.hash).text
    bytes.append(0x0A)
    var seq: Int64 = 0
    while seq < head.seq {
      let page = try rows(after: seq, upTo: head.seq, limit: JournalLimits.pageRows)
      guard let end = page.last else {
        throw JournalError.damaged(path, cause: "events after \(seq) are missing")
      }
      for row in page {
        bytes += RowLine.text(row)
        bytes.append(0x0A)
      }
      try write(bytes)
      bytes.removeAll(keepingCapacity: true)
      seq = end.seq
    }
    if !bytes.isEmpty { try write(bytes) }
  }

  /// Reads what `export` wrote into this journal, which has to be empty: all of it, or nothing.
  ///
  /// Every line is checked against the chain before it is stored.
  ///
  /// - Parameter nextLine: The next line without its line end, nil after the last.
  /// - Returns: The number of the last event.
  /// - Throws: `notEmpty`, `brokenLine` with the number of the line from 1, and the errors of `append`.
  @discardableResult
  package func importLines(_ nextLine: () throws(JournalError) -> [UInt8]?) throws(JournalError) -> Int64 {
    try writing { db in
      guard try Self.head(db).seq == 0 else {
        throw JournalError(
          .notEmpty, "the journal `\(path)` has events already: an import goes into a new one")
      }
      var line = 1
      do {
        return try Self.readLines(db, nextLine, line: &line)
      } catch let mistake as RowLineReader.Mistake {
        throw JournalError(.brokenLine(line), "line \(line): \(mistake.message); nothing was imported")
      } catch let error as JournalError {
        guard case .slotTaken = error.code else { throw error }
        throw JournalError(
          .brokenLine(line), "line \(line): takes a slot that a live claim has; nothing was imported")
      }
    }
  }

  private static func readLines(
    _ db: Database, _ nextLine: () throws(JournalError) -> [UInt8]?, line: inout Int
  ) throws -> Int64 {
    guard let first = try nextLine() else { throw RowLineReader.Mistake("there is nothing to import") }
    let header = try RowLineReader.header(first)
    guard header.format <= JournalSchema.version else {
      throw RowLineReader.Mistake("is of the newer format \(header.format): use the newer Duly that wrote it")
    }
    var (seq, hash): (Int64, String) = (0, RowLine.noHash)
    while let text = try nextLine() {
      line += 1
      let row = try RowLineReader.row(text)
      guard row.seq == seq + 1 else {
        throw RowLineReader.Mistake("has event \(row.seq) where \(seq + 1) follows")
      }
      if let mistake = row.event.mistakeOfForm { throw RowLineReader.Mistake(mistake) }
      guard RowLine.hash(after: hash, row.seq, row.event) == row.hash else {
        throw RowLineReader.Mistake(
          "its hash is not that of the event and of what came before: one was changed")
      }
      try insert(db, row)
      (seq, hash) = (row.seq, row.hash)
    }
    guard seq == header.events, hash == header.hash else {
      throw RowLineReader.Mistake(
        "is the last, but the first line says \(header.events) events: the file was cut short")
    }
    try setHead(db, seq, hash)
    return seq
  }
}
