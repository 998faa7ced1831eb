extension StarterWords {
  static let german = StarterWords(
    hello: "Guten Tag{{#if has(recipient.name)}} {{ recipient.name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} von {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (Teil {{ invoice.instalment }} von {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Unsere Bankverbindung steht auf der Rechnung; als Verwendungszweck
      genügt die Rechnungsnummer.
      """,
    howToPayTo: "Unser Konto, mit der Rechnungsnummer als Verwendungszweck:",
    friendlyFirst: Letter(
      subject: "Rechnung {{> number}} – eine kurze Erinnerung",
      subjectOfMany: "Einige Rechnungen – eine kurze Erinnerung",
      one: """
        die Rechnung {{> number}} ist Ihnen vielleicht durchgerutscht: Sie war
        am {{ date(invoice.due) }} fällig, und {{> open}} sind noch offen.
        """,
      many: """
        einige Rechnungen sind Ihnen vielleicht durchgerutscht, zusammen
        {{ money(total_due) }}:
        """,
      rest: """
        {{> how_to_pay}}

        Haben Sie in den letzten Tagen schon gezahlt? Dann vielen Dank, und
        diese Nachricht hat sich erledigt. Stimmt etwas an der Rechnung nicht,
        antworten Sie mir einfach.
        """,
      closing: "Mit freundlichen Grüßen"),
    friendlySecond: Letter(
      subject: "Rechnung {{> number}} ist noch offen", subjectOfMany: "Noch offene Rechnungen",
      one: """
        ich komme noch einmal auf die Rechnung {{> number}} zurück. Sie war am
        {{ date(invoice.due) }} fällig, und {{> open}} sind weiterhin offen.
        """,
      many: """
        ich komme noch einmal auf Ihre offenen Rechnungen zurück. Zusammen
        sind es {{ money(total_due) }}:
        """,
      rest: """
        Bitte überweisen Sie den Betrag in den nächsten Tagen, oder nennen Sie
        mir den Tag, an dem ich damit rechnen kann. Mehr brauche ich nicht.

        {{> how_to_pay}}

        Wenn es gerade eng ist, sagen Sie es mir bitte. Dann finden wir einen
        Weg.
        """,
      closing: "Mit freundlichen Grüßen"),
    warmFirst: Letter(
      subject: "Rechnung {{> number}} – ist sie angekommen?",
      subjectOfMany: "Sind diese Rechnungen angekommen?",
      one: """
        nur eine Kleinigkeit: Die Rechnung {{> number}} war am
        {{ date(invoice.due) }} fällig, und bei mir sind noch {{> open}} offen.
        Wahrscheinlich ist sie irgendwo liegen geblieben.
        """,
      many: """
        beim Durchsehen meiner Bücher fehlt mir noch die Zahlung für diese
        Rechnungen, zusammen {{ money(total_due) }}. Wahrscheinlich sind sie
        irgendwo liegen geblieben:
        """,
      rest: """
        Ist die Überweisung schon unterwegs, dann vielen Dank, und nichts für
        ungut. Wenn nicht, reicht die nächste Überweisungsrunde.

        {{> how_to_pay}}

        Und falls etwas nicht so ist, wie es sein soll, sagen Sie es mir bitte.
        Das bringe ich dann zuerst in Ordnung.
        """,
      closing: "Herzliche Grüße"),
    warmSecond: Letter(
      subject: "Rechnung {{> number}} – ein Wort von mir",
      subjectOfMany: "Unsere Rechnungen – ein Wort von mir",
      one: """
        ich wollte Ihnen gern selbst schreiben. Die Rechnung {{> number}} war am
        {{ date(invoice.due) }} fällig, und {{> open}} sind noch offen.
        """,
      many: """
        ich wollte Ihnen gern selbst schreiben. Diese Rechnungen sind noch
        offen, zusammen {{ money(total_due) }}:
        """,
      rest: """
        Vielleicht liegt es an uns: eine Bestellnummer, die wir vergessen
        haben, oder eine Frage, die niemand beantwortet hat. Dann genügt eine
        Zeile; sie kommt direkt zu mir, und ich kümmere mich darum.

        Falls nur noch eine Unterschrift fehlt, wäre ich Ihnen dankbar, wenn
        Sie ein wenig nachhelfen könnten.

        {{> how_to_pay}}
        """,
      closing: "Herzliche Grüße"),
    final: Letter(
      subject: "Rechnung {{> number}} – letzte Erinnerung",
      subjectOfMany: "Ihre offenen Rechnungen – letzte Erinnerung",
      one: """
        dies ist meine letzte Erinnerung an die Rechnung {{> number}}. Sie war
        am {{ date(invoice.due) }} fällig, und {{> open}} sind noch immer nicht
        bezahlt.
        """,
      many: """
        dies ist meine letzte Erinnerung an Ihre überfälligen Rechnungen,
        zusammen {{ money(total_due) }}:
        """,
      rest: """
        Bitte zahlen Sie{{#if has(invoice.deadline)}} bis {{ date(invoice.deadline, "long") }}{{/if}},
        oder schreiben Sie mir vorher, damit wir klären können, was im Weg
        steht. Höre ich bis dahin nichts, rufe ich Sie an.

        {{> how_to_pay}}
        """,
      closing: "Mit freundlichen Grüßen"),
    byParts: """
      Wenn nicht alles auf einmal geht, sagen Sie mir bitte, was möglich ist.
      Dann vereinbaren wir das so.
      """,
    customers: [
      ("Café am Markt", "Ute Lindner"), ("Bau Hagedorn GmbH", "Jens Hagedorn"),
      ("Atelier Rosa Lenz", "Rosa Lenz"), ("Hausverwaltung Alte Mühle", "Nils Schaaf"),
      ("Papierdrache", "Greta Okafor"),
    ])
}
