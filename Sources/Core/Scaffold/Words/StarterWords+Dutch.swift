extension StarterWords {
  static let dutch = StarterWords(
    hello: "{{#if has(recipient.name)}}Beste {{ recipient.name }}{{else}}Goedendag{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} van {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (deel {{ invoice.instalment }} van {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Ons rekeningnummer staat op de factuur; wilt u het factuurnummer bij
      de betaling vermelden?
      """,
    howToPayTo: "Onze rekening, met het factuurnummer erbij:",
    friendlyFirst: Letter(
      subject: "Factuur {{> number}} – een korte herinnering",
      subjectOfMany: "Een paar facturen – een korte herinnering",
      one: """
        Factuur {{> number}} is er misschien tussendoor geglipt. De vervaldatum
        was {{ date(invoice.due) }}, en {{> open}} staat nog open.
        """,
      many: """
        Een paar facturen zijn er misschien tussendoor geglipt, samen
        {{ money(total_due) }}:
        """,
      rest: """
        {{> how_to_pay}}

        Hebt u de afgelopen dagen al betaald? Hartelijk dank, dan kunt u dit
        bericht vergeten. Klopt er iets niet aan de factuur, laat het me dan
        gewoon weten.
        """,
      closing: "Met vriendelijke groet,"),
    friendlySecond: Letter(
      subject: "Factuur {{> number}} staat nog open", subjectOfMany: "Facturen die nog openstaan",
      one: """
        Ik kom nog even terug op factuur {{> number}}. De vervaldatum was
        {{ date(invoice.due) }}, en {{> open}} staat nog open.
        """,
      many: """
        Ik kom nog even terug op uw openstaande facturen, samen
        {{ money(total_due) }}:
        """,
      rest: """
        Wilt u het bedrag de komende dagen overmaken, of me laten weten
        wanneer ik het kan verwachten? Een datum is genoeg.

        {{> how_to_pay}}

        Zit u op dit moment wat krap, zeg het dan. We komen er samen wel uit.
        """,
      closing: "Met vriendelijke groet,"),
    warmFirst: Letter(
      subject: "Factuur {{> number}} – goed aangekomen?",
      subjectOfMany: "Zijn deze facturen goed aangekomen?",
      one: """
        Een kleinigheid: de vervaldatum van factuur {{> number}} was
        {{ date(invoice.due) }}, en bij mij staat {{> open}} nog open.
        Waarschijnlijk is de factuur ergens blijven liggen.
        """,
      many: """
        Bij het nalopen van mijn boeken mis ik nog de betaling van deze
        facturen, samen {{ money(total_due) }}. Waarschijnlijk zijn ze ergens
        blijven liggen:
        """,
      rest: """
        Is de betaling al onderweg, dan hartelijk dank, en neem me dit briefje
        niet kwalijk. Zo niet, dan mag het gewoon met uw volgende betalingen
        mee.

        {{> how_to_pay}}

        En als er iets niet is zoals het hoort, laat het me dan weten. Dat
        breng ik liever eerst in orde.
        """,
      closing: "Hartelijke groet,"),
    warmSecond: Letter(
      subject: "Factuur {{> number}} – even persoonlijk", subjectOfMany: "Onze facturen – even persoonlijk",
      one: """
        Ik wilde u zelf even schrijven. De vervaldatum van factuur {{> number}}
        was {{ date(invoice.due) }}, en {{> open}} staat nog open.
        """,
      many: """
        Ik wilde u zelf even schrijven. Deze facturen staan nog open, samen
        {{ money(total_due) }}:
        """,
      rest: """
        Misschien ligt het aan ons: een bestelnummer dat we vergeten zijn, of
        een vraag die is blijven liggen. Eén regeltje terug is dan genoeg; dat
        komt rechtstreeks bij mij, en ik zorg dat het in orde komt.

        Wacht het alleen nog op een handtekening, dan zou u me erg helpen door
        er even achteraan te gaan.

        {{> how_to_pay}}
        """,
      closing: "Hartelijke groet,"),
    final: Letter(
      subject: "Factuur {{> number}} – laatste herinnering",
      subjectOfMany: "Uw openstaande facturen – laatste herinnering",
      one: """
        Dit is mijn laatste herinnering aan factuur {{> number}}. De vervaldatum
        was {{ date(invoice.due, "long") }}, en {{> open}} is nog niet betaald.
        """,
      many: """
        Dit is mijn laatste herinnering aan uw openstaande facturen, samen
        {{ money(total_due) }}:
        """,
      rest: """
        Wilt u{{#if has(invoice.deadline)}} uiterlijk {{ date(invoice.deadline, "long") }}{{/if}} betalen,
        of me voor die tijd schrijven, zodat we kunnen bespreken wat er in de
        weg staat? Hoor ik tegen die tijd niets, dan bel ik u.

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
