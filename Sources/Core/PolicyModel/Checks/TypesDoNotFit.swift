import PolicySyntax

/// DN203: values that cannot be compared or combined.
enum TypesDoNotFit {
  static let rule = Rule(
    id: "DN203", name: "types-do-not-fit", severity: .error, title: "types do not fit",
    page: #"""
      Two values are compared or combined that do not go together, such as an amount of money and a text. The answer would
      be an accident, so the condition is refused now, and not on the day a letter is due.

      A bare number beside money is in the currency of your business and fits. `today - invoice.due` is a number of days.

      To mend it, write both sides as the same kind of thing; most often a number stands in quotes and should not.
      """#,
    triggering: #"""
      escalations:
        - name: large
          when: customer.overdue > "5000"
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: large
          when: customer.overdue > 5000
          do: flag
      """#)
}
