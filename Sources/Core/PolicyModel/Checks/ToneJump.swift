import PolicySyntax

/// DN502: a tier that is harder by more than one step.
enum ToneJump {
  static let rule = Rule(
    id: "DN502", name: "tone-jump", severity: .warning, title: "tone jumps over a step",
    page: #"""
      `tones` stand from soft to hard. Between this tier and the one before it a tone is left out that another ladder of
      the policy uses in between: to the customer the friendly business of last week turns stern overnight. Where it is
      meant, a letter in between costs nothing.

      Only tiers of one schedule are compared: where a customer is moved to a harder schedule, that is what the move is
      for.

      To mend it, let the tier before speak in the tone in between, or add a tier that does.
      """#,
    triggering: #"""
      segments:
        - { name: slow, when: customer.kind == "public", schedule: steady, tone: plain }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, tone: stern, approval: owner }
        steady:
          - { tier: early, send: 3 days after due, approval: owner }
      tones:
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        plain:
          default: { subject: "Your account", body: "{{ money(total_due) }} is overdue." }
        stern:
          default: { subject: "Your account", body: "{{ money(total_due) }} has to be paid now." }
      """#,
    passing: #"""
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due, tone: plain }
          - { tier: final, send: 24 days after due, tone: stern, approval: owner }
      tones:
        friendly:
          default: { subject: "Your account", body: "{{ money(total_due) }} is open." }
        plain:
          default: { subject: "Your account", body: "{{ money(total_due) }} is overdue." }
        stern:
          default: { subject: "Your account", body: "{{ money(total_due) }} has to be paid now." }
      """#)

  /// One finding for each tier.
  static func diagnostics(_ steps: [ToneSteps.Step], tones: [Tone]) -> [Diagnostic] {
    var seen: Set<Span> = []
    return steps.compactMap { step in
      guard step.move == nil, step.hardnessAfter > step.hardnessBefore + 1,
        seen.insert(step.after.name.span).inserted
      else { return nil }
      let between = tones[(step.hardnessBefore + 1)..<step.hardnessAfter].map(\.name.value)
      return Diagnostic(
        rule,
        message:
          "`\(step.after.name.value)` speaks in `\(step.toneAfter)` right after `\(step.toneBefore)`, past "
          + Nearest.list(between),
        at: step.after.tone?.span ?? step.after.name.span,
        labels: [Label(span: step.before.name.span, text: "speaks in `\(step.toneBefore)`")],
        help: Help("let the tier before it speak in `\(between[0])`, or add one that does"))
    }
  }
}
