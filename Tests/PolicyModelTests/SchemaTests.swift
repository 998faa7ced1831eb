import Foundation
import PolicySyntax
import PolicyYAML
import Testing

@testable import PolicyModel

/// The schema for editors agrees with the reader: what the reader takes it takes, and a mistake of form it refuses.
@Suite struct SchemaTests {
  /// The rules whose mistakes are of form alone.
  private static let formRules: Set<String> = [
    "missing-field", "not-a-boolean", "not-a-number", "unknown-field", "unknown-word", "unsupported-version",
    "wrong-kind",
  ]

  private static func texts(_ folder: URL) throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var texts: [String: String] = [:]
    for file in files where file.pathExtension == "yaml" && !file.lastPathComponent.hasSuffix(".test.yaml") {
      texts[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }

  @Test func `every field says what it is for, once, in whole sentences`() {
    for shape in Shape.all + [.fragment, .action, .responses, .allowance, .calendarFile, .chargesFile] {
      #expect(Set(shape.fields).count == shape.fields.count, "\(shape.phrase)")
      #expect(shape.fields.prefix(shape.required.count).elementsEqual(shape.required), "\(shape.phrase)")
      for field in shape.table {
        #expect(field.about.last.map { ".`:)".contains($0) } ?? false, "\(shape.phrase): \(field.name)")
      }
    }
  }

  @Test func `examples of a field have the form that it asks for`() throws {
    for field in (Shape.all + [.fragment, .action, .allowance]).flatMap(\.table) {
      guard case .form(let form) = field.value else { continue }
      let pattern = try NSRegularExpression(pattern: SchemaValue.whole(form))
      for case .text(let text) in field.examples {
        let range = NSRange(text.startIndex..., in: text)
        #expect(pattern.firstMatch(in: text, range: range) != nil, "\(field.name): \(text)")
      }
    }
  }

  @Test(.enabled(if: JSONSchemaCheck.isThere, "python3-jsonschema is not installed"))
  func `policies without mistakes of form are accepted, and those with one refused`() throws {
    let policies = corpus.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "policies")
    var good = try Self.texts(policies).merging(Self.texts(corpus.appendingPathComponent("ok"))) { $1 }
    var bad: [String: String] = [:]
    for (name, text) in try Self.texts(corpus.appendingPathComponent("err")) {
      let rule = String(name.prefix { $0 != "." })
      let found = Set(ReadPolicy(whole: text).rules)
      if Self.formRules.contains(rule) {
        bad[name] = text
      } else if found.isDisjoint(with: Self.formRules.union(["eaten-condition"])) {
        good[name] = text
      }
    }
    good["fragment"] = "tones:\n  warm:\n    default: { de: { subject: a, body: b } }\n"
    good["nothing but a comment"] = completed("limits:\n  # min_gap: 4 days\n")
    bad["half of the words"] = completed(
      "tones:\n  friendly:\n    default: { subject: a, de: { subject: a, body: b } }\n")
    bad["a fragment with a policy's name"] = "policy: a\ntones: {}\n"
    bad["an action that is none"] = completed(
      "escalations:\n  - { name: a, when: 'customer.overdue > 5', do: [flagg] }\n")
    bad["a response that is none"] = completed("responses:\n  replies: none\n")
    let refused = try JSONSchemaCheck(PolicySchema.render()).refused(good.merging(bad) { $1 })
    for name in good.keys { #expect(refused[name] == nil, "\(name): \(refused[name] ?? "")") }
    for name in bad.keys { #expect(refused[name] != nil, "\(name) is accepted") }
    #expect(bad.count >= 11 && good.count >= 60)
  }
}

/// Python's validator of JSON Schema: an independent reader of the schema.
struct JSONSchemaCheck {
  private static let script = """
    import json, sys
    from jsonschema import Draft7Validator
    given = json.load(sys.stdin)
    Draft7Validator.check_schema(given["schema"])
    check = Draft7Validator(given["schema"])
    refused = {name: next((e.message for e in check.iter_errors(tree)), None) for name, tree in given["trees"].items()}
    json.dump({name: why for name, why in refused.items() if why is not None}, sys.stdout)
    """
  private let schema: String

  init(_ schema: String) { self.schema = schema }

  /// Whether Python and its validator are installed.
  static let isThere = ((try? run(["-c", "import jsonschema"], "")) ?? "no") == ""

  /// The names of texts in YAML that the schema refuses, each with why.
  func refused(_ texts: [String: String]) throws -> [String: String] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema") { $0.verbatim(schema) }
      json.member("trees") { json in
        json.object { json in
          for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let (tree, _) = PolicyYAMLReader.read(Array(text.utf8), file: FileID(number: 0))
            guard let tree else { continue }
            json.key(name)
            Self.write(tree, &json)
          }
        }
      }
    }
    let output = try Self.run(["-c", Self.script], json.text)
    return try JSONDecoder().decode([String: String].self, from: Data(output.utf8))
  }

  /// A tree as YAML's core schema has it.
  private static func write(_ node: Node, _ json: inout JSONWriter) {
    switch node.content {
    case .mapping(let entries):
      json.object { json in
        for entry in entries {
          json.key(entry.name)
          write(entry.value, &json)
        }
      }
    case .sequence(let items): json.array(of: items) { write($1, &$0) }
    case .scalar(let scalar):
      switch scalar.resolved {
      case .null: json.null()
      case .bool(let isTrue): json.boolean(isTrue)
      case .string: json.string(scalar.text)
      case .int(let number): json.integer(Int(number))
      case .float(let text):
        if let number = Double(text), number.isFinite {
          json.verbatim("\(number)")
        } else {
          json.string(text)
        }
      }
    }
  }

  private static func run(_ arguments: [String], _ input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let stdout = Pipe()
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "duly-schema-\(UUID().uuidString)")
    try Data(input.utf8).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    process.standardInput = try FileHandle(forReadingFrom: folder)
    try process.run()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: output, as: UTF8.self)
  }
}
