import Receivables

/// What `calendar:` closes, gathered while it is read.
struct ClosingsRead {
  private(set) var closings: [Closing] = []
  private var reaches: [CalendarReach] = []

  mutating func add(_ closing: Closing) {
    closings.append(closing)
  }

  /// Takes all holidays of a calendar that came with Duly or was read from an `.ics` file.
  mutating func add(_ calendar: HolidayCalendar, named name: String) {
    for holiday in calendar.holidays {
      closings.append(Closing(holiday.day...holiday.day, name: holiday.name, calendar: name))
    }
    if let reach = calendar.reach { reaches.append(CalendarReach(calendar: name, days: reach)) }
  }

  /// All days of all closings.
  var free: Set<Day> {
    var free: Set<Day> = []
    for closing in closings {
      for offset in 0..<closing.days.count { free.insert(closing.days.lowerBound + offset) }
    }
    return free
  }

  /// The same with their reasons.
  var closedDays: ClosedDays { ClosedDays(closings, reaches: reaches) }
}
