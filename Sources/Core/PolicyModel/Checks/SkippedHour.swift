import CEL
import PolicySyntax
import Receivables

/// DN406: a window that lies in the hour which clocks leave out in spring.
enum SkippedHour {
  static let rule = Rule(
    id: "DN406", name: "skipped-hour", severity: .warning,
    title: "send window in an hour that clocks leave out",
    page: #"""
      Messages leave inside the window of `calendar.send`, by the clock of `business.timezone`. On the day on which clocks are put
      forward this window is in the time that is left out: no minute of it exists, and nothing leaves on that day though it
      is an open one. What was to leave comes on the next open day.

      To mend it, widen the window, or move it out of the night.
      """#,
    triggering: #"""
      calendar:
        send: sat-sun 01:15-01:45
      """#,
    passing: #"""
      calendar:
        send: sat-sun 09:00-12:00
      """#)

  /// Clocks are never put forward by more minutes than that.
  private static let longestShift = 120
  /// Some days more than a year: each change of a year is met.
  private static let days = 400

  /// At most one finding: the first open day whose window does not exist.
  ///
  /// - Parameter today: Nil where nobody knows it; then a year of no importance is looked at.
  static func diagnostic(
    _ rules: CalendarRules, zone: String, _ zones: any TimeZoneDatabase, today: Day?
  ) -> Diagnostic? {
    guard rules.window.until - rules.window.from <= longestShift else { return nil }
    let first = today ?? Day(number: 20_454)  // 2026-01-01
    for day in 0..<days where rules.calendar.isOpen(first + day) {
      guard let gap = gap(on: first + day, zone, zones), gap.lowerBound <= rules.window.from,
        rules.window.until <= gap.upperBound
      else { continue }
      return Diagnostic(
        rule,
        message: "on \(first + day) the window does not exist: clocks go from \(clock(gap.lowerBound)) to "
          + clock(gap.upperBound),
        at: rules.span,
        notes: ["nothing leaves on that day, and what was to leave waits for the next open one"],
        help: Help("widen the window of `send`, or move it out of the night"))
    }
    return nil
  }

  /// The minutes after midnight that a day's clock leaves out; nil where it leaves out none.
  private static func gap(
    on day: Day, _ zone: String, _ zones: any TimeZoneDatabase
  ) -> Range<Int>? {
    // From some hours before the day begins, for its first hour may be the one, to when it ends.
    let midnight = Int64(day.number) * 86_400
    guard let usual = zones.offset(of: zone, at: midnight) else { return nil }
    var before = midnight - Int64(usual) - 3 * 3_600
    var after = midnight - Int64(usual) + 86_400
    guard let early = zones.offset(of: zone, at: before), let late = zones.offset(of: zone, at: after),
      late > early
    else { return nil }
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if zones.offset(of: zone, at: middle) == early { before = middle } else { after = middle }
    }
    let start = Int(after + Int64(early) - midnight) / 60
    return start..<start + (late - early) / 60
  }

  private static func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}
