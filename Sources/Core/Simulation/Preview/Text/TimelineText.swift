import Letters
import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// A preview for reading: how things stand with each customer and what comes, then months, figures and reasons.
///
/// Lines stay within the width of the style, except for the words of letters, which are shown as they are.
package struct TimelineText: Sendable {
  private let scenario: Scenario
  private let style: TextStyle
  private let days: DayText
  private let rows: PreviewRows
  /// Columns of tier and tone: wide enough for most names.
  private let tierWidth: Int
  private let toneWidth: Int
  private static let moneyWidth = 13

  package init(_ scenario: Scenario, _ style: TextStyle) {
    self.scenario = scenario
    self.style = style
    days = DayText(scenario)
    rows = PreviewRows(scenario.plan)
    let plan = scenario.plan
    tierWidth = min(16, max(5, plan.tiers.map { DisplayWidth.of($0.name) }.max() ?? 0))
    toneWidth = min(12, max(8, plan.tones.map { DisplayWidth.of($0) }.max() ?? 0))
  }

  /// What stands on top: what is assumed.
  package func head() -> String {
    let plan = scenario.plan
    let title =
      "What \(plan.policy) would send, \(DayText.whole(scenario.from)) to \(DayText.whole(scenario.end))"
    var assumptions = scenario.assumptions
    assumptions.append("A number behind a colon is the line of \(plan.source.file) that says so.")
    let lines =
      PlainText.wrapped(title, width: style.width).map(style.bold)
      + PlainText.wrapped(assumptions.joined(separator: " "), width: style.width).map(style.dim)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The part about one customer; empty where there is nothing to say.
  package func customer(_ preview: CustomerPreview) -> String {
    if preview.messages.isEmpty && preview.flags.isEmpty && preview.silences.isEmpty
      && preview.skipped.isEmpty
    {
      return ""
    }
    var lines = ["", title(preview.customer)]
    for skipped in preview.skipped {
      let head = style.left("  Skipped", 14) + (skipped.invoice.map { "\(style.clean($0)): " } ?? "")
      lines += style.hanging(head, Skipped.meaning(of: skipped.reason)).map(style.red)
    }
    let usual = preview.messages.first?.message.to.email
    if let today = preview.today {
      lines += TodayText(scenario.plan, style, days).lines(today, letters: usual)
    }
    var rows = preview.flags.map { row($0) } + preview.messages.map { row($0, preview, usual) }
    rows += grouped(preview).map { row($0, $1) }
    if !rows.isEmpty && preview.today != nil { lines.append("") }
    let sorted = rows.enumerated().sorted {
      ($0.element.day, $0.element.kind.rawValue, $0.offset)
        < ($1.element.day, $1.element.kind.rawValue, $1.offset)
    }
    lines += sorted.flatMap { self.lines($0.element) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func title(_ customer: Customer) -> String {
    let id = style.cut(style.clean(customer.id.text), to: style.width / 3)
    let name = style.cut(style.clean(customer.name), to: style.width - DisplayWidth.of(id) - 2)
    return style.bold(name) + "  " + style.dim(id)
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

  /// Columns: day, mark, what, middle, the rest, and at the edge the line of the policy.
  private func lines(_ row: TimelineRow) -> [String] {
    let what = style.left(style.cut(row.what, to: tierWidth), tierWidth)
    let lead = "  " + style.left(days.column(row.day), days.width) + "  "
    let mark: String =
      switch row.kind {
      case .flag: style.flagMark
      case .message: style.messageMark
      case .silence: style.quietMark
      }
    // On a narrow terminal the middle has no column of its own and flows with the rest.
    let middleWidth = style.width < 72 ? 0 : toneWidth + 1 + TimelineText.moneyWidth
    let fits = DisplayWidth.of(row.middle) <= middleWidth
    let middle = middleWidth == 0 ? "" : style.left(fits ? row.middle : "", middleWidth) + "  "
    var rest = (fits ? "" : row.middle + " ") + row.rest
    let source = line(row.source)
    let head = lead + mark + " " + what + "  " + middle
    let keep = DisplayWidth.of(source) + 2
    var address: [String] = []
    if let to = row.address.map({ "to " + style.clean($0) }) {
      if DisplayWidth.of("\(head)\(rest), \(to)") + keep <= style.width {
        rest += ", \(to)"
      } else {
        let indent = String(repeating: " ", count: DisplayWidth.of(lead + mark + " " + what + "  "))
        address = [indent + style.cut(to, to: style.width - indent.count)]
      }
    }
    let text = style.hanging(head, rest, keep: keep)
    guard let first = text.first else { return [] }
    let painted = lead + paint(mark + " " + what, row.kind)
    // A silence is background; the rest of its line is as quiet as its mark.
    let remainder = String(first.dropFirst(lead.count + mark.count + 1 + what.count))
    let room = style.width - DisplayWidth.of(lead + mark + " " + what + source)
    let tail = source.isEmpty ? style.trimmed(remainder) : style.left(remainder, room)
    return [painted + (row.kind == .silence ? style.dim(tail) : tail) + style.dim(source)]
      + text.dropFirst().map { row.kind == .silence ? style.dim($0) : $0 } + address + row.words
  }

  private func paint(_ text: String, _ kind: TimelineRow.Kind) -> String {
    switch kind {
    case .flag: style.yellow(text)
    case .message: style.green(text)
    case .silence: style.dim(text)
    }
  }

  private func row(
    _ planned: PlannedMessage, _ preview: CustomerPreview, _ usual: String?
  ) -> TimelineRow {
    let message = planned.message
    let plan = scenario.plan
    let tone = style.cut(plan.tones[message.tone], to: toneWidth)
    var rest = [list(message.parts.map { "\(preview.parts[$0.place])" })]
    if !message.alsoListed.isEmpty {
      rest.append("also lists \(list(message.alsoListed.map { "\(preview.parts[$0])" }))")
    }
    if message.demandsCharges {
      let charges = message.parts.compactMap(\.charges).reduce(0) { $0 + $1.interest + $1.compensation }
      rest.append("with charges of \(Money(minorUnits: charges, currency: message.total.currency))")
    }
    if message.needsApproval { rest.append("once approved") }
    return TimelineRow(
      day: message.day, kind: .message, what: plan.tiers[message.step.tier].name,
      middle: style.left(tone, toneWidth) + " "
        + style.right("\(message.total)", TimelineText.moneyWidth),
      rest: rest.joined(separator: ", "),
      // Where `today` is said, the usual address stands there once.
      address: preview.today == nil || message.to.email != usual ? message.to.email : nil,
      source: message.step.source, words: words(planned))
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
    let margin = "      " + style.dim(style.margin)
    return lines.map { $0.isEmpty ? margin : margin + " " + style.clean(String($0)) }
  }

  private func row(_ flag: Flag) -> TimelineRow {
    let actions = rows.actions(flag)
    let rest = [flag.invoice ?? "", actions == ["flag"] ? "" : list(actions)].filter { !$0.isEmpty }
    return TimelineRow(
      day: flag.day, kind: .flag, what: "flag", middle: flag.origin.name(in: scenario.plan),
      rest: rest.joined(separator: ": "), source: flag.source)
  }

  private func row(_ silence: SilentTime, _ parts: [String]) -> TimelineRow {
    // A silence that lasts to the last day may well last longer.
    let until =
      silence.to == scenario.end
      ? "to the end" : silence.from == silence.to ? "this day" : "to \(days.text(silence.to))"
    return TimelineRow(
      day: silence.from, kind: .silence, what: "quiet", middle: until,
      rest: "\(list(parts)): \(silence.reason.phrase(in: scenario.plan))", source: silence.source)
  }

  /// `:47` for a line of the policy itself, `shared/tones.yaml:9` for one of a file that it includes, and nothing
  /// for what the language does by itself: no line of the policy says it.
  private func line(_ source: Source) -> String {
    source == scenario.plan.source
      ? "" : style.cut(source.short(in: scenario.plan.source.file), to: style.width / 4)
  }

  /// What stands at the bottom: what the reasons mean, the months, and the figures.
  package func summary(_ summary: PreviewSummary) -> String {
    let months = MonthCalendar(scenario, summary.byDay, style).lines()
    let figures = SummaryText(scenario, style).lines(summary)
    let receipts = summary.receipts.map {
      [""] + ReceiptsText(scenario, style).lines($0, paidInvoices: summary.paidInvoices)
    }
    let lines = legend(summary) + (months.isEmpty ? [] : [""] + months) + (receipts ?? []) + [""] + figures
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the reasons mean that were met, with the names under which other formats give them.
  private func legend(_ summary: PreviewSummary) -> [String] {
    let plan = scenario.plan
    if summary.reasons.isEmpty { return [] }
    let met = summary.reasons.map { ($0.text(in: plan), $0.phrase(in: plan), $0.meaning) }
      .sorted { $0.0 < $1.0 }
    let width = min(28, met.map { DisplayWidth.of($0.1) }.max() ?? 0)
    return ["", style.bold("Why quiet")]
      + met.flatMap { code, phrase, meaning in
        style.hanging("  " + style.left(style.cut(phrase, to: 36), width) + "  ", "\(meaning) (\(code))")
      }
  }

  /// At most six names, and how many more.
  private func list(_ names: [String]) -> String {
    let shown = names.prefix(6).map { style.clean($0) }.joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }
}
