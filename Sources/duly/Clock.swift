import Glibc
import Receivables

/// The one place that reads the clock and the time zone database.
enum Clock {
  /// Today in a time zone (IANA name).
  static func today(in timezone: String) -> Day? {
    setenv("TZ", ":" + timezone, 1)
    tzset()
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// True if the time zone database has the name, or where there is no database to look in.
  static func knows(_ timezone: String) -> Bool {
    let folder = Terminal.environment("TZDIR") ?? "/usr/share/zoneinfo"
    guard access(folder, R_OK) == 0 else { return true }
    guard !timezone.isEmpty, !timezone.hasPrefix("/"), !timezone.contains("..") else { return false }
    return access("\(folder)/\(timezone)", R_OK) == 0
  }
}
