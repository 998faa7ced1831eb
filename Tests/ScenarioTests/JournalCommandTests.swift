import Foundation
import Journal
import TestSupport
import Testing

/// `duly journal` as somebody runs it who looks after a journal.
@Suite struct JournalCommandTests {
  private static let project = "duly: 1\npolicies: [policy.yaml]\njournal: state/journal.sqlite\n"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(["duly.yaml": Self.project, "state/README": "", "below/README": ""])
  }

  private var journal: String { folder.url.appendingPathComponent("state/journal.sqlite").path }

  private func run(_ words: String..., below: Bool = false) throws -> BuiltCommand.Outcome {
    try BuiltCommand("duly").run(
      ["journal"] + words, in: below ? folder.url.appendingPathComponent("below") : folder.url)
  }

  /// A journal with a claim and its end.
  private func fill() throws {
    let store = try JournalStore.open(journal, mode: .create)
    let slot = ClaimSlot(customer: "C1", invoice: "A1", instalment: 0, tier: "first")
    try store.append([
      NewRow(
        at: "2026-03-12T09:00:00.000Z", day: "2026-03-12", kind: "claimed", customer: "C1", key: "K1",
        body: #"{"words":"0a1b","ü":"\"hash\":\"x\","}"#, takes: [slot]),
      NewRow(at: "2026-03-12T09:00:01.000Z", day: "2026-03-12", kind: "sent", customer: "C1", key: "K1"),
    ])
  }

  @Test func `a journal as it was written is told with the hash to note`() throws {
    try fill()
    let store = try JournalStore.open(journal, mode: .readOnly)
    let (hash, first) = (try store.lastHash(), try #require(try store.beginning()))
    for below in [false, true] {
      let outcome = try run("verify", below: below)
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errors.hasSuffix(
          "state/journal.sqlite is as it was written: 2 events, begins with \(first), hash \(hash)\n"))
    }
    #expect(try run("verify", "--quiet").errors.isEmpty)
  }

  @Test func `what is wrong is told a line each, and ends with 1`() throws {
    try fill()
    try change("0a1b", "0a1c")
    let outcome = try run("verify")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasSuffix(
        "state/journal.sqlite: event 1: its hash is not that of the event and of what came before: one was changed "
          + "[chain]\n"))
    #expect(outcome.errors.isEmpty)
  }

  /// Changes bytes of the file as they stand in it.
  private func change(_ part: String, _ other: String) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    let place = try #require(bytes.range(of: Data(part.utf8)))
    bytes.replaceSubrange(place, with: Data(other.utf8))
    try bytes.write(to: URL(fileURLWithPath: journal))
  }

  @Test func `an export moves to another place and is the same there`() throws {
    try fill()
    let exported = try run("export")
    #expect(exported.status == 0)
    #expect(exported.errors.isEmpty)
    try Data(exported.output.utf8).write(to: folder.url.appendingPathComponent("moved.jsonl"))
    let imported = try run("import", "moved.jsonl", "--journal", "moved.sqlite")
    #expect(imported.status == 0)
    #expect(imported.errors == "moved.sqlite: 2 events imported\n")
    #expect(try run("export", "--journal", "moved.sqlite").output == exported.output)
    #expect(try run("verify", "--journal", "moved.sqlite").status == 0)
    #expect(try run("import", "moved.jsonl").status == 2)
    #expect(try run("export").output == exported.output)
  }

  @Test func `an import that fails leaves no journal behind`() throws {
    try fill()
    let changed = try run("export").output.replacing("0a1b", with: "0a1c")
    try Data(changed.utf8).write(to: folder.url.appendingPathComponent("changed.jsonl"))
    let outcome = try run("import", "changed.jsonl", "--journal", "new.sqlite")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: line 2: its hash is not that of the event and of what came before: one was changed; nothing was "
        + "imported\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter {
      $0.contains("new")
    }
    #expect(left.isEmpty, "\(left)")
  }

  @Test(arguments: [
    (["verify"], "there is no journal `state/journal.sqlite`"), (["export"], "there is no journal"),
    (["verify", "--journal", "duly.yaml"], "`duly.yaml` is no journal of Duly"),
    (["import", "nowhere.jsonl"], "the export `nowhere.jsonl` cannot be read"),
    (["import", "duly.yaml"], "line 1: "), (["import"], "file"),
  ])
  func `what cannot be used is said once, with 2`(words: [String], why: String) throws {
    let outcome = try BuiltCommand("duly").run(["journal"] + words, in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.lowercased().contains(why.lowercased()), "\(outcome.errors)")
  }

  @Test(arguments: ["postgres://db/duly", "[a]", "''"])
  func `a journal that is no file is refused with its place`(value: String) throws {
    let project = "duly: 1\npolicies: [policy.yaml]\njournal: \(value)\n"
    try Data(project.utf8).write(to: folder.url.appendingPathComponent("duly.yaml"))
    let outcome = try run("verify")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: duly.yaml:3: `journal` is the path of a file, such as `journal: journal.sqlite`\n")
  }

  @Test func `without a project file the journal has to be named`() throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("duly.yaml"))
    #expect(try run("verify").errors.contains("no journal was named"))
  }

  @Test func `the program on the journal's page follows the chain`() throws {
    try fill()
    let page = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("docs/journal.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```python\n"))
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    let program = page[start.upperBound..<end.lowerBound]
    let exported = try run("export").output
    let store = try JournalStore.open(journal, mode: .readOnly)
    let hash = try store.lastHash()
    #expect(try follow(String(program), exported) == hash + "\n")
    #expect(try follow(String(program), exported.replacing("0a1b", with: "0a1c")).isEmpty)
  }

  /// What the program prints of an export.
  private func follow(_ program: String, _ exported: String) throws -> String {
    let input = folder.url.appendingPathComponent("export.jsonl")
    try Data(exported.utf8).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
