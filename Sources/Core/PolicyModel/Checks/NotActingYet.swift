import PolicySyntax

/// DN900: a part that is read and checked, and does nothing in this version.
enum NotActingYet {
  static let rule = Rule(
    id: "DN900", name: "not-acting-yet", severity: .note, title: "read and checked; acts in a later version",
    page: #"""
      This part of the policy is read and checked, so that what is written is right, but this version of Duly does not act
      on it: no thank-you is sent. You are told so that nobody relies on it.

      Nothing has to be mended.
      """#,
    triggering: #"""
      responses:
        paid: { thank: true }
      """#,
    passing: #"""
      limits:
        min_gap: 4 days
      """#)

  static func thanks(_ span: Span) -> Diagnostic {
    Diagnostic(rule, message: "`thank` is read and checked, and acts in a later version", at: span)
  }
}
