import Foundation
import MailReading
import Replies
import Testing

@Suite struct RuleFilesTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "duly-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return folder.path
  }

  @Test func `the program's own rules are read without a mistake`() throws {
    let rules = try ShippedRules.read(atOnce: true)
    #expect(rules.languages.map(\.code) == ["en", "de", "fr", "es", "nl", "it"])
  }

  @Test func `a rule of an owner's own is obeyed`() throws {
    let path = try folder([
      "en.yaml":
        "language: en\nrules:\n  - rule: moon\n    means: promise\n    say: |\n      when the moon is full\n"
    ])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = ReplyReader(rules: try ShippedRules.read(folder: path))
    let understanding = reader.understand(
      ReplyFixtures.mail("When the moon is full."), context: ReplyFixtures.context)
    #expect(understanding.primary == .promise)
    #expect(understanding.grounds.map(\.rule) == ["en/moon"])
  }

  @Test(arguments: [
    ("say: |\n      pay (now", "a `)` is missing"),
    ("say: |\n      @nobody pays", "`@nobody` is no list above this line"),
    ("say: |\n      <moon>", "`<moon>` is nothing the grammar knows"),
    ("means: joy", "has no meaning that is known"),
  ])
  func `a mistake is one sentence with its place`(line: String, message: String) throws {
    let means = line.hasPrefix("means") ? "" : "    means: promise\n"
    let path = try folder(["en.yaml": "language: en\nrules:\n  - rule: moon\n\(means)    \(line)\n"])
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      _ = try ShippedRules.read(folder: path)
      Issue.record("the mistake was not seen")
    } catch {
      #expect(error.message.contains(message), "\(error.message)")
      #expect(error.message.contains("en.yaml:"))
    }
  }
}
