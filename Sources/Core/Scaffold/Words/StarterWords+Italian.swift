extension StarterWords {
  static let italian = StarterWords(
    hello: "{{#if has(recipient.name)}}Gentile {{ recipient.name }}{{else}}Buongiorno{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} su {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (rata {{ invoice.instalment }} di {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Le nostre coordinate bancarie sono indicate in fattura; come causale
      basta il numero della fattura.
      """,
    howToPayTo: "Con bonifico, con il numero della fattura come causale:",
    friendlyFirst: Letter(
      subject: "Fattura {{> number}}: un breve promemoria",
      subjectOfMany: "Alcune fatture: un breve promemoria",
      one: """
        forse Le è sfuggita la fattura {{> number}}, con scadenza
        {{ date(invoice.due) }}: restano da pagare {{> open}}.
        """,
      many: """
        forse Le sono sfuggite alcune fatture, {{ money(total_due) }} in tutto:
        """,
      rest: """
        {{> how_to_pay}}

        Se ha pagato in questi giorni, grazie, e non tenga conto di questo
        messaggio. Se nella fattura c'è qualcosa che non va, mi risponda pure.
        """,
      closing: "Cordiali saluti,"),
    friendlySecond: Letter(
      subject: "Fattura {{> number}}: ancora da saldare", subjectOfMany: "Fatture ancora da saldare",
      one: """
        torno a scriverLe per la fattura {{> number}}, con scadenza
        {{ date(invoice.due) }}: restano ancora da pagare {{> open}}.
        """,
      many: """
        torno a scriverLe per le Sue fatture. Ecco che cosa resta da saldare,
        {{ money(total_due) }} in tutto:
        """,
      rest: """
        Riesce a fare il bonifico nei prossimi giorni, oppure a dirmi quando
        posso contarci? Mi basta una data.

        {{> how_to_pay}}

        Se per Lei non è un buon momento, me lo dica: un accordo si trova.
        """,
      closing: "Cordiali saluti,"),
    warmFirst: Letter(
      subject: "Fattura {{> number}}: è arrivata?", subjectOfMany: "Queste fatture sono arrivate?",
      one: """
        solo una piccola cosa: per la fattura {{> number}}, con scadenza
        {{ date(invoice.due) }}, restano da pagare {{> open}}. Probabilmente si
        è persa per strada.
        """,
      many: """
        rivedendo i conti non trovo il pagamento di queste fatture,
        {{ money(total_due) }} in tutto. Probabilmente si sono perse per
        strada:
        """,
      rest: """
        Se il bonifico è già partito, grazie, e mi scusi per il disturbo.
        Altrimenti andrà benissimo insieme ai prossimi pagamenti.

        {{> how_to_pay}}

        E se qualcosa non va come dovrebbe, me lo dica: preferisco sistemare
        prima quello.
        """,
      closing: "Un caro saluto,"),
    warmSecond: Letter(
      subject: "Fattura {{> number}}: due parole da parte mia",
      subjectOfMany: "Le nostre fatture: due parole da parte mia",
      one: """
        volevo scriverLe personalmente. Per la fattura {{> number}}, con scadenza
        {{ date(invoice.due) }}, restano da pagare {{> open}}.
        """,
      many: """
        volevo scriverLe personalmente. Queste fatture sono ancora da saldare,
        {{ money(total_due) }} in tutto:
        """,
      rest: """
        Forse dipende da noi: un numero d'ordine dimenticato, una domanda
        rimasta senza risposta. In tal caso basta una riga: arriva
        direttamente a me, e ci penso io.

        Se manca soltanto una firma, un Suo piccolo aiuto sarebbe prezioso.

        {{> how_to_pay}}
        """,
      closing: "Un caro saluto,"),
    final: Letter(
      subject: "Fattura {{> number}}: ultimo sollecito", subjectOfMany: "Le Sue fatture: ultimo sollecito",
      one: """
        questo è il mio ultimo sollecito per la fattura {{> number}}, con scadenza
        {{ date(invoice.due, "long") }}: restano da pagare {{> open}}.
        """,
      many: """
        questo è il mio ultimo sollecito per le Sue fatture scadute,
        {{ money(total_due) }} in tutto:
        """,
      rest: """
        La prego di pagare{{#if has(invoice.deadline)}} entro {{ date(invoice.deadline, "long") }}{{/if}},
        o di scrivermi prima, così vediamo che cosa lo impedisce. Se per
        allora non avrò Sue notizie, La chiamerò.

        {{> how_to_pay}}
        """,
      closing: "Distinti saluti,"),
    byParts: """
      Se non può pagare tutto in una volta, mi dica quanto Le è possibile, e
      ci accordiamo così.
      """,
    customers: [
      ("Caffè del Ponte", "Lucia Neri"), ("Edilizia Valli", "Tommaso Valli"),
      ("Studio Rosa Luna", "Rosa Luna"),
      ("Affitti Vecchio Mulino", "Nicola Sala"), ("L'Aquilone di Carta", "Grazia Oliva"),
    ])
}
