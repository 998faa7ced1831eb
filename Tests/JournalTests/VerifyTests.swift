import Foundation
import GRDB
import TestSupport
import Testing

@testable import Journal

@Suite struct VerifyTests {
  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  /// A journal with a claim that stands, one that was voided, and a note.
  private func filled() throws -> JournalStore {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1", "A2"), Sample.claim("K2", "A3")])
    try store.append([Sample.void("K2"), Sample.event(customer: "Cé", body: #"{"note":"ring on Monday"}"#)])
    return store
  }

  private func kinds(_ faults: [JournalFault]) -> Set<JournalFault.Kind> { Set(faults.map(\.kind)) }

  @Test func `a journal as it was written has no fault, an empty one neither`() throws {
    #expect(try folder.open("empty.sqlite").verify().isEmpty)
    #expect(try filled().verify().isEmpty)
  }

  @Test func `a changed byte anywhere in an event shows`() throws {
    let store = try filled()
    for seq in [1, 4] as [Int64] {
      let row = try #require(try store.rows(after: seq - 1, limit: 1).first)
      let columns = [
        ("at", row.at), ("day", row.day), ("kind", row.kind), ("customer", row.customer ?? ""),
        ("key", row.key ?? ""),
        ("takes", RowLine.slots(row.event.takes)), ("body", row.body), ("hash", row.hash),
      ]
      for (column, text) in columns {
        for place in Array(text.utf8).indices {
          var bytes = Array(text.utf8)
          bytes[place] ^= 1
          let faults = try faultsWith(
            "UPDATE events SET \(column) = CAST(? AS TEXT) WHERE seq = \(seq)", Data(bytes))
          #expect(!faults.isDisjoint(with: [.chain, .head]), "\(column) of event \(seq), byte \(place)")
        }
      }
    }
  }

  @Test(arguments: [
    ("UPDATE events SET frees = 1 WHERE seq = 1", JournalFault.Kind.chain),
    ("UPDATE events SET customer = NULL WHERE seq = 4", .chain),
    ("UPDATE events SET key = 'K9' WHERE seq = 4", .chain),
    ("UPDATE events SET body = body || char(0) || 'x' WHERE seq = 4", .chain),
    ("UPDATE events SET body = '{\"note\":\"ring on Monday\" }' WHERE seq = 4", .chain),
    ("UPDATE events SET takes = replace(takes, '}]', '},]') WHERE seq = 1", .chain),
    ("DELETE FROM events WHERE seq = 3", .gap), ("DELETE FROM events WHERE seq = 4", .head),
    ("UPDATE events SET seq = 5 WHERE seq = 4", .gap), ("DELETE FROM events", .head),
    ("UPDATE head SET seq = 3", .head), ("UPDATE head SET hash = '0'", .head), ("DELETE FROM head", .head),
    ("DELETE FROM slots WHERE invoice = 'A1'", .slots), ("UPDATE slots SET key = 'K2'", .slots),
    ("INSERT INTO slots VALUES ('C1', 'A9', 0, 'first', 'K1', 1)", .slots),
    ("DROP TRIGGER events_are_not_changed", .schema), ("CREATE TABLE mine (a)", .schema),
    ("DROP INDEX slots_by_key", .schema), ("INSERT INTO cache VALUES ('state', 9, x'00')", .cache),
    ("DROP TABLE events", .damaged),
  ])
  func `whatever else is changed shows as what it is`(sql: String, kind: JournalFault.Kind) throws {
    _ = try filled()
    if sql.hasPrefix("DROP") {
      let queue = try DatabaseQueue(path: folder.path())
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)") }
    } else {
      try folder.tamper(sql)
    }
    let faults = try folder.open(mode: .readOnly, check: .none).verify()
    #expect(kinds(faults).contains(kind), "\(faults)")
    #expect(!"\(faults)".contains("Cé") && !"\(faults)".contains("A1"))
  }

  @Test func `what is cached is compared by whoever knows what it is`() throws {
    let store = try filled()
    try store.cache("state", CachedState(seq: 2, bytes: [1, 2]))
    var asked: [CachedState] = []
    #expect(
      try store.verify { _, state in
        asked.append(state)
        return true
      }.isEmpty)
    #expect(asked == [CachedState(seq: 2, bytes: [1, 2])])
    #expect(kinds(try store.verify { _, _ in false }) == [.cache])
  }

  @Test func `a byte changed anywhere in the file is seen, or changes no event`() throws {
    let store = try filled()
    let exported = try store.exported()
    try store.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try store.queue.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
    // Most of a small journal is zeros that nothing reads.
    let used = whole.indices.filter { whole[$0] != 0 }
    var seen = 0
    for seed in RandomCases.seeds(200) {
      var random = SplitMix64(seed: seed)
      var changed = whole
      changed[random.pick(used)] ^= UInt8(random.number(1...255))
      let path = folder.path("changed-\(seed).sqlite")
      try changed.write(to: URL(fileURLWithPath: path))
      do {
        let store = try JournalStore.open(path, mode: .readOnly, check: .none)
        if try store.verify().isEmpty {
          #expect(try store.exported() == exported, "seed \(seed)")
        } else {
          seen += 1
        }
      } catch let error as JournalError {
        seen += 1
        let codes: [JournalError.Code] = [.notAJournal, .newerFormat, .damaged, .system, .notReadable]
        #expect(codes.contains(error.code), "seed \(seed): \(error)")
      }
    }
    #expect(seen > 100)
  }

  /// The kinds of the faults while a statement's change stands; the change is taken back.
  private func faultsWith(_ sql: String, _ value: Data) throws -> Set<JournalFault.Kind> {
    let queue = try DatabaseQueue(path: folder.path())
    return try queue.writeWithoutTransaction { db in
      var verification = JournalVerification()
      try db.inTransaction {
        try db.execute(sql: "DROP TRIGGER events_are_not_changed")
        try db.execute(sql: sql, arguments: [value])
        try verification.look(at: db) { _, _ in true }
        return .rollback
      }
      return kinds(verification.faults)
    }
  }
}
