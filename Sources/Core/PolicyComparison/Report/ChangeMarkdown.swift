import Receivables

/// A comparison of two policies as GitHub-flavoured Markdown: what stands under a pull request.
package struct ChangeMarkdown: Sendable {
  private let report: ChangeReport
  private let most: Int

  /// - Parameter most: So many customers are shown; the others are counted.
  package init(_ report: ChangeReport, most: Int) {
    self.report = report
    self.most = most
  }

  package func render() -> String {
    let scenario = report.old
    var out = "### Dunning: what changes for customers\n\n"
    out += "**\(ChangeMarkdown.escaped(report.verdict))**\n\n"
    out +=
      "`\(report.paths.old)` → `\(report.paths.new)`, \(scenario.from) to \(scenario.end) (\(scenario.days) days).\n"
    if case .same = report.sameness { return out }
    out += report.assumption + "\n"
    let counts = report.counts
    out += "\n| | customers |\n| --- | ---: |\n"
    for (kind, count) in counts.kinds { out += "| \(kind.inWords) | \(count) |\n" }
    if counts.midLadder > 0 { out += "| in mid-ladder, of those changed | \(counts.midLadder) |\n" }
    out +=
      "\nMessages \(counts.oldMessages) → \(counts.newMessages), flags \(counts.oldFlags) → \(counts.newFlags).\n"
    if report.changes.isEmpty { return out }
    out += "\n<details>\n<summary>\(summary)</summary>\n\n"
    out += "| customer | open | invoice | until now | then | |\n| --- | ---: | --- | --- | --- | --- |\n"
    for change in report.changes.prefix(most) { out += rows(change) }
    return out + "\n</details>\n"
  }

  private var summary: String {
    let count = report.changes.count
    if count > most { return "The \(most) customers with the largest balances, of \(count)" }
    return count == 1 ? "The customer" : "The \(count) customers, the largest balance first"
  }

  private func rows(_ change: CustomerChange) -> String {
    var lead =
      "\(ChangeMarkdown.escaped(change.customer.name)) (\(ChangeMarkdown.escaped(change.customer.id.text)))"
    var balance = ChangeReport.balance(change)
    var out = ""
    func row(_ invoice: String, _ before: String, _ after: String, _ words: String) {
      let cells = [lead, balance, invoice, before, after, words]
      out += "| \(cells.joined(separator: " | ")) |\n"
      lead = ""
      balance = ""
    }
    for line in change.lines {
      let stood =
        change.standings.first { $0.invoice == line.invoice }.map { " (after \($0.tier), \($0.day))" } ?? ""
      row(
        ChangeMarkdown.escaped(line.invoice), ChangeMarkdown.escaped(ChangeReport.words(line.old) + stood),
        ChangeMarkdown.escaped(ChangeReport.words(line.new)), ChangeReport.words(line.kinds))
    }
    for flag in change.flags {
      let words = ChangeMarkdown.escaped("flag \(flag.name), \(ChangeReport.date(flag.day))")
      row(
        ChangeMarkdown.escaped(flag.invoice ?? ""), flag.isNew ? "" : words, flag.isNew ? words : "",
        flag.isNew ? "flagged" : "no-longer-flagged")
    }
    return out
  }

  /// Text from books that means nothing to Markdown, HTML, or GitHub's mentions and references.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in ChangeText.printable(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "@": out += "&#64;"
      case "#": out += "&#35;"
      case "|", "`", "*", "_", "[", "]", "\\", "~", "!":
        out += "\\"
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
