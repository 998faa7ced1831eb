import PolicySyntax

/// DN404: a tier whose day never comes.
enum UnreachableTier {
  static let rule = Rule(
    id: "DN404", name: "unreachable-tier", severity: .warning, title: "tier never reached",
    page: #"""
      A tier of level 0 speaks before the due day and is skipped once the invoice is past due. The day of this one is always
      after the due day, so it is always skipped and never sent.

      The same is said of a tier before which an escalation has stopped every invoice: what is 30 days overdue is held by
      `invoice.days_overdue >= 30`, and a tier 45 days after the due day never leaves by itself.

      To mend it, take `level: 0` away, or count `before due`; or let the escalation come after the tier.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: hello, send: 5 days after due, level: 0 }
          - { tier: final, send: 14 days after due, approval: owner }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: hello, send: 5 days before due }
          - { tier: final, send: 14 days after due, approval: owner }
      """#)

  static func diagnostics(_ tiers: [Tier]) -> [Diagnostic] {
    tiers.compactMap { tier in
      let send = tier.send.value
      guard tier.isBeforeDue, send.offset.count > 0, send.anchor == .due || send.anchor == .endOfMonth else {
        return nil
      }
      return Diagnostic(
        rule, message: "the tier `\(tier.name.value)` is never sent: its day comes after the due day",
        at: tier.send.span,
        labels: tier.statedLevel.map {
          [Label(span: $0.span, text: "level 0 is skipped once the invoice is past due")]
        } ?? [],
        help: Help("take `level: 0` away, or count `before due`"))
    }
  }

  /// Tiers before which an escalation has held every invoice: the first of each schedule, if it is not the first of
  /// all, which is another finding.
  static func diagnostics(_ policy: Policy, _ proofs: PolicyProofs) -> [Diagnostic] {
    policy.schedules.compactMap { schedule in
      guard let held = HeldTier.first(of: schedule, policy, proofs), !held.isFirst else { return nil }
      return Diagnostic(
        rule,
        message:
          "`\(held.tier.name.value)` never leaves by itself: `\(held.escalation.name.value)` holds every invoice "
          + "by then",
        at: held.tier.send.span,
        labels: [
          Label(span: held.escalation.when.span, text: "holds for every invoice \(held.days) days overdue")
        ],
        help: Help("let the escalation come after the tier, or leave the tier out"))
    }
  }
}

/// A tier whose day comes only after an escalation has held every invoice.
struct HeldTier {
  let tier: Tier
  let escalation: Escalation
  /// The days overdue of an invoice on the tier's day, at the least.
  let days: Int
  /// Whether it is the schedule's first tier after the due day.
  let isFirst: Bool

  /// The first such tier of a schedule; nil where none is certain.
  static func first(of schedule: ScheduleDefinition, _ policy: Policy, _ proofs: PolicyProofs) -> HeldTier? {
    // Only a day that moves forward is certain to come no sooner than it is written.
    guard policy.calendar.whenClosed == .nextOpenDay else { return nil }
    let holding = policy.escalations.filter { escalation in
      escalation.actions.contains { $0.value == .holdCustomer || $0.value == .holdInvoice }
    }
    guard !holding.isEmpty else { return nil }
    var least: Int?
    let tiers = schedule.tiers.filter { !$0.isBeforeDue }
    for (place, tier) in tiers.enumerated() {
      least = leastDays(tier, after: least)
      guard let days = least else { continue }
      for escalation in holding where proofs.holds(escalation.when, fromDaysOverdue: days) {
        return HeldTier(tier: tier, escalation: escalation, days: days, isFirst: place == 0)
      }
    }
    return nil
  }

  private static func leastDays(_ tier: Tier, after above: Int?) -> Int? {
    let send = tier.send.value
    let days =
      switch send.offset.unit {
      case .day, .businessDay: send.offset.count
      case .week: 7 * send.offset.count
      case .month: 28 * send.offset.count
      }
    switch send.anchor {
    // The end of the month comes on the due day or after it.
    case .due, .endOfMonth: return days >= 0 ? days : nil
    case .previous: return above.map { $0 + days }
    case .issued: return nil
    }
  }
}
