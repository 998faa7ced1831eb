extension StarterWords {
  static let dutch = StarterWords(
    hello: "Goedendag{{#if has(recipient.name)}} {{ recipient.name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} van {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (deel {{ invoice.instalment }} van {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Het rekeningnummer staat op de factuur; vermeld er graag het
      factuurnummer bij.
      """,
    howToPayTo: "Onze rekening, met het factuurnummer erbij:",
    friendlyFirst: Letter(
      subject: "Factuur {{> number}} – een korte herinnering",
      subjectOfMany: "Een paar facturen – een korte herinnering",
      one: """
        Factuur {{> number}} is er misschien tussendoor geglipt. Ze had op
        {{ date(invoice.due) }} betaald moeten zijn, en {{> open}} staat nog
        open.
        """,
      many: """
        Een paar facturen zijn er misschien tussendoor geglipt, samen
        {{ money(total_due) }}:
        """,
      rest: """
        {{> how_to_pay}}

        Hebt u de afgelopen dagen al betaald? Dank u wel, dan kunt u dit
        bericht vergeten. Klopt er iets niet aan de factuur, laat het me dan
        gewoon weten.
        """,
      closing: "Met vriendelijke groet,"),
    friendlySecond: Letter(
      subject: "Factuur {{> number}} staat nog open", subjectOfMany: "Facturen die nog openstaan",
      one: """
        Ik kom nog even terug op factuur {{> number}}. Ze had op
        {{ date(invoice.due) }} betaald moeten zijn, en {{> open}} staat nog
        open.
        """,
      many: """
        Ik kom nog even terug op uw openstaande facturen, samen
        {{ money(total_due) }}:
        """,
      rest: """
        Wilt u het bedrag deze keer overmaken, of me laten weten op welke dag
        ik het kan verwachten? Meer dan een datum heb ik niet nodig.

        {{> how_to_pay}}

        Zit u op dit moment wat krap, zeg het dan. We komen er samen wel uit.
        """,
      closing: "Met vriendelijke groet,"),
    warmFirst: Letter(
      subject: "Factuur {{> number}} – is ze aangekomen?", subjectOfMany: "Zijn deze facturen aangekomen?",
      one: """
        Een kleinigheid: factuur {{> number}} had op {{ date(invoice.due) }}
        betaald moeten zijn, en bij mij staat {{> open}} nog open. Waarschijnlijk
        is ze ergens blijven liggen.
        """,
      many: """
        Bij het nalopen van mijn boeken mis ik nog de betaling van deze
        facturen, samen {{ money(total_due) }}. Waarschijnlijk zijn ze ergens
        blijven liggen:
        """,
      rest: """
        Is de betaling al onderweg, dan hartelijk dank, en neem me dit briefje
        niet kwalijk. Zo niet:

        {{> how_to_pay}}

        En als er iets niet is zoals het hoort, zeg het me dan. Dat breng ik
        liever eerst in orde.
        """,
      closing: "Hartelijke groet,"),
    warmSecond: Letter(
      subject: "Factuur {{> number}} – een woord van mij",
      subjectOfMany: "Onze open facturen – een woord van mij",
      one: """
        Ik wilde u zelf even schrijven. Factuur {{> number}} had op
        {{ date(invoice.due) }} betaald moeten zijn, en {{> open}} staat nog
        open.
        """,
      many: """
        Ik wilde u zelf even schrijven. Deze facturen staan nog open, samen
        {{ money(total_due) }}:
        """,
      rest: """
        Misschien ligt het aan ons: een bestelnummer dat we vergeten zijn, of
        een vraag waar niemand op antwoordde. Dan is één regel genoeg; die
        komt rechtstreeks bij mij, en ik regel het.

        Wacht het alleen nog op een handtekening, dan zou ik uw hulp zeer
        waarderen.

        {{> how_to_pay}}
        """,
      closing: "Hartelijke groet,"),
    final: Letter(
      subject: "Factuur {{> number}} is ruim over tijd", subjectOfMany: "Facturen ruim over tijd",
      one: """
        Factuur {{> number}} had op {{ date(invoice.due, "long") }} betaald
        moeten zijn. {{> open}} is ruim over tijd.
        """,
      many: "Deze facturen zijn ruim over tijd, samen {{ money(total_due) }}:",
      rest: """
        Wilt u betalen{{#if has(invoice.deadline)}} vóór of op {{ date(invoice.deadline, "long") }}{{/if}}, of me voor
        die tijd schrijven, zodat we kunnen bespreken wat er in de weg staat?
        Daarna bel ik u op.

        {{> how_to_pay}}
        """,
      closing: "Met vriendelijke groet,"),
    byParts: """
      Lukt het niet in één keer, laat me dan weten wat wel lukt. Dan spreken
      we dat af.
      """,
    customers: [
      ("Café aan de Brug", "Ria Nolens"), ("Bouwbedrijf Van den Heuvel", "Tom van den Heuvel"),
      ("Atelier Roos Laan", "Roos Laan"), ("Vastgoed De Oude Molen", "Niels Schouten"),
      ("De Papieren Vlieger", "Grace Obi"),
    ])
}
