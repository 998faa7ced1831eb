/// A part of an instant or of a length of time that the language can ask for, under the name of its function.
///
/// Source: the language definition, "Date/Time Functions".
enum TimeAccessor: CaseIterable {
  case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
  case getHours, getMinutes, getSeconds, getMilliseconds

  /// What a function asks for; nil for the functions that ask for no part of a time.
  init?(_ function: StandardFunction) {
    switch function {
    case .getFullYear: self = .getFullYear
    case .getMonth: self = .getMonth
    case .getDate: self = .getDate
    case .getDayOfMonth: self = .getDayOfMonth
    case .getDayOfWeek: self = .getDayOfWeek
    case .getDayOfYear: self = .getDayOfYear
    case .getHours: self = .getHours
    case .getMinutes: self = .getMinutes
    case .getSeconds: self = .getSeconds
    case .getMilliseconds: self = .getMilliseconds
    default: return nil
    }
  }

  /// The part of an instant, whose seconds since 1970 are those on the clocks of the place that is asked for.
  ///
  /// - Parameters:
  ///   - local: At most some days outside of the years 1 to 9999.
  ///   - nanoseconds: What follows those seconds, below a second.
  func part(local: Int64, nanoseconds: Int32) -> Int64 {
    let (day, second) = TimestampCalendar.dayAndSecond(local)
    return switch self {
    case .getHours: second / 3_600
    case .getMinutes: second / 60 % 60
    case .getSeconds: second % 60
    case .getMilliseconds: Int64(nanoseconds / 1_000_000)
    case .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear:
      Int64(datePart(Int32(day)))
    }
  }

  /// The part of a length of time; nil for the parts that only an instant has.
  ///
  /// Hours, minutes and seconds are the whole of it, towards zero; milliseconds are those within its second.
  func part(ofDuration nanoseconds: Int64) -> Int64? {
    switch self {
    case .getHours: nanoseconds / 3_600_000_000_000
    case .getMinutes: nanoseconds / 60_000_000_000
    case .getSeconds: nanoseconds / 1_000_000_000
    case .getMilliseconds: nanoseconds % 1_000_000_000 / 1_000_000
    case .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear: nil
    }
  }

  private func datePart(_ day: Int32) -> Int {
    let date = CivilDay.parts(day)
    return switch self {
    case .getFullYear: date.year
    case .getMonth: date.month - 1
    case .getDate: date.day
    case .getDayOfMonth: date.day - 1
    // Sunday is 0 here and 7 there.
    case .getDayOfWeek: CivilDay.weekday(day) % 7
    case .getDayOfYear: Int(day) - TimestampCalendar.day(year: date.year, month: 1, day: 1)
    case .getHours, .getMinutes, .getSeconds, .getMilliseconds: 0
    }
  }
}
