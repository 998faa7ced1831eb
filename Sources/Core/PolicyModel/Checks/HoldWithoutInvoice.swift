import PolicySyntax

/// DN608: `hold: invoice` in a rule that is about a customer.
enum HoldWithoutInvoice {
  static let rule = Rule(
    id: "DN608", name: "hold-without-invoice", severity: .error,
    title: "a hold of an invoice in a rule that names none",
    page: #"""
      `hold: invoice` stops the reminders of one invoice, the one for which the rule fired. This rule names no fact of an
      invoice: it is about the customer as a whole, and there is no invoice to hold.

      To mend it, write `hold`, which holds the customer, or name a fact of the invoice in the condition.
      """#,
    triggering: #"""
      escalations:
        - name: large
          when: customer.balance >= 5000
          do: [hold: invoice, flag]
      """#,
    passing: #"""
      escalations:
        - name: large
          when: invoice.balance >= 5000
          do: [hold: invoice, flag]
      """#)

  static func diagnostic(_ actions: [Located<Escalation.Action>], of fields: Fields) -> Diagnostic? {
    guard let hold = actions.first(where: { $0.value == .holdInvoice }) else { return nil }
    return Diagnostic(
      rule, message: "\(fields.title) names no fact of an invoice, and holds one", at: hold.span,
      labels: fields["when"].map { [Label(span: $0.span, text: "this is about the customer")] } ?? [],
      help: Help("write `hold`, or name a fact of the invoice in the condition"))
  }
}
