import PolicySyntax

/// DN209: a condition beyond the bounds of the language.
enum ConditionTooLong {
  static let rule = Rule(
    id: "DN209", name: "condition-too-long", severity: .error, title: "cost bound exceeded",
    page: #"""
      The condition is longer or more deeply nested than the language allows: 250 levels of brackets, or 64 KiB of text. No
      rule that a person can check needs that much, and a bound keeps a damaged file from costing time.

      To mend it, split the rule into several, or give customers a tag and ask for that.
      """#,
    triggering: #"""
      escalations:
        - name: deep
          when: ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: deep
          when: (customer.overdue > 100)
          do: flag
      """#)
}
