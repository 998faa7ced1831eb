import Foundation
import PolicyModel
import PolicySyntax
import PolicyYAML
import Receivables
import TestSupport
import TimeZones

/// A policy that was read from text, with all that was found.
struct ReadPolicy {
  let policy: Policy?
  let findings: [Diagnostic]
  let map: SourceMap

  /// Reads a policy that is written in full.
  ///
  /// - Parameters:
  ///   - files: The text of files beside it that `charges:` names.
  ///   - calendars: The text of files beside it that `holidays` names.
  ///   - today: What the clock shows; nil where there is none.
  ///   - books: What books say of it.
  init(
    whole text: String, path: String = "policy.yaml", files texts: [String: String] = [:],
    calendars: [String: String] = [:], today: Day? = nil, books: BooksLook? = nil
  ) {
    let beside = calendars.compactMapValues {
      PolicyYAMLReader.read(Array($0.utf8), file: FileID(number: 97)).0
    }
    let files = texts.compactMapValues { PolicyYAMLReader.read(Array($0.utf8), file: FileID(number: 98)).0 }
    let loaded = SourceLoader.load(bytes: Array(text.utf8), path: path)
    guard let main = loaded.documents.first, main.file == loaded.main else {
      (policy, findings, map) = (nil, loaded.diagnostics, loaded.map)
      return
    }
    let sources = PolicySources(
      map: loaded.map, main: main.node, mainFile: main.file,
      included: loaded.documents.dropFirst().map(\.node),
      holidays: beside.merging(["gb-eng": Self.holidays, "us-federal": Self.holidays]) { $1 },
      shippedCalendars: ["de", "gb-eng", "us-federal"], charges: shippedCharges(files: files),
      includeFailures: loaded.includeProblems.map { .init(span: $0.span, message: $0.message) },
      yamlFindings: loaded.diagnostics, zones: SystemTimeZones(), today: { _ in today }, books: books)
    let (policy, findings) = PolicyReader.read(sources)
    (self.policy, self.findings, self.map) = (policy, findings, loaded.map)
  }

  /// Reads sections of a policy, the other ones filled in.
  init(
    _ part: String, files: [String: String] = [:], calendars: [String: String] = [:], books: BooksLook? = nil
  ) {
    self.init(whole: completed(part), files: files, calendars: calendars, books: books)
  }

  /// The names of the rules that fired, each as often as it did, in order.
  var rules: [String] { findings.map(\.rule.name) }

  /// The names of the rules that fired as errors or warnings.
  var mistakes: [String] { findings.filter { $0.severity != .note }.map(\.rule.name) }

  var report: String { TextReport(map).render(findings) }

  /// The characters that the first finding of a rule marks.
  func marked(_ rule: String) -> String? {
    findings.first { $0.rule.name == rule }.map { map.text(of: $0.span) }
  }

  /// A calendar file as a tree.
  private static let holidays: Node = {
    let text = "name: gb-eng\nsource: a test\nholidays:\n  - 2026-12-25\n"
    let (tree, _) = PolicyYAMLReader.read(Array(text.utf8), file: FileID(number: 99))
    return tree ?? Node(span: Span(file: FileID(number: 99), start: 0, end: 0), content: .mapping([]))
  }()
}

extension Rule {
  /// The books that the examples of some rules are about: three customers in the last segment, and for the rule about old
  /// debts two of them late. Nil for a rule that needs none.
  var booksOfExamples: BooksLook? {
    guard RuleCatalogue.needsBooks(name) else { return nil }
    return BooksLook(
      name: "`books`", day: Day(number: 20_500), customers: 3, taken: ["rest": 3, "everyone": 3],
      fitting: [:],
      late: name == "catch-up-burst" ? (customers: 2, invoices: 5) : (customers: 0, invoices: 0))
  }
}

/// A policy with the sections that a part leaves out.
func completed(_ part: String) -> String {
  let given = Set(
    part.split(separator: "\n").compactMap { line -> Substring? in
      guard let first = line.first, first.isLetter else { return nil }
      return line.prefix { $0 != ":" }
    })
  // A second schedule stands there for parts that name it.
  let missing = defaults.filter { !given.contains($0.key) }.map { section in
    section.key == "schedules" && part.contains("gentle") ? section.text + gentle : section.text
  }
  return (missing + [part]).joined(separator: "\n") + "\n"
}

private let gentle = """

    gentle:
      - { tier: first, send: 10 days after due, approval: owner }
  """

private let defaults: [(key: Substring, text: String)] = [
  ("duly", "duly: 1"),
  ("policy", "policy: test"),
  (
    "business",
    """
    business:
      name: Acme Joinery Ltd
      timezone: Europe/London
      currency: GBP
      sender: { name: Priya Shah, email: accounts@acme.example }
      owner: { name: Tom Reed, email: tom@acme.example }
    """
  ),
  (
    "segments",
    """
    segments:
      - { name: everyone, schedule: standard, tone: friendly }
    """
  ),
  (
    "schedules",
    """
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: final, send: 14 days after due, approval: owner }
    """
  ),
  (
    "tones",
    """
    tones:
      friendly:
        default:
          subject: "Your account with us"
          body: "{{ money(total_due) }} is open."
    """
  ),
]

/// The folder `Tests/Corpus`.
let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Corpus")

/// The example of the language page, with the templates that it leaves out.
func examplePolicy() throws -> String {
  try String(contentsOf: corpus.appendingPathComponent("ok/acme-joinery.yaml"), encoding: .utf8)
}
