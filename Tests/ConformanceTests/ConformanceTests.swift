import CEL
import Foundation
import Testing

/// The published conformance tests of the language, as far as they need no protocol buffers.
@Suite struct ConformanceTests {
  /// Cases that have to pass, of those that the checker and this version's functions cover.
  private static let floors = [
    "basic": 28, "logic": 19, "integer_math": 49, "fp_math": 20, "comparisons": 222, "lists": 33,
    "string": 34,
    "parse": 134, "macros": 30, "fields": 40,
  ]

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data/cel-spec")

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(
    .enabled(if: isPresent, "the folder shared/data/cel-spec beside the repository is absent"),
    arguments: floors.keys.sorted())
  func `as many published cases pass as before`(file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(file).jsonl"), encoding: .utf8)
    var passed = 0
    var failures: [String] = []
    for line in text.split(separator: "\n") {
      let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let test = try parsed.unwrapped
      guard test["proto"] as? Bool != true, let expression = test["expr"] as? String else { continue }
      if let failure = Self.failure(of: test, expression) {
        failures.append("\(expression.prefix(70)): \(failure)")
      } else {
        passed += 1
      }
    }
    let summary = "\(file): \(passed) pass; " + failures.joined(separator: "\n  ")
    if ProcessInfo.processInfo.environment["CEL_CASES"] != nil { print(summary) }
    #expect(passed >= Self.floors[file] ?? 0, "\(summary)")
  }

  /// Why a case fails; nil where it passes.
  private static func failure(of test: [String: Any], _ text: String) -> String? {
    var names: [Declaration] = []
    for variable in test["type_env"] as? [[String: Any]] ?? [] {
      guard let name = variable["name"] as? String, let type = type(variable["type"]) else {
        return "a type that is not supported"
      }
      names.append(Declaration(name, type))
    }
    let environment = Environment(variables: names)
    let result = check(text: text, in: environment, expecting: nil)
    guard let expression = result.expression else { return result.issues.first?.message }
    var bindings: [String: Value] = [:]
    for (name, json) in test["bindings"] as? [String: Any] ?? [:] { bindings[name] = value(json) }
    do {
      let facts = TestFacts(bindings, in: environment)
      let found = try Program(expression, rates: testRates()).evaluate(facts)
      guard let expected = test["value"], let wanted = value(expected) else { return "has a value: \(found)" }
      return found == wanted ? nil : "\(found)"
    } catch {
      return test["eval_error"] == nil ? "\(error)" : nil
    }
  }

  private static func type(_ json: Any?) -> CELType? {
    if let name = json as? String {
      let names: [String: CELType] = [
        "int64": .int, "int": .int, "uint64": .uint, "uint": .uint, "double": .double, "bool": .bool,
        "string": .string, "bytes": .bytes, "dyn": .dyn, "null": .null,
      ]
      return names[name]
    }
    guard let json = json as? [String: Any] else { return nil }
    if let element = json["list"] { return type(element).map { .list($0) } }
    guard let parts = json["map"] as? [Any], parts.count == 2, let key = type(parts[0]),
      let value = type(parts[1])
    else { return nil }
    return .map(key, value)
  }

  private static func value(_ json: Any) -> Value? {
    guard let entry = (json as? [String: Any])?.first else { return nil }
    let text = entry.value as? String
    switch entry.key {
    case "null": return .null
    case "bool": return (entry.value as? Bool).map(Value.bool)
    case "int": return text.flatMap { Int64($0) }.map(Value.int)
    case "uint": return text.flatMap { UInt64($0) }.map(Value.uint)
    case "double": return text.flatMap { Double($0) }.map(Value.double)
    case "string": return text.map(Value.string)
    case "bytes": return text.flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
    case "list": return (entry.value as? [Any]).map { .list($0.compactMap(value)) }
    case "map":
      let pairs = (entry.value as? [[Any]] ?? []).compactMap { pair in
        value(pair[0]).flatMap { key in value(pair[1]).map { (key, $0) } }
      }
      do { return .map(try MapValue(pairs)) } catch { return nil }
    default: return nil
    }
  }
}
