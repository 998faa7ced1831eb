import Receivables

extension YearlyRule {
  private static let yearlyHelp =
    "write the days out as events of their own, or in the policy under `holidays`"

  /// A rule as it is written: `FREQ=YEARLY;BYMONTH=5;BYDAY=1MO`.
  ///
  /// - Throws: For what is no rule, and for every part that is not known: a rule that is understood in part would
  ///   give other days than those meant.
  init(_ text: String) throws(ICalendarProblem) {
    var seen: [String] = []
    for part in text.split(separator: ";") {
      let equals = part.firstIndex(of: "=") ?? part.endIndex
      let name = part[..<equals].uppercased()
      let value = equals < part.endIndex ? part[part.index(after: equals)...].uppercased() : ""
      guard !seen.contains(name) else { throw Self.problem("`\(name)` stands twice in the rule") }
      seen.append(name)
      try take(name, value)
    }
    guard seen.contains("FREQ") else { throw Self.problem("the rule has no `FREQ`") }
    guard count == nil || until == nil else { throw Self.problem("the rule has both `COUNT` and `UNTIL`") }
    let hasOrdinals = weekdays.contains { $0.ordinal != nil }
    guard monthDays.isEmpty || !hasOrdinals else {
      throw Self.problem("the rule counts weekdays (`BYDAY`) and names days of the month (`BYMONTHDAY`)")
    }
  }

  private mutating func take(_ name: String, _ value: String) throws(ICalendarProblem) {
    switch name {
    case "FREQ":
      guard value == "YEARLY" else {
        throw ICalendarProblem(
          "the event comes back by `FREQ=\(Self.shown(value))`, and only yearly events are understood",
          help: Self.yearlyHelp)
      }
    case "INTERVAL": interval = try Self.number(name, value, 1...1_000)
    case "COUNT": count = try Self.number(name, value, 1...100_000)
    case "UNTIL":
      guard let time = ICalendarTime(value) else {
        throw Self.problem("`UNTIL=\(Self.shown(value))` is no day")
      }
      until = time.day
    case "BYMONTH": months = try Self.numbers(name, value, 1...12)
    case "BYMONTHDAY": monthDays = try Self.numbers(name, value, -31...31)
    case "BYSETPOS": positions = try Self.numbers(name, value, -366...366)
    case "BYDAY": weekdays = try Self.weekdays(value)
    // The day on which a week begins changes nothing in a rule without week numbers.
    case "WKST": _ = try Self.weekdays(value)
    default: throw Self.problem("the rule has `\(Self.shown(name))`, which is not understood")
    }
  }

  private static func weekdays(_ value: String) throws(ICalendarProblem) -> [Weekday] {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    var found: [Weekday] = []
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let place = names.firstIndex(of: String(item.suffix(2))), found.count < ICalendarLimits.items
      else {
        throw problem("`BYDAY=\(shown(value))` is no list of weekdays")
      }
      let digits = item.dropLast(2)
      let ordinal = try digits.isEmpty ? nil : number("BYDAY", String(digits), -53...53)
      guard ordinal != 0 else { throw problem("`BYDAY=\(shown(value))` counts from 0") }
      found.append(Weekday(ordinal: ordinal, weekday: place + 1))
    }
    return found
  }

  private static func numbers(
    _ name: String, _ value: String, _ range: ClosedRange<Int>
  ) throws(ICalendarProblem) -> [Int] {
    var found: [Int] = []
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      let number = try number(name, String(item), range)
      guard number != 0, found.count < ICalendarLimits.items else {
        throw problem("`\(name)=\(shown(value))` counts from 0, or is too long a list")
      }
      found.append(number)
    }
    return found
  }

  private static func number(
    _ name: String, _ value: String, _ range: ClosedRange<Int>
  ) throws(ICalendarProblem) -> Int {
    guard value.utf8.count <= 7, let number = Int(value), range.contains(number) else {
      throw problem(
        "`\(name)=\(shown(value))` is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func problem(_ message: String) -> ICalendarProblem {
    ICalendarProblem(message, help: yearlyHelp)
  }

  /// A value of the file as a message shows it.
  private static func shown(_ value: String) -> String {
    let visible = String(
      String.UnicodeScalarView(value.unicodeScalars.filter { !UnsafeCharacter.isUnsafe($0.value) }))
    return visible.count > 40 ? visible.prefix(40) + "…" : visible
  }
}
