import PolicySyntax

/// DN404: a tier whose day never comes.
enum UnreachableTier {
  static let rule = Rule(
    id: "DN404", name: "unreachable-tier", severity: .warning, title: "tier never reached",
    page: #"""
      A tier of level 0 speaks before the due day and is skipped once the invoice is past due. The day of this one is always
      after the due day, so it is always skipped and never sent.

      To mend it, take `level: 0` away, or count `before due`.
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
}
