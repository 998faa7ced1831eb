extension StarterWords {
  static let english = StarterWords(
    hello: "Hello{{#if has(recipient.first_name)}} {{ recipient.first_name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} of {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (part {{ invoice.instalment }} of {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Our bank details are on the invoice; please give its number as the
      reference.
      """,
    howToPayTo: "By bank transfer, with the invoice number as the reference:",
    friendlyFirst: Letter(
      subject: "Invoice {{> number}} – a quick reminder", subjectOfMany: "A few invoices – a quick reminder",
      one: """
        Invoice {{> number}} has slipped past its due date. It was due on
        {{ date(invoice.due) }}, and {{> open}} is outstanding.
        """,
      many: """
        A few invoices have slipped past their due dates, {{ money(total_due) }}
        in all:
        """,
      rest: """
        {{> how_to_pay}}

        If you have paid in the last day or two, thank you, and please ignore
        this. If something about it isn't right, just reply and tell me.
        """,
      closing: "Many thanks,"),
    friendlySecond: Letter(
      subject: "Invoice {{> number}} is still outstanding", subjectOfMany: "Invoices still outstanding",
      one: """
        I'm coming back to you about invoice {{> number}}. It was due on
        {{ date(invoice.due) }}, and {{> open}} is still outstanding.
        """,
      many: """
        I'm coming back to you about your account with us. This is what is
        still outstanding, {{ money(total_due) }} in all:
        """,
      rest: """
        Could you make the transfer in the next few days, or tell me when to
        expect it? A date is all I need.

        {{> how_to_pay}}

        If money is tight just now, do say. We would far rather agree on
        something that works than keep writing to you.
        """,
      closing: "Many thanks,"),
    warmFirst: Letter(
      subject: "Invoice {{> number}} – has it gone astray?",
      subjectOfMany: "A few invoices that may have gone astray",
      one: """
        A small thing, and most likely it has just gone astray: invoice
        {{> number}} was due on {{ date(invoice.due) }}, and {{> open}} is
        still outstanding.
        """,
      many: """
        I was going through the books and couldn't find a payment for these
        invoices, {{ money(total_due) }} in all. Most likely they have just
        gone astray:
        """,
      rest: """
        If the payment is already on its way, thank you, and please forgive
        the note. If not, whenever you next sit down to your bills will do.

        {{> how_to_pay}}

        And if anything isn't as it should be, do tell me. I would much
        rather put that right first.
        """,
      closing: "With best wishes,"),
    warmSecond: Letter(
      subject: "Invoice {{> number}} – a word from me", subjectOfMany: "Our invoices – a word from me",
      one: """
        I wanted to write to you myself. Invoice {{> number}} was due on
        {{ date(invoice.due) }}, and {{> open}} is still outstanding.
        """,
      many: """
        I wanted to write to you myself. These invoices are still
        outstanding, {{ money(total_due) }} in all:
        """,
      rest: """
        It may well be our doing: an order number we left off, or a question
        that nobody answered. If so, just reply. It comes straight to me, and
        I will see to it.

        If it is only waiting for a signature, I would be grateful if you
        could help it along.

        {{> how_to_pay}}
        """,
      closing: "With best wishes,"),
    final: Letter(
      subject: "Invoice {{> number}} – last reminder", subjectOfMany: "Your account – last reminder",
      one: """
        This is my last reminder about invoice {{> number}}. It was due on
        {{ date(invoice.due, "long") }}, and {{> open}} is still unpaid.
        """,
      many: """
        This is my last reminder about what is overdue on your account,
        {{ money(total_due) }} in all:
        """,
      rest: """
        Please pay{{#if has(invoice.deadline)}} by {{ date(invoice.deadline, "long") }}{{/if}},
        or write to me before then, so that we can sort out whatever stands
        in the way. If I have heard nothing by that day, I will call you.

        {{> how_to_pay}}
        """,
      closing: "Yours sincerely,"),
    byParts: """
      If you can't pay it all at once, tell me what you can manage, and we
      will agree on that.
      """,
    customers: [
      ("Bridge Street Café", "Ruth Nolan"), ("Hill & Vale Builders", "Tom Hargreaves"),
      ("Rosa Lane Studio", "Rosa Lane"), ("Old Mill Lettings", "Neil Shaw"), ("The Paper Kite", "Grace Obi"),
    ])
}
