/// The holidays and closed days of a business, each with the reason why nothing is done on it.
///
/// What is counted with is `BusinessCalendar`; this is what is told to people.
package struct ClosedDays: Sendable {
  /// Sorted by the first day, the last day and the cause; no two have the same days and the same kind of cause.
  package let closings: [Closing]
  /// How far the calendars of holidays reach that know their own ends, in order of name.
  package let reaches: [CalendarReach]

  /// A list from closings in any order; holidays that several calendars have become one.
  package init(_ closings: [Closing], reaches: [CalendarReach]) {
    var joined: [Closing] = []
    for closing in closings.sorted() {
      if let last = joined.last, let both = last.joined(with: closing) {
        joined[joined.count - 1] = both
      } else {
        joined.append(closing)
      }
    }
    self.closings = joined
    self.reaches = reaches.sorted { $0.calendar < $1.calendar }
  }

  /// The closings that come next, those left out that close nothing because they fall on days without business.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - day: The first day that is looked at; a range that has begun before it counts.
  ///   - calendar: Its weekdays say which days would be without business or sending anyway.
  package func next(_ count: Int, from day: Day, in calendar: BusinessCalendar) -> [Closing] {
    var found: [Closing] = []
    for closing in closings where closing.days.upperBound >= day && found.count < count {
      // A week has every weekday, so no range needs to be looked at further than that.
      let closes = (0..<min(7, closing.days.count)).contains { offset in
        let weekday = (closing.days.lowerBound + offset).weekday
        return calendar.week.contains(weekday) || calendar.send.contains(weekday)
      }
      if closes { found.append(closing) }
    }
    return found
  }

  /// The calendars that say nothing about some of these days.
  package func unknown(in days: ClosedRange<Day>) -> [CalendarReach] {
    reaches.filter { $0.days.lowerBound > days.lowerBound || $0.days.upperBound < days.upperBound }
  }
}

extension ClosedRange<Day> {
  /// How many days there are, both ends counted.
  package var count: Int { upperBound - lowerBound + 1 }
}

/// Days in a row on which no business is done, and why.
package struct Closing: Hashable, Sendable {
  /// What closes a day.
  package enum Cause: String, Sendable {
    /// A calendar, or the policy's own list, of holidays.
    case holiday
    /// The closed days of the business.
    case closed
  }

  /// The first and the last day.
  package let days: ClosedRange<Day>
  package let cause: Cause
  /// What the holiday is called, in order of the calendars; empty where nobody named it.
  package let names: [String]
  /// The calendars it is in, in order of name; empty for days that the policy itself lists.
  package let calendars: [String]

  /// Days that the policy itself lists.
  package init(_ days: ClosedRange<Day>, cause: Cause, name: String? = nil) {
    self.init(days, cause, names: name.map { [$0] } ?? [], calendars: [])
  }

  /// A holiday of a calendar, which is a range where a file writes one.
  package init(_ days: ClosedRange<Day>, name: String?, calendar: String) {
    self.init(days, .holiday, names: name.map { [$0] } ?? [], calendars: [calendar])
  }

  private init(_ days: ClosedRange<Day>, _ cause: Cause, names: [String], calendars: [String]) {
    self.days = days
    self.cause = cause
    self.names = names
    self.calendars = calendars
  }

  /// One closing for two of the same days and cause; nil for others.
  func joined(with other: Closing) -> Closing? {
    guard days == other.days, cause == other.cause else { return nil }
    return Closing(
      days, cause, names: names + other.names.filter { !names.contains($0) },
      calendars: calendars + other.calendars.filter { !calendars.contains($0) })
  }
}

extension Closing: Comparable {
  /// Closings are ordered by days, cause and calendars, then by name.
  package static func < (left: Closing, right: Closing) -> Bool {
    if left.days != right.days {
      return (left.days.lowerBound, left.days.upperBound) < (right.days.lowerBound, right.days.upperBound)
    }
    if left.cause != right.cause { return left.cause.rawValue < right.cause.rawValue }
    if left.calendars != right.calendars {
      return left.calendars.lexicographicallyPrecedes(right.calendars)
    }
    return left.names.lexicographicallyPrecedes(right.names)
  }
}

/// The days about which a calendar of holidays says something.
package struct CalendarReach: Hashable, Sendable {
  /// Its name, as the policy writes it.
  package let calendar: String
  /// Whole years.
  package let days: ClosedRange<Day>

  package init(calendar: String, days: ClosedRange<Day>) {
    self.calendar = calendar
    self.days = days
  }

  /// One sentence for whoever looks at days beyond it, without a full stop.
  package var sentence: String {
    let (first, last) = (days.lowerBound.civil.year, days.upperBound.civil.year)
    let years = first == last ? "for \(first)" : "from \(first) to \(last)"
    return "the calendar `\(calendar)` has holidays \(years) only; no day outside counts as a holiday of it"
  }
}
