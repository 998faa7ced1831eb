/// Which days are business days, and on which days messages may leave.
///
/// A business day is a day of `week` that is not free; an open day one of `send` that is not free. Each
/// question is answered from tables over 1990 to 2079 and by stepping outside them. Immutable; a class only
/// so that the tables are shared.
/// Source: policy language, section 4, "Days".
package final class BusinessCalendar: Sendable {
  /// What the tables are made of; two calendars are equal when these are.
  package let week: WeekdaySet
  package let send: WeekdaySet
  package let free: Set<Day>

  private let business: DayTable
  private let open: DayTable

  /// - Parameters:
  ///   - week: The weekdays on which business is done; not empty.
  ///   - send: The weekdays on which messages may leave; not empty.
  ///   - free: Holidays and closed days together.
  package init(week: WeekdaySet, send: WeekdaySet, free: Set<Day>) {
    precondition(!week.isEmpty && !send.isEmpty, "a calendar needs a business day and a day to send on")
    self.week = week
    self.send = send
    self.free = free
    business = DayTable(week, free)
    open = send == week ? business : DayTable(send, free)
  }

  package func isBusiness(_ day: Day) -> Bool { business.contains(day) }
  package func isOpen(_ day: Day) -> Bool { open.contains(day) }

  /// `day` itself where it is open, else the next open day.
  package func openDay(onOrAfter day: Day) -> Day { open.first(onOrAfter: day) }

  /// `day` itself where it is open, else the open day before it.
  package func openDay(onOrBefore day: Day) -> Day { open.last(onOrBefore: day) }

  /// `day` plus a signed count of units: the n-th business day strictly after (before) it, a month to the
  /// same day number or the last day of a shorter month, in one step.
  package func adding(_ span: DaySpan, to day: Day) -> Day {
    switch span.unit {
    case .day: return day + span.count
    case .week: return day + span.count * 7
    case .month: return day.adding(months: span.count)
    case .businessDay: return business.nth(span.count, from: day)
    }
  }
}

/// A set of weekdays, Monday 1 to Sunday 7.
package struct WeekdaySet: Hashable, Sendable {
  private var bits: UInt8 = 0

  package init(_ weekdays: some Sequence<Int>) {
    for weekday in weekdays { bits |= 1 << UInt8(weekday - 1) }
  }

  /// Monday to Friday.
  package static let mondayToFriday = WeekdaySet(1...5)

  package var isEmpty: Bool { bits == 0 }
  package func contains(_ weekday: Int) -> Bool { bits & 1 << UInt8(weekday - 1) != 0 }
  package func isSubset(of other: WeekdaySet) -> Bool { bits & ~other.bits == 0 }
}

/// A signed count of days, business days, weeks or months.
package struct DaySpan: Hashable, Sendable {
  /// What is counted.
  package enum Unit: Hashable, Sendable { case day, businessDay, week, month }
  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }
}

/// The days that belong, with constant-time answers over 1990 to 2079.
private final class DayTable: Sendable {
  private static let first = Day(number: 7305)  // 1990-01-01
  private static let count = 32_872  // to 2079-12-31

  private let weekdays: WeekdaySet
  private let free: Set<Day>
  private let next: [Int32]  // for each day, the number in `days` of the first one on or after it
  private let days: [Day]

  init(_ weekdays: WeekdaySet, _ free: Set<Day>) {
    self.weekdays = weekdays
    self.free = free
    var days: [Day] = []
    var next: [Int32] = []
    days.reserveCapacity(DayTable.count)
    next.reserveCapacity(DayTable.count)
    let gone = free.filter { $0 >= DayTable.first }.sorted()
    var nextGone = gone.startIndex
    var weekday = DayTable.first.weekday
    for offset in 0..<DayTable.count {
      next.append(Int32(days.count))
      let day = DayTable.first + offset
      if nextGone < gone.endIndex, gone[nextGone] == day {
        nextGone += 1
      } else if weekdays.contains(weekday) {
        days.append(day)
      }
      weekday = weekday == 7 ? 1 : weekday + 1
    }
    self.days = days
    self.next = next
  }

  func contains(_ day: Day) -> Bool {
    if let index = index(day) { return index < days.count && days[index] == day }
    return weekdays.contains(day.weekday) && !free.contains(day)
  }

  func first(onOrAfter day: Day) -> Day {
    if let index = index(day), index < days.count { return days[index] }
    return step(day, 1)
  }

  func last(onOrBefore day: Day) -> Day {
    if let index = index(day) {
      if index < days.count, days[index] == day { return day }
      if index > 0 { return days[index - 1] }
    }
    return step(day, -1)
  }

  /// The n-th day of the table strictly after `day`, or before it for a negative n; `day` itself for 0.
  func nth(_ count: Int, from day: Day) -> Day {
    if count == 0 { return day }
    if let index = index(day) {
      let isIn = index < days.count && days[index] == day
      let wanted = count > 0 ? index + count - (isIn ? 0 : 1) : index + count
      if days.indices.contains(wanted) { return days[wanted] }
    }
    var day = day
    for _ in 0..<min(abs(count), 100_000) { day = step(day + count.signum(), count.signum()) }
    return day
  }

  private func index(_ day: Day) -> Int? {
    let offset = day - DayTable.first
    return offset >= 0 && offset < DayTable.count ? Int(next[offset]) : nil
  }

  // Free days are finitely many and a week has a day that belongs, so this ends.
  private func step(_ day: Day, _ by: Int) -> Day {
    var day = day
    while !contains(day) { day = day + by }
    return day
  }
}
