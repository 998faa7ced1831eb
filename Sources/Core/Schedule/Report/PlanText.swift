import PolicyModel
import PolicySyntax
import Receivables

/// A plan for reading: segments, schedules step by step, rules, answers and limits, each with its line.
package struct PlanText {
  private static let columns = 100
  private static let indent = String(repeating: " ", count: 20)
  private let plan: Plan
  private let closings: NextClosings?

  /// - Parameter closings: Left out where the day is not known from which they would be counted.
  package init(_ plan: Plan, closings: NextClosings? = nil) {
    self.plan = plan
    self.closings = closings
  }

  package func render() -> String {
    ([head]
      + [
        closings.map { PlanText.lines($0) } ?? [], segments, schedules, escalations, responses, limits,
        charges, letters,
      ].filter { !$0.isEmpty })
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var head: [String] {
    let from = PlanText.time(plan.window.from)
    let until = PlanText.time(plan.window.until)
    return [
      "\(plan.policy)  (\(plan.business.name), \(plan.base), \(plan.business.timezone.value))",
      "Sends on \(PlanText.weekdays(plan.calendar.send)), \(from) to \(until).",
      "Business days are \(PlanText.weekdays(plan.calendar.week)); "
        + "\(plan.calendar.free.count) holidays and closed days are known.",
      "Numbers behind a colon are lines of \(plan.source.file).",
    ]
  }

  private var segments: [String] {
    ["Segments, the first match wins"]
      + plan.segments.flatMap { segment in
        let outcome = "\(plan.schedules[segment.schedule].name), \(plan.tones[segment.tone])"
        return row(segment.name, "→ " + outcome, segment.source)
          + hanging(segment.conditionText.map { "when " + $0 } ?? "everyone else")
      }
  }

  private var schedules: [String] {
    ["Schedules"]
      + plan.schedules.flatMap { schedule in
        ["  \(schedule.name)  \(line(schedule.source))"]
          + schedule.steps.flatMap { row("  \(plan.tiers[$0.tier].name)", words($0), $0.source) }
          + (schedule.flagsItsEnd ? [] : ["    ends without a flag: \(schedule.endReason ?? "")"])
      }
  }

  private func words(_ step: PlannedStep) -> String {
    var words = ["level \(step.level)", PlanText.text(step.timing)]
    if let tone = step.tone { words.append("in \(plan.tones[tone])") }
    if step.channels != [.email] {
      words.append("by \(step.channels.map(\.rawValue).joined(separator: " and "))")
    }
    if step.from == .owner { words.append("from the owner") }
    if plan.roles[step.to].name != "billing" { words.append("to \(plan.roles[step.to].name)") }
    if !step.cc.isEmpty { words.append("cc \(step.cc.map { plan.roles[$0].name }.joined(separator: ", "))") }
    if let span = step.respondWithin { words.append("answer within \(PlanText.text(span))") }
    if step.takesAnyCollection { words.append("however it is collected") }
    if step.needsApproval { words.append("with approval") }
    if step.charges { words.append("with charges") }
    return words.joined(separator: ", ")
  }

  private var escalations: [String] {
    if plan.escalations.isEmpty { return [] }
    return ["Escalations"]
      + plan.escalations.flatMap { rule in
        let actions = rule.actions.map { plan.text(of: $0) }.joined(separator: ", ")
        return row(
          rule.name, (rule.isPerInvoice ? "for an invoice: " : "for the customer: ") + actions, rule.source)
          + hanging("when \(rule.conditionText)")
      }
  }

  private var responses: [String] {
    ["Answers"]
      + plan.responses.compactMap(\.self).flatMap {
        row($0.rule.kind.rawValue, PlanText.text($0.rule), $0.source)
      }
  }

  private var limits: [String] {
    let limits = plan.limits
    var lines = ["Limits"] + row("group_by", "a message covers one \(limits.grouping.rawValue)", nil)
    lines += row("catch_up", limits.catchUp.rawValue, nil)
    lines += row("min_gap", PlanText.text(limits.minGap), limits.minGapSource)
    if let cap = limits.atMost {
      lines += row("at_most", "\(cap.messages) per \(cap.days) days", limits.atMostSource)
    }
    if let least = limits.minBalance {
      lines += row("min_balance", "\(least) \(plan.base)", limits.minBalanceSource)
    }
    if let span = limits.afterIssue {
      lines += row("after_issue", PlanText.text(span), limits.afterIssueSource)
    }
    if let count = limits.perRun { lines += row("per_run", "\(count) messages", nil) }
    return lines
  }

  private var charges: [String] {
    let rows = PlanText.charges(plan)
    return rows.isEmpty
      ? [] : ["Charges  \(line(plan.chargesSource))"] + rows.flatMap { row($0.name, $0.words, nil) }
  }

  private var letters: [String] {
    [
      "Words: \(plan.letters.templates.count) templates, languages \(plan.letters.languages.joined(separator: ", "))"
    ]
  }

  /// A name, what it does and its line; what does not fit goes on below.
  private func row(_ name: String, _ text: String, _ source: Source?) -> [String] {
    let padded = "  " + name + String(repeating: " ", count: max(1, 18 - DisplayWidth.of(name)))
    let place = source.map { "  \(line($0))" } ?? ""
    let texts = wrapped(text, room: PlanText.columns - DisplayWidth.of(padded) - place.count)
    let lines = texts.enumerated().map { ($0.offset == 0 ? padded : PlanText.indent) + $0.element }
    return lines.dropLast() + lines.suffix(1).map { $0 + place }
  }

  /// A text under the second column.
  private func hanging(_ text: String) -> [String] {
    wrapped(text, room: PlanText.columns - PlanText.indent.count).map { PlanText.indent + $0 }
  }

  /// Never empty; a single word wider than the room stays whole.
  private func wrapped(_ text: String, room: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let joined = lines[lines.count - 1].isEmpty ? String(word) : lines[lines.count - 1] + " " + word
      if DisplayWidth.of(joined) <= room || lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = joined
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// `:47` for a line of the policy itself, the whole place for one of a file that it includes.
  private func line(_ source: Source) -> String {
    source == plan.source ? "by default" : source.short(in: plan.source.file)
  }
}

extension PlanText {
  /// `3 days before due`, `on due`, `10 business days after previous`.
  package static func text(_ timing: Timing) -> String {
    if timing.offset.count == 0 { return "on \(timing.anchor.rawValue)" }
    let span = DaySpan(abs(timing.offset.count), timing.offset.unit)
    return "\(text(span)) \(timing.offset.count < 0 ? "before" : "after") \(timing.anchor.rawValue)"
  }

  /// `5 business days`.
  package static func text(_ span: DaySpan) -> String {
    let unit =
      switch span.unit {
      case .day: "day"
      case .businessDay: "business day"
      case .week: "week"
      case .month: "month"
      }
    return "\(span.count) \(unit)\(span.count == 1 ? "" : "s")"
  }

  private static func text(_ response: Response) -> String {
    var words: [String] = []
    switch response.pause {
    case .lasting(let span): words.append("quiet for \(text(span))")
    case .afterPromised(let span): words.append("quiet until \(text(span)) after the promised day")
    case .untilReturn(let span): words.append("quiet until the return, otherwise \(text(span))")
    case nil: break
    }
    if let hold = response.hold { words.append("holds the \(hold.rawValue)") }
    if let most = response.atMost { words.append("at most \(most)") }
    if let longest = response.longest { words.append("no longer than \(text(longest))") }
    if response.isFlagged { words.append("flagged") }
    if response.thanks { words.append("thanked") }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
  }

  /// `09:30`.
  package static func time(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  /// `Mon, Tue, Fri`.
  package static func weekdays(_ set: WeekdaySet) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return (1...7).filter(set.contains).map { names[$0 - 1] }.joined(separator: ", ")
  }
}

extension Plan {
  /// An action as the contract writes it.
  package func text(of action: PlannedEscalation.Action) -> String {
    switch action {
    case .flag: Escalation.Action.flag.text
    case .holdCustomer: Escalation.Action.holdCustomer.text
    case .holdInvoice: Escalation.Action.holdInvoice.text
    case .notify: Escalation.Action.notify.text
    case .task(let name): Escalation.Action.task(name).text
    case .schedule(let place): Escalation.Action.schedule(schedules[place].name).text
    }
  }
}
