import Letters
import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// A preview for reading: a timeline for each customer, then a summary.
///
/// Lines stay within 100 columns where names allow it. Colours only where asked for.
package struct TimelineText: Sendable {
  private let scenario: Scenario
  private let rows: PreviewRows
  private let paint: Paint
  /// Wide enough for the names of most tiers.
  private let tierWidth: Int
  private static let detailWidth = 26
  private static let columns = 100

  /// - Parameter isColoured: True writes ANSI colours.
  package init(_ scenario: Scenario, isColoured: Bool) {
    self.scenario = scenario
    rows = PreviewRows(scenario.plan)
    paint = Paint(isOn: isColoured)
    tierWidth = min(20, max(12, (scenario.plan.tiers.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2))
  }

  /// What stands on top: what is assumed.
  package func head() -> String {
    let plan = scenario.plan
    var lines = [
      paint.bold("\(plan.policy)")
        + "  \(scenario.from) to \(scenario.end) (\(scenario.days) days), books as of "
        + "\(scenario.snapshot.asOf ?? "\(scenario.from)")"
    ]
    lines.append("Starts from an empty history: nothing counts as sent before.")
    if scenario.ownerIsPresent {
      lines.append("Assumes the review done in time and approvals given on the day (marked ✓).")
    } else {
      lines.append("Assumes the owner absent: what needs an approval waits.")
    }
    if scenario.behaviour == .history {
      lines.append(
        "Assumes each customer pays as late as it has before, by its own payments; one without any")
      lines.append("never pays. An estimate, not a promise.")
    }
    if !scenario.events.isEmpty {
      lines.append(
        "Assumes \(scenario.events.count) event\(scenario.events.count == 1 ? "" : "s") from the events file."
      )
    }
    lines.append(paint.dim("Numbers behind a colon are lines of \(plan.source.file)."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The timeline of one customer; empty where there is nothing to say.
  package func customer(_ preview: CustomerPreview) -> String {
    if preview.messages.isEmpty && preview.flags.isEmpty && preview.silences.isEmpty
      && preview.skipped.isEmpty
    {
      return ""
    }
    var lines = ["", paint.bold(preview.customer.name) + "  \(preview.customer.id)"]
    lines += preview.skipped.map { skipped in
      "  " + paint.red("skipped") + (skipped.invoice.map { "  \($0)" } ?? "") + "  \(skipped.reason)"
    }
    var rows = preview.flags.map { row($0) } + preview.messages.map { row($0, preview) }
    rows += grouped(preview).map { row($0, $1) }
    let sorted = rows.enumerated().sorted {
      ($0.element.day, $0.element.kind.rawValue, $0.offset)
        < ($1.element.day, $1.element.kind.rawValue, $1.offset)
    }
    let width = min(20, rows.map { DisplayWidth.of($0.invoices) }.max() ?? 0)
    lines += sorted.flatMap { self.lines($0.element, invoices: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Parts that are quiet for one reason over the same days share a line.
  private func grouped(_ preview: CustomerPreview) -> [(SilentTime, [String])] {
    var groups: [(SilentTime, [String])] = []
    for silence in preview.silences {
      let name = "\(preview.parts[silence.place])"
      let place = groups.firstIndex {
        $0.0.from == silence.from && $0.0.to == silence.to && $0.0.reason == silence.reason
      }
      if let place { groups[place].1.append(name) } else { groups.append((silence, [name])) }
    }
    return groups
  }

  /// One line of a timeline, before it is laid out in columns.
  private struct Row {
    /// In the order within one day.
    enum Kind: Int { case flag, message, silence }

    let day: Day
    let kind: Kind
    /// The tier, `flag` or `quiet`.
    let what: String
    /// Tone and total, what a flag does, or how long it is quiet.
    let detail: String
    var invoices = ""
    /// To whom, or why.
    let because: String
    let source: Source
    /// What else a message lists; on a line of its own where it does not fit.
    var also = ""
    /// The words of a message, line by line.
    var words: [String] = []
  }

  /// Columns: day, what, detail, invoices, the rest.
  private func lines(_ row: Row, invoices width: Int) -> [String] {
    let what = pad(row.what, tierWidth)
    let lead = "  \(date(row.day))  "
    var rest = pad(row.detail, TimelineText.detailWidth + 1) + " "
    let indent = String(repeating: " ", count: DisplayWidth.of(lead + what + rest))
    if width > 0 { rest += pad(row.invoices, width + 1) + " " }
    rest += row.because
    let source = "  \(line(row.source))"
    let whole = lead + what + rest + ", " + row.also + source
    let head = lead + paint(what, as: row.kind) + rest
    if row.also.isEmpty { return [head + paint.dim(source)] + row.words }
    return DisplayWidth.of(whole) <= TimelineText.columns
      ? [head + ", " + row.also + paint.dim(source)] + row.words
      : [head + paint.dim(source), indent + row.also] + row.words
  }

  private func paint(_ text: String, as kind: Row.Kind) -> String {
    switch kind {
    case .flag: paint.yellow(text)
    case .message: paint.green(text)
    case .silence: paint.dim(text)
    }
  }

  private func row(_ planned: PlannedMessage, _ preview: CustomerPreview) -> Row {
    let message = planned.message
    let plan = scenario.plan
    let also = list(message.alsoListed.map { "\(preview.parts[$0])" })
    return Row(
      day: message.day, kind: .message, what: plan.tiers[message.step.tier].name,
      detail: pad(plan.tones[message.tone], 10) + padLeft("\(message.total)", 16),
      invoices: list(message.parts.map { "\(preview.parts[$0.place])" }),
      because: "to \(message.to.email)" + (message.needsApproval ? " ✓" : ""), source: message.step.source,
      also: also.isEmpty ? "" : "also lists \(also)", words: words(planned))
  }

  private func words(_ planned: PlannedMessage) -> [String] {
    let words: String
    switch planned.letter {
    case .success(let letter): words = "Subject: \(letter.subject)\n\n\(letter.text)"
    case .failure(let error): words = error.inWords
    case nil: return []
    }
    var lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.isEmpty ? paint.dim("      │") : paint.dim("      │ ") + $0 }
  }

  private func row(_ flag: Flag) -> Row {
    let name =
      switch flag.origin {
      case .escalation(let rule): scenario.plan.escalations[rule].name
      case .own(let own): own.rawValue
      case .response(let kind): kind.rawValue
      }
    return Row(
      day: flag.day, kind: .flag, what: "flag", detail: list(rows.actions(flag)),
      invoices: flag.invoice ?? "", because: name, source: flag.source)
  }

  private func row(_ silence: SilentTime, _ parts: [String]) -> Row {
    // A silence that lasts to the last day may well last longer.
    let until =
      silence.to == scenario.end
      ? "to the end" : silence.from == silence.to ? "this day" : "to \(date(silence.to))"
    return Row(
      day: silence.from, kind: .silence, what: "quiet", detail: until,
      invoices: list(parts), because: silence.reason.text(in: scenario.plan), source: silence.source)
  }

  /// `:47` for a line of the policy itself, `shared/tones.yaml:9` for one of a file that it includes, and words
  /// for what the language does by itself: no line of the policy says it.
  private func line(_ source: Source) -> String {
    if source == scenario.plan.source { return "by default" }
    return source.short(in: scenario.plan.source.file)
  }

  /// What stands at the bottom.
  package func summary(_ summary: PreviewSummary) -> String {
    let plan = scenario.plan
    var lines = ["", paint.bold("Summary")]
    lines.append("  customers       \(summary.customers)")
    lines.append("  open invoices   \(summary.invoicesOpen)")
    lines.append("  messages        \(summary.messages)" + byTier(summary))
    lines.append("  flags           \(summary.flags)")
    lines.append("  quiet times     \(summary.silent)")
    lines.append("  skipped         \(summary.skipped)")
    if let busiest = summary.byDay.indices.max(by: { summary.byDay[$0] < summary.byDay[$1] }),
      summary.byDay[busiest] > 0
    {
      lines.append("  busiest day     \(date(scenario.from + busiest)) with \(summary.byDay[busiest])")
    }
    if let limit = plan.limits.perRun {
      let over = summary.byDay.indices.filter { summary.byDay[$0] > limit }
      if let first = over.first {
        lines.append(
          "  per_run         more than \(limit) on \(over.count) day\(over.count == 1 ? "" : "s"), the first "
            + "\(date(scenario.from + first)) with \(summary.byDay[first]); taken as answered with yes")
      }
    }
    lines += legend(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the reasons mean that were met.
  private func legend(_ summary: PreviewSummary) -> [String] {
    let plan = scenario.plan
    return legend("Why quiet", summary.reasons.map { ($0.text(in: plan), $0.meaning) })
      + legend("Why skipped", summary.skipReasons.map { ($0, Skipped.meaning(of: $0)) })
  }

  private func legend(_ title: String, _ met: [(name: String, meaning: String)]) -> [String] {
    if met.isEmpty { return [] }
    let width = met.map { DisplayWidth.of($0.name) }.max() ?? 0
    return ["", paint.bold(title)]
      + met.sorted { $0.name < $1.name }.map { "  " + pad($0.name, width + 2) + $0.meaning }
  }

  private func byTier(_ summary: PreviewSummary) -> String {
    let counts = summary.byTier.enumerated().filter { $0.element > 0 }
      .map { "\(scenario.plan.tiers[$0.offset].name) \($0.element)" }
    return counts.isEmpty ? "" : "  (\(counts.joined(separator: ", ")))"
  }

  private func date(_ day: Day) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(names[day.weekday - 1]) \(day)"
  }

  /// At most six names, and how many more.
  private func list(_ names: [String]) -> String {
    let shown = names.prefix(6).joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }

  private func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }
}

/// ANSI colours, or none.
private struct Paint {
  let isOn: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func red(_ text: String) -> String { paint(text, "31") }
  func green(_ text: String) -> String { paint(text, "32") }
  func yellow(_ text: String) -> String { paint(text, "33") }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
