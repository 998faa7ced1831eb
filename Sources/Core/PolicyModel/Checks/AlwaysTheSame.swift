import CEL
import PolicySyntax
import Proofs

/// DN206: a condition, or a part of one, that is always true or always false.
enum AlwaysTheSame {
  static let rule = Rule(
    id: "DN206", name: "always-the-same", severity: .warning, title: "always true or always false",
    page: """
      This condition, or the marked part of it, has the same answer for every customer and every invoice: it asks for
      an amount above 30 and below 10 at once, or for one that is above 30 or is not. A rule that can never fire
      protects nobody, and one that always fires decides nothing.

      Duly reports this only where it is proved, for all facts that could exist: a customer's overdue part is never above
      its balance, and an invoice is looked at only while something of it is open. What it cannot decide, such as a pattern,
      it takes for something that can be either.

      To mend it, correct the numbers or the operators, most often `&&` for `||`; or leave the part out.
      """,
    triggering: """
      escalations:
        - name: odd
          when: invoice.days_overdue > 30 && invoice.days_overdue < 10
          do: flag
      """,
    passing: """
      escalations:
        - name: odd
          when: invoice.days_overdue > 10 && invoice.days_overdue < 30
          do: flag
      """)

  /// The finding about the smallest part that never changes; nil where none is found.
  static func diagnostic(_ condition: Condition, _ number: Int, _ proofs: PolicyProofs) -> Diagnostic? {
    guard let (part, isTrue) = smallest(condition.expression.root, number, proofs) else { return nil }
    let isWhole = part.id == condition.expression.root.id
    return Diagnostic(
      rule,
      message: "\(isWhole ? "this condition" : "this part of the condition") is always \(isTrue)",
      at: condition.place(of: part),
      help: Help(isTrue ? "leave it out, or correct it" : "correct it: nothing ever fits"))
  }

  /// A last segment that says `when: true` and means the default.
  static func literal(_ condition: Condition) -> Diagnostic {
    Diagnostic(
      rule, message: "this condition is always true", at: condition.span,
      help: Help("leave `when` out: the last segment takes every customer that is left"))
  }

  private static func smallest(
    _ node: Expression, _ number: Int, _ proofs: PolicyProofs
  ) -> (part: Expression, isTrue: Bool)? {
    for part in node.logicalParts {
      if let found = smallest(part, number, proofs) { return found }
    }
    guard proofs.prover.knows(node, of: number) else { return nil }
    if proofs.isImpossible([Demand(number, part: node, .holds)]) { return (node, false) }
    if proofs.isImpossible([Demand(number, part: node, .fails)]) { return (node, true) }
    return nil
  }
}
