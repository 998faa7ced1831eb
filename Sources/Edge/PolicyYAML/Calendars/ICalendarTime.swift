import Receivables

/// A date, or a date with a time, as an iCalendar file writes it.
///
/// The date is taken as it is written; time zones move nothing. Source: RFC 5545, sections 3.3.4 and 3.3.5.
struct ICalendarTime {
  let day: Day
  /// Seconds after midnight; nil for a date alone.
  let seconds: Int?
  /// Whether the time is one of Universal Time, whose date may be another than that of the business.
  let isUniversal: Bool

  /// `20261225`, `20261225T093000` or `20261225T093000Z`; nil for anything else.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes.count <= 16, let year = Self.number(bytes[0..<4]),
      let month = Self.number(bytes[4..<6]), let number = Self.number(bytes[6..<8]),
      let day = Day(year: year, month: month, day: number)
    else { return nil }
    self.day = day
    guard bytes.count > 8 else {
      (seconds, isUniversal) = (nil, false)
      return
    }
    guard bytes.count >= 15, bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]),
      let minute = Self.number(bytes[11..<13]), let second = Self.number(bytes[13..<15]), hour < 24,
      minute < 60, second <= 60, bytes.count == 15 || bytes[15] == UInt8(ascii: "Z")
    else { return nil }
    seconds = hour * 3_600 + minute * 60 + second
    isUniversal = bytes.count == 16
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }
}

/// A length of time as an iCalendar file writes it: `P1D`, `P2W`, `PT8H`, `P1DT12H`.
///
/// Source: RFC 5545, section 3.3.6.
struct ICalendarDuration {
  let days: Int
  /// Beyond the days; not negative.
  let seconds: Int

  /// Nil for what is no length, is negative or has more than six digits in a row.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var (days, seconds, isTime) = (0, 0, false)
    while let first = rest.first {
      if first == UInt8(ascii: "T"), !isTime, rest.count > 1 {
        isTime = true
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(digits.count)
      guard (1...6).contains(digits.count), let count = Int(String(decoding: digits, as: UTF8.self)),
        let unit = rest.popFirst()
      else { return nil }
      switch (unit, isTime) {
      case (UInt8(ascii: "W"), false): days += count * 7
      case (UInt8(ascii: "D"), false): days += count
      case (UInt8(ascii: "H"), true): seconds += count * 3_600
      case (UInt8(ascii: "M"), true): seconds += count * 60
      case (UInt8(ascii: "S"), true): seconds += count
      default: return nil
      }
    }
    (self.days, self.seconds) = (days, seconds)
  }
}
