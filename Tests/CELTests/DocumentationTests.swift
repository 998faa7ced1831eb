import CEL
import Foundation
import Testing

/// What users of the library see is explained, and every example in the comments runs as it stands there.
@Suite struct DocumentationTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let sources =
    tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Core/CEL")
  private static let fileNames =
    FileManager.default.enumerator(atPath: sources.path)?
    .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted() ?? []

  private let declarations: [DocumentedDeclaration]
  /// The bodies of the functions of `DocumentationExamples`, by name.
  private let functions: [String: [String]]

  init() throws {
    declarations = try Self.fileNames.flatMap { name in
      DocumentedDeclaration.all(in: try Self.text(Self.sources.appendingPathComponent(name)), named: name)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.tests.path)
      .filter { $0.hasPrefix("DocumentationExamples+") }
    functions = try names.reduce(into: [:]) { functions, name in
      functions.merge(Self.functions(in: try Self.text(Self.tests.appendingPathComponent(name)))) { $1 }
    }
  }

  @Test func `the public declarations are found, nested ones and cases too`() {
    let lines = declarations.map(\.line)
    #expect(lines.filter { $0.hasPrefix("public indirect enum CELType") }.count == 1)
    #expect(lines.contains("case equal"))
    #expect(lines.contains { $0.hasPrefix("func fact(") })
    #expect(declarations.filter(\.isType).count > 40)
    #expect(declarations.filter(\.isFreeFunction).count >= 2)
  }

  @Test func `every one of them has a comment that begins with a whole sentence`() {
    for declaration in declarations {
      let summary = declaration.summary
      let isSentence = summary.hasSuffix(".") && summary.split(separator: " ").count > 1
      #expect(isSentence, "\(declaration): \(summary)")
    }
  }

  @Test func `every type and every free function has an example`() {
    for declaration in declarations where declaration.isType || declaration.isFreeFunction {
      #expect(!declaration.examples.isEmpty, "\(declaration)")
    }
  }

  @Test func `every example is compiled as it stands and prints what it says`() throws {
    let names = Dictionary(functions.map { ($0.value, $0.key) }) { first, _ in first }
    #expect(declarations.flatMap(\.examples).count > 50)
    for declaration in declarations {
      for example in declaration.examples {
        guard let name = names[example], let run = DocumentationExamples.all[name] else {
          Issue.record("\(declaration): no function has this text\n\(example.joined(separator: "\n"))")
          continue
        }
        var printed: [String] = []
        try run { printed.append("\($0)") }
        let said = Self.remarks(of: example)
        #expect(!said.isEmpty && printed == said, "\(declaration) prints \(printed)")
      }
    }
  }

  @Test func `no function is left of an example that is gone`() {
    let examples = Set(declarations.flatMap(\.examples))
    let left = functions.filter { !examples.contains($0.value) }.keys.sorted()
    #expect(left.isEmpty)
    #expect(DocumentationExamples.all.keys.sorted() == functions.keys.sorted())
  }

  /// What stands behind the calls of `print`, call by call; of a call without it nothing.
  private static func remarks(of example: [String]) -> [String] {
    example.filter { $0.contains("print(") }.map { line in
      guard let mark = line.range(of: ")  // ", options: .backwards) else { return "says nothing: \(line)" }
      return String(line[mark.upperBound...])
    }
  }

  private static func functions(in text: String) -> [String: [String]] {
    var found: [String: [String]] = [:]
    var name: String?
    var body: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("  static func ") {
        name = String(line.dropFirst("  static func ".count).prefix { $0 != "(" })
        body = []
      } else if line == "  }", let open = name {
        found[open] = body
        name = nil
      } else if name != nil {
        body.append(String(line.dropFirst(4)))
      }
    }
    return found
  }

  private static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
