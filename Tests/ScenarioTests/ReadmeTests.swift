import Foundation
import TestSupport
import Testing

/// The README shows a policy and its preview as they are, and names two commands that exist.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try Self.text("README.md")
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: BuiltCommand.root.appendingPathComponent(path)), as: UTF8.self)
  }

  @Test func `its policy and its preview are those of the example`() throws {
    let command = try Self.text("examples/readme/command")
    var shown = readme
    shown = Self.replacing("yaml", in: shown, by: try Self.text("examples/readme/policy.yaml"))
    shown = Self.replacing("text", in: shown, by: try BuiltCommand("duly").run(command).output)
    expectRecorded(shown, "README.md")
  }

  /// The page with another content in its first block of a kind.
  private static func replacing(_ kind: String, in page: String, by content: String) -> String {
    guard let opening = page.range(of: "```\(kind)\n"),
      let closing = page.range(of: "```\n", range: opening.upperBound..<page.endIndex)
    else { return "no block of \(kind) in the page" }
    return page.replacingCharacters(in: opening.upperBound..<closing.lowerBound, with: content)
  }

  @Test func `its policy is checked without a finding`() throws {
    let outcome = try BuiltCommand("duly").run("duly validate examples/readme/policy.yaml --fail-on note")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test func `it names exactly two commands, and both are there`() {
    let commands = readme.components(separatedBy: "```sh\n").dropFirst().compactMap { block in
      block.split(separator: "\n").first.map(String.init)
    }
    #expect(commands == ["./scripts/demo", "./scripts/test"])
    for command in commands {
      let path = BuiltCommand.root.appendingPathComponent(command).path
      #expect(FileManager.default.isExecutableFile(atPath: path))
    }
  }

  @Test func `its links lead somewhere`() {
    for part in readme.components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" })
      if target.hasPrefix("https://") { continue }
      #expect(
        FileManager.default.fileExists(atPath: BuiltCommand.root.appendingPathComponent(target).path),
        "\(target)")
    }
  }
}
