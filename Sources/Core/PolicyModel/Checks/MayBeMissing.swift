import CEL
import PolicySyntax
import Proofs

/// DN205: a value that may be missing, used without a fallback.
enum MayBeMissing {
  static let rule = Rule(
    id: "DN205", name: "may-be-missing", severity: .error, title: "value may be missing",
    page: #"""
      Some facts are not there for every customer: an average of days late before the first payment, a country that the
      books do not have. A condition that uses such a fact has to say what holds where it is missing, or it would have no
      answer for just those customers you know least.

      A further column of the books (`customer.fields.region`) may be missing too, and a division may be one by zero: such a
      condition is a warning, and the invoice or the customer stays silent as `condition-failed` on that day. Duly shows
      facts with which it happens.

      To mend it, give a fallback, `customer.country.or("GB") == "GB"`, or ask first:
      `has(customer.country) && customer.country == "GB"`.
      """#,
    triggering: #"""
      escalations:
        - name: slow
          when: customer.average_days_late > 20.0
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: slow
          when: customer.average_days_late.or(0.0) > 20.0
          do: flag
      """#)

  /// The finding about a condition that cannot be worked out for some facts; nil where none are found.
  static func diagnostic(_ condition: Condition, _ number: Int, _ proofs: PolicyProofs) -> Diagnostic? {
    let broken = Demand(number, .breaks)
    guard !proofs.isImpossible([broken]), let witness = proofs.witness([broken], trustingUnread: true) else {
      return nil
    }
    let part = smallest(condition.expression.root, number, proofs)
    return Diagnostic(
      rule, severity: .warning, message: "`\(condition.text(of: part))` cannot be worked out for some facts",
      at: condition.place(of: part),
      notes: WitnessText.notes(witness, replayed: "the condition has no answer for them"),
      help: Help("give a fallback with `.or(…)`, or ask first with `has(…)`"),
      facts: WitnessText.facts(witness))
  }

  /// The smallest part that can be without an answer.
  private static func smallest(_ node: Expression, _ number: Int, _ proofs: PolicyProofs) -> Expression {
    for part in node.logicalParts
    where proofs.prover.knows(part, of: number) && !proofs.isImpossible([Demand(number, part: part, .breaks)])
    {
      return smallest(part, number, proofs)
    }
    return node
  }
}
