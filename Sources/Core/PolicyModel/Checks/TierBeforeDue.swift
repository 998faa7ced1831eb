import PolicySyntax

/// DN111: `previous` without a tier before it, and a tier that can fall before the due day and does not say so.
enum TierBeforeDue {
  static let rule = Rule(
    id: "DN111", name: "tier-before-due", severity: .error,
    title: "`previous` before any tier, or a tier that can fall before due without `level: 0`",
    page: """
      A message before the due day is a courtesy, not a reminder: it has level 0, is skipped once the invoice is past
      due, and counts for little. `3 days before due` says so by itself. Other times can fall before the due day
      too: `5 days after issued` does where the terms are 30 days, and so does `3 days before end of month` or what
      follows another such tier by `previous`. There you have to say that it is meant, with `level: 0`, or a customer
      could be told to pay a bill that is not due.

      `previous` is the day on which the tier before was sent; the first tier has none.

      To mend it, add `level: 0`, or count from `due`.
      """,
    triggering: """
      schedules:
        standard:
          - { tier: hello, send: 5 days after issued }
          - { tier: final, send: 14 days after due, approval: owner }
      """,
    passing: """
      schedules:
        standard:
          - { tier: hello, send: 5 days after issued, level: 0 }
          - { tier: final, send: 14 days after due, approval: owner }
      """)

  /// Whether a tier belongs before the due day, by its words, its level or because it can fall there.
  static func hasLevelZero(_ draft: TierDraft, _ send: Timing, after above: Tier?) -> Bool {
    send.saysBeforeDue || draft.level?.value == 0 || canFallBeforeDue(send, after: above)
  }

  private static func canFallBeforeDue(_ send: Timing, after above: Tier?) -> Bool {
    switch send.anchor {
    case .due: false
    case .issued: true
    case .endOfMonth: send.offset.count < 0
    case .previous: above?.isBeforeDue ?? false
    }
  }

  /// What is wrong with the level of a tier that belongs before the due day; nil where nothing is.
  static func diagnostic(
    _ draft: TierDraft, _ name: Located<String>, _ send: Located<Timing>, after above: Tier?
  ) -> Diagnostic? {
    if above == nil, send.value.anchor == .previous { return previousFirst(send) }
    if let level = draft.level, level.value != 0 {
      return Diagnostic(
        rule, message: "the tier `\(name.value)` can fall before the due day, and its level is not 0",
        at: level.span,
        labels: [Label(span: send.span, text: "this can be before the due day")],
        help: Help(
          "write `level: 0`, or count from `due`", edits: [Edit(span: level.span, replacement: "0")],
          applicability: .maybeIncorrect))
    }
    if send.value.saysBeforeDue || draft.level != nil { return nil }
    return Diagnostic(
      rule, message: "the tier `\(name.value)` can fall before the due day and does not say `level: 0`",
      at: send.span,
      help: Help("add `level: 0` if that is meant, or count from `due`"))
  }

  static func previousFirst(_ send: Located<Timing>) -> Diagnostic {
    Diagnostic(
      rule, message: "the first tier of a schedule has no tier before it to count from", at: send.span,
      help: Help("count from `due`, `issued` or `end of month`"))
  }
}
