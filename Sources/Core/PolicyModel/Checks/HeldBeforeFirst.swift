import PolicySyntax

/// DN601: an escalation that holds every invoice before the first letter of a schedule.
enum HeldBeforeFirst {
  static let rule = Rule(
    id: "DN601", name: "held-before-first", severity: .warning,
    title: "escalation that holds before the first reminder",
    page: #"""
      On the day on which this schedule would send its first reminder, the escalation has held every invoice already: nobody
      on the schedule ever hears anything, until you release each one by hand. Most often the two numbers of days were
      thought of at different times.

      It is proved, for all customers and invoices, with days that move forward to an open day.

      To mend it, let the escalation come after the tiers, or ask more of it, such as an amount.
      """#,
    triggering: #"""
      escalations:
        - name: hand-over
          when: invoice.days_overdue >= 3
          do: [hold, flag]
      """#,
    passing: #"""
      escalations:
        - name: hand-over
          when: invoice.days_overdue >= 60
          do: [hold, flag]
      """#)

  /// One finding for each escalation, with the first schedule that it silences.
  static func diagnostics(_ policy: Policy, _ proofs: PolicyProofs) -> [Diagnostic] {
    var seen: Set<String> = []
    return policy.schedules.compactMap { schedule in
      guard let held = HeldTier.first(of: schedule, policy, proofs), held.isFirst,
        seen.insert(held.escalation.name.value).inserted
      else { return nil }
      return Diagnostic(
        rule,
        message:
          "`\(held.escalation.name.value)` holds every invoice before `\(schedule.name.value)` sends its first "
          + "reminder",
        at: held.escalation.when.span,
        labels: [Label(span: held.tier.send.span, text: "the first reminder leaves here")],
        help: Help("let it come after the tiers, or ask more of it"))
    }
  }
}
