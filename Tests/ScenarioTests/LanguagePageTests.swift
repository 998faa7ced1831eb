import CEL
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Everything that `docs/language.md` shows is read, and where it has a value, worked out.
@Suite struct LanguagePageTests {
  private static let path = "docs/language.md"
  private let page: CELPage
  private let sample: CELPageSample

  init() throws {
    page = try CELPage(Self.path)
    sample = try CELPageSample(CELPage())
  }

  /// The blocks that are files, by name, without the indentation of a list that they stand in.
  private var files: [String: String] {
    Dictionary(
      page.fences.filter { $0.words.first == "yaml" && $0.words.last != "part" }.map { fence in
        (fence.words[1], fence.lines.joined(separator: "\n") + "\n")
      }
    ) { _, last in last }
  }

  /// A policy with some of its sections in place of those of the whole example.
  private func completed(_ part: [String]) throws -> String {
    func key(_ line: String) -> String? {
      line.first.map(\.isLetter) == true ? String(line.prefix { $0 != ":" }) : nil
    }
    let given = Set(part.compactMap(key))
    var isKept = true
    let whole = try #require(files["acme-joinery.yaml"]).components(separatedBy: "\n")
    let kept = whole.filter { line in
      if let name = key(line) { isKept = !given.contains(name) }
      return isKept
    }
    return (kept + part).joined(separator: "\n") + "\n"
  }

  @Test func `every block is of a kind that is tested`() {
    #expect(page.fences.count >= 8)
    for fence in page.fences {
      let isKnown =
        switch fence.words.first {
        case "yaml": fence.words.count == 2
        case "cel": fence.words.count == 1
        case "text": fence.words.count == 1 || fence.words.last == "letter"
        default: false
        }
      #expect(isKnown, "line \(fence.line): ```\(fence.words.joined(separator: " "))")
    }
    // The one text that no program wrote is the grammar of `send`, which has a test of its own.
    #expect(page.fences.filter { $0.words == ["text"] }.map { $0.lines.first?.prefix(4) } == ["when"])
  }

  @Test func `the whole language on one page is a policy without a finding, and its test passes`() throws {
    let folder = try TemporaryFolder(files)
    let duly = try BuiltCommand("duly")
    let valid = try duly.run("duly validate --quiet --fail-on warning acme-joinery.yaml", in: folder.url)
    #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
    let tested = try duly.run("duly test acme-joinery.test.yaml", in: folder.url)
    #expect(tested.status == 0 && tested.output.contains("✓ a VIP"), "\(tested.output)\(tested.errors)")
  }

  @Test func `it has every section and every response, and each field of limits, calendar and review`() throws
  {
    let whole = try #require(files["acme-joinery.yaml"])
    let fields = try CELPage("docs/fields.md")
    for heading in ["a policy", "the responses", "the limits", "the calendar", "the review", "the charges"] {
      let title = "## " + heading.prefix(1).uppercased() + heading.dropFirst()
      let names = fields.section(title).components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.compactMap
      {
        $0.components(separatedBy: "`").dropFirst().first
      }
      #expect(names.count > 3, "\(heading)")
      // A request and a wish to be left alone are answers by default, and only seldom anything else.
      for name in names where !["request", "stop"].contains(name) {
        #expect(whole.contains("\(name):"), "\(heading): `\(name)`")
      }
    }
  }

  @Test func `every part of a policy has no finding in a whole one`() throws {
    let parts = page.fences.filter { $0.words == ["yaml", "part"] }
    #expect(!parts.isEmpty)
    for part in parts {
      let folder = try TemporaryFolder(
        files.merging(["part.yaml": try completed(part.lines)]) { first, _ in first })
      let valid = try BuiltCommand("duly").run(
        "duly validate --quiet --fail-on warning part.yaml", in: folder.url)
      #expect(valid.status == 0, "line \(part.line): \(valid.output)\(valid.errors)")
    }
  }

  @Test func `every condition gives what is shown beside it`() {
    #expect(page.examples.count >= 30 && page.silentLines.isEmpty)
    for example in page.examples {
      let claim = sample.claim(of: example.text)
      #expect(claim == example.claim, "\(example)\n  is \(claim)")
    }
  }

