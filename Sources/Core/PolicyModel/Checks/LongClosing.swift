import PolicySyntax
import Receivables

/// DN411: sixty days or more without one on which anything could leave.
enum LongClosing {
  static let rule = Rule(
    id: "DN411", name: "long-closing", severity: .warning, title: "sixty days in a row without an open one",
    page: #"""
      Between these two days nothing can leave: each is a holiday, a closed day, or no day of `calendar.send`. No preview of
      sixty days that begins there shows a single message. A business that rests for a season may well mean it; more often a
      year in `closed:` is mistyped.

      To mend it, correct the days, or allow it: `# duly:allow long-closing: closed for the winter`.
      """#,
    triggering: #"""
      calendar:
        closed: [2026-12-24..2027-12-31]
      limits: { min_gap: 7 days }
      """#,
    passing: #"""
      calendar:
        closed: [2026-12-24..2026-12-31]
      limits: { min_gap: 7 days }
      """#)

  private static let days = 60

  /// One finding: the first such time that is not over.
  ///
  /// - Parameter today: Nil where nobody knows it; then none is over.
  static func diagnostic(_ rules: CalendarRules, today: Day?) -> Diagnostic? {
    guard let first = rules.calendar.free.min(), let last = rules.calendar.free.max() else { return nil }
    var day = today.map { max($0, first) } ?? first
    while day <= last {
      let next = rules.calendar.openDay(onOrAfter: day)
      let before = rules.calendar.openDay(onOrBefore: day)
      if next - before > days, next != before {
        return Diagnostic(
          rule, message: "nothing can leave from \(before + 1) to \(next - 1): no day of them is open",
          at: rules.span,
          help: Help("correct `closed`, or allow it with `# duly:allow long-closing: reason`"))
      }
      day = next + 1
    }
    return nil
  }
}
