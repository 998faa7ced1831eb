import PolicySyntax

/// DN204: a condition that is neither true nor false.
enum NotACondition {
  static let rule = Rule(
    id: "DN204", name: "not-a-condition", severity: .error, title: "condition is not true or false",
    page: #"""
      A condition has to be true or false, and this one is an amount, a number or a text. Other languages take anything
      that is not zero for true; here you say what you mean.

      To mend it, compare the value with something: `invoice.balance > 100`.
      """#,
    triggering: #"""
      escalations:
        - name: large
          when: invoice.balance
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: large
          when: invoice.balance > 100
          do: flag
      """#)
}
