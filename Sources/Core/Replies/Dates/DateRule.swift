internal import Receivables

/// What the words of one line of `dates:` mean, by the name that stands behind `=>`.
enum DateRule: Hashable, Sendable {
  /// `day`, with or without a month and a year among the words.
  case day
  /// `weekday`, `weekday next-week`, `weekday last`, `weekday this-week`, `weekday nearest`.
  case weekday(Week)
  /// `weekday-plus 1`, `weekday-plus` with the number among the words: so many weeks behind the one coming.
  case weekdayPlus(Int?)
  /// `days 1`, `days` with the number among the words, `days -1`; `ago` looks back; `plus 1` adds so many days.
  case days(Int?, unit: Unit, ago: Bool, plus: Int)
  /// `week 1 friday`: the day of the week so many weeks on.
  case week(Int, weekday: Int)
  /// `month 0 end`: of the month so many months on.
  case month(Int, day: Int)
  /// `day-of-month 1`: the day among the words, of the month so many months on.
  case dayOfMonth(Int)
  /// `last-weekday 0`: the last one of the month so many months on, or of the month among the words.
  case lastWeekday(Int)
  /// `first-workday 1`: of the month so many months on, or of the month among the words; `last-workday` its last.
  case workday(Int, isLast: Bool)
  /// `quarter end`, `year end`: the last day of the one that runs.
  case quarter
  case year
  /// `named-month end`.
  case namedMonth(day: Int)
  /// `week-number`: the weekday among the words, or the Friday, of the week of that number.
  case weekNumber
  /// `feast christmas 2`: so many days after it; `feast 24.06` names its day.
  case feast(Feast, Int)
  case fixedFeast(day: Int, month: Int, Int)
  /// `nth-weekday 2`: the second one of the month so many months on, or of the month among the words; without a figure
  /// the one of the ordinal among the words.
  case nthWeekday(Int)
  /// `week-of`: the Friday of the week of the day among the words.
  case weekOf
  /// `later 1`: a day later than the one that is named beside it; `later -1` a day earlier; without a figure by the number
  /// among the words, with `ago` earlier.
  case later(Int?, ago: Bool)
  /// `none`: no day at all, whatever its words mean elsewhere: `schönes Wochenende`, `ab 9 Uhr`.
  case none

  enum Week: String, CaseIterable, Sendable {
    case nearest
    /// The one ahead, and never one behind: `lundi prochain`.
    case coming
    case thisWeek = "this-week"
    case nextWeek = "next-week"
    case afterNext = "after-next"
    case last
    /// Of next week, unless the week is nearly over: what `next Friday` means in English.
    case following
  }

  enum Unit: String, CaseIterable, Sendable { case hours, days, workdays, weeks, months }

  enum Feast: String, CaseIterable, Sendable {
    case christmas, newyear, easter, epiphany, mayday, assumption, allsaints
    /// The first Monday of September, the last of May and the fourth Thursday of November, as in the United States.
    case labourday, memorialday, thanksgiving

    /// Nil for those that move.
    var monthAndDay: (month: Int, day: Int)? {
      switch self {
      case .christmas: (12, 25)
      case .newyear: (1, 1)
      case .epiphany: (1, 6)
      case .mayday: (5, 1)
      case .assumption: (8, 15)
      case .allsaints: (11, 1)
      case .easter, .labourday, .memorialday, .thanksgiving: nil
      }
    }
  }

