import PolicySyntax

/// DN407: a tier before the due day that speaks as if the invoice were late.
enum HardBeforeDue {
  static let rule = Rule(
    id: "DN407", name: "hard-before-due", severity: .warning,
    title: "a tier before the due day in the hardest tone, or with words for a late invoice",
    page: #"""
      This tier leaves before the invoice is due: nobody is late yet. In the hardest of your tones, or with the days overdue
      in it (which are zero or below on such a day), it reads as an accusation of a customer who has done nothing wrong.

      To mend it, give the tier a softer tone, or take `days_overdue` out of its words.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: heads-up, send: 3 days before due, tone: plain }
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, tone: plain, approval: owner }
      tones:
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        plain:
          default: { subject: "Your account", body: "{{ money(total_due) }} is overdue." }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: heads-up, send: 3 days before due }
          - { tier: final, send: 14 days after due, tone: plain, approval: owner }
      tones:
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is due soon." }
        plain:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
      """#)

  /// One finding for each tier and tone.
  static func diagnostics(_ policy: Policy) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<[String]> = []
    for meeting in NoTemplate.meetings(policy) where meeting.tier.isBeforeDue {
      let (tier, tone) = (meeting.tier.name, meeting.tone)
      guard seen.insert([tier.value, tone.value]).inserted else { continue }
      if policy.tones.count > 1, policy.tones.last?.name.value == tone.value {
        var labels = [Label(span: meeting.tier.send.span, text: "nobody is late on this day")]
        if meeting.tier.tone == nil {
          labels.append(
            Label(span: meeting.segment.tone.span, text: "`\(meeting.segment.name.value)` speaks in it"))
        }
        findings.append(
          Diagnostic(
            rule,
            message:
              "`\(tier.value)` leaves before the due day and speaks in `\(tone.value)`, the hardest tone",
            at: meeting.tier.tone?.span ?? tier.span, labels: labels, help: Help("give it a softer tone")))
      }
      let words = policy.tones.first { $0.name.value == tone.value }?.templates ?? []
      for template in words where template.tier?.value == tier.value && template.text.contains("days_overdue")
      {
        findings.append(
          Diagnostic(
            rule,
            message: "the words of `\(tier.value)` speak of days overdue, and it leaves before the due day",
            at: template.tier?.span ?? tier.span,
            labels: [Label(span: meeting.tier.send.span, text: "nobody is late on this day")],
            help: Help("take `days_overdue` out of its words")))
      }
    }
    return findings
  }
}
