import Letters
import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// A preview for reading: a timeline for each customer, then a summary.
///
/// Lines stay within 100 columns where names allow it. Colours only where asked for.
package struct TimelineText {
  private let scenario: Scenario
  private let rows: PreviewRows
  private let paint: Paint
  /// Reasons that were met, for the legend.
  private var reasons: Set<SilenceReason> = []

  /// - Parameter isColoured: True writes ANSI colours.
  package init(_ scenario: Scenario, isColoured: Bool) {
    self.scenario = scenario
    rows = PreviewRows(scenario.plan)
    paint = Paint(isOn: isColoured)
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
        "Assumes each customer pays as late as it has before, by its own payments: an estimate, not a promise."
      )
    }
    if !scenario.events.isEmpty {
      lines.append(
        "Assumes \(scenario.events.count) event\(scenario.events.count == 1 ? "" : "s") from the events file."
      )
    }
    lines.append(paint.dim("Numbers behind a colon are lines of \(TimelineText.file(plan.source))."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The timeline of one customer; empty where there is nothing to say.
  package mutating func customer(_ preview: CustomerPreview) -> String {
    for silence in preview.silences { reasons.insert(silence.reason) }
    if preview.messages.isEmpty && preview.flags.isEmpty && preview.silences.isEmpty
      && preview.skipped.isEmpty
    {
      return ""
    }
    var lines = ["", paint.bold(preview.customer.name) + "  \(preview.customer.id)"]
    lines += preview.skipped.map { skipped in
      "  " + paint.red("skipped") + (skipped.invoice.map { "  \($0)" } ?? "") + "  \(skipped.reason)"
    }
    var rows: [(day: Day, order: Int, text: String)] = []
    for flag in preview.flags { rows.append((flag.day, 0, line(flag))) }
    for message in preview.messages { rows.append((message.message.day, 1, line(message, preview))) }
    for (silence, parts) in grouped(preview) { rows.append((silence.from, 2, line(silence, parts))) }
    let sorted = rows.enumerated().sorted {
      ($0.element.day, $0.element.order, $0.offset) < ($1.element.day, $1.element.order, $1.offset)
    }
    lines += sorted.map(\.element.text)
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

  private func line(_ planned: PlannedMessage, _ preview: CustomerPreview) -> String {
    let message = planned.message
    let tier = scenario.plan.tiers[message.step.tier].name
    let head =
      "  \(date(message.day))  " + paint.green(pad(tier, 12)) + pad(scenario.plan.tones[message.tone], 10)
    let amount = padLeft("\(message.total)", 16)
    var text = head + amount + "  " + list(message.parts.map { "\(preview.parts[$0.place])" })
    if !message.alsoListed.isEmpty {
      text += " (also lists \(list(message.alsoListed.map { "\(preview.parts[$0])" })))"
    }
    text += "  to \(message.to.email)"
    if message.needsApproval { text += "  ✓ approval" }
    text += paint.dim("  \(line(message.step.source))")
    let words: String
    switch planned.letter {
    case .success(let letter): words = "Subject: \(letter.subject)\n\n\(letter.text)"
    case .failure(let error): words = error.inWords
    case nil: return text
    }
    return text + "\n"
      + words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? paint.dim("      │") : paint.dim("      │ ") + $0 }.joined(separator: "\n")
  }

  private func line(_ flag: Flag) -> String {
    let name =
      switch flag.origin {
      case .escalation(let rule): scenario.plan.escalations[rule].name
      case .own(let own): own.rawValue
      case .response(let kind): kind.rawValue
      }
    return "  \(date(flag.day))  " + paint.yellow(pad("flag", 12)) + "\(name): \(list(rows.actions(flag)))"
      + (flag.invoice.map { "  \($0)" } ?? "") + paint.dim("  \(line(flag.source))")
  }

  private func line(_ silence: SilentTime, _ parts: [String]) -> String {
    let until = silence.from == silence.to ? "" : " to \(date(silence.to))"
    return "  \(date(silence.from))  " + paint.dim(pad("quiet", 12))
      + "\(silence.reason.text(in: scenario.plan))\(until)"
      + "  " + list(parts) + paint.dim("  \(line(silence.source))")
  }

  /// `:47` for a line of the policy itself, `shared/tones.yaml:9` for one of a file that it includes.
  private func line(_ source: Source) -> String {
    let file = TimelineText.file(scenario.plan.source)
    return source.description.hasPrefix(file + ":")
      ? String(source.description.dropFirst(file.count)) : source.description
  }

  private static func file(_ source: Source) -> String {
    let text = source.description
    return text.lastIndex(of: ":").map { String(text[..<$0]) } ?? text
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
    lines += legend
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the reasons mean that were met.
  private var legend: [String] {
    let plan = scenario.plan
    let met = reasons.map { ($0.text(in: plan), $0.meaning) }.sorted { $0.0 < $1.0 }
    let width = met.map(\.0.count).max() ?? 0
    return met.isEmpty ? [] : ["", paint.bold("Why quiet")] + met.map { "  " + pad($0.0, width + 2) + $0.1 }
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
