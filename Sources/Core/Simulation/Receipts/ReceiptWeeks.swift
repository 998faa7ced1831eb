import Receivables

/// The weeks of a horizon, Monday to Sunday; the first and the last can be shorter.
package struct ReceiptWeeks: Sendable, Equatable {
  let from: Day
  let days: Int

  package var horizon: ClosedRange<Day> { from...(from + (days - 1)) }

  /// How many there are.
  package var count: Int { place(of: days - 1) + 1 }

  /// The place of the week in which the day lies that comes `offset` days after the first.
  func place(of offset: Int) -> Int { (from.weekday - 1 + offset) / 7 }

  /// The days of a week that are in the horizon.
  package func days(of place: Int) -> ClosedRange<Day> {
    let monday = from - (from.weekday - 1) + place * 7
    return max(from, monday)...min(monday + 6, from + (days - 1))
  }
}
