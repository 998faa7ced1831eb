import CEL
import Foundation

/// Instants as nanoseconds since 1970, which 128 bits hold, and their parts by counting.
enum ReferenceTime {
  static func nanoseconds(_ instant: Timestamp) -> Int128 {
    Int128(instant.seconds) * 1_000_000_000 + Int128(instant.nanoseconds)
  }

  /// The instant; an error outside of the years 1 to 9999.
  static func timestamp(_ nanoseconds: Int128) throws(ReferenceFailure) -> Value {
    let (seconds, rest) = split(nanoseconds, 1_000_000_000)
    guard (-62_135_596_800...253_402_300_799).contains(seconds),
      let instant = Timestamp(seconds: Int64(seconds), nanoseconds: Int32(rest))
    else { throw ReferenceFailure(.overflow) }
    return .timestamp(instant)
  }

  /// Quotient and rest of a division that rounds down.
  private static func split(_ number: Int128, _ divisor: Int128) -> (Int128, Int128) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }

  /// `timestamp(x)`: seconds since 1970, or a text of RFC 3339.
  static func timestamp(of value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .timestamp: return value
    case .int(let seconds): return try timestamp(Int128(seconds) * 1_000_000_000)
    case .string(let text):
      guard let nanoseconds = instant(text) else { throw ReferenceFailure(.invalidConversion) }
      do throws(ReferenceFailure) {
        return try timestamp(nanoseconds)
      } catch {
        throw ReferenceFailure(.invalidConversion, .overflow)
      }
    default: throw ReferenceFailure(.typeMismatch, .nullValue, .invalidConversion)
    }
  }

  private static func instant(_ text: String) -> Int128? {
    let pattern = /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))/
    guard let found = text.wholeMatch(of: pattern)?.output else { return nil }
    let parts = [found.1, found.2, found.3, found.4, found.5, found.6].compactMap { Int($0) }
    guard let day = day(parts[0], parts[1], parts[2]), parts[3] < 24, parts[4] < 60, parts[5] < 60 else {
      return nil
    }
    let fraction = found.7.map { Int($0 + String(repeating: "0", count: 9 - $0.count)) ?? 0 } ?? 0
    var seconds = Int128(day) * 86_400 + Int128(parts[3] * 3600 + parts[4] * 60 + parts[5])
    if let sign = found.8, let hours = found.9.flatMap({ Int($0) }),
      let minutes = found.10.flatMap({ Int($0) })
    {
      seconds -= Int128((hours * 60 + minutes) * 60) * (sign == "-" ? -1 : 1)
    }
    return seconds * 1_000_000_000 + Int128(fraction)
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func months(_ year: Int) -> [Int] {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// The days since 1970 of a date; nil where the calendar has no such day.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    guard (1...12).contains(month), day >= 1, day <= months(year)[month - 1] else { return nil }
    let years = (0..<year).map { isLeap($0) ? 366 : 365 }.reduce(0, +)
    // The year 0 counts as a leap year here.
    return years - 719_528 + months(year).prefix(month - 1).reduce(0, +) + day - 1
  }

  /// Year, month from 1, day from 1 and day of the year from 0 of a day since 1970; the year may be 0 or
  /// 10000, where a time zone shifts an instant at the edge.
  static func parts(_ day: Int) -> (year: Int, month: Int, day: Int, dayOfYear: Int) {
    var rest = day + 719_528
    var year = 0
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    let dayOfYear = rest
    var month = 0
    while rest >= months(year)[month] {
      rest -= months(year)[month]
      month += 1
    }
    return (year, month + 1, rest + 1, dayOfYear)
  }

  /// A part of an instant in UTC or at an offset, or of a length of time.
  static func part(_ function: StandardFunction, _ values: [Value]) throws(ReferenceFailure) -> Value {
    switch values.first {
    case .timestamp(let instant):
      var shift = 0
      if values.count > 1 {
        guard case .string(let zone) = values[1] else { throw ReferenceFailure(.typeMismatch, .nullValue) }
        guard let seconds = offset(zone) else { throw ReferenceFailure(.invalidArgument, .invalidConversion) }
        shift = seconds
      }
      return .int(
        Int64(try part(function, Int128(instant.seconds) + Int128(shift), Int(instant.nanoseconds))))
    case .duration(let nanoseconds):
      switch function {
      case .getHours: return .int(nanoseconds / 3_600_000_000_000)
      case .getMinutes: return .int(nanoseconds / 60_000_000_000)
      case .getSeconds: return .int(nanoseconds / 1_000_000_000)
      case .getMilliseconds: return .int(nanoseconds / 1_000_000 % 1000)
      default: throw ReferenceFailure(.typeMismatch)
      }
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  private static func part(
    _ function: StandardFunction, _ seconds: Int128, _ nanoseconds: Int
  ) throws(ReferenceFailure) -> Int {
    let (day, time) = split(seconds, 86_400)
    let date = parts(Int(day))
    switch function {
    case .getFullYear: return date.year
    case .getMonth: return date.month - 1
    case .getDate: return date.day
    case .getDayOfMonth: return date.day - 1
    case .getDayOfYear: return date.dayOfYear
    case .getDayOfWeek: return Int(split(day + 4, 7).1)
    case .getHours: return Int(time) / 3600
    case .getMinutes: return Int(time) / 60 % 60
    case .getSeconds: return Int(time) % 60
    case .getMilliseconds: return nanoseconds / 1_000_000
    default: throw ReferenceFailure(.typeMismatch)
    }
  }

  /// The seconds of `UTC` and of offsets such as `-08:00`.
  private static func offset(_ zone: String) -> Int? {
    if zone == "UTC" { return 0 }
    guard let found = zone.wholeMatch(of: /([+-])(\d\d):(\d\d)/)?.output,
      let hours = Int(found.2), let minutes = Int(found.3)
    else { return nil }
    return (hours * 60 + minutes) * 60 * (found.1 == "-" ? -1 : 1)
  }

  /// The instant as RFC 3339 writes it, with as many digits of a second as it needs.
  static func text(_ instant: Timestamp) -> String {
    let (day, time) = split(Int128(instant.seconds), 86_400)
    let (date, seconds) = (parts(Int(day)), Int(time))
    return String(
      format: "%04d-%02d-%02dT%02d:%02d:%02d", date.year, date.month, date.day, seconds / 3600,
      seconds / 60 % 60,
      seconds % 60) + fraction(Int(instant.nanoseconds)) + "Z"
  }

  /// A length of time in seconds.
  static func text(ofDuration nanoseconds: Int64) -> String {
    let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return (nanoseconds < 0 ? "-" : "") + "\(seconds)" + fraction(Int(rest)) + "s"
  }

  private static func fraction(_ nanoseconds: Int) -> String {
    if nanoseconds == 0 { return "" }
    var digits = String(format: "%09d", nanoseconds)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  /// `duration(x)`: nanoseconds, or a text such as `1h30m`.
  static func duration(of value: Value) throws(ReferenceFailure) -> Value {
    switch value {
    case .duration: return value
    case .int(let nanoseconds): return .duration(nanoseconds)
    case .string(let text):
      let units: [Substring: Int128] = [
        "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000, "us": 1000, "ns": 1,
      ]
      let body = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
      let part = /(\d+)(?:\.(\d{1,3}))?(ms|us|ns|h|m|s)/
      guard body == "0" || body.wholeMatch(of: /(?:\d+(?:\.\d{1,3})?(?:ms|us|ns|h|m|s))+/) != nil else {
        throw ReferenceFailure(.invalidConversion)
      }
      var sum: Int128 = 0
      for found in body.matches(of: part) {
        let unit = units[found.output.3] ?? 0
        let thousandths =
          found.output.2.map { Int128($0 + String(repeating: "0", count: 3 - $0.count)) ?? 0 } ?? 0
        sum += (Int128(found.output.1) ?? 0) * unit + thousandths * unit / 1000
      }
      do throws(ReferenceFailure) {
        return try ReferenceArithmetic.duration(text.hasPrefix("-") ? -sum : sum)
      } catch {
        throw ReferenceFailure(.overflow, .invalidConversion)
      }
    default: throw ReferenceFailure(.typeMismatch, .nullValue, .invalidConversion)
    }
  }
}
