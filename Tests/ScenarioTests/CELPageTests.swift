import CEL
import Foundation
import TestSupport
import Testing

/// Everything that `docs/cel.md` shows is run: its expressions, its mistakes and its program.
@Suite struct CELPageTests {
  private let page: CELPage
  private let sample: CELPageSample

  init() throws {
    page = try CELPage()
    sample = try CELPageSample(page)
  }

  @Test func `the sample has every fact that a condition can read`() {
    #expect(sample.missing.isEmpty)
  }

  @Test(arguments: [
    "today - invoice.due == invoice.days_overdue", "invoice.amount - invoice.paid == invoice.balance",
    "invoice.balance == customer.overdue && customer.overdue <= customer.balance",
  ])
  func `the sample agrees with itself`(rule: String) {
    #expect(sample.claim(of: rule) == .value("true"))
  }

  @Test func `the facts that may be missing are named, and no others`() throws {
    let section = page.section("## What may be missing").components(separatedBy: "\n")
    let start = try #require(section.firstIndex { $0.hasPrefix("The facts that may be missing are ") })
    let sentence = section[start...].prefix { !$0.isEmpty }.joined(separator: " ")
    let named = sentence.components(separatedBy: "`").enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    let nullable = CELPageSample.environment.slots.filter(\.type.isNullable).map(\.name)
    var scope = ""
    let full = named.filter { !$0.contains("(") }.map { name in
      if !name.hasPrefix(".") { scope = String(name.prefix { $0 != "." }) }
      return name.hasPrefix(".") ? scope + name : name
    }
    #expect(full.sorted() == nullable.sorted())
  }

  @Test func `the limits are those of the library`() {
    let section = page.section("## Limits")
    #expect(section.contains("at most \(ExpressionLimits.textBytes / 1024) KiB"))
    #expect(section.contains("at most \(ExpressionLimits.depth) deep"))
    #expect(section.contains("at most a million steps") && ExpressionLimits.evaluationSteps == 1_000_000)
    let long = "1" + String(repeating: " ", count: 69_999)
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    for text in [long, deep] {
      let told = sample.claim(of: text).text
      #expect(told.hasPrefix("refused: "))
      #expect(section.contains("*\(told.dropFirst("refused: ".count))*"), "\(told)")
    }
  }

  @Test func `every expression gives what is shown beside it`() {
    #expect(page.examples.count > 200)
    for example in page.examples {
      let claim = sample.claim(of: example.text)
      #expect(claim == example.claim, "\(example)\n  is \(claim)")
    }
  }

  @Test func `the page is as running it gives it, and written anew with RECORD`() throws {
    var shown = page
    shown.rewriteExamples(sample.claim)
    try shown.rewriteBlocks("text") { block in
      guard block[0].hasPrefix("error:") else { return block }
      return try told(for: block.joined(separator: "\n")).components(separatedBy: "\n")
    }
    let program = try programText()
    shown.rewriteBlocks("swift") { _ in program }
    expectRecorded(shown.lines.joined(separator: "\n"), "docs/cel.md")
  }

  @Test func `no expression stands there without what it gives`() {
    #expect(page.silentLines.isEmpty)
  }

  @Test func `every function, macro and operator of the language has its line`() {
    let names =
      StandardFunction.allCases.map(\.rawValue) + Comprehension.Kind.allCases.map(\.rawValue)
    let rows = page.section("## Every function").components(separatedBy: "\n").filter { $0.hasPrefix("|") }
    for name in names + ["existsOne", "has", "or", "orValue", "tagged"] {
      #expect(rows.contains { $0.contains("\(name)(") }, "`\(name)` has no example")
    }
    for sign in BinaryOperator.allCases.map(\.rawValue) {
      #expect(page.examples.contains { $0.text.contains(" \(sign) ") }, "`\(sign)` has no example")
    }
  }

  @Test func `every mistake is told as duly validate tells it`() throws {
    let blocks = page.blocks("text").map { $0.lines.joined(separator: "\n") }
      .filter { $0.hasPrefix("error:") }
    #expect(blocks.count >= 5)
    for block in blocks { #expect(try told(for: block) == block) }
  }

  @Test func `the program for Swift programmers prints what it says`() throws {
    let block = try #require(page.blocks("swift").last).lines
    var printed: [String] = []
    try CELPageProgram.run { printed.append("\($0)") }
    let written = block.filter { $0.contains("print(") }
      .compactMap { $0.components(separatedBy: "  // ").dropFirst().first }
    #expect(printed == written)
    #expect(try programText() == block)
  }

  @Test func `its links lead somewhere`() {
    let docs = BuiltCommand.root.appendingPathComponent("docs")
    let targets = page.lines.joined(separator: "\n").components(separatedBy: "](").dropFirst()
    #expect(!targets.isEmpty)
    for part in targets {
      let target = part.prefix { $0 != ")" && $0 != "#" }
      if target.isEmpty || target.hasPrefix("https://") { continue }
      let path = docs.appendingPathComponent(String(target)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }

  /// What `duly validate` says of the policy of the README with the condition that a block underlines.
  private func told(for block: String) throws -> String {
    let root = BuiltCommand.root
    let readme = root.appendingPathComponent("examples/readme/policy.yaml")
    var lines = String(decoding: try Data(contentsOf: readme), as: UTF8.self).components(separatedBy: "\n")
    let written = try #require(block.components(separatedBy: "\n").first { $0.contains(" |     when: ") })
    let condition = try #require(lines.lastIndex { $0.hasPrefix("    when: ") })
    lines[condition] = String(written.drop { $0 != "|" }.dropFirst(2))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("duly-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let policy = folder.appendingPathComponent("policy.yaml")
    try Data(lines.joined(separator: "\n").utf8).write(to: policy)
    let outcome = try BuiltCommand("duly").run("duly validate \(policy.path)")
    #expect(outcome.status == 1)
    return outcome.output.replacingOccurrences(of: policy.path, with: "policy.yaml")
      .trimmingCharacters(in: .newlines)
  }

  /// The program of `CELPageProgram`, as lines of a file of its own.
  private func programText() throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("CELPageProgram.swift")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.contains("func run(") }) + 1
    let end = try #require(lines.lastIndex(of: "  }"))
    return ["import CEL", ""] + lines[start..<end].map { String($0.dropFirst(4)) }
  }
}
