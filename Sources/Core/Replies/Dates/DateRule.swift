internal import Receivables

/// What the words of one line of `dates:` mean, by the name that stands behind `=>`.
enum DateRule: Hashable, Sendable {
  /// `day`, with or without a month and a year among the words.
  case day
  /// `weekday`, `weekday next-week`, `weekday last`, `weekday this-week`, `weekday nearest`.
  case weekday(Week)
  /// `days 1`, `days` with the number among the words, `days -1`; `ago` looks back.
  case days(Int?, unit: Unit, ago: Bool)
  /// `week 1 friday`: the day of the week so many weeks on.
  case week(Int, weekday: Int)
  /// `month 0 end`: of the month so many months on.
  case month(Int, day: Int)
  /// `named-month end`.
  case namedMonth(day: Int)
  /// `week-number`: the Friday of the week of that number.
  case weekNumber
  /// `feast christmas 2`: so many days after it.
  case feast(Feast, Int)

  enum Week: String, CaseIterable, Sendable {
    case nearest
    case thisWeek = "this-week"
    case nextWeek = "next-week"
    case afterNext = "after-next"
    case last
    /// Of next week, unless the week is nearly over: what `next Friday` means in English.
    case following
  }

  enum Unit: String, CaseIterable, Sendable { case days, workdays, weeks, months }

  enum Feast: String, CaseIterable, Sendable {
    case christmas, newyear, easter, epiphany, mayday, assumption, allsaints
  }

  /// The rule of that name; nil for a name that is none.
  init?(_ name: Substring) {
    let words = name.split(separator: " ")
    guard let head = words.first else { return nil }
    let arguments = words.dropFirst().map(String.init)
    let first = arguments.first
    switch head {
    case "day" where arguments.isEmpty: self = .day
    case "weekday":
      guard let week = Week(rawValue: first ?? "nearest") else { return nil }
      self = .weekday(week)
    case "days", "workdays", "weeks", "months":
      guard let unit = Unit(rawValue: String(head)) else { return nil }
      if let first, first != "ago", Int(first) == nil { return nil }
      self = .days(first.flatMap(Int.init), unit: unit, ago: arguments.contains("ago"))
    case "week":
      let days = ["monday": 1, "middle": 3, "friday": 5, "sunday": 7]
      guard let weeks = first.flatMap(Int.init), let day = days[arguments.last ?? ""] else { return nil }
      self = .week(weeks, weekday: day)
    case "month":
      guard let months = first.flatMap(Int.init), let day = Self.dayOfMonth(arguments.last) else {
        return nil
      }
      self = .month(months, day: day)
    case "named-month":
      guard let day = Self.dayOfMonth(first) else { return nil }
      self = .namedMonth(day: day)
    case "week-number": self = .weekNumber
    case "feast":
      guard let feast = first.flatMap(Feast.init(rawValue:)) else { return nil }
      self = .feast(feast, arguments.count > 1 ? Int(arguments[1]) ?? 0 : 0)
    default: return nil
    }
  }

  private static func dayOfMonth(_ name: String?) -> Int? {
    switch name {
    case "start": 1
    case "middle": 15
    case "end": 31
    default: name.flatMap(Int.init)
    }
  }

  /// What it means, with the values that the words held.
  func meaning(_ values: [Matcher.Value], _ clock: DateClock) -> DateMeaning? {
    let today = clock.today
    switch self {
    case .day: return Self.day(values)
    case .weekday(let week):
      guard
        case .weekday(let weekday)? = values.last(where: { if case .weekday = $0 { true } else { false } })
      else { return nil }
      return Self.weekday(weekday, week, today)
    case .days(let fixed, let unit, let ago):
      guard let count = fixed ?? Self.number(values), abs(count) <= 400 else { return nil }
      return .exact(Self.adding(ago ? -count : count, unit, to: today))
    case .week(let weeks, let weekday):
      return .exact(today + (weekday - today.weekday + 7 * weeks))
    case .month(let months, let day):
      let month = (today - (today.civil.day - 1)).adding(months: months)
      return .exact(day >= 31 ? month.endOfMonth : month + (day - 1))
    case .namedMonth(let day):
      for value in values {
        guard case .month(let month) = value else { continue }
        for other in values {
          guard case .year(let year) = other, let first = Day(year: year, month: month, day: 1) else {
            continue
          }
          return .exact(day >= 31 ? first.endOfMonth : first + (day - 1))
        }
        return .month(month, day: day)
      }
      return nil
    case .weekNumber: return Self.number(values).flatMap { Self.friday(ofWeek: $0, today) }
    case .feast(let feast, let days): return Self.feast(feast, today).map { .exact($0 + days) }
    }
  }

