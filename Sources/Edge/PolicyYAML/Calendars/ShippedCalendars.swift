import Receivables

/// The calendars that come with Duly, by name: the files in `policies/calendars`, in a short form.
///
/// The form is read when a policy names the calendar, so that the others cost nothing. A line of a table is
/// - `=de`: all holidays of that calendar too;
/// - days, then the name that they have, with blanks between. A day is `1225` (that day of each year), `E-2` (that many
///   days from Easter Sunday, each year) or `261228` (one day of 2026).
package enum ShippedCalendars {
  /// The first and the last year of every table.
  package static let years = 2024...2032

  /// Easter Sunday of each year, as month and day. Source: the Gregorian computus; a test works it out afresh.
  private static let easter = [331, 420, 405, 328, 416, 401, 421, 413, 328]

  /// The holidays of a calendar; nil for a name that is not shipped.
  package static func calendar(named name: String) -> HolidayCalendar? {
    holidays(named: name).map(HolidayCalendar.init)
  }

  private static func holidays(named name: String) -> [Holiday]? {
    guard let table = europe(name) ?? germany(name) ?? switzerland(name) ?? america(name) ?? oceania(name)
    else { return nil }
    var found: [Holiday] = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix("=") {
        found += holidays(named: String(line.dropFirst())) ?? []
        continue
      }
      let words = line.split(separator: " ")
      let forms = words.prefix { days($0) != nil }
      let text = words.dropFirst(forms.count).joined(separator: " ")
      for day in forms.compactMap(days).joined() { found.append(Holiday(day: day, name: text)) }
    }
    return found
  }

  /// The days of one form; nil for a word that is no form, which begins the name.
  private static func days(_ form: Substring) -> [Day]? {
    if form.hasPrefix("E"), let distance = Int(form.dropFirst()) {
      return zip(years, easter).compactMap { day($0, $1).map { $0 + distance } }
    }
    guard let number = Int(form), number > 0 else { return nil }
    switch form.utf8.count {
    case 4: return years.compactMap { day($0, number) }
    case 6: return day(2000 + number / 10_000, number % 10_000).map { [$0] }
    default: return nil
    }
  }

  private static func day(_ year: Int, _ monthAndDay: Int) -> Day? {
    Day(year: year, month: monthAndDay / 100, day: monthAndDay % 100)
  }
}
