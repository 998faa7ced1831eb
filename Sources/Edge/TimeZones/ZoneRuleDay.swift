import CEL

/// A day and time of every year on which the clocks change.
struct ZoneRuleDay: Hashable, Sendable {
  /// The ways in which POSIX names such a day.
  enum Day: Hashable, Sendable {
    /// `Jn`: 1 to 365, never counting 29 February.
    case withoutLeapDay(Int)
    /// `n`: 0 to 365, counting 29 February.
    case withLeapDay(Int)
    /// `Mm.w.d`: a month, the first to the fifth (which is the last) such day of it, and 0 for Sunday to 6.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  /// The day.
  let day: Day
  /// Seconds after its midnight; a week before or after at most, which is an extension of RFC 8536.
  let time: Int

  /// The moment of the change in a year, in seconds since 1970 on the clocks of the place.
  func seconds(in year: Int) -> Int64 { Int64(dayNumber(in: year) * 86_400 + time) }

  private func dayNumber(in year: Int) -> Int {
    switch day {
    case .withoutLeapDay(let number):
      // 1 March is the sixtieth day of a year without a leap day.
      let leapDay = number >= 60 && TimestampCalendar.isLeap(year) ? 1 : 0
      return TimestampCalendar.day(year: year, month: 1, day: number + leapDay)
    case .withLeapDay(let number): return TimestampCalendar.day(year: year, month: 1, day: number + 1)
    case .weekday(let month, let week, let weekday):
      let first = TimestampCalendar.day(year: year, month: month, day: 1)
      let firstWeekday = CivilDay.weekday(Int32(first)) % 7
      let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      return first + (day < TimestampCalendar.days(inMonth: month, year: year) ? day : day - 7)
    }
  }
}
