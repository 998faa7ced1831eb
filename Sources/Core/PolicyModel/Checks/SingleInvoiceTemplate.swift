import PolicySyntax

/// DN510: words about one invoice where a message covers several.
enum SingleInvoiceTemplate {
  static let rule = Rule(
    id: "DN510", name: "single-invoice-template", severity: .warning,
    title: "words about one invoice where a message covers several",
    page: """
      With `group_by: customer`, which holds unless you say otherwise, one message speaks of all invoices that are due
      for it. This template names only `invoice`, the first of them: a customer with three open invoices would read
      about one and learn nothing of the others.

      To mend it, name what covers all: `{{ invoice_table }}`, `{{ money(total_due) }}`, or
      `{{#each invoices as inv}} … {{/each}}`. Or write `group_by: invoice` under `limits`.
      """,
    triggering: """
      tones:
        friendly:
          default:
            subject: "Invoice {{ invoice.number }}"
            body: "{{ money(invoice.balance) }} is open."
      """,
    passing: """
      tones:
        friendly:
          default:
            subject: "Invoice {{ invoice.number }}"
            body: "{{ money(total_due) }} is open."
      """)

  static func diagnostic(_ title: String, at span: Span) -> Diagnostic {
    Diagnostic(
      rule, message: "\(title) speaks of one invoice, and a message covers all that are due", at: span,
      help: Help(
        "name `invoice_table`, `total_due` or `invoices` too, or write `group_by: invoice` under `limits`"))
  }
}
