import Receivables
import TestSupport
import Testing

@Suite struct DayTests {
  /// Counts dates up one by one, by the plain rules of the calendar.
  private struct SlowCalendar {
    var year = 1900
    var month = 1
    var day = 1

    var daysOfMonth: Int {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func step() {
      day += 1
      if day > daysOfMonth { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }

    var text: String {
      "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  @Test func `every day of 1900 to 2199 is converted as counting gives it`() throws {
    var slow = SlowCalendar()
    var expected = try #require(Day(year: 1900, month: 1, day: 1))
    var weekday = 1  // 1900-01-01 was a Monday.
    var differences = 0
    while slow.year < 2200 {
      let day = Day(year: slow.year, month: slow.month, day: slow.day)
      let civil = expected.civil
      let isSame =
        day == expected && civil == (slow.year, slow.month, slow.day) && expected.weekday == weekday
        && expected.endOfMonth - expected == slow.daysOfMonth - slow.day
        && "\(expected)" == slow.text && Day(iso: slow.text) == expected
      if !isSame { differences += 1 }
      slow.step()
      expected = expected + 1
      weekday = weekday == 7 ? 1 : weekday + 1
    }
    #expect(differences == 0)
    #expect(expected - ("1900-01-01" as Day) == 109_573)
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "1900-02-29", "2100-02-29", "2026-00-10", "2026-13-01", "2026-04-31",
    "2026-01-00",
    "1899-12-31", "2200-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ",
    " 2026-01-01",
    "2026-01-01T00:00:00", "+026-01-01", "２０２６-01-01", "", "today",
  ])
  func `what is no day is not read`(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    arguments: [
      ("2024-02-29", 0), ("2000-02-29", 0), ("1970-01-01", 0), ("2199-12-31", 0), ("1900-01-01", 0),
    ] as [(String, Int)])
  func `rare days are read`(_ text: String, _ offset: Int) {
    #expect(Day(iso: text).map { "\($0 + offset)" } == text)
  }

  // Section 4: "A month later is the same day number, or the last day of a shorter month, from the anchor
  // in one step."
  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 2, "2026-03-31"),
      ("2026-03-31", 1, "2026-04-30"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", 12, "2027-01-15"),
      ("2024-02-29", 12, "2025-02-28"), ("2026-12-31", 2, "2027-02-28"), ("2026-01-30", -2, "2025-11-30"),
      ("2026-01-01", -1, "2025-12-01"), ("2026-05-31", 0, "2026-05-31"),
    ] as [(Day, Int, Day)])
  func `a month later is the same day number or the last day of a shorter month`(
    _ day: Day, _ months: Int, _ expected: Day
  ) {
    #expect(day.adding(months: months) == expected)
  }

  @Test func `days before 1970 and far away stay exact`() {
    #expect("\(Day(number: -1))" == "1969-12-31")
    #expect(Day(number: -1).weekday == 3)
    #expect("\(Day(number: 2_932_896))" == "9999-12-31")
    #expect(("2026-03-01" as Day) - ("2026-02-01" as Day) == 28)
    #expect(("2026-02-01" as Day) - ("2026-03-01" as Day) == -28)
    #expect(("2026-03-01" as Day) - 1 == "2026-02-28")
  }
}
