import PolicySyntax
import Receivables
import Schedule

/// The results of tests for reading: passed ones on a line each, failing ones with both timelines side by side.
package struct PolicyTestText: Sendable {
  private static let columns = 100
  private static let widest = 52
  private let hasColour: Bool
  private let isQuiet: Bool

  /// - Parameter isQuiet: Leaves passed tests out.
  package init(hasColour: Bool, isQuiet: Bool = false) {
    self.hasColour = hasColour
    self.isQuiet = isQuiet
  }

  /// One file and its tests.
  package func render(_ tested: TestedFile) -> String {
    if isQuiet && tested.failed == 0 { return "" }
    var out = paint(tested.path, "1") + "\n"
    for result in tested.results where !isQuiet || !result.isPassed {
      let name = PolicyTestText.printable(result.test.name)
      if result.isPassed {
        out += "  \(paint("✓", "32")) \(name)\n"
      } else {
        out += "  \(paint("✗ \(name)", "31"))  \(paint(":\(tested.line(result.test.node.span))", "2"))\n"
        out += timelines(result, tested)
      }
    }
    // Behind a failing test there is an empty line already.
    return tested.results.last?.isPassed ?? true ? out + "\n" : out
  }

  private func timelines(_ result: PolicyTestResult, _ tested: TestedFile) -> String {
    let wide = result.rows.map { DisplayWidth.of($0.expected ?? "") }.max() ?? 0
    let width = min(PolicyTestText.widest, max(8, wide))
    var out = "\n    " + paint("  day             " + pad("expected", width) + "  actual", "2") + "\n"
    for row in result.rows {
      let day = row.day.map(PolicyTestText.date) ?? pad("any day", 14)
      let actual = PolicyTestText.printable(row.actual ?? "nothing")
      let expected = PolicyTestText.printable(row.expected ?? (row.kind == .other ? "" : "nothing"))
      let line = "\(mark(row.kind)) \(day)  \(pad(expected, width))  \(actual)"
      out += "    " + (row.kind.isFailure ? paint(line, "31") : line) + "\n"
      for reason in row.reasons {
        let source = reason.source.map { "  " + $0.short(in: tested.plan.source.file) } ?? ""
        for line in wrapped(PolicyTestText.printable(reason.text) + source, PolicyTestText.columns - 22) {
          out += String(repeating: " ", count: 22) + line + "\n"
        }
      }
    }
    return out + "\n"
  }

  private func mark(_ kind: TestRow.Kind) -> String {
    switch kind {
    case .same, .other: " "
    case .missing: "-"
    case .unexpected: "+"
    case .different: "~"
    case .forbidden: "!"
    }
  }

  /// What the tests of a policy reach, and which changes they do not notice.
  package func render(_ findings: PolicyFindings) -> String {
    var out = ""
    if let coverage = findings.coverage { out += render(coverage, findings.policy) }
    if let mutations = findings.mutations { out += render(mutations, findings.policy) }
    return out
  }

  private func render(_ coverage: PolicyTestCoverage, _ policy: String) -> String {
    var out = paint("What the tests reach of \(policy)", "1") + "\n"
    for kind in PolicyTestCoverage.Kind.allCases {
      let (reached, all) = coverage.count(kind)
      if all == 0 { continue }
      out += "  \(pad(kind.plural, 13))\(reached) of \(all)\n"
      for part in coverage.parts where part.kind == kind && !part.isReached {
        out += "    \(paint("not reached", "33"))  \(part.name)  \(paint("\(part.source)", "2"))\n"
      }
    }
    return out + "\n"
  }

  private func render(_ mutations: PolicyFindings.Mutations, _ policy: String) -> String {
    let noticed = mutations.valid - mutations.unnoticed.count
    var out = paint("Changes of \(policy) that the tests notice", "1") + "\n"
    out += "  \(noticed) of \(mutations.valid)"
    out += mutations.tried < mutations.found ? ", \(mutations.tried) of \(mutations.found) tried" : ""
    out += "\n"
    for change in mutations.unnoticed {
      out += "    \(paint("no test notices", "33"))  \(change.place):\(change.column)"
      out += "  \(change.old) → \(change.new)\n"
    }
    return out + "\n"
  }

  static func date(_ day: Day) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(names[day.weekday - 1]) \(day)"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
        lines.append(line)
        line = "  "
      } else if !line.isEmpty {
        line += " "
      }
      line += word
    }
    return lines + [line]
  }

  /// What a test's words may not do to a terminal: control characters become U+FFFD.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0..<32, 127...159, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  private func paint(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension PolicyTestCoverage.Kind {
  var plural: String {
    switch self {
    case .segment: "segments"
    case .tier: "tiers"
    case .template: "templates"
    case .escalation: "escalations"
    case .response: "responses"
    }
  }
}
