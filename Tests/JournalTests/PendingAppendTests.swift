import GRDB
import Testing

@testable import Journal

/// Events that are appended on another thread.
@Suite struct PendingAppendTests {
  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  @Test func `what is begun is in the journal at its end, between what others appended meanwhile`() throws {
    let store = try folder.open()
    for round in 0..<20 {
      let pending = store.beginAppending { [Sample.claim("K\(round)", "A\(round)"), Sample.event()] }
      let own = try store.append([Sample.event("mine")], durably: false)
      let numbers = try pending.wait()
      #expect(numbers.count == 2 && numbers[1] == numbers[0] + 1 && !numbers.contains(own[0]))
      #expect(pending.numbers == numbers)
    }
    #expect(try store.lastSeq() == 60)
    #expect(try store.verify().isEmpty)
    #expect(try folder.open(mode: .readOnly).takenSlots().count == 20)
  }

  @Test func `what cannot be appended is said at its end, and nothing of it is stored`() throws {
    let store = try folder.open()
    try store.append([Sample.claim("K1", "A1")])
    let pending = store.beginAppending { [Sample.event(), Sample.claim("K2", "A1")] }
    let error = #expect(throws: JournalError.self) { try pending.wait() }
    #expect(error?.code == .slotTaken(Sample.slot("A1"), byKey: "K1"))
    #expect(pending.numbers == nil)
    #expect(try store.lastSeq() == 1)
  }

  @Test func `where the file that holds them cannot be flushed, that is said`() throws {
    let store = try folder.open()
    // As a disk that goes away: the name is gone, and SQLite goes on with the file that it has open.
    try folder.remove("journal.sqlite-wal")
    let pending = store.beginAppending { [Sample.event()] }
    #expect(throws: JournalError.self) { try pending.wait() }
    #expect(pending.numbers == nil)
  }

  @Test func `nothing is appended behind another event than the one that is named`() throws {
    let store = try folder.open()
    try store.append([Sample.event()], after: 0)
    try folder.open().append([Sample.event()])
    let error = #expect(throws: JournalError.self) { try store.append([Sample.event()], after: 1) }
    #expect(error?.code == .hasGoneOn)
    #expect(try store.append([Sample.event()], after: 2) == [3])
  }

  @Test func `an append that need not be on the disk leaves the next one as durable as ever`() throws {
    let store = try folder.open()
    for durably in [false, true, false, false, true] {
      try store.append([Sample.event()], durably: durably)
      #expect(try store.reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == (durably ? 2 : 1))
    }
  }
}