  @Test func `the table of facts has every fact with its type, and each is in an example`() {
    let told = Self.types(page.tables(headed: ["name", "type", "notes"]))
    for slot in Vocabulary.escalationConditions.slots {
      #expect(told[slot.name] == "\(slot.type)", "\(slot.name) is \(slot.type)")
      #expect(page.examples.contains { $0.text.contains(slot.name) }, "`\(slot.name)` has no example")
    }
    for slot in Vocabulary.letters.slots
    where !slot.name.hasPrefix("invoice.") && slot.name != "invoice_table" {
      let type = told[slot.name] ?? "no line"
      #expect("\(slot.type)".hasPrefix(type), "\(slot.name) is \(slot.type) and not \(type)")
    }
  }

  /// The type that the page gives each name; `.name` in a row goes on from the scope before it.
  private static func types(_ rows: [CELPage.Row]) -> [String: String] {
    var types: [String: String] = [:]
    for row in rows where row.cells.count > 1 {
      var scope = ""
      let names = row.cells[0].replacingOccurrences(of: "`", with: "").components(separatedBy: ", ")
      for name in names {
        if !name.hasPrefix(".") { scope = String(name.prefix { $0 != "." }) }
        let full = (name.hasPrefix(".") ? scope + name : name).replacingOccurrences(of: "(t)", with: "")
        types[full] = row.cells[1]
      }
    }
    return types
  }

  @Test func `the page is as running it gives it, and written anew with RECORD`() throws {
    var shown = page
    shown.rewriteExamples(sample.claim)
    let letters = LanguagePageLetters(page)
    let texts = try letters.texts()
    for (place, row) in letters.rows.enumerated() {
      shown.rewriteRow(row, after: 2, [texts.english[place], texts.german[place]])
    }
    for (place, row) in letters.polishRows.enumerated() {
      shown.rewriteRow(row, after: 1, [texts.polish[place]])
    }
    let timings = LanguagePageTimings(page)
    let days = try timings.days()
    for (place, row) in timings.rows.enumerated() { shown.rewriteRow(row, after: 1, [days[place]]) }
    shown.rewriteBlocks("text letter") { _ in texts.table }
    expectRecorded(shown.lines.joined(separator: "\n"), Self.path)
  }

  @Test func `every name, function and tag of letters is in an example`() {
    let rows = LanguagePageLetters(page).rows.map { $0.cells[0] }
    let names = LetterFact.allCases.filter { $0 != .invoiceTable }.map { fact in
      fact.path.scope.map { "\($0).\(fact.path.field)" } ?? fact.path.field
    }
    let functions = ["money(", "date(", "number(", "percent(", "plural("]
    #expect(functions.count == Set(Vocabulary.LetterFunction.allCases.map(\.word)).count)
    let tags = [
      "{{#if ", "{{else if ", "{{else}}", "{{/if}}", "{{#each ", "{{/each}}", "{{> ", "{{! ", "\\{{",
    ]
    for part in names + functions + tags + ["invoice.tier", "invoice.deadline"] {
      #expect(rows.contains { $0.contains(part) }, "`\(part)` has no example")
    }
  }

  @Test func `every unit and anchor of the grammar is in an example, and nothing else is read`() throws {
    let grammar = try #require(page.fences.first { $0.words == ["text"] }).lines
    func words(_ name: String) throws -> [String] {
      let line = try #require(grammar.first { $0.hasPrefix(name) })
      return line.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
    let timings = LanguagePageTimings(page).rows.map { $0.cells[0] }
    for unit in try words("unit") where unit.hasSuffix("s") {
      #expect(timings.contains { $0.contains(" \(unit.dropLast())") }, "`\(unit)` has no example")
    }
    for anchor in try words("anchor") {
      #expect(timings.contains { $0.hasSuffix(" \(anchor)") }, "`\(anchor)` has no example")
      #expect(try LanguagePageTimings.isRead("5 days after \(anchor)"), "\(anchor)")
    }
    for timing in [
      "5 fortnights after due", "5 days after paid", "5 days since due", "days after due", "due",
    ] {
      #expect(try !LanguagePageTimings.isRead(timing), "\(timing)")
    }
  }
}

extension Vocabulary.LetterFunction {
  /// The name that is written.
  fileprivate var word: String {
    switch self {
    case .money: "money"
    case .date, .dateInStyle: "date"
    case .plural, .pluralInThree: "plural"
    case .number, .numberInDecimals: "number"
    case .percent: "percent"
    }
  }
}
