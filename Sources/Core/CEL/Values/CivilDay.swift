/// Calendar arithmetic on dates, which are days since 1970-01-01 (proleptic Gregorian, no time zone).
///
///     print(CivilDay.text(20_529))  // 2026-03-17
///     print(CivilDay.weekday(20_529))  // 2
public enum CivilDay {
  /// The days a date may have: from 0001-01-01 to 9999-12-31.
  public static let range: ClosedRange<Int32> = -719_162...2_932_896

  /// 1 for Monday to 7 for Sunday, by ISO 8601.
  public static func weekday(_ day: Int32) -> Int {
    // Day 0 was a Thursday.
    let shifted = (Int(day) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// Year, month from 1 and day of the month from 1; for any day, also outside of `range`.
  public static func parts(_ day: Int32) -> (year: Int, month: Int, day: Int) {
    // Counted in eras of 400 years that begin on 1 March, so that a leap day ends its year.
    let shifted = Int(day) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The date as `2026-03-09`, by ISO 8601; the year has at least four digits.
  public static func text(_ day: Int32) -> String {
    let (year, month, dayOfMonth) = parts(day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
  }

  /// The day a number of days later; throws `overflow` outside the years 1 to 9999.
  static func adding(_ days: Int, to day: Int32) throws(EvaluationError) -> Int32 {
    let (sum, overflow) = Int(day).addingReportingOverflow(days)
    guard !overflow, let result = Int32(exactly: sum), range.contains(result) else { throw .overflow }
    return result
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
