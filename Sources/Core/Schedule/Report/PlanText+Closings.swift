import Receivables

extension PlanText {
  private static let dayColumns = 36

  /// A heading and a line for each closing: its days, and why.
  static func lines(_ next: NextClosings) -> [String] {
    guard !next.closings.isEmpty else {
      return ["No holidays or closed days are known from \(next.from) on."]
    }
    return ["Closed days from \(next.from) on, weekends left out"]
      + next.closings.map { closing in
        let days = "  " + text(closing.days)
        return days + String(repeating: " ", count: max(2, dayColumns - days.count)) + reason(closing)
      }
  }

  /// `Fri 2026-12-25`, `Thu 2026-12-24 to Fri 2027-01-01`.
  private static func text(_ days: ClosedRange<Day>) -> String {
    func named(_ day: Day) -> String { "\(weekdays(WeekdaySet([day.weekday]))) \(day)" }
    return days.count == 1
      ? named(days.lowerBound) : "\(named(days.lowerBound)) to \(named(days.upperBound))"
  }

  private static func reason(_ closing: Closing) -> String {
    let names = closing.names.joined(separator: " / ")
    switch closing.cause {
    case .closed: return names.isEmpty ? "closed" : "closed: \(names)"
    case .holiday:
      let place =
        closing.calendars.isEmpty ? "written in the policy" : closing.calendars.joined(separator: ", ")
      return "\(names.isEmpty ? "holiday" : names) (\(place))"
    }
  }
}
