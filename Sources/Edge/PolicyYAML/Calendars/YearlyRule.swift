import Receivables

/// A rule by which an event comes back every year, or every few years.
///
/// Source: RFC 5545, section 3.3.10, for `FREQ=YEARLY`; `BYWEEKNO`, `BYYEARDAY` and times of the day are not known.
struct YearlyRule {
  /// `1MO`, `-1FR` or `TU`.
  struct Weekday: Hashable {
    /// Counted from the begin of the month or year, or from its end where negative; nil for every one.
    let ordinal: Int?
    /// Monday 1 to Sunday 7.
    let weekday: Int
  }

  var interval = 1
  /// How many days there are in all; nil where that is not given.
  var count: Int?
  /// The last day that can be one; nil where that is not given.
  var until: Day?
  var months: [Int] = []
  /// From the end of the month where negative.
  var monthDays: [Int] = []
  var weekdays: [Weekday] = []
  /// Which of a year's days are taken, from the end where negative; empty for all.
  var positions: [Int] = []

  /// The days of the rule in order, from the event's own day on.
  ///
  /// - Parameters:
  ///   - start: The day of the event, which counts as the first whether the rule has it or not.
  ///   - years: Outside of them no day is wanted, but for the event's own.
  /// - Returns: The days, and whether the rule has the event's own day.
  /// - Complexity: O(years × days of a year); years before those wanted are passed over unless days are counted.
  func days(from start: Day, in years: ClosedRange<Int>) -> (days: [Day], hasStart: Bool) {
    var found = [start]
    let (firstYear, month, day) = start.civil
    let hasStart = candidates(firstYear, month: month, day: day).contains(start)
    var from = firstYear
    if count == nil, from < years.lowerBound {
      from += (years.lowerBound - from + interval - 1) / interval * interval
    }
    for year in stride(from: from, through: years.upperBound, by: interval) {
      for candidate in candidates(year, month: month, day: day) where candidate > start {
        if found.count >= count ?? Int.max || until.map({ candidate > $0 }) ?? false {
          return (found, hasStart)
        }
        found.append(candidate)
      }
    }
    return (found, hasStart)
  }

  /// The days of one year, in order.
  private func candidates(_ year: Int, month: Int, day: Int) -> [Day] {
    let days = allCandidates(year, month: month, day: day)
    if positions.isEmpty { return days }
    let places = Set(positions.map { $0 > 0 ? $0 - 1 : days.count + $0 })
    return places.sorted().filter(days.indices.contains).map { days[$0] }
  }

  private func allCandidates(_ year: Int, month: Int, day: Int) -> [Day] {
    if !monthDays.isEmpty {
      // With days of the month, weekdays only limit them.
      let inMonths = (months.isEmpty ? Array(1...12) : months).flatMap { month in
        monthDays.compactMap { Self.day(year, month, $0) }
      }
      return Set(inMonths).sorted().filter { day in
        weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday }
      }
    }
    if !weekdays.isEmpty {
      let spans = months.isEmpty ? [Self.days(of: year)] : months.compactMap { Self.days(of: year, $0) }
      return Set(spans.flatMap { span in weekdays.flatMap { Self.days($0, in: span) } }).sorted()
    }
    let inMonths = months.isEmpty ? [month] : Set(months).sorted()
    return inMonths.compactMap { Day(year: year, month: $0, day: day) }
  }

  private static func day(_ year: Int, _ month: Int, _ number: Int) -> Day? {
    guard number < 0 else { return Day(year: year, month: month, day: number) }
    guard let span = days(of: year, month), span.count >= -number else { return nil }
    return span.upperBound + (number + 1)
  }

  private static func days(of year: Int) -> ClosedRange<Day>? {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return nil
    }
    return first...last
  }

  private static func days(of year: Int, _ month: Int) -> ClosedRange<Day>? {
    Day(year: year, month: month, day: 1).map { $0...$0.endOfMonth }
  }

  private static func days(_ wanted: Weekday, in span: ClosedRange<Day>?) -> [Day] {
    guard let span else { return [] }
    let first = span.lowerBound + (wanted.weekday - span.lowerBound.weekday + 7) % 7
    let all = stride(from: 0, through: span.upperBound - first, by: 7).map { first + $0 }
    guard let ordinal = wanted.ordinal else { return all }
    let place = ordinal > 0 ? ordinal - 1 : all.count + ordinal
    return all.indices.contains(place) ? [all[place]] : []
  }
}
