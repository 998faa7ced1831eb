import Foundation
import PolicyModel
import PolicySyntax
import PolicyYAML
import Testing

/// Every shipped policy as it is while somebody types: cut off, with a line gone, doubled or in the wrong place. Never a
/// crash, never a finding without a place, and one mistake is a few findings at most.
///
/// A sample is looked at; with `DULY_SWEEP=all` in the environment, everything.
@Suite struct SweepTests {
  /// A change of a policy: what was done, and the text that came of it.
  private struct Change {
    let name: String
    let text: String
    /// False for a beginning, which lacks whatever stands behind it.
    let isOneMistake: Bool
  }

  private static let isWhole = ProcessInfo.processInfo.environment["DULY_SWEEP"] == "all"
  /// So many findings may one line in the wrong place have.
  private static let most = 10

  private static let policies: [(name: String, text: String)] = {
    let folder = corpus.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "policies")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  private static func changes(_ name: String, _ text: String) -> [Change] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var changes: [Change] = []
    for place in lines.indices {
      func add(_ what: String, _ lines: [Substring], isOneMistake: Bool = true) {
        changes.append(
          Change(
            name: "\(name): line \(place + 1) \(what)", text: lines.joined(separator: "\n"),
            isOneMistake: isOneMistake))
      }
      add("gone", Array(lines[..<place] + lines[(place + 1)...]))
      add("doubled", Array(lines[...place] + lines[place...]))
      add("the last", Array(lines[...place]), isOneMistake: false)
      if place + 1 < lines.count {
        add(
          "swapped with the next",
          Array(lines[..<place] + [lines[place + 1], lines[place]] + lines[(place + 2)...]))
      }
    }
    return changes
  }

  /// Reads with the shipped calendars, as the command does.
  private static func read(_ text: String) -> (findings: [Diagnostic], isUsable: Bool) {
    let loaded = SourceLoader.load(bytes: Array(text.utf8), path: "policy.yaml")
    guard let main = loaded.documents.first, main.file == loaded.main else {
      return (loaded.diagnostics, false)
    }
    let names = PolicySources.calendarNames(in: [main.node])
    let (policy, findings) = PolicyReader.read(
      PolicySources(
        map: loaded.map, main: main.node, mainFile: main.file,
        calendars: names.reduce(into: [:]) { $0[$1] = ShippedCalendars.calendar(named: $1) },
        shippedCalendars: ShippedCalendars.names, yamlFindings: loaded.diagnostics))
    return (findings, policy != nil)
  }

  private func look(_ change: Change, _ counts: inout [Int]) {
    let (findings, isUsable) = Self.read(change.text)
    if !isUsable { #expect(findings.contains { $0.severity == .error }, "\(change.name)") }
    let end = change.text.utf8.count
    for finding in findings {
      for span in [finding.span] + finding.labels.map(\.span) + (finding.help?.edits.map(\.span) ?? []) {
        #expect(
          0 <= span.start && span.start <= span.end && Int(span.end) <= end,
          "\(change.name): \(finding.message)")
      }
    }
    guard change.isOneMistake else { return }
    let count = findings.count { $0.severity != .note && $0.rule.name != "charges-not-set" }
    #expect(count <= Self.most, "\(change.name) has \(count) findings")
    counts.append(count)
  }

  @Test func `one line in the wrong place is a few findings, each with its place`() {
    #expect(Self.policies.count >= 5)
    var counts: [Int] = []
    for (name, text) in Self.policies {
      let changes = Self.changes(name, text)
      // Has no factor in common with the kinds of changes, so that lines and kinds are met alike.
      for place in stride(from: 0, to: changes.count, by: Self.isWhole ? 1 : 101) {
        look(changes[place], &counts)
      }
    }
    #expect(counts.sorted()[counts.count / 2] <= 1)
  }

  @Test func `a text cut off anywhere is read without a crash`() {
    for (name, text) in Self.policies {
      let bytes = Array(text.utf8)
      var counts: [Int] = []
      for end in stride(from: 0, to: bytes.count, by: Self.isWhole ? 1 : 1009) {
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        look(Change(name: "\(name): \(end) bytes", text: text, isOneMistake: false), &counts)
      }
    }
  }

  @Test func `the lines that open a section or a ladder are among those that are looked at`() {
    // These made dozens of findings once: one for each use of what stood below them.
    var counts: [Int] = []
    for (name, text) in Self.policies {
      let changes = Self.changes(name, text)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, line) in lines.enumerated()
      where line == "partials:" || line == "calendar:" || line.hasPrefix("tones:") {
        for change in changes where change.name.hasPrefix("\(name): line \(place + 1) ") {
          look(change, &counts)
        }
      }
    }
    #expect(counts.count >= 25)
  }
}