  /// The rule of that name; nil for a name that is none.
  init?(_ name: Substring) {
    let words = name.split(separator: " ")
    guard let head = words.first else { return nil }
    let arguments = words.dropFirst().map(String.init)
    let first = arguments.first
    switch head {
    case "day" where arguments.isEmpty: self = .day
    case "none" where arguments.isEmpty: self = .none
    case "weekday":
      guard let week = Week(rawValue: first ?? "nearest") else { return nil }
      self = .weekday(week)
    case "weekday-plus":
      if let first, Int(first) == nil { return nil }
      self = .weekdayPlus(first.flatMap(Int.init))
    case "hours", "days", "workdays", "weeks", "months":
      guard let unit = Unit(rawValue: String(head)) else { return nil }
      if let first, !["ago", "plus"].contains(first), Int(first) == nil { return nil }
      let plus = first == "plus" ? arguments.last.flatMap(Int.init) : 0
      guard let plus else { return nil }
      self = .days(first.flatMap(Int.init), unit: unit, ago: arguments.contains("ago"), plus: plus)
    case "day-of-month", "last-weekday", "first-workday", "last-workday":
      guard let months = first.flatMap(Int.init), arguments.count == 1 else { return nil }
      switch head {
      case "day-of-month": self = .dayOfMonth(months)
      case "last-weekday": self = .lastWeekday(months)
      default: self = .workday(months, isLast: head == "last-workday")
      }
    case "quarter" where arguments == ["end"]: self = .quarter
    case "year" where arguments == ["end"]: self = .year
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
    case "week-of" where arguments.isEmpty: self = .weekOf
    case "nth-weekday":
      guard let months = Int(first ?? "0") else { return nil }
      self = .nthWeekday(months)
    case "later":
      if let first, first != "ago", Int(first) == nil { return nil }
      self = .later(first.flatMap(Int.init), ago: arguments.contains("ago"))
    case "feast" where first?.contains(".") == true:
      let figures = (first ?? "").split(separator: ".").compactMap { Int($0) }
      guard figures.count == 2, (1...31).contains(figures[0]), (1...12).contains(figures[1]) else {
        return nil
      }
      self = .fixedFeast(
        day: figures[0], month: figures[1], arguments.count > 1 ? Int(arguments[1]) ?? 0 : 0)
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
    case .day:
      let weekday = Self.weekday(values).map(DateMeaning.weekday)
      return Self.day(values).map { day in weekday.map { clock.fitting(day, $0) } ?? day }
    case .weekday(let week): return Self.weekday(values).map { Self.weekday($0, week, today) }
    case .weekdayPlus(let fixed):
      guard let weekday = Self.weekday(values), let weeks = fixed ?? Self.number(values), weeks <= 52,
        let coming = clock.day(.weekday(weekday), .ahead)
      else { return nil }
      return .exact(coming + 7 * weeks)
    case .days(let fixed, let unit, let ago, let plus):
      guard let count = fixed ?? Self.number(values), abs(count) <= 400 else { return nil }
      return .exact(Self.adding(ago ? -count : count, unit, to: today) + plus)
    case .week(let weeks, let weekday):
      return .exact(today + (weekday - today.weekday + 7 * weeks))
    case .month(let months, let day):
      let month = Self.first(ofMonth: months, today)
      return .exact(day >= 31 ? month.endOfMonth : month + (day - 1))
    case .dayOfMonth(let months):
      let month = Self.first(ofMonth: months, today).civil
      guard let day = Self.number(values) else { return nil }
      return Day(year: month.year, month: month.month, day: day).map(DateMeaning.exact)
    case .lastWeekday(let months):
      guard let weekday = Self.weekday(values) else { return nil }
      let end = Self.month(values, clock) ?? Self.first(ofMonth: months, today).endOfMonth
      return .exact(end - (end.weekday - weekday + 7) % 7)
    case .workday(let months, let isLast):
      let end = Self.month(values, clock) ?? Self.first(ofMonth: months, today).endOfMonth
      if isLast { return .exact(end.weekday > 5 ? end - (end.weekday - 5) : end) }
      let start = end - (end.civil.day - 1)
      return .exact(start.weekday > 5 ? start + (8 - start.weekday) : start)
    case .quarter:
      let months = (3 - today.civil.month % 3) % 3
      return .exact(Self.first(ofMonth: months, today).endOfMonth)
    case .year: return .exact(Self.first(ofMonth: 12 - today.civil.month, today).endOfMonth)
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
    case .weekNumber:
      return Self.number(values).flatMap { Self.day(Self.weekday(values) ?? 5, ofWeek: $0, today) }
    case .feast(let feast, let days): return Self.feast(feast, days, today)
    case .fixedFeast(let day, let month, let days): return Self.fixed(day, month, days, today)
    case .nthWeekday(let months):
      guard let weekday = Self.weekday(values), let count = Self.ordinal(values), (1...5).contains(count)
      else {
        return nil
      }
      return Self.nthWeekday(weekday, count, months, Self.month(values, clock), today).map(DateMeaning.exact)
    case .weekOf:
      guard let meaning = Self.day(values), let day = clock.day(meaning, .ahead) else { return nil }
      return .exact(day + (5 - day.weekday))
    // What it is later than is known to who finds dates.
    case .later, .none: return nil
    }
  }

