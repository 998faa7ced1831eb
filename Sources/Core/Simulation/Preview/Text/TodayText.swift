import PolicyModel
import PolicySyntax
import Receivables
import Schedule

/// How things stand with a customer, in a few lines above its timeline.
struct TodayText {
  private let plan: Plan
  private let style: TextStyle
  private let days: DayText
  private static let label = 12
  /// Answers that are shown, the latest.
  private static let answers = 3

  init(_ plan: Plan, _ style: TextStyle, _ days: DayText) {
    self.plan = plan
    self.style = style
    self.days = days
  }

  /// - Parameter letters: The address of the first message, nil where there is none.
  func lines(_ today: CustomerToday, letters: String?) -> [String] {
    var lines = line("Today", money(today))
    if let last = today.lastPaid { lines += line("", "last paid on \(days.text(last))") }
    if !today.unallocated.isEmpty {
      lines += line(
        "Unallocated", today.unallocated.map { "\($0)" }.joined(separator: ", ") + ", set against no invoice")
    }
    lines += heard(today)
    if !today.disputed.isEmpty { lines += line("Disputed", list(today.disputed)).map(style.yellow) }
    for stop in today.stops { lines += self.stop(stop).map(style.yellow) }
    if let letters { lines += line("Letters", "to \(style.cut(style.clean(letters), to: style.width - 16))") }
    return lines
  }

  private func money(_ today: CustomerToday) -> String {
    if today.open.isEmpty { return "nothing is open" }
    let open = today.open.map { "\($0.money) open in \(style.count($0.invoices, "invoice"))" }
    var text = open.joined(separator: ", ")
    if today.overdue.isEmpty { return text + ", none of it overdue" }
    let isAll = today.overdue == today.open
    let overdue = isAll ? "all" : today.overdue.map { "\($0.money)" }.joined(separator: ", ")
    let count = today.overdue.reduce(0) { $0 + $1.invoices }
    text +=
      "; \(overdue) overdue, \(count == 1 ? "" : "the oldest ")by \(style.count(today.daysOverdue, "day"))"
    return text
  }

  private func heard(_ today: CustomerToday) -> [String] {
    var lines: [String] = []
    for heard in today.heard.suffix(TodayText.answers) {
      var text = "\(heard.kind.words) on \(days.text(heard.on))"
      if let invoice = heard.invoice { text += " about \(style.clean(invoice))" }
      if let promised = heard.promised { text += ", to pay on \(days.text(promised))" }
      lines += line(lines.isEmpty ? "Heard" : "", text)
    }
    if today.brokenPromises > 0 {
      lines += line(
        lines.isEmpty ? "Heard" : "", "\(style.count(today.brokenPromises, "promise")) not kept")
    }
    return lines
  }

  private func stop(_ stop: CustomerToday.Stop) -> [String] {
    let what = stop.parts.map { list($0) } ?? "everything"
    let until = stop.until.map { "to \(days.text($0))" } ?? "until it is released"
    return line(
      stop.until == nil ? "On hold" : "Paused", "\(what) \(until): \(stop.reason.phrase(in: plan))")
  }

  private func line(_ label: String, _ text: String) -> [String] {
    style.hanging("  " + style.left(label, TodayText.label), text)
  }

  private func list(_ names: [String]) -> String {
    let shown = names.prefix(6).map { style.clean($0) }.joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }
}
