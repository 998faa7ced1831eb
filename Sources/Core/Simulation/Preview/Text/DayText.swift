import Receivables

/// Days as a person writes them: `Mon 2 Mar`, with the year where a preview reaches into another one.
package struct DayText: Sendable {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  /// From January on.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  /// The year that need not be said; nil where all are.
  private let year: Int?

  package init(_ scenario: Scenario) {
    let first = scenario.from.civil.year
    year = first == scenario.end.civil.year ? first : nil
  }

  /// Columns of the widest day of the horizon.
  var width: Int { year == nil ? 15 : 10 }

  /// In a column: the days of the month under each other.
  func column(_ day: Day) -> String {
    let (number, text) = (day.civil.day, text(day))
    return number > 9 ? text : "\(text.prefix(4)) \(text.dropFirst(4))"
  }

  /// Without its year, where that need not be said.
  package func text(_ day: Day) -> String {
    let civil = day.civil
    let text =
      "\(DayText.weekdays[day.weekday - 1]) \(civil.day) \(DayText.months[civil.month - 1].prefix(3))"
    return civil.year == year ? text : "\(text) \(civil.year)"
  }

  /// With its year, as in `Mon 2 March 2026`.
  package static func whole(_ day: Day) -> String {
    let civil = day.civil
    return "\(weekdays[day.weekday - 1]) \(civil.day) \(months[civil.month - 1]) \(civil.year)"
  }
}
