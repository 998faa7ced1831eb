import Foundation
import TestSupport
import Testing

/// `duly schema`, and who names what it writes.
@Suite struct SchemaCommandTests {
  private static let line = "# yaml-language-server: $schema=./policy.schema.json\n"

  @Test func `the schema beside the shipped policies is what the command writes`() throws {
    let outcome = try BuiltCommand("duly").run("duly schema")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) is [String: Any])
    expectRecorded(outcome.output, "policies/policy.schema.json")
  }

  @Test func `docs/fields.md is in step with the fields`() throws {
    let outcome = try BuiltCommand("duly").run("duly schema --format markdown")
    expectRecorded(outcome.output, "docs/fields.md")
  }

  @Test func `every shipped policy names it in its first line`() throws {
    let folder = BuiltCommand.root.appendingPathComponent("policies")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") }
    #expect(names.count >= 5)
    for name in names {
      let text = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
      #expect(text.hasPrefix(Self.line), "\(name)")
    }
  }

  @Test func `a new project has it, and its policy names it`() throws {
    let folder = try TemporaryFolder([:])
    let duly = try BuiltCommand("duly")
    let options = ["--name", "Acme", "--owner", "Priya Shah", "--email", "p@acme.example", "--country", "GB"]
    #expect(try duly.run(["init"] + options, in: folder.url).status == 0)
    func text(_ name: String) throws -> String {
      String(
        decoding: try Data(contentsOf: folder.url.appendingPathComponent("policies/\(name)")), as: UTF8.self)
    }
    #expect(try text("acme.yaml").hasPrefix(Self.line))
    #expect(try text("policy.schema.json") == duly.run("duly schema").output)
  }
}
