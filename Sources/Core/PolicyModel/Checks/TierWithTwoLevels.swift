import PolicySyntax

/// DN110: one tier name with two levels in the policy.
enum TierWithTwoLevels {
  static let rule = Rule(
    id: "DN110", name: "tier-with-two-levels", severity: .error,
    title: "one tier name with two levels in the policy",
    page: """
      A tier's level says how far the matter has gone: 0 before the due day, then 1, 2, 3 and so on. Levels are what
      keeps a customer who moves to another schedule from hearing the same thing twice or a softer thing after a
      harder one. That works only if a name has one level wherever it stands: `final` cannot be the third step here
      and the second one there.

      Levels count by position, or go on from a `level:` that is written.

      To mend it, give the tier `level: N` in the shorter schedule, or another name.
      """,
    triggering: """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        gentle:
          - { tier: final, send: 20 days after due, approval: owner }
      """,
    passing: """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        gentle:
          - { tier: final, send: 20 days after due, level: 2, approval: owner }
      """)

  static func diagnostics(_ schedules: [ScheduleDefinition]) -> [Diagnostic] {
    var first: [String: (tier: Tier, schedule: String)] = [:]
    var findings: [Diagnostic] = []
    for schedule in schedules {
      for tier in schedule.tiers {
        guard let before = first[tier.name.value] else {
          first[tier.name.value] = (tier, schedule.name.value)
          continue
        }
        if before.tier.level == tier.level || before.schedule == schedule.name.value { continue }
        findings.append(
          Diagnostic(
            rule,
            message:
              "the tier `\(tier.name.value)` has level \(tier.level) here and level \(before.tier.level) in "
              + "`\(before.schedule)`",
            at: tier.name.span, label: "level \(tier.level)",
            labels: [Label(span: before.tier.name.span, text: "level \(before.tier.level)")],
            help: Help("say `level:` in one of the two, or give one of them another name")))
      }
    }
    return findings
  }
}
