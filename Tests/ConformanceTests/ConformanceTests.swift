import Foundation
import TestSupport
import Testing

/// The runner of the conformance suite as a whole process, on the suite itself and on cases made for it.
@Suite struct ConformanceTests {
  private static let suite = BuiltCommand.root.deletingLastPathComponent()
    .appending(path: "shared/data/cel-spec")

  private static var suiteIsPresent: Bool { FileManager.default.fileExists(atPath: suite.path) }

  @Test(.enabled(if: suiteIsPresent, "the folder shared/data/cel-spec beside the repository is absent"))
  func `no published case fails`() throws {
    let result = try run([Self.suite.path, "--failures", "--skipped"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix("1223 passed, 0 failed, 605 skipped\n"), "\(result.output)")
  }

  @Test func `a failing case is told with what was expected and what came`() throws {
    let folder = try folder(of: [
      #"{"file": "own", "section": "a", "name": "right", "expr": "1 + 1", "value": {"int": "2"}}"#,
      #"{"file": "own", "section": "a", "name": "wrong", "expr": "1 + 1", "value": {"int": "3"}}"#,
      #"{"file": "own", "section": "a", "name": "type", "expr": "[1]", "typed_result": {"type": "int64"}}"#,
      #"{"file": "own", "section": "a", "name": "none", "expr": "1", "eval_error": ["an error"]}"#,
      #"{"file": "own", "section": "a", "name": "refused", "expr": "1 + ''", "eval_error": ["an error"]}"#,
      #"{"file": "own", "section": "a", "name": "odd", "expr": "1", "value": {"enum": "A"}}"#,
    ])
    let result = try run([folder.path, "--failures"])
    #expect(result.status == 1)
    #expect(
      result.output == """
        own/a/wrong: 1 + 1
          expected: int(3)
          found:    int(2)
        own/a/type: [1]
          expected: the type int
          found:    the type list(int)
        own/a/none: 1
          expected: an error
          found:    int(1)
        own/a/refused: 1 + ''
          expected: an error
          found:    refused: `+` does not go with int and string
        own/a/odd: 1
          expected: a case
          found:    a value is not understood: ["enum": "A"]
        1 passed, 5 failed, 0 skipped

        """)
  }

  @Test(arguments: [
    (#"{"file": "own", "expr": "M{a: 1}", "proto": true}"#, "protocol buffer messages"),
    (#"{"file": "own", "expr": "pkg.M{a: 1}", "value": {"int": "1"}}"#, "making messages"),
    (#"{"file": "enums", "expr": "1", "value": {"int": "1"}}"#, "enums of messages"),
    (#"{"file": "encoders_ext", "expr": "1", "value": {"int": "1"}}"#, "encoders"),
    (#"{"file": "network_ext", "expr": "1", "value": {"int": "1"}}"#, "network"),
    (#"{"file": "block_ext", "expr": "1", "value": {"int": "1"}}"#, "block"),
  ])
  func `what is left out counts as skipped and is told with its reason`(line: String, part: String) throws {
    let result = try run([try folder(of: [line]).path, "--skipped"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("1 skipped: \(part): "), "\(result.output)")
    #expect(result.output.hasSuffix("0 passed, 0 failed, 1 skipped\n"))
  }

  @Test func `a folder or line that cannot be read ends the run and says where`() throws {
    let folder = try folder(of: [#"{"file": "own", "expr": "1", "value": {"int": "1"}}"#, "{"])
    let broken = try run([folder.path])
    #expect(broken.status == 2)
    #expect(broken.errors == "error: \(folder.path)/cases.jsonl:2: the line is no JSON\n")
    #expect(try run(["/nowhere"]).status == 2)
  }

  private func folder(of lines: [String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "conformance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "cases.jsonl"))
    return folder
  }

  private func run(_ arguments: [String]) throws -> BuiltCommand.Outcome {
    try BuiltCommand("cel-conformance").run("cel-conformance " + arguments.joined(separator: " "))
  }
}
