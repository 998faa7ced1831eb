import PolicySyntax
import Receivables

/// DN403: a tier that `min_gap` always pushes back.
enum GapTooShort {
  static let rule = Rule(
    id: "DN403", name: "gap-too-short", severity: .warning, title: "tiers closer together than `min_gap`",
    page: #"""
      Between two messages to one customer there are at least the days of `min_gap`. This tier is planned sooner after the
      one above it, so it never leaves on the day that you wrote but always later, and so do all below it. What you read in
      the policy is then not what happens.

      Only gaps that are certain are judged: days counted from the same day, or after `previous`. A gap that is too long is
      not reported: the policy states no bound for it.

      To mend it, put the tiers further apart, or lower `min_gap`.
      """#,
    triggering: #"""
      limits:
        min_gap: 10 days
      """#,
    passing: #"""
      limits:
        min_gap: 4 days
      """#)

  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    guard let gap = policy.limits.minGap.value.plainDays else { return [] }
    return policy.schedules.flatMap { schedule in
      zip(schedule.tiers, schedule.tiers.dropFirst()).compactMap { above, tier in
        guard let days = days(above, tier), days < gap else { return nil }
        return Diagnostic(
          rule,
          message: "`\(tier.name.value)` comes later than written: `min_gap` keeps \(gap) days after "
            + "`\(above.name.value)`, and it is planned after \(days)",
          at: tier.send.span,
          labels: [
            Label(span: above.send.span, text: "`\(above.name.value)` is planned here"),
            Label(span: policy.limits.minGap.span, text: "`min_gap`"),
          ],
          help: Help("put the tiers further apart, or lower `min_gap`"))
      }
    }
  }

  /// The days from a tier to the next, where they are certain.
  private static func days(_ above: Tier, _ tier: Tier) -> Int? {
    let (first, second) = (above.send.value, tier.send.value)
    guard let days = second.offset.plainDays else { return nil }
    if second.anchor == .previous { return days }
    guard first.anchor == second.anchor, let before = first.offset.plainDays else { return nil }
    return days > before ? days - before : nil
  }
}

extension DaySpan {
  /// How many calendar days it is, where that hangs on no calendar.
  var plainDays: Int? {
    switch unit {
    case .day: count
    case .week: 7 * count
    case .businessDay, .month: nil
    }
  }

  /// The calendar days that it can be, nil for no bound: a month has 28 to 31, n business days are n days or more.
  var bounds: (least: Int?, most: Int?) {
    switch unit {
    case .day: return (count, count)
    case .week: return (7 * count, 7 * count)
    case .month: return count >= 0 ? (28 * count, 31 * count) : (31 * count, 28 * count)
    case .businessDay:
      if count == 0 { return (0, 0) }
      return count > 0 ? (count, nil) : (nil, count)
    }
  }
}
