import PolicySyntax
import Receivables

/// DN009: a rule is allowed where it finds nothing, without a reason, beyond the day that was said, or is none.
enum DoubtfulAllow {
  static let rule = Rule(
    id: "DN009", name: "doubtful-allow", severity: .warning,
    title: "allowance that silences nothing, has no reason or is past its date",
    page: #"""
      A finding that is meant can be allowed at its place, in a field where the place has one, else in a comment above the
      line or behind it:

          allow: { softer-tone: the owner writes the last one by hand }
          allow: { softer-tone: { reason: until the new texts are there, until: 2026-12-31 } }
          # duly:allow no-stop: whoever says so is rung on the same day
          # duly:allow no-stop until 2026-12-31: until the new mailbox is read

      A comment is about its line, or the next one where it has a line of its own, and about all that stands below that,
      indented further. The last day still counts.

      This one does not do what it says: nothing is reported there (any more), no rule has this name, the rule is an error,
      which nothing can allow, the day is past, or nobody will know why it was allowed. An allowance that is left behind
      hides the next mistake.

      To mend it, delete it, or write the reason, the name or another day.
      """#,
    triggering: #"""
      limits:
        # duly:allow no-stop: nothing is stopped here
        min_gap: 4 days
      """#,
    passing: #"""
      responses:
        # duly:allow no-stop: whoever says so is rung on the same day
        claims_paid: none
      """#)

  /// At most one finding for each allowance.
  ///
  /// - Parameters:
  ///   - isUsed: True where it silences something, or where nobody can say.
  ///   - today: Nil where nobody knows the day.
  static func diagnostic(_ allowance: Allowance, isUsed: Bool, on today: Day?) -> Diagnostic? {
    let name = allowance.rule.value
    func finding(_ message: String, _ help: String, _ severity: Severity? = nil) -> Diagnostic {
      Diagnostic(rule, severity: severity, message: message, at: allowance.rule.span, help: Help(help))
    }
    if name.isEmpty {
      return finding("this comment allows no rule", "write it as `# duly:allow RULE: reason`")
    }
    guard let allowed = RuleCatalogue.rule(named: name) else {
      let near = Nearest.name(to: name, among: RuleCatalogue.all.map(\.name))
      return finding(
        "no rule is called `\(name)`",
        near.map { "a similar name exists: `\($0)`" }
          ?? "write the name that stands in brackets behind the finding")
    }
    if allowed.severity == .error {
      return finding("`\(name)` is an error, and no error can be allowed", "mend what it reports")
    }
    if allowance.isPast(on: today), let until = allowance.until {
      return finding("`\(name)` was allowed until \(until)", "mend what it reports, or give it another day")
    }
    if !isUsed { return finding("nothing here is reported as `\(name)`", "delete what allows it") }
    if allowance.hasReason { return nil }
    let form = allowance.isComment ? "# duly:allow \(name): reason" : "allow: { \(name): reason }"
    return finding(
      "`\(name)` is allowed without a reason", "say why: `\(form)`", allowance.isComment ? nil : .note)
  }
}
