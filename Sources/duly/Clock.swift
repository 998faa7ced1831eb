import Glibc
import Receivables
import TimeZones

/// The one place that reads the clock and the time zone database.
enum Clock {
  private static let folder = Terminal.environment("TZDIR") ?? "/usr/share/zoneinfo"

  /// The time zones of this system.
  static let zones = SystemTimeZones(folder: folder)

  /// Today in a time zone (IANA name); nil where the database does not have it.
  static func today(in timezone: String) -> Day? {
    let now = time(nil)
    guard let offset = zones.offset(of: timezone, at: Int64(now)) else { return nil }
    var local = now + offset
    var parts = tm()
    gmtime_r(&local, &parts)
    return day(of: parts)
  }

  /// Today in the time zone of this system; nil for a year that no day can have.
  static func today() -> Day? {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return day(of: parts)
  }

  private static func day(of parts: tm) -> Day? {
    Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// True if the time zone database has the name, or where there is no database to look in.
  static func knows(_ timezone: String) -> Bool {
    guard access(folder, R_OK) == 0 else { return true }
    return zones.offset(of: timezone, at: Int64(time(nil))) != nil
  }
}
