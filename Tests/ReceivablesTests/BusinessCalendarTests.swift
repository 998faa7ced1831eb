import Receivables
import TestSupport
import Testing

/// The same questions, answered by stepping from day to day.
private struct SlowCalendar {
  let week: Set<Int>
  let send: Set<Int>
  let free: Set<Day>

  func isBusiness(_ day: Day) -> Bool { week.contains(day.weekday) && !free.contains(day) }
  func isOpen(_ day: Day) -> Bool { send.contains(day.weekday) && !free.contains(day) }

  func openDay(from day: Day, by step: Int) -> Day {
    var day = day
    while !isOpen(day) { day = day + step }
    return day
  }

  func businessDay(_ count: Int, from day: Day) -> Day {
    var day = day
    for _ in 0..<abs(count) {
      repeat { day = day + count.signum() } while !isBusiness(day)
    }
    return day
  }
}

@Suite struct BusinessCalendarTests {
  private static let plain = BusinessCalendar(week: .mondayToFriday, send: .mondayToFriday, free: [])

  // Section 4: "A *business day* is a day of `calendar.week` that is no holiday and not closed. An *open day*
  // is a day of `calendar.send` that is no holiday and not closed."
  @Test func `a business day is a day of the week, an open day one of send, and neither is free`() {
    let calendar = BusinessCalendar(week: WeekdaySet(1...5), send: WeekdaySet([2, 6]), free: ["2026-03-03"])
    #expect(calendar.isBusiness("2026-03-02"))
    #expect(!calendar.isOpen("2026-03-02"))
    #expect(!calendar.isBusiness("2026-03-03"))
    #expect(!calendar.isOpen("2026-03-03"))
    #expect(calendar.isOpen("2026-03-07"))
    #expect(!calendar.isBusiness("2026-03-07"))
    #expect(calendar.openDay(onOrAfter: "2026-03-01") == "2026-03-07")
    #expect(calendar.openDay(onOrBefore: "2026-03-06") == "2026-02-28")
  }

  // Section 4: "*n business days after* X is the n-th business day after X, X never counted."
  @Test(
    arguments: [
      ("2026-03-02", 1, "2026-03-03"), ("2026-03-06", 1, "2026-03-09"), ("2026-03-07", 1, "2026-03-09"),
      ("2026-03-08", 5, "2026-03-13"), ("2026-03-02", 10, "2026-03-16"), ("2026-03-02", -1, "2026-02-27"),
      ("2026-03-08", -1, "2026-03-06"), ("2026-03-07", 0, "2026-03-07"),
    ] as [(Day, Int, Day)])
  func `n business days after a day is the n-th one, the day itself never counted`(
    _ day: Day, _ count: Int, _ expected: Day
  ) {
    #expect(Self.plain.adding(DaySpan(count, .businessDay), to: day) == expected)
  }

  @Test func `days, weeks and months take no heed of business days`() {
    #expect(Self.plain.adding(DaySpan(5, .day), to: "2026-03-02") == "2026-03-07")
    #expect(Self.plain.adding(DaySpan(-2, .week), to: "2026-03-02") == "2026-02-16")
    #expect(Self.plain.adding(DaySpan(1, .month), to: "2026-01-31") == "2026-02-28")
  }

  @Test(arguments: RandomCases.seeds(40))
  func `random calendars answer as stepping from day to day does`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // 1964 to 2093: within and beyond the tables.
    let base = Day(number: Int32(random.number(-2_000...45_000)))
    func weekdays(_ random: inout SplitMix64) -> Set<Int> {
      Set((0..<random.number(1...6)).map { _ in random.number(1...7) })
    }
    let (week, send) = (weekdays(&random), weekdays(&random))
    let free = Set((0..<random.number(0...60)).map { _ in base + random.number(-80...80) })
    let slow = SlowCalendar(week: week, send: send, free: free)
    let calendar = BusinessCalendar(week: WeekdaySet(week), send: WeekdaySet(send), free: free)
    for _ in 0..<60 {
      let day = base + random.number(-120...120)
      let count = random.number(-25...25)
      #expect(calendar.isBusiness(day) == slow.isBusiness(day))
      #expect(calendar.isOpen(day) == slow.isOpen(day))
      #expect(calendar.openDay(onOrAfter: day) == slow.openDay(from: day, by: 1))
      #expect(calendar.openDay(onOrBefore: day) == slow.openDay(from: day, by: -1))
      #expect(calendar.adding(DaySpan(count, .businessDay), to: day) == slow.businessDay(count, from: day))
    }
  }

  @Test(arguments: ["1989-12-20", "2079-12-20"] as [Day])
  func `the edges of the tables make no difference`(_ edge: Day) {
    let slow = SlowCalendar(
      week: [1, 2, 3, 4, 5], send: [1, 2, 3, 4, 5], free: [edge + 5, edge + 12, edge + 13])
    let calendar = BusinessCalendar(week: .mondayToFriday, send: .mondayToFriday, free: slow.free)
    for offset in -10...30 {
      for count in -15...15 {
        #expect(
          calendar.adding(DaySpan(count, .businessDay), to: edge + offset)
            == slow.businessDay(count, from: edge + offset))
      }
      #expect(calendar.openDay(onOrAfter: edge + offset) == slow.openDay(from: edge + offset, by: 1))
      #expect(calendar.openDay(onOrBefore: edge + offset) == slow.openDay(from: edge + offset, by: -1))
    }
  }

  @Test func `a very long count ends`() {
    let far = Self.plain.adding(DaySpan(36_600, .businessDay), to: "2026-01-01")
    #expect(far > "2160-01-01")
    #expect(Self.plain.isBusiness(far))
  }
}
