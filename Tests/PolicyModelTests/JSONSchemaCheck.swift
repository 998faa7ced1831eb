import Foundation
import PolicySyntax
import PolicyYAML

/// Python's validator of JSON Schema: an independent reader of the schema.
struct JSONSchemaCheck {
  private static let script = """
    import json, sys
    from jsonschema.validators import validator_for
    given = json.load(sys.stdin)
    kind = validator_for(given["schema"])
    kind.check_schema(given["schema"])
    check = kind(given["schema"])
    refused = {name: next((e.message for e in check.iter_errors(tree)), None) for name, tree in given["trees"].items()}
    json.dump({name: why for name, why in refused.items() if why is not None}, sys.stdout)
    """
  private let schema: String

  init(_ schema: String) { self.schema = schema }

  /// Whether Python and its validator are installed.
  static let isThere = ((try? run(["-c", "import jsonschema"], "")) ?? "no") == ""

  /// The names of texts in YAML that the schema refuses, each with why.
  func refused(_ texts: [String: String]) throws -> [String: String] {
    try refused(
      json: texts.compactMapValues { text in
        let (tree, _) = PolicyYAMLReader.read(Array(text.utf8), file: FileID(number: 0))
        guard let tree else { return nil }
        var json = JSONWriter()
        Self.write(tree, &json)
        return json.text
      })
  }

  /// The names of texts in JSON that the schema refuses, each with why.
  func refused(json texts: [String: String]) throws -> [String: String] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema") { $0.verbatim(schema) }
      json.member("trees") { json in
        json.object { json in
          for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.verbatim(text)
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