  private static func number(_ values: [Matcher.Value]) -> Int? {
    for case .number(let number) in values { return number }
    for case .ordinal(let number) in values { return number }
    return nil
  }

  private static func day(_ values: [Matcher.Value]) -> DateMeaning? {
    var day: Int?
    var month: Int?
    var year: Int?
    for value in values {
      switch value {
      case .ordinal(let number), .number(let number): day = number
      case .month(let number): month = number
      case .year(let number): year = number
      case .weekday, .written: break
      }
    }
    guard let day, (1...31).contains(day) else { return nil }
    guard let month else { return .dayOfMonth(day) }
    guard let year else { return .dayAndMonth(day: day, month: month) }
    return Day(year: year, month: month, day: day).map(DateMeaning.exact)
  }

  private static func weekday(_ weekday: Int, _ week: Week, _ today: Day) -> DateMeaning {
    let inWeek = weekday - today.weekday
    switch week {
    case .nearest: return .weekday(weekday)
    case .thisWeek: return .exact(today + inWeek)
    case .nextWeek: return .exact(today + (inWeek + 7))
    case .afterNext: return .exact(today + (inWeek + 14))
    case .last: return .exact(today + (inWeek >= 0 ? inWeek - 7 : inWeek))
    case .following:
      // Said late in the week, or of a day that this week has behind it, it is the one coming.
      return .exact(today + (inWeek <= 0 || today.weekday < 5 ? inWeek + 7 : inWeek))
    }
  }

  private static func adding(_ count: Int, _ unit: Unit, to today: Day) -> Day {
    switch unit {
    case .days: return today + count
    case .weeks: return today + count * 7
    case .months: return today.adding(months: count)
    case .workdays:
      var day = today
      var left = abs(count)
      while left > 0 {
        day = day + (count < 0 ? -1 : 1)
        if day.weekday <= 5 { left -= 1 }
      }
      return day
    }
  }

  private static func friday(ofWeek number: Int, _ today: Day) -> DateMeaning? {
    guard (1...53).contains(number) else { return nil }
    for year in [today.civil.year, today.civil.year + 1] {
      guard let fourth = Day(year: year, month: 1, day: 4) else { continue }
      let friday = fourth + (5 - fourth.weekday + 7 * (number - 1))
      if friday >= today - 60 { return .exact(friday) }
    }
    return nil
  }

  private static func feast(_ feast: Feast, _ today: Day) -> Day? {
    for year in [today.civil.year, today.civil.year + 1] {
      let day: Day? =
        switch feast {
        case .christmas: Day(year: year, month: 12, day: 25)
        case .newyear: Day(year: year, month: 1, day: 1)
        case .epiphany: Day(year: year, month: 1, day: 6)
        case .mayday: Day(year: year, month: 5, day: 1)
        case .assumption: Day(year: year, month: 8, day: 15)
        case .allsaints: Day(year: year, month: 11, day: 1)
        case .easter: easter(year)
        }
      if let day, day >= today - 7 { return day }
    }
    return nil
  }

  /// Easter Sunday. Source: the anonymous Gregorian computus (Meeus/Jones/Butcher).
  private static func easter(_ year: Int) -> Day? {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114
    return Day(year: year, month: f / 31, day: f % 31 + 1)
  }
}
