import PolicySyntax
import Receivables
import Schedule

/// The figures of a preview, for reading: what leaves, what it asks for, and who stays silent.
struct SummaryText {
  private let scenario: Scenario
  private let style: TextStyle
  private let days: DayText
  private static let label = 16

  init(_ scenario: Scenario, _ style: TextStyle) {
    self.scenario = scenario
    self.style = style
    days = DayText(scenario)
  }

  func lines(_ summary: PreviewSummary) -> [String] {
    let plan = scenario.plan
    var lines = [style.bold("Summary")]
    lines += line(
      "Books",
      "\(style.count(summary.customers, "customer")), \(style.count(summary.invoicesOpen, "open invoice"))")
    lines += line("Messages", "\(summary.messages)")
    if summary.messages > 0 {
      lines += line("  by tier", counts(plan.tiers.map(\.name), summary.byTier))
      lines += line("  by tone", counts(plan.tones, summary.byTone))
      lines += line("  chased", chased(summary))
      lines += line("  busiest day", busiest(summary))
    }
    lines += overRun(summary).map(style.yellow)
    let flags = counts(Flag.Origin.names(plan), summary.byFlag)
    lines += line("Flags", summary.flags == 0 ? "0" : "\(summary.flags): \(flags)")
    if summary.skipped > 0 { lines += line("Skipped", "\(summary.skipped): \(skipped(summary))") }
    return lines + silent(summary.silentCustomers)
  }

  /// Names with their counts, those without any left out.
  private func counts(_ names: [String], _ counts: [Int]) -> String {
    zip(names, counts).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private func chased(_ summary: PreviewSummary) -> String {
    summary.chased.sorted { $0.key.code < $1.key.code }.map { currency, chased in
      "\(Money(minorUnits: chased.minorUnits, currency: currency)) in \(style.count(chased.invoices, "invoice"))"
    }
    .joined(separator: ", ")
  }

  private func busiest(_ summary: PreviewSummary) -> String {
    guard let most = summary.byDay.max(), let place = summary.byDay.firstIndex(of: most) else { return "" }
    return "\(days.text(scenario.from + place)) with \(most)"
  }

  private func overRun(_ summary: PreviewSummary) -> [String] {
    guard let limit = scenario.plan.limits.perRun else { return [] }
    let over = summary.byDay.indices.filter { summary.byDay[$0] > limit }
    guard let first = over.first else { return [] }
    return line(
      "  per_run",
      "more than \(limit) on \(style.count(over.count, "day")), the first "
        + "\(days.text(scenario.from + first)) with \(summary.byDay[first]); taken as answered with yes")
  }

  private func skipped(_ summary: PreviewSummary) -> String {
    summary.skipReasons.sorted().map { "\(Skipped.meaning(of: $0)) (\($0))" }.joined(separator: "; ")
  }

  /// Who owes something and hears nothing, reason by reason, the most frequent first.
  private func silent(_ silent: SilentCustomers) -> [String] {
    if silent.count == 0 { return [] }
    let groups = silent.groups.map { why, group in (words(why), group) }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    var lines = line(
      "Hear nothing",
      silent.count == 1
        ? "1 customer, who owes something or is left out"
        : "\(silent.count) customers, who owe something or are left out")
    for (words, group) in groups {
      let names = group.customers.map { style.cut(style.clean($0.name), to: 40) }.joined(separator: ", ")
      let more = group.count - group.customers.count
      lines += line("", "\(group.count) \(words): \(names)\(more > 0 ? " and \(more) more" : "")")
    }
    return lines
  }

  private func words(_ why: SilentCustomers.Why) -> String {
    switch why {
    case .quiet(let reason): reason.phrase(in: scenario.plan)
    case .skipped(let reason): Skipped.phrase(of: reason)
    }
  }

  private func line(_ label: String, _ text: String) -> [String] {
    style.hanging("  " + style.left(label, SummaryText.label), text)
  }
}
