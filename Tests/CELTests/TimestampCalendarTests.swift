import Testing

@testable import CEL

@Suite struct TimestampCalendarTests {
  @Test func `every day of the years 1 to 9999 has its number`() {
    for day in CivilDay.range {
      let date = CivilDay.parts(day)
      let number = TimestampCalendar.day(year: date.year, month: date.month, day: date.day)
      guard number == Int(day), date.day <= TimestampCalendar.days(inMonth: date.month, year: date.year)
      else {
        Testing.Issue.record("the day \(day) is called \(number)")
        return
      }
    }
  }

  @Test(arguments: [
    (1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (0, 29), (4, 29), (-1, 28),
  ])
  func `a leap year has a 29 February`(year: Int, expected: Int) {
    #expect(TimestampCalendar.days(inMonth: 2, year: year) == expected)
  }

  @Test(arguments: [
    (Int64(0), Int64(0), Int64(0)), (-1, -1, 86_399), (86_399, 0, 86_399), (86_400, 1, 0),
    (-86_400, -1, 0), (-86_401, -2, 86_399),
  ])
  func `seconds fall on a day, also before 1970`(seconds: Int64, day: Int64, second: Int64) {
    #expect(TimestampCalendar.dayAndSecond(seconds) == (day, second))
  }
}
