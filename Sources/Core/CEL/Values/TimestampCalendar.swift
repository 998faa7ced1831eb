/// The number of a day from its date, and the lengths of months; the other way round is `CivilDay.parts`.
///
/// All in the proleptic Gregorian calendar, for any year between ±1,000,000.
package enum TimestampCalendar {
  /// The days before each month in a year that is no leap year.
  private static let daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  /// Whether the year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The number of days in a month, which is 1 to 12.
  package static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a date; the month is 1 to 12, and the day may lie outside of it.
  package static func day(year: Int, month: Int, day: Int) -> Int {
    precondition(1...12 ~= month, "a date has a month from 1 to 12")
    // Counted from the year -999,999, the first of an era of 400 years, so that no division rounds up.
    let past = year + 999_999
    let leapDays = past / 4 - past / 100 + past / 400
    let yearStart = past * 365 + leapDays - 365_961_662
    return yearStart + daysBefore[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1
  }

  /// The day since 1970-01-01 and the second of that day, 0 to 86,399, of seconds since its first midnight.
  package static func dayAndSecond(_ seconds: Int64) -> (day: Int64, second: Int64) {
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    return second < 0 ? (day - 1, second + 86_400) : (day, second)
  }
}
