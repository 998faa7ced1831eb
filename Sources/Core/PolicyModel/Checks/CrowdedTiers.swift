import PolicySyntax
import Receivables

/// DN402: two tiers that the calendar can bring close together.
enum CrowdedTiers {
  static let rule = Rule(
    id: "DN402", name: "crowded-tiers", severity: .warning,
    title: "two tiers can come within three open days",
    page: #"""
      A target day that is closed moves to an open one, and two tiers that lie days apart on paper can then leave close
      together: the second on the first or second open day after the first, and within five days by the calendar. After a
      week of closed days, everything that fell into it comes at once, and the customer had no time to act on the first.

      All due days of the years that your calendars cover are tried, with your holidays and closed days, `min_gap`,
      `respond_within` and the distances that the engine keeps; the note names the first one on which it happens.

      To mend it, put more days between the two, count `business days after previous`, or raise `min_gap`.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 7 days after due }
          - { tier: final, send: 8 days after due, approval: owner }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 7 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
      """#)

  /// A tier that leaves before the so many-th open day after the one above it is too close, unless so many calendar
  /// days lie between: a week of closed days is time to act, too.
  static let openDays = 3
  static let calendarDays = 5

  /// One finding for each pair of neighbours, with the first due day that brings them together.
  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    let walk = LadderWalk(policy)
    // So many days lie between any two messages.
    if let gap = policy.limits.minGap.value.plainDays, gap >= calendarDays { return [] }
    let dueDays = walk.dueDays
    let longest = walk.longestClosing(in: dueDays)
    var findings: [Diagnostic] = []
    for schedule in policy.schedules {
      let tiers = schedule.tiers.filter { !$0.isBeforeDue }
      // Where the issue day lies is not known from the due day.
      guard tiers.count > 1, tiers.allSatisfy({ $0.send.value.anchor != .issued }),
        tiers[0].send.value.anchor != .previous
      else { continue }
      var left = (1..<tiers.count).filter { canBeClose(tiers[$0 - 1], tiers[$0], walk, longest) }
      let steps = tiers.map { LadderWalk.Step($0) }
      var (planned, sent): ([Day], [Day]) = ([], [])
      var due = dueDays.lowerBound
      while due <= dueDays.upperBound, let last = left.last {
        defer { due = due + 1 }
        // Two messages are never closer than their planned days, so that most due days need no second look.
        walk.planned(steps[...last], due: due, into: &planned)
        guard
          left.contains(where: {
            steps[$0].timing.anchor == .previous || planned[$0] - planned[$0 - 1] < calendarDays
          })
        else { continue }
        walk.sent(steps[...last], planned: planned, due: due, into: &sent)
        left.removeAll { place in
          guard isClose(sent[place - 1], sent[place], walk.calendar) else { return false }
          findings.append(finding(tiers[place - 1], tiers[place], due, sent[place - 1], sent[place]))
          return true
        }
      }
    }
    return findings
  }

  /// Whether two neighbours can come close at all: the first moves at most as far as the longest closing lasts, and the
  /// second never comes before its own day, nor before the deadline of the first.
  private static func canBeClose(_ above: Tier, _ tier: Tier, _ walk: LadderWalk, _ longest: Int) -> Bool {
    if let deadline = above.respondWithin?.value.bounds.least, deadline + 1 >= calendarDays { return false }
    let (first, second) = (above.send.value, tier.send.value)
    guard let least = second.offset.bounds.least else { return true }
    if second.anchor == .previous {
      // Where all business days are open, so many business days are as many open ones.
      let areOpen = second.offset.unit == .businessDay && walk.calendar.week.isSubset(of: walk.calendar.send)
      return least < (areOpen ? openDays : calendarDays)
    }
    guard first.anchor == second.anchor, let most = first.offset.bounds.most else { return true }
    return least - most - longest < calendarDays
  }

  /// Whether the second day is one of the first two open days after the first, and soon after it.
  private static func isClose(_ first: Day, _ second: Day, _ calendar: BusinessCalendar) -> Bool {
    guard second - first < calendarDays else { return false }
    var day = first
    for _ in 1..<openDays {
      day = calendar.openDay(onOrAfter: day + 1)
      if second <= day { return true }
    }
    return false
  }

  private static func finding(_ above: Tier, _ tier: Tier, _ due: Day, _ first: Day, _ second: Day)
    -> Diagnostic
  {
    Diagnostic(
      rule,
      message: "`\(tier.name.value)` can come within \(openDays) open days of `\(above.name.value)`",
      at: tier.send.span, labels: [Label(span: above.send.span, text: "`\(above.name.value)` leaves here")],
      notes: [
        "for an invoice due on \(due), `\(above.name.value)` leaves on \(first) and `\(tier.name.value)` on \(second)"
      ],
      help: Help("put more days between them, or raise `min_gap`"))
  }
}
