extension StarterWords {
  static let italian = StarterWords(
    hello: "Buongiorno{{#if has(recipient.name)}} {{ recipient.name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} su {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (rata {{ invoice.instalment }} di {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Il conto è quello indicato in fattura; come causale basta il numero
      della fattura.
      """,
    howToPayTo: "Con bonifico, con il numero della fattura come causale:",
    friendlyFirst: Letter(
      subject: "Fattura {{> number}}: un breve promemoria",
      subjectOfMany: "Alcune fatture: un breve promemoria",
      one: """
        forse la fattura {{> number}} Le è sfuggita: scadeva il
        {{ date(invoice.due) }} e restano da pagare {{> open}}.
        """,
      many: """
        forse Le sono sfuggite alcune fatture, in tutto
        {{ money(total_due) }}:
        """,
      rest: """
        {{> how_to_pay}}

        Se ha pagato in questi giorni, grazie, e non tenga conto di questo
        messaggio. Se nella fattura c'è qualcosa che non va, mi risponda pure.
        """,
      closing: "Cordiali saluti,"),
    friendlySecond: Letter(
      subject: "La fattura {{> number}} è ancora aperta", subjectOfMany: "Fatture ancora aperte",
      one: """
        torno a scriverLe per la fattura {{> number}}. Scadeva il
        {{ date(invoice.due) }} e sono ancora aperti {{> open}}.
        """,
      many: """
        torno a scriverLe per le Sue fatture. Ecco quanto è ancora aperto, in
        tutto {{ money(total_due) }}:
        """,
      rest: """
        Può fare il bonifico questa volta, oppure dirmi in che giorno posso
        contarci? Mi basta una data.

        {{> how_to_pay}}

        Se in questo momento la liquidità è poca, me lo dica: un accordo si
        trova.
        """,
      closing: "Cordiali saluti,"),
    warmFirst: Letter(
      subject: "Fattura {{> number}}: è arrivata?", subjectOfMany: "Queste fatture sono arrivate?",
      one: """
        una piccola cosa: la fattura {{> number}} scadeva il
        {{ date(invoice.due) }} e da me risultano ancora aperti {{> open}}.
        Probabilmente si è persa per strada.
        """,
      many: """
        rivedendo i miei conti non trovo ancora il pagamento di queste
        fatture, in tutto {{ money(total_due) }}. Probabilmente si sono perse
        per strada:
        """,
      rest: """
        Se il bonifico è già partito, mi scusi per il disturbo, e grazie.
        Altrimenti:

        {{> how_to_pay}}

        E se qualcosa non è come dovrebbe, me lo dica. Preferisco sistemare
        prima quello.
        """,
      closing: "Un caro saluto,"),
    warmSecond: Letter(
      subject: "Fattura {{> number}}: due parole da parte mia",
      subjectOfMany: "Le nostre fatture: due parole da parte mia",
      one: """
        volevo scriverLe di persona. La fattura {{> number}} scadeva il
        {{ date(invoice.due) }} e restano da pagare {{> open}}.
        """,
      many: """
        volevo scriverLe di persona. Queste fatture sono ancora aperte, in
        tutto {{ money(total_due) }}:
        """,
      rest: """
        Forse dipende da noi: un numero d'ordine dimenticato, una domanda
        rimasta senza risposta. In tal caso basta una riga: arriva
        direttamente a me, e ci penso io.

        Se manca soltanto una firma, Le sarei grato di una mano.

        {{> how_to_pay}}
        """,
      closing: "Un caro saluto,"),
    final: Letter(
      subject: "La fattura {{> number}} è scaduta da tempo", subjectOfMany: "Fatture scadute da tempo",
      one: """
        la fattura {{> number}} scadeva il {{ date(invoice.due, "long") }}.
        Sono ancora aperti {{> open}}, ormai da tempo.
        """,
      many: "queste fatture sono scadute da tempo, in tutto {{ money(total_due) }}:",
      rest: """
        La prego di pagare{{#if has(invoice.deadline)}} entro {{ date(invoice.deadline, "long") }}{{/if}}, o di scrivermi
        prima, così vediamo che cosa lo impedisce. Dopo quel giorno La
        chiamerò.

        {{> how_to_pay}}
        """,
      closing: "Distinti saluti,"),
    byParts: """
      Se non può pagare tutto in una volta, mi dica che cosa Le è possibile,
      e ci accordiamo così.
      """,
    customers: [
      ("Caffè del Ponte", "Lucia Neri"), ("Edilizia Valli", "Tommaso Valli"),
      ("Studio Rosa Luna", "Rosa Luna"),
      ("Affitti Vecchio Mulino", "Nicola Sala"), ("L'Aquilone di Carta", "Grazia Oliva"),
    ])
}