  /// How many days later than the day beside it; nil for a rule that stands by itself.
  func daysLater(_ values: [Matcher.Value]) -> Int? {
    guard case .later(let fixed, let ago) = self, let days = fixed ?? Self.number(values), abs(days) <= 60
    else {
      return nil
    }
    return ago ? -days : days
  }

  private static func ordinal(_ values: [Matcher.Value]) -> Int? {
    for case .ordinal(let number) in values { return number }
    return nil
  }

  /// The one of a month, or without a month the next that comes.
  private static func nthWeekday(_ weekday: Int, _ count: Int, _ months: Int, _ end: Day?, _ today: Day)
    -> Day?
  {
    func found(_ start: Day) -> Day { start + ((weekday - start.weekday + 7) % 7 + 7 * (count - 1)) }
    if let end { return found(end - (end.civil.day - 1)) }
    let day = found(first(ofMonth: months, today))
    return day < today ? found(first(ofMonth: months + 1, today)) : day
  }

  private static func first(ofMonth months: Int, _ today: Day) -> Day {
    (today - (today.civil.day - 1)).adding(months: months)
  }

  /// The last day of the month among the values, looking ahead.
  private static func month(_ values: [Matcher.Value], _ clock: DateClock) -> Day? {
    for case .month(let month) in values { return clock.day(.month(month, day: 31), .ahead) }
    return nil
  }

  private static func weekday(_ values: [Matcher.Value]) -> Int? {
    for case .weekday(let weekday) in values.reversed() { return weekday }
    return nil
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
    case .coming: return .exact(today + (inWeek > 0 ? inWeek : inWeek + 7))
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
    case .hours: return today + (count + 23) / 24
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

  private static func day(_ weekday: Int, ofWeek number: Int, _ today: Day) -> DateMeaning? {
    guard (1...53).contains(number) else { return nil }
    for year in [today.civil.year, today.civil.year + 1] {
      guard let fourth = Day(year: year, month: 1, day: 4) else { continue }
      let day = fourth + (weekday - fourth.weekday + 7 * (number - 1))
      if day >= today - 60 { return .exact(day) }
    }
    return nil
  }

  /// So many days after a feast: a day of every year, but for Easter, of which the nearest is meant.
  private static func feast(_ feast: Feast, _ days: Int, _ today: Day) -> DateMeaning? {
    let year = today.civil.year
    guard let date = feast.monthAndDay else {
      let nearest = [year - 1, year, year + 1].compactMap { moving(feast, $0) }.min {
        abs($0 + days - today) < abs($1 + days - today)
      }
      return nearest.map { .exact($0 + days) }
    }
    return fixed(date.day, date.month, days, today)
  }

  private static func fixed(_ day: Int, _ month: Int, _ days: Int, _ today: Day) -> DateMeaning? {
    guard let day = Day(year: today.civil.year, month: month, day: day) else { return nil }
    let civil = (day + days).civil
    return .dayAndMonth(day: civil.day, month: civil.month)
  }

  /// The day of a feast that moves.
  private static func moving(_ feast: Feast, _ year: Int) -> Day? {
    switch feast {
    case .labourday: Day(year: year, month: 9, day: 1).flatMap { nthWeekday(1, 1, 0, $0.endOfMonth, $0) }
    case .memorialday: Day(year: year, month: 5, day: 31).map { $0 - ($0.weekday - 1) }
    case .thanksgiving: Day(year: year, month: 11, day: 1).flatMap { nthWeekday(4, 4, 0, $0.endOfMonth, $0) }
    default: easter(year)
    }
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
