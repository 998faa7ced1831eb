import PolicySyntax
import Receivables
import Schedule

/// The months of a horizon with the number of messages on each day; days on which nothing may leave are seen.
struct MonthCalendar {
  private let scenario: Scenario
  private let counts: [Int]
  private let style: TextStyle
  /// Columns of one day.
  private let cell: Int
  private static let label = 7
  private static let gap = 3
  /// More months than these are not drawn: a year is as far as anybody reads.
  private static let limit = 12

  /// - Parameter counts: One for each day of the horizon.
  init(_ scenario: Scenario, _ counts: [Int], _ style: TextStyle) {
    self.scenario = scenario
    self.counts = counts
    self.style = style
    cell = max(2, "\(counts.max() ?? 0)".count) + 2
  }

  /// Empty where no message leaves.
  func lines() -> [String] {
    guard counts.contains(where: { $0 > 0 }) else { return [] }
    var months: [[String]] = []
    var first = scenario.from
    while first <= scenario.end, months.count < MonthCalendar.limit {
      months.append(month(of: first))
      first = first.endOfMonth + 1
    }
    let width = MonthCalendar.label + 7 * cell
    let columns = max(1, (style.width + MonthCalendar.gap) / (width + MonthCalendar.gap))
    var lines = [style.bold("Messages by day")]
    for start in stride(from: 0, to: months.count, by: columns) {
      lines += beside(Array(months[start..<min(start + columns, months.count)]), width)
    }
    if first <= scenario.end { lines.append("  and so on to \(DayText.whole(scenario.end))") }
    return lines + closings()
  }

  private func beside(_ months: [[String]], _ width: Int) -> [String] {
    (0..<(months.map(\.count).max() ?? 0)).map { row in
      var line = ""
      for (place, month) in months.enumerated() where row < month.count {
        let start = place * (width + MonthCalendar.gap)
        line += String(repeating: " ", count: max(0, start - visible(line))) + month[row]
      }
      return line
    }
  }

  /// Columns of a line of this calendar, colours left out: it has no character that is not one column wide.
  private func visible(_ line: String) -> Int {
    var count = 0
    var isCode = false
    for character in line {
      if character == "\u{1B}" { isCode = true }
      if !isCode { count += 1 }
      if isCode, character == "m" { isCode = false }
    }
    return count
  }

  /// A title, the weekdays, and a row for each week, with its days of the month in front.
  private func month(of day: Day) -> [String] {
    let (year, number, _) = day.civil
    let start = day - (day.civil.day - 1)
    let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map { style.right($0, cell) }.joined()
    var lines = [
      "  " + style.cyan("\(DayText.months[number - 1]) \(year)"),
      style.dim(String(repeating: " ", count: MonthCalendar.label) + names),
    ]
    var first = start
    while first <= start.endOfMonth {
      let last = min(first + (7 - first.weekday), start.endOfMonth)
      if last >= scenario.from && first <= scenario.end { lines.append(week(first, last)) }
      first = last + 1
    }
    return lines
  }

  private func week(_ first: Day, _ last: Day) -> String {
    let days =
      first == last ? "\(first.civil.day)" : "\(first.civil.day)\(style.dash)\(last.civil.day)"
    var line = style.dim(style.right(days, MonthCalendar.label))
    line += String(repeating: " ", count: cell * (first.weekday - 1))
    for offset in 0...(last - first) {
      let day = first + offset
      let place = day - scenario.from
      guard counts.indices.contains(place) else {
        line += String(repeating: " ", count: cell)
        continue
      }
      line += self.day(counts[place], isOpen: scenario.plan.calendar.isOpen(day))
    }
    return line
  }

  private func day(_ count: Int, isOpen: Bool) -> String {
    if count > 0 {
      let text = style.right("\(count)", cell)
      return count == counts.max() ? style.yellow(text) : style.bold(text)
    }
    return style.dim(style.right(isOpen ? style.quietMark : style.closedDay, cell))
  }

  /// What the marks mean, and why days are closed that are no weekends.
  private func closings() -> [String] {
    let plan = scenario.plan
    let met = plan.closedDays.next(100, from: scenario.from, in: plan.calendar)
      .filter { $0.days.lowerBound <= scenario.end }
    let days = DayText(scenario)
    var text = "\(style.closedDay) nothing leaves: not a day to send on"
    let named = met.prefix(8).map { closing in
      let (first, last) = (closing.days.lowerBound, closing.days.upperBound)
      let when = first == last ? days.text(first) : "\(days.text(first)) to \(days.text(last))"
      let names = closing.names.map { style.clean($0) }.joined(separator: " / ")
      return names.isEmpty ? when : "\(when) (\(names))"
    }
    if !named.isEmpty { text += "; closed " + named.joined(separator: ", ") }
    if met.count > 8 { text += " and \(met.count - 8) more" }
    return style.hanging("  ", text).map(style.dim)
  }
}
