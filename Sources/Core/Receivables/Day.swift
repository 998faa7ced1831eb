/// A calendar day of the business's own calendar: a date without time or zone.
///
/// Days from 1900-01-01 to 2199-12-31 can be read (`init?(iso:)`, `init?(year:month:day:)`); arithmetic
/// may leave that range and stays exact. Source: proleptic Gregorian calendar, ISO 8601; the conversion
/// is Howard Hinnant's "days from civil".
package struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  package let number: Int32

  /// The day that lies `number` days after 1970-01-01.
  @inlinable
  package init(number: Int32) {
    self.number = number
  }

  /// The day of that date, or nil where there is none (2024-02-30) or the year is not 1900 to 2199.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysIn(month: month, year: year)
    else { return nil }
    self.init(civilYear: year, month: month, day: day)
  }

  /// The day written `YYYY-MM-DD`, or nil for any other text.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(civilYear: Int, month: Int, day: Int) {
    let year = month <= 2 ? civilYear - 1 : civilYear
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int {
    let remainder = (Int(number) + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The last calendar day of the month in which this day lies.
  package var endOfMonth: Day {
    let (year, month, _) = civil
    return Day(civilYear: year, month: month, day: Day.daysIn(month: month, year: year))
  }

  /// The same day number `months` later (earlier where negative), or the last day of a shorter month.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    return Day(
      civilYear: newYear, month: newMonth, day: min(day, Day.daysIn(month: newMonth, year: newYear)))
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

// Days are compared and counted more often than anything else is done; other modules do it where they stand.
extension Day: Comparable {
  @inlinable
  package static func == (left: Day, right: Day) -> Bool { left.number == right.number }
  @inlinable
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  @inlinable
  package static func > (left: Day, right: Day) -> Bool { left.number > right.number }
  @inlinable
  package static func <= (left: Day, right: Day) -> Bool { left.number <= right.number }
  @inlinable
  package static func >= (left: Day, right: Day) -> Bool { left.number >= right.number }

  /// The day `count` days later (earlier where negative).
  @inlinable
  package static func + (day: Day, count: Int) -> Day {
    Day(number: day.number &+ Int32(truncatingIfNeeded: count))
  }

  /// The day `count` days earlier.
  @inlinable
  package static func - (day: Day, count: Int) -> Day {
    Day(number: day.number &- Int32(truncatingIfNeeded: count))
  }

  /// The days from `right` to `left`; negative where `left` comes first.
  @inlinable
  package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = civil
    if (0...9999).contains(year) {
      return String(unsafeUninitializedCapacity: 10) { bytes in
        func write(_ value: Int, at place: Int, digits: Int) {
          var rest = value
          for digit in stride(from: place + digits - 1, through: place, by: -1) {
            bytes[digit] = UInt8(48 + rest % 10)
            rest /= 10
          }
        }
        write(year, at: 0, digits: 4)
        bytes[4] = UInt8(ascii: "-")
        write(month, at: 5, digits: 2)
        bytes[7] = UInt8(ascii: "-")
        write(day, at: 8, digits: 2)
        return 10
      }
    }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let digits = String(abs(year))
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(year < 0 ? "-" : "")\(padded)-\(two(month))-\(two(day))"
  }
}
