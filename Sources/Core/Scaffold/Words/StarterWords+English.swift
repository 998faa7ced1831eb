extension StarterWords {
  static let english = StarterWords(
    hello: "Hello{{#if has(recipient.first_name)}} {{ recipient.first_name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} of {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (part {{ invoice.instalment }} of {{ invoice.instalments }}){{/if}}",
    howToPay: """
      The account is the one printed on the invoice; please give the invoice
      number as the reference.
      """,
    howToPayTo: "By bank transfer, with the invoice number as the reference:",
    friendlyFirst: Letter(
      subject: "Invoice {{> number}} – a quick reminder", subjectOfMany: "A few invoices – a quick reminder",
      one: """
        Invoice {{> number}} has slipped past its due date. It was due on
        {{ date(invoice.due) }}, and {{> open}} is still open.
        """,
      many: """
        A few invoices have slipped past their due dates, {{ money(total_due) }}
        in all:
        """,
      rest: """
        {{> how_to_pay}}

        If you have paid in the last day or two, thank you, and please ignore
        this. If something about the bill isn't right, just reply and tell me.
        """,
      closing: "Many thanks,"),
    friendlySecond: Letter(
      subject: "Invoice {{> number}} is still open", subjectOfMany: "Invoices still open",
      one: """
        I'm coming back to you about invoice {{> number}}. It was due on
        {{ date(invoice.due) }}, and {{> open}} is still open.
        """,
      many: """
        I'm coming back to you about your account with us. This is what is
        still open, {{ money(total_due) }} in all:
        """,
      rest: """
        Could you make the transfer this time, or tell me the day on which I
        can expect it? A date is all I need.

        {{> how_to_pay}}

        If money is tight just now, say so. It is far easier to agree on
        something between us than to guess.
        """,
      closing: "Many thanks,"),
    warmFirst: Letter(
      subject: "Invoice {{> number}} – has it gone astray?",
      subjectOfMany: "A few invoices that may have gone astray",
      one: """
        A small thing, and most likely one that has gone astray: invoice
        {{> number}} was due on {{ date(invoice.due) }}, and {{> open}} is
        still open at my end.
        """,
      many: """
        Going through my books I find no payment for these invoices yet,
        {{ money(total_due) }} in all. Most likely they have gone astray:
        """,
      rest: """
        If the payment is already on its way, please forgive the note, and
        thank you. If not:

        {{> how_to_pay}}

        And if anything about it is not as it should be, do tell me. I would
        much rather put that right first.
        """,
      closing: "With best wishes,"),
    warmSecond: Letter(
      subject: "Invoice {{> number}} – a word from me", subjectOfMany: "Our open invoices – a word from me",
      one: """
        I wanted to write to you myself. Invoice {{> number}} was due on
        {{ date(invoice.due) }}, and {{> open}} is still open.
        """,
      many: """
        I wanted to write to you myself. These invoices are still open,
        {{ money(total_due) }} in all:
        """,
      rest: """
        It may well be our doing: an order number that we left off, or a
        question that nobody answered. If so, a line in reply comes straight
        to me, and I will see to it.

        If it is only waiting for a signature, I would be grateful if you
        could help it along.

        {{> how_to_pay}}
        """,
      closing: "With best wishes,"),
    final: Letter(
      subject: "Invoice {{> number}} is long overdue", subjectOfMany: "Your account is long overdue",
      one: """
        Invoice {{> number}} was due on {{ date(invoice.due, "long") }}.
        {{> open}} is long overdue.
        """,
      many: "These invoices are long overdue, {{ money(total_due) }} in all:",
      rest: """
        Please pay{{#if has(invoice.deadline)}} by {{ date(invoice.deadline, "long") }}{{/if}}, or write to me
        before then, so that we can settle what stands in the way. After
        that day I will ring you.

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
