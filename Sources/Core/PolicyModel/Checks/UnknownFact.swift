import PolicySyntax

/// DN202: a fact or a function that there is none of.
enum UnknownFact {
  static let rule = Rule(
    id: "DN202", name: "unknown-fact", severity: .error, title: "unknown field or function",
    page: #"""
      The condition names something that Duly does not know: a slip in the name of a fact, a function that there is none
      of, or a fact that is not known at this place. In `segments`, which choose a schedule for a whole customer, nothing
      of a single invoice is known.

      A text without quotes looks like a name too: `customer.kind == business` asks for a fact called `business`.

      To mend it, correct the name, or put a text in quotes.
      """#,
    triggering: #"""
      escalations:
        - name: large
          when: customer.ballance >= 5000
          do: flag
      """#,
    passing: #"""
      escalations:
        - name: large
          when: customer.balance >= 5000
          do: flag
      """#)
}
