import PolicySyntax
import Receivables

/// DN401: a tier planned no later than one above it, or on a lower level.
enum TiersOutOfOrder {
  static let rule = Rule(
    id: "DN401", name: "tiers-out-of-order", severity: .error, title: "tiers out of order",
    page: #"""
      The tiers of a schedule are sent strictly from top to bottom. This one is planned on the same day as a tier above it
      or on an earlier one, or its level does not rise. It could never leave on the day that you wrote: it would come late,
      right behind the other, and the customer would hear from you twice in a row.

      Only what is certain is reported: days that are counted from the same day, in whatever calendar.

      To mend it, put the tiers in the order of their days, or correct the days.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 14 days after due }
          - { tier: final, send: 7 days after due, approval: owner }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 7 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
      """#)

  /// - Parameter movesForward: Whether target days move to the next open day: only then is a tier after
  ///   `previous` certain to come at least so many days after the planned day of the one above it.
  static func diagnostics(_ tiers: [Tier], movesForward: Bool) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var planned: [PlannedRange?] = []
    for (index, tier) in tiers.enumerated() {
      planned.append(PlannedRange(tier, above: planned.last ?? nil, movesForward: movesForward))
      if tier.send.value.anchor == .previous, tier.send.value.offset.count == 0 {
        findings.append(sameDay(tier, tiers[max(0, index - 1)]))
        continue
      }
      let higher = tiers[..<index].last {
        $0.isBeforeDue && !tier.isBeforeDue ? false : $0.level > tier.level
      }
      if tier.isBeforeDue, let higher {
        findings.append(afterDue(tier, higher))
        continue
      }
      let earlier = tiers[..<index].indices.reversed().first { other in
        guard tiers[other].isBeforeDue == tier.isBeforeDue, let mine = planned[index],
          let its = planned[other]
        else { return false }
        return mine.isNeverAfter(its)
      }
      if let earlier { findings.append(tooEarly(tier, tiers[earlier])) }
    }
    return findings
  }

  private static func tooEarly(_ tier: Tier, _ above: Tier) -> Diagnostic {
    let same = tier.send.value == above.send.value
    return Diagnostic(
      rule,
      message: same
        ? "the tier `\(tier.name.value)` is planned on the same day as `\(above.name.value)` above it"
        : "the tier `\(tier.name.value)` is planned no later than `\(above.name.value)` above it",
      at: tier.send.span,
      labels: [Label(span: above.send.span, text: "`\(above.name.value)` is planned here")],
      help: Help("put the tiers in the order of their days, or correct one of the two"))
  }

  private static func sameDay(_ tier: Tier, _ above: Tier) -> Diagnostic {
    Diagnostic(
      rule,
      message: "the tier `\(tier.name.value)` is planned on the same day as `\(above.name.value)` above it",
      at: tier.send.span,
      labels: [Label(span: above.send.span, text: "`\(above.name.value)` is planned here")],
      help: Help("say how long after it, such as `7 days after previous`"))
  }

  private static func afterDue(_ tier: Tier, _ above: Tier) -> Diagnostic {
    Diagnostic(
      rule, message: "the tier `\(tier.name.value)` belongs before the due day and stands below one after it",
      at: tier.name.span, labels: [Label(span: above.name.span, text: "this one comes after the due day")],
      help: Help("move it above the tiers after the due day"))
  }

  /// A stated level that does not rise.
  static func level(_ stated: Located<Int>, of name: Located<String>, above: Tier) -> Diagnostic {
    Diagnostic(
      rule,
      message:
        "the level of `\(name.value)` does not rise: it is \(stated.value), and `\(above.name.value)` above "
        + "it has \(above.level)",
      at: stated.span, labels: [Label(span: above.name.span, text: "level \(above.level)")],
      help: Help("write a level above \(above.level), or leave `level` out"))
  }
}

/// Between which days after an anchor a tier is planned, whatever the calendar; before it moves to an open day.
private struct PlannedRange {
  let anchor: Timing.Anchor
  let offset: DaySpan?
  /// Days from the anchor, nil for no bound.
  let least: Int?
  let most: Int?

  /// Nil where nothing is certain.
  init?(_ tier: Tier, above: PlannedRange?, movesForward: Bool) {
    let send = tier.send.value
    let (low, high) = send.offset.bounds
    if send.anchor != .previous {
      anchor = send.anchor
      offset = send.offset
      least = low
      most = high
      return
    }
    guard let above, movesForward, !tier.isBeforeDue, let base = above.least, let low else { return nil }
    anchor = above.anchor
    offset = nil
    least = base + low
    most = nil
  }

  /// Whether this day is certain to be no later than the other. Moving to open days keeps the order.
  func isNeverAfter(_ other: PlannedRange) -> Bool {
    if anchor == other.anchor {
      if let offset, let before = other.offset, offset.unit == before.unit {
        return offset.count <= before.count
      }
      guard let most, let least = other.least else { return false }
      return most <= least
    }
    // The end of the month of the due day lies 0 to 30 days after it.
    guard let most, let least = other.least else { return false }
    switch (anchor, other.anchor) {
    case (.due, .endOfMonth): return most <= least
    case (.endOfMonth, .due): return most + 30 <= least
    default: return false
    }
  }
}
