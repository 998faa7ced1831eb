import GRDB
import Synchronization
import Testing

@testable import Journal

@Suite struct JournalStoreTests {
  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  @Test func `what was appended is read back, numbered from one without gaps`() throws {
    let store = try folder.open()
    let first = Sample.event("snapshot-seen", body: #"{"open":3,"total":"1200.00 GBP"}"#)
    let second = Sample.claim("K1", "A1", "A2")
    #expect(try store.append([first]) == [1])
    #expect(try store.append([second, Sample.event(customer: "Ünïcode \"quoted\"\n")]) == [2, 3])
    let rows = try store.all()
    #expect(rows.map(\.seq) == [1, 2, 3])
    #expect(rows.map(\.event) == [first, second, Sample.event(customer: "Ünïcode \"quoted\"\n")])
    #expect(try store.lastSeq() == 3)
    #expect(try store.lastHash() == rows.last?.hash)
  }

  @Test func `an event's hash is over the hash before it and its line`() throws {
    let store = try folder.open()
    try store.append([Sample.event(), Sample.claim("K1", "A1")])
    let rows = try store.all()
    let zeros = String(repeating: "0", count: 64)
    let first =
      #"{"at":"2026-03-12T09:00:00.000Z","body":{},"customer":null,"day":"2026-03-12","frees":false,"key":null,"#
      + #""kind":"noted","seq":1,"takes":[]}"#
    #expect(rows.first?.hash == SHA256.hex(of: Array("\(zeros)\n\(first)".utf8)))
    let second =
      #"{"at":"2026-03-12T09:00:00.000Z","body":{"words":"0a1b"},"customer":"C1","day":"2026-03-12","frees":false,"#
      + #""key":"K1","kind":"claimed","seq":2,"#
      + #""takes":[{"customer":"C1","instalment":0,"invoice":"A1","tier":"first"}]}"#
    #expect(rows.last?.hash == SHA256.hex(of: Array("\(rows.first?.hash ?? "")\n\(second)".utf8)))
  }

  @Test func `events after a number are found, and as many as are asked for`() throws {
    let store = try folder.open()
    try store.append((1...5).map { Sample.event(customer: "C\($0)") })
    #expect(try store.rows(after: 3).map(\.customer) == ["C4", "C5"])
    #expect(try store.rows(after: 2, limit: 2).map(\.seq) == [3, 4])
    #expect(try store.rows(after: 5).isEmpty)
  }

  @Test func `a reading goes through pages, may append, and ends where its visitor says or where it began`()
    throws
  {
    let store = try folder.open()
    let count = JournalLimits.pageRows * 2 + 10
    try store.append((0..<count).map { Sample.event(customer: "C\($0 % 3)") })
    var seen: [Int64] = []
    try store.forEachRow { row in
      if row.seq == 5 { _ = try? store.append([Sample.event()]) }
      seen.append(row.seq)
      return true
    }
    #expect(seen == (1...Int64(count)).map { $0 })
    #expect(try store.lastSeq() == Int64(count) + 1)
    seen = []
    try store.forEachRow(after: Int64(count) - 2) { row in
      seen.append(row.seq)
      return row.seq < Int64(count)
    }
    #expect(seen == [Int64(count) - 1, Int64(count)])
  }

  @Test func `a journal opened again has what was in it and goes on`() throws {
    try folder.open().append([Sample.event(), Sample.event()])
    let again = try folder.open(mode: .readWrite)
    #expect(try again.append([Sample.event()]) == [3])
    #expect(try again.formatVersion() == 2)
    #expect(try again.verify().isEmpty)
  }

  @Test(arguments: [
    (Sample.event("Kind"), "kind"), (Sample.event(""), "kind"), (Sample.event(customer: ""), "customer's id"),
    (Sample.event(customer: "a\0b"), "customer's id"), (Sample.event(key: "a\0b"), "key"),
    (Sample.event(body: "[]"), "no JSON object"), (Sample.event(body: #"{"b":1,"a":2}"#), "out of order"),
    (Sample.event(body: #"{"a": 1}"#), "lacks a value"), (Sample.event(body: "{} "), "goes on behind"),
    (NewRow(at: "2026-03-12T09:00:00Z", day: "2026-03-12", kind: "noted"), "instant"),
    (NewRow(at: "2026-03-12T09:00:00.000Z", day: "12.03.2026", kind: "noted"), "day"),
    (NewRow(at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "voided", frees: true), "without a key"),
    (
      NewRow(
        at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "claimed", key: "K",
        takes: [Sample.slot("A1"), Sample.slot("A1")]), "twice"
    ),
    (
      Sample.event(body: #"{"a":"\#(String(repeating: "x", count: JournalLimits.bodyBytes))"}"#),
      "more than 1048576"
    ),
  ])
  func `a row without the form of one is refused with what is wrong, and nothing is stored`(
    row: NewRow, why: String
  )
    throws
  {
    let store = try folder.open()
    let error = #expect(throws: JournalError.self) { try store.append([Sample.event(), row]) }
    #expect(error?.code == .invalidRow)
    #expect(error?.message.contains(why) == true, "\(error?.message ?? "")")
    #expect(error?.message.hasPrefix("event 2 of 2") == true)
    #expect(try store.lastSeq() == 0)
  }

  @Test(arguments: [
    ("UPDATE events SET kind = 'x'", "never changed"), ("DELETE FROM events", "never deleted"),
    ("INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1", "follows the last one"),
    (
      "INSERT INTO events SELECT 9, at, day, kind, customer, key, takes, frees, body, hash FROM events",
      "follows the last"
    ),
    ("UPDATE slots SET key = 'K2'", "never changed"),
    (
      "INSERT INTO events SELECT 2, 7.5, day, kind, customer, key, takes, frees, x'00', hash FROM events",
      "cannot store"
    ),
  ])
  func `whoever has SQLite cannot change the past by accident`(sql: String, why: String) throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1")])
    let before = try store.exported()
    let error = #expect(throws: DatabaseError.self) {
      try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.contains(why) == true, "\(error?.message ?? "")")
    #expect(try store.exported() == before)
  }

  @Test func `the connection that writes has the disk's confirmation before a commit returns`() throws {
    for mode in [JournalStore.Mode.create, .readWrite] {
      let store = try folder.open(mode: mode)
      #expect(try store.reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
      #expect(try store.reading { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }
  }

  @Test func `an append is one transaction of a known number of statements`() throws {
    let store = try folder.open()
    try store.append([Sample.event()])
    let statements = Statements()
    try store.reading { db in db.trace { event in statements.note("\(event)") } }
    try store.append([Sample.claim("K1", "A1", "A2"), Sample.void("K1"), Sample.event()])
    try store.reading { db in db.trace(options: []) }
    // Begin, head, three events, two slots, one freeing, head, commit; what triggers do is in their statements.
    let own = statements.all.filter { !$0.hasPrefix("--") }
    #expect(own.count == 10, "\(own)")
  }

  @Test func `what is cached can be had, replaced and dropped, and is not given before its events are there`()
    throws
  {
    let store = try folder.open()
    try store.append([Sample.event(), Sample.event()])
    #expect(try store.cached("state") == nil)
    try store.cache("state", CachedState(seq: 1, bytes: [0, 1, 255]))
    try store.cache("state", CachedState(seq: 2, bytes: []))
    try store.cache("later", CachedState(seq: 3, bytes: [7]))
    #expect(try store.cached("state") == CachedState(seq: 2, bytes: []))
    #expect(try store.cached("later") == nil)
    try store.append([Sample.event()])
    #expect(try store.cached("later") == CachedState(seq: 3, bytes: [7]))
    try store.dropCache()
    #expect(try store.cached("state") == nil)
  }
}

/// Statements that were run, noted from within the library.
final class Statements: Sendable {
  private let noted = Mutex<[String]>([])

  func note(_ statement: String) { noted.withLock { $0.append(statement) } }

  var all: [String] { noted.withLock { $0 } }
}
