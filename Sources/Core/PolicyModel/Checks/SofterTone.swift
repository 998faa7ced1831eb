import PolicySyntax

/// DN501: a tier that speaks more softly than the one before it.
enum SofterTone {
  static let rule = Rule(
    id: "DN501", name: "softer-tone", severity: .warning, title: "tone gets softer as levels rise",
    page: #"""
      `tones` stand from soft to hard, and a ladder that rises in level should not fall in tone: after a plain letter a
      friendly one says that the plain one was not meant. Every way is looked at on which two tiers can follow each other:
      along a schedule, in each segment that uses it; where an escalation moves the customer to another schedule; and where
      the segment can change from one day to the next with nothing but days and payments between.

      That a customer is taken into another segment by the books, by a tag or by a kind, is your own decision and not
      judged.

      To mend it, give the later tier a tone that is as hard, or allow it there: `allow: { softer-tone: reason }`.
      """#,
    triggering: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due, tone: plain }
          - { tier: final, send: 14 days after due, approval: owner }
      tones:
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        plain:
          default: { subject: "Your account", body: "{{ money(total_due) }} is overdue." }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, tone: plain, approval: owner }
      tones:
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        plain:
          default: { subject: "Your account", body: "{{ money(total_due) }} is overdue." }
      """#)

  /// One finding for each tier, for the first way on which it is softer.
  static func diagnostics(_ steps: [ToneSteps.Step]) -> [Diagnostic] {
    var seen: Set<Span> = []
    return steps.compactMap { step in
      guard step.hardnessAfter < step.hardnessBefore, seen.insert(step.after.name.span).inserted else {
        return nil
      }
      var labels = [
        Label(span: step.before.tone?.span ?? step.before.name.span, text: "`\(step.toneBefore)` before it")
      ]
      switch step.move {
      case .escalation(let escalation, let span):
        labels.append(Label(span: span, text: "`\(escalation.name.value)` moves the customer here"))
      case .segment(let segment):
        labels.append(
          Label(
            span: segment.name.span,
            text: "the customer can fall into `\(segment.name.value)` from one day to the next"))
      case nil:
        if step.after.tone == nil {
          labels.append(
            Label(
              span: step.segment.tone.span,
              text: "the segment `\(step.segment.name.value)` speaks in this tone"))
        }
      }
      return Diagnostic(
        rule,
        message: "`\(step.after.name.value)` speaks in `\(step.toneAfter)` and is softer than "
          + "`\(step.before.name.value)` before it",
        at: step.after.tone?.span ?? step.after.name.span, labels: labels,
        help: Help("give it the tone `\(step.toneBefore)`, or allow it with `allow: { softer-tone: reason }`")
      )
    }
  }
}
