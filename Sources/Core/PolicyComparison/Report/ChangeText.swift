import PolicySyntax
import Receivables

/// A comparison of two policies for reading: the counts, then the customers, the largest balance first.
package struct ChangeText: Sendable {
  private let report: ChangeReport
  private let hasColour: Bool
  /// So many customers are shown; the others are counted.
  private let most: Int

  package init(_ report: ChangeReport, hasColour: Bool, most: Int) {
    self.report = report
    self.hasColour = hasColour
    self.most = most
  }

  package func render() -> String {
    let scenario = report.old
    var lines = [
      paint("\(report.paths.old) → \(report.paths.new)", "1")
        + "  \(scenario.from) to \(scenario.end) (\(scenario.days) days)"
    ]
    if case .same = report.sameness { return (lines + [report.verdict]).joined(separator: "\n") + "\n" }
    lines += [report.assumption, "", report.verdict]
    lines += counts()
    for change in report.changes.prefix(most) { lines += customer(change) }
    if report.changes.count > most {
      lines += ["", "and \(report.changes.count - most) more; `--limit` shows more of them"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func counts() -> [String] {
    let counts = report.counts
    var lines = counts.kinds.map { "  \(padLeft("\($0.count)", 6))  \($0.kind.inWords)" }
    if counts.midLadder > 0 {
      lines.append("  \(padLeft("\(counts.midLadder)", 6))  of them are in mid-ladder")
    }
    lines.append(
      "  messages \(counts.oldMessages) → \(counts.newMessages), flags \(counts.oldFlags) → \(counts.newFlags)"
    )
    return lines
  }

  private func customer(_ change: CustomerChange) -> [String] {
    var lines = [
      "",
      paint(ChangeText.printable(change.customer.name), "1") + "  \(change.customer.id)  "
        + ChangeReport.balance(change) + "  " + paint(ChangeReport.words(change.kinds), "33"),
    ]
    for standing in change.standings {
      lines.append(
        "  \(standing.invoice) stands at \(standing.tier), sent \(ChangeReport.date(standing.day))")
    }
    let invoices = change.lines.map { DisplayWidth.of($0.invoice) }.max() ?? 0
    let old = change.lines.map { DisplayWidth.of(ChangeReport.words($0.old)) }.max() ?? 0
    let new = change.lines.map { DisplayWidth.of(ChangeReport.words($0.new)) }.max() ?? 0
    for line in change.lines {
      let source = (line.new ?? line.old).map { "  \($0.source)" } ?? ""
      lines.append(
        "  \(pad(line.invoice, invoices))  \(pad(ChangeReport.words(line.old), old)) → "
          + "\(pad(ChangeReport.words(line.new), new))  \(ChangeReport.words(line.kinds))"
          + paint(source, "2"))
    }
    for flag in change.flags {
      lines.append(
        "  flag \(flag.name)\(flag.invoice.map { " \($0)" } ?? ""), \(ChangeReport.date(flag.day)): "
          + (flag.isNew ? "new" : "no longer") + paint("  \(flag.source)", "2"))
    }
    return lines
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private func paint(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// What a name from the books may not do to a terminal: control characters become U+FFFD.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0..<32, 127...159, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
