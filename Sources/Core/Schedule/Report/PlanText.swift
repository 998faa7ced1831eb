import PolicyModel
import Receivables

/// A plan for reading: segments, schedules step by step, rules, answers and limits, each with its line.
package struct PlanText {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  package func render() -> String {
    ([head] + [segments, schedules, escalations, responses, limits, letters].filter { !$0.isEmpty })
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var head: [String] {
    let from = PlanText.time(plan.window.from)
    let until = PlanText.time(plan.window.until)
    return [
      "\(plan.policy)  (\(plan.business.name), \(plan.base), \(plan.business.timezone.value))",
      "sends on \(PlanText.weekdays(plan.calendar.send)) \(from) to \(until); business days are "
        + "\(PlanText.weekdays(plan.calendar.week)); \(plan.calendar.free.count) free days known",
    ]
  }

  private var segments: [String] {
    ["Segments, the first match wins"]
      + plan.segments.map { segment in
        let otherwise = segment.condition == nil ? "everyone else" : "when its condition holds"
        return row(
          segment.name,
          "\(otherwise) → \(plan.schedules[segment.schedule].name), \(plan.tones[segment.tone])",
          segment.source)
      }
  }

  private var schedules: [String] {
    ["Schedules"]
      + plan.schedules.flatMap { schedule in
        ["  \(schedule.name)  (\(schedule.source))"]
          + schedule.steps.map { row("  \(plan.tiers[$0.tier].name)", step($0), $0.source) }
          + (schedule.flagsItsEnd ? [] : ["      ends without a flag: \(schedule.endReason ?? "")"])
      }
  }

  private func step(_ step: PlannedStep) -> String {
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
      + plan.escalations.map { rule in
        row(
          rule.name,
          (rule.isPerInvoice ? "for an invoice: " : "for the customer: ")
            + rule.actions.map { plan.text(of: $0) }.joined(separator: ", "), rule.source)
      }
  }

  private var responses: [String] {
    ["Answers"]
      + plan.responses.compactMap { response in
        response.map { row($0.rule.kind.rawValue, PlanText.text($0.rule), $0.source) }
      }
  }

  private var limits: [String] {
    let limits = plan.limits
    var lines = ["Limits", row("grouping", "a message covers one \(limits.grouping.rawValue)", nil)]
    lines.append(row("catch_up", limits.catchUp.rawValue, nil))
    lines.append(row("min_gap", PlanText.text(limits.minGap), limits.minGapSource))
    if let cap = limits.atMost {
      lines.append(row("at_most", "\(cap.messages) per \(cap.days) days", limits.atMostSource))
    }
    if let least = limits.minBalance {
      lines.append(row("min_balance", "\(least) \(plan.base)", limits.minBalanceSource))
    }
    if let span = limits.afterIssue {
      lines.append(row("after_issue", PlanText.text(span), limits.afterIssueSource))
    }
    if let count = limits.perRun { lines.append(row("per_run", "\(count) messages", nil)) }
    return lines
  }

  private var letters: [String] {
    [
      "Words: \(plan.letters.templates.count) templates, languages \(plan.letters.languages.joined(separator: ", "))"
    ]
  }

  private func row(_ name: String, _ text: String, _ source: Source?) -> String {
    let padded = name + String(repeating: " ", count: max(1, 18 - name.count))
    return "  \(padded)\(text)" + (source.map { "  (\($0))" } ?? "")
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
