import Receivables
import Schedule
import Simulation

/// The months of a horizon as tables, with the number of messages on each day; closed days are seen.
struct MonthTables {
  private let scenario: Scenario
  private let counts: [Int]
  private let closings: [Closing]
  /// More months than these are not drawn.
  private static let limit = 12

  /// - Parameter counts: One for each day of the horizon.
  init(_ scenario: Scenario, _ counts: [Int]) {
    self.scenario = scenario
    self.counts = counts
    closings = scenario.plan.closedDays.next(100, from: scenario.from, in: scenario.plan.calendar)
      .filter { $0.days.lowerBound <= scenario.end }
  }

  func write(_ html: inout HTMLWriter) {
    html.markup("<div class=\"months\">\n")
    var first = scenario.from - (scenario.from.civil.day - 1)
    var drawn = 0
    while first <= scenario.end, drawn < MonthTables.limit {
      month(first, &html)
      first = first.endOfMonth + 1
      drawn += 1
    }
    html.markup("</div>\n")
    var notes: [String] = []
    if first <= scenario.end { notes.append("And so on to \(DayText.whole(scenario.end)).") }
    notes.append("Shaded days are days on which nothing leaves.")
    if !closings.isEmpty {
      notes.append("Closed: " + PageWords.list(closings.map(text), limit: 12) + ".")
    }
    html.markup("<p class=\"note\" style=\"margin-top:1rem\">")
    html.text(notes.joined(separator: " "))
    html.markup("</p>\n")
  }

  private func text(_ closing: Closing) -> String {
    let days = DayText(scenario)
    let (first, last) = (closing.days.lowerBound, closing.days.upperBound)
    let when = first == last ? days.text(first) : "\(days.text(first)) to \(days.text(last))"
    return closing.names.isEmpty ? when : "\(when) (\(closing.names.joined(separator: " / ")))"
  }

  private func month(_ first: Day, _ html: inout HTMLWriter) {
    let (year, number, _) = first.civil
    html.markup("<table class=\"month\"><caption>")
    html.text("\(DayText.months[number - 1]) \(year)")
    html.markup("</caption><thead><tr>")
    for name in ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] {
      html.markup("<th scope=\"col\">")
      html.text(name)
      html.markup("</th>")
    }
    html.markup("</tr></thead><tbody>\n")
    var monday = first - (first.weekday - 1)
    while monday <= first.endOfMonth {
      html.markup("<tr>")
      for offset in 0..<7 { day(monday + offset, in: first, &html) }
      html.markup("</tr>\n")
      monday = monday + 7
    }
    html.markup("</tbody></table>\n")
  }

  private func day(_ day: Day, in first: Day, _ html: inout HTMLWriter) {
    guard day >= first, day <= first.endOfMonth else { return html.markup("<td class=\"none\"></td>") }
    let place = day - scenario.from
    guard counts.indices.contains(place) else {
      html.markup("<td class=\"out\">")
      html.number(day.civil.day)
      return html.markup("</td>")
    }
    let count = counts[place]
    if count > 0 {
      let most = counts.max() ?? count
      let weight = most < 3 ? 1 : 1 + (count - 1) * 3 / most
      html.markup("<td class=\"n")
      html.number(min(3, weight))
      html.markup("\" title=\"")
      html.text(PageWords.count(count, "message"))
      html.markup("\">")
    } else {
      html.markup(scenario.plan.calendar.isOpen(day) ? "<td>" : "<td class=\"shut\">")
    }
    html.number(day.civil.day)
    if count > 0 {
      html.markup("<b>")
      html.number(count)
      html.markup("</b>")
    }
    html.markup("</td>")
  }
}
