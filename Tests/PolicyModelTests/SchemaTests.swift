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
