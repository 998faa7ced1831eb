import Foundation
import TestSupport
import Testing

/// A duly.yaml with several policies: which one a command is about is said by name.
@Suite struct PolicyChoiceTests {
  /// A project with two policies, each with a name of its own.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([:])
    let begun = try BuiltCommand("duly").run(
      [
        "init", "--as-of", "2026-03-02", "--name", "Acme Joinery Ltd", "--owner", "Priya Shah", "--email",
        "priya@acme.example", "--country", "GB",
      ], in: folder.url)
    #expect(begun.status == 0, "\(begun.errors)")
    let first = folder.url.appendingPathComponent("policies/acme-joinery-ltd.yaml")
    let text = try String(decoding: Data(contentsOf: first), as: UTF8.self)
    try Data(text.replacing("policy: acme-joinery-ltd", with: "policy: the-other").utf8)
      .write(to: folder.url.appendingPathComponent("policies/the-other.yaml"))
    try Data(
      """
      duly: 1
      policies: [policies/acme-joinery-ltd.yaml, policies/the-other.yaml]
      books: { csv: books }

      """.utf8
    ).write(to: folder.url.appendingPathComponent("duly.yaml"))
    return folder
  }

  @Test(arguments: [["plan"], ["simulate", "--from", "2026-03-02"], ["explain", "--customer", "bridge"]])
  func `the policy that is named is the one`(command: [String]) throws {
    let folder = try project()
    func run(_ more: [String]) throws -> BuiltCommand.Outcome {
      try BuiltCommand("duly").run(command + ["--format", "json"] + more, in: folder.url)
    }
    for name in ["the-other", "the-other.yaml", "policies/the-other.yaml"] {
      let outcome = try run(["--policy", name])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let named = outcome.output.replacing(" ", with: "").contains(#""policy":"the-other""#)
      #expect(named, "\(outcome.output.prefix(200))")
    }
    let neither = try run([])
    #expect(neither.status == 2)
    #expect(neither.errors.contains("duly.yaml names 2 policies: say which one with --policy NAME"))
    let unknown = try run(["--policy", "nobody"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("duly.yaml names no one policy `nobody`"))
    let both = try run(["policies/the-other.yaml", "--policy", "the-other"])
    #expect(both.status == 2)
    #expect(both.errors.contains("name the policy once"), "\(both.errors)")
  }

  @Test func `a new project has a journal to begin`() throws {
    let folder = try TemporaryFolder([:])
    let begun = try BuiltCommand("duly").run(
      [
        "init", "--as-of", "2026-03-02", "--name", "Acme Joinery Ltd", "--owner", "Priya Shah", "--email",
        "priya@acme.example", "--country", "GB",
      ], in: folder.url)
    #expect(begun.status == 0, "\(begun.errors)")
    let shown = try BuiltCommand("duly").run(
      ["execute", "--dry-run", "--now", "2026-03-02T10:00:00Z"], in: folder.url)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.contains("planned "))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("journal.sqlite").path))
  }
}
