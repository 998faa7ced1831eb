/// The holidays of one calendar, as it came with Duly or was read from a file.
package struct HolidayCalendar: Hashable, Sendable {
  /// Sorted by day; each day stands here once.
  package let holidays: [Holiday]

  /// A calendar from its holidays in any order; of two on one day the names are joined by a comma.
  ///
  /// - Complexity: O(n log n).
  package init(_ holidays: [Holiday]) {
    var joined: [Holiday] = []
    for holiday in holidays.sorted() {
      guard let last = joined.last, last.day == holiday.day else {
        joined.append(holiday)
        continue
      }
      // Sorting has brought equal names together, and a holiday without a name before those with one.
      guard let name = holiday.name, name != last.name else { continue }
      let isRepeated = last.name?.hasSuffix(", " + name) ?? false
      if isRepeated { continue }
      joined[joined.count - 1] = Holiday(day: last.day, name: last.name.map { "\($0), \(name)" } ?? name)
    }
    self.holidays = joined
  }

  /// From the first day of the first year to the last day of the last one; nil for a calendar without holidays.
  package var reach: ClosedRange<Day>? {
    guard let first = holidays.first?.day.civil.year, let last = holidays.last?.day.civil.year,
      let from = Day(year: first, month: 1, day: 1), let until = Day(year: last, month: 12, day: 31)
    else { return nil }
    return from...until
  }
}

/// One day on which no business is done, with what it is called.
package struct Holiday: Hashable, Comparable, Sendable {
  /// A calendar day of the business; no time zone.
  package let day: Day
  /// In the language of the country or of who wrote the file; nil where nobody named it.
  package let name: String?

  /// A holiday; a name of no characters is none.
  package init(day: Day, name: String?) {
    self.day = day
    self.name = name.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Holidays are ordered by day, then by name, those without one first.
  package static func < (left: Holiday, right: Holiday) -> Bool {
    (left.day, left.name ?? "") < (right.day, right.name ?? "")
  }
}
