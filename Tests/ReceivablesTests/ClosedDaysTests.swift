import Receivables
import TestSupport
import Testing

/// Holidays and closed days with their reasons.
@Suite struct ClosedDaysTests {
  private static let plain = BusinessCalendar(week: .mondayToFriday, send: .mondayToFriday, free: [])

  private func holiday(_ day: Day, _ name: String?, _ calendar: String) -> Closing {
    Closing(day...day, name: name, calendar: calendar)
  }

  @Test func `holidays are sorted, and of one day there is one with all names`() {
    let calendar = HolidayCalendar([
      Holiday(day: "2026-12-26", name: "B"), Holiday(day: "2026-12-25", name: nil),
      Holiday(day: "2026-12-26", name: "A"), Holiday(day: "2026-12-26", name: "B"),
      Holiday(day: "2026-12-25", name: ""), Holiday(day: "2026-12-26", name: nil),
    ])
    #expect(
      calendar.holidays == [Holiday(day: "2026-12-25", name: nil), Holiday(day: "2026-12-26", name: "A, B")])
    #expect(calendar.reach == "2026-01-01"..."2026-12-31")
    #expect(HolidayCalendar([]).reach == nil)
  }

  @Test func `the same day of two calendars is one closing, and another cause is another`() {
    let closed = ClosedDays(
      [
        holiday("2026-12-25", "Weihnachten", "de"), Closing("2026-12-25"..."2026-12-25", cause: .closed),
        holiday("2026-12-25", "Christmas Day", "au"), holiday("2026-12-25", "Christmas Day", "ca"),
      ], reaches: [])
    #expect(closed.closings.count == 2)
    #expect(closed.closings.map(\.cause) == [.closed, .holiday])
    #expect(closed.closings.last?.names == ["Christmas Day", "Weihnachten"])
    #expect(closed.closings.last?.calendars == ["au", "ca", "de"])
  }

  @Test func `the next closings are those that close a day of the week, a range that has begun too`() {
    let closed = ClosedDays(
      [
        holiday("2026-12-25", "a Friday", "x"), holiday("2026-12-26", "a Saturday", "x"),
        holiday("2026-12-28", "a Monday", "x"), holiday("2026-11-02", "gone by", "x"),
        Closing("2026-11-20"..."2026-11-25", cause: .closed),
        Closing("2027-01-02"..."2027-01-03", cause: .closed),
        holiday("2027-01-01", "a Friday", "x"), holiday("2027-03-26", "a Friday", "x"),
      ], reaches: [])
    func days(_ count: Int) -> [Day] {
      closed.next(count, from: "2026-11-24", in: Self.plain).map(\.days.lowerBound)
    }
    #expect(days(2) == ["2026-11-20", "2026-12-25"])
    #expect(days(9) == ["2026-11-20", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26"])
    #expect(days(0) == [])
  }

  @Test func `a Saturday closes where messages may leave on Saturdays`() {
    let closed = ClosedDays([holiday("2026-12-26", nil, "x")], reaches: [])
    let calendar = BusinessCalendar(week: .mondayToFriday, send: WeekdaySet([6]), free: [])
    #expect(closed.next(5, from: "2026-01-01", in: calendar).count == 1)
  }

  @Test(
    arguments: [
      ("2024-01-01", "2032-12-31", 0), ("2023-12-31", "2024-02-01", 1), ("2032-12-31", "2033-01-01", 1),
      ("2040-01-01", "2040-01-01", 1), ("2000-01-01", "2050-01-01", 1),
    ] as [(Day, Day, Int)])
  func `a calendar that says nothing about some days is named`(_ first: Day, _ last: Day, _ count: Int) {
    let reach = CalendarReach(calendar: "gb-eng", days: "2024-01-01"..."2032-12-31")
    #expect(ClosedDays([], reaches: [reach]).unknown(in: first...last).count == count)
    #expect(reach.sentence.contains("`gb-eng` has holidays from 2024 to 2032 only"))
  }
}
