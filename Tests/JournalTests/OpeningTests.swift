import Foundation
import GRDB
import Testing

@testable import Journal

@Suite struct OpeningTests {
  private let folder: JournalFolder

  init() throws { folder = try JournalFolder() }

  private func refusal(_ mode: JournalStore.Mode, of name: String = "journal.sqlite") -> JournalError? {
    do throws(JournalError) {
      _ = try folder.open(name, mode: mode)
      return nil
    } catch { return error }
  }

  @Test(arguments: [JournalStore.Mode.readOnly, .readWrite])
  func `no journal is made but where one is asked for`(mode: JournalStore.Mode) {
    #expect(refusal(mode)?.code == .notFound)
    #expect(!FileManager.default.fileExists(atPath: folder.path()))
  }

  @Test func `a folder that is not there is no place for a journal`() {
    #expect(refusal(.create, of: "nowhere/journal.sqlite")?.code == .notFound)
  }

  @Test(arguments: [JournalStore.Mode.readOnly, .readWrite, .create])
  func `a file that is something else is left as it is`(mode: JournalStore.Mode) throws {
    let text = Data(String(repeating: "not a database\n", count: 500).utf8)
    try text.write(to: URL(fileURLWithPath: folder.path("notes.txt")))
    #expect(refusal(mode, of: "notes.txt")?.code == .notAJournal)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("notes.txt"))) == text)
    let other = try DatabaseQueue(path: folder.path("other.sqlite"))
    try other.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE mine (a)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("other.sqlite")))
    #expect(refusal(mode, of: "other.sqlite")?.code == .notAJournal)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("other.sqlite"))) == before)
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
    #expect(refusal(mode, of: "folder")?.code == .notAJournal)
  }

  @Test func `an empty file, as a killed process leaves it, becomes a journal only where one is made`() throws
  {
    try Data().write(to: URL(fileURLWithPath: folder.path()))
    #expect(refusal(.readOnly)?.code == .notAJournal)
    #expect(refusal(.readWrite)?.code == .notAJournal)
    try folder.open().append([Sample.event()])
    #expect(try folder.open(mode: .readWrite).verify().isEmpty)
  }

  @Test(arguments: [JournalStore.Mode.readOnly, .readWrite, .create])
  func `a journal of a newer Duly is refused in one sentence and left as it is`(mode: JournalStore.Mode)
    throws
  {
    try folder.open().append([Sample.event()])
    try folder.tamper("PRAGMA user_version = 3")
    let refused = refusal(mode)
    #expect(refused?.code == .newerFormat)
    #expect(
      refused?.message
        == "the journal `\(folder.path())` has format 3, and this Duly knows formats up to 2: use the newer Duly "
        + "that wrote it")
    try folder.tamper("PRAGMA user_version = 2")
    #expect(try folder.open(mode: .readOnly).lastSeq() == 1)
  }

  @Test func `a journal of an older format is brought up to date by whoever writes, with all that is in it`()
    throws
  {
    try folder.open().append([Sample.claim("K1", "A1"), Sample.event()])
    try folder.tamper(
      """
      CREATE INDEX events_by_customer ON events (customer) WHERE customer IS NOT NULL;
      CREATE INDEX events_by_key ON events (key) WHERE key IS NOT NULL;
      DELETE FROM migrations WHERE number = 2;
      PRAGMA user_version = 1;
      """)
    #expect(refusal(.readOnly)?.code == .readOnly)
    let store = try folder.open(mode: .readWrite)
    #expect(try store.formatVersion() == 2 && store.lastSeq() == 2)
    #expect(try store.verify().isEmpty)
  }

  @Test func `the file says what it is`() throws {
    let store = try folder.open()
    #expect(try store.reading { try Int.fetchOne($0, sql: "PRAGMA application_id") } == 0x4475_6c79)
    #expect(
      try store.reading { try String.fetchAll($0, sql: "SELECT name FROM migrations") } == [
        "events", "events without indexes",
      ])
  }

  @Test func `every table checks the types of what is stored`() throws {
    let store = try folder.open()
    let loose = try store.reading { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'")
    }
    #expect(loose.isEmpty)
  }

  @Test func `a damaged journal is found when it is opened`() throws {
    let store = try folder.open()
    try store.append((0..<200).map { Sample.event(customer: "C\($0)") })
    try store.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try store.queue.close()
    let url = URL(fileURLWithPath: folder.path())
    var bytes = try Data(contentsOf: url)
    let pages = bytes.count / 4_096
    for page in (pages / 2)..<pages {
      bytes.replaceSubrange((page * 4_096)..<(page * 4_096 + 64), with: Data(count: 64))
    }
    try bytes.write(to: url)
    #expect(refusal(.readWrite)?.code == .damaged)
    #expect(refusal(.readOnly)?.code == .damaged)
  }

  @Test(arguments: [
    "UPDATE events SET body = '{}' WHERE seq = 400", "DELETE FROM events WHERE seq = 400",
    "DELETE FROM events WHERE seq = 300", "UPDATE head SET seq = 399", "DELETE FROM events",
  ])
  func `what was changed near the end is found when it is opened, however large the file`(sql: String) throws
  {
    try folder.open().append((1...400).map { _ in Sample.event(body: #"{"a":1}"#) })
    try folder.tamper(sql)
    #expect(refusal(.readWrite)?.code == .damaged)
    #expect(refusal(.readOnly)?.code == .damaged)
    #expect(try !folder.open(mode: .readOnly, check: .none).verify().isEmpty)
  }

  @Test func `two that make a journal at once make one`() async throws {
    let path = folder.path()
    try await withThrowingTaskGroup { group in
      for number in 0..<6 {
        group.addTask {
          try JournalStore.open(path, mode: .create).append([Sample.event(customer: "C\(number)")])
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.open(mode: .readOnly).lastSeq() == 6)
    #expect(try folder.open(mode: .readOnly).verify().isEmpty)
  }

  @Test func `whoever reads sees what another appends, and writes nothing`() throws {
    let writer = try folder.open()
    let reader = try folder.open(mode: .readOnly)
    try writer.append([Sample.event()])
    #expect(try reader.lastSeq() == 1)
    let error = #expect(throws: JournalError.self) { try reader.append([Sample.event()]) }
    #expect(error?.code == .readOnly)
    #expect(try writer.append([Sample.event()]) == [2])
  }
}
