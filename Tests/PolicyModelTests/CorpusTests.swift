import Foundation
import PolicySyntax
import Testing

/// Whole files: `ok` has policies without errors and warnings, `err` has one for each kind of mistake with its report.
@Suite struct CorpusTests {
  private static func files(_ folder: String) -> [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: corpus.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }

  @Test(arguments: files("ok"))
  func `a policy of the corpus has nothing wrong`(_ file: URL) throws {
    let read = ReadPolicy(whole: try String(contentsOf: file, encoding: .utf8))
    #expect(read.mistakes.isEmpty, "\(read.report)")
    #expect(read.policy != nil)
  }

  @Test(arguments: files("err"))
  func `a mistake of the corpus is reported as recorded`(_ file: URL) throws {
    let read = ReadPolicy(whole: try String(contentsOf: file, encoding: .utf8), path: file.lastPathComponent)
    let golden = file.deletingPathExtension().appendingPathExtension("out")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(read.report.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent); run again without RECORD=1")
      return
    }
    let recorded = try String(contentsOf: golden, encoding: .utf8)
    #expect(read.report == recorded)
    // `RULE.yaml`, or `RULE.CASE.yaml` for another case of a rule.
    let rule = file.lastPathComponent.prefix { $0 != "." }
    #expect(read.rules.contains(String(rule)), "\(read.report)")
    // The one with most shows five forms of its rule.
    #expect(read.mistakes.count <= 5, "\(read.report)")
  }

  @Test func `the corpus has both kinds`() {
    #expect(!Self.files("ok").isEmpty)
    #expect(Self.files("err").count >= 25)
  }
}
