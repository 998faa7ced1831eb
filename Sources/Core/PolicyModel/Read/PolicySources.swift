import CEL
import PolicySyntax
import Receivables

/// All that a policy is read from: its trees, the calendars that it names, and what was found on the way.
package struct PolicySources: Sendable {
  /// An entry of an `include:` list that leads nowhere.
  package struct IncludeFailure: Sendable {
    package let span: Span
    /// One sentence in the manner of a diagnostic's message.
    package let message: String

    package init(span: Span, message: String) {
      self.span = span
      self.message = message
    }
  }

  /// The text of all files: where YAML has eaten a part of a condition, it is found here.
  package let map: SourceMap
  package let main: Node
  package let mainFile: FileID
  /// The roots of the included files, in the order in which they are named.
  package let included: [Node]
  /// The root of each calendar file in YAML, by the name that `calendar.holidays` gives (`./ours.yaml`).
  package let holidays: [String: Node]
  /// The calendars that came with Duly or were read from an `.ics` file, by the name that `calendar.holidays` gives
  /// (`gb-eng`, `./ours.ics`); a name that is neither here nor in `holidays` was not found.
  package let calendars: [String: HolidayCalendar]
  /// The calendars that could be named: what a misspelt name is compared with.
  package let shippedCalendars: [String]
  /// The tables that `charges:` names.
  package let charges: ChargeSources
  package let includeFailures: [IncludeFailure]
  /// What reading YAML found; it is among the findings of the policy, but for what a rule here explains better.
  package let yamlFindings: [Diagnostic]
  /// Whether the time zone database has a name; by its form alone where nobody can look it up.
  package let timezoneExists: @Sendable (String) -> Bool
  /// The time zones that expressions can ask for, as in `getHours("Europe/London")`.
  package let zones: any TimeZoneDatabase
  /// Today in a time zone; nil where nobody knows, and then what is allowed until a day is taken to hold.
  package let today: @Sendable (String) -> Day?
  /// What books say of the policy; nil where none were given, and then the rules about them find nothing.
  package let books: BooksLook?

  package init(
    map: SourceMap, main: Node, mainFile: FileID, included: [Node] = [], holidays: [String: Node] = [:],
    calendars: [String: HolidayCalendar] = [:], shippedCalendars: [String] = [],
    charges: ChargeSources = ChargeSources(), includeFailures: [IncludeFailure] = [],
    yamlFindings: [Diagnostic] = [],
    timezoneExists: @escaping @Sendable (String) -> Bool = { _ in true },
    zones: any TimeZoneDatabase = UniversalTime(), today: @escaping @Sendable (String) -> Day? = { _ in nil },
    books: BooksLook? = nil
  ) {
    self.map = map
    self.main = main
    self.mainFile = mainFile
    self.included = included
    self.holidays = holidays
    self.calendars = calendars
    self.shippedCalendars = shippedCalendars
    self.charges = charges
    self.includeFailures = includeFailures
    self.yamlFindings = yamlFindings
    self.timezoneExists = timezoneExists
    self.zones = zones
    self.today = today
    self.books = books
  }

  /// The calendars that `calendar.holidays` of these trees name, each once, in the order of the file: what
  /// has to be loaded before the policy is read. Days written out in the list are not in it.
  package static func calendarNames(in roots: [Node]) -> [String] {
    var names: [String] = []
    for root in roots {
      guard let holidays = root["calendar"]?["holidays"] else { continue }
      for item in holidays.sequence ?? [holidays] {
        guard let text = item.scalar?.text, !DayText.looksLikeDay(text), !names.contains(text) else {
          continue
        }
        names.append(text)
      }
    }
    return names
  }
}
