import CEL
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

  /// A fact of one invoice where a segment chooses for a whole customer; nil for any other name.
  static func ofAnInvoice(_ issue: Issue, _ scalar: Scalar) -> Diagnostic? {
    let written = String(decoding: Array(scalar.text.utf8)[issue.range], as: UTF8.self)
    guard written == "invoice" else { return nil }
    return Diagnostic(
      rule, message: "nothing of a single invoice is known in a segment", at: scalar.source(issue.range),
      help: Help("use a fact of the customer, such as `customer.overdue`, or an escalation"))
  }
}
