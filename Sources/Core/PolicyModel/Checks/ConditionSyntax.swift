import PolicySyntax

/// DN201: a condition that is no expression.
enum ConditionSyntax {
  static let rule = Rule(
    id: "DN201", name: "condition-syntax", severity: .error, title: "condition does not parse",
    page: #"""
      The condition cannot be read. It is written in CEL, a small language of comparisons: `==`, `!=`, `<`, `<=`, `>`,
      `>=`, joined with `&&` (and), `||` (or) and `!` (not); texts stand in quotes, numbers do not.

      The mark is at the first character that cannot be understood. The mistake is there or just before it: a `=` too few,
      an `=>` for `>=`, an `and` for `&&`, a quote or a bracket that is not closed.

      To mend it, correct the condition at the mark.
      """#,
    triggering: #"""
      escalations:
        - name: large
          when: customer.balance => 5000
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: large
          when: customer.balance >= 5000
          do: flag
      """#)
}
