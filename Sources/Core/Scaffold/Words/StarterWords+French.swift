extension StarterWords {
  static let french = StarterWords(
    hello: "Bonjour{{#if has(recipient.first_name)}} {{ recipient.first_name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} sur {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (échéance {{ invoice.instalment }} sur {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Nos coordonnées bancaires figurent sur la facture ; merci d'en indiquer
      le numéro en référence.
      """,
    howToPayTo: "Par virement, avec le numéro de la facture en référence :",
    friendlyFirst: Letter(
      subject: "Facture {{> number}} : petit rappel", subjectOfMany: "Quelques factures : petit rappel",
      one: """
        La facture {{> number}} vous a sans doute échappé : elle est arrivée à
        échéance le {{ date(invoice.due) }}, et il reste {{> open}} à régler.
        """,
      many: """
        Quelques factures vous ont sans doute échappé, pour un total de
        {{ money(total_due) }} :
        """,
      rest: """
        {{> how_to_pay}}

        Si vous avez réglé ces jours-ci, merci, et ne tenez pas compte de ce
        message. Si quelque chose ne va pas dans la facture, répondez-moi
        simplement.
        """,
      closing: "Bien cordialement,"),
    friendlySecond: Letter(
      subject: "Facture {{> number}} : toujours à régler", subjectOfMany: "Vos factures à régler",
      one: """
        Je reviens vers vous au sujet de la facture {{> number}}, arrivée à
        échéance le {{ date(invoice.due) }}. Il reste {{> open}} à régler.
        """,
      many: """
        Je reviens vers vous au sujet de vos factures. Voici ce qui reste à
        régler, {{ money(total_due) }} au total :
        """,
      rest: """
        Pourriez-vous faire le virement ces prochains jours, ou me dire quand
        je peux y compter ? Une date me suffit.

        {{> how_to_pay}}

        Si c'est un peu juste en ce moment, dites-le-moi : nous trouverons un
        arrangement.
        """,
      closing: "Bien cordialement,"),
    warmFirst: Letter(
      subject: "Facture {{> number}} : vous est-elle parvenue ?",
      subjectOfMany: "Ces factures vous sont-elles parvenues ?",
      one: """
        Juste un petit mot : la facture {{> number}} est arrivée à échéance le
        {{ date(invoice.due) }}, et il reste {{> open}} à régler. Elle s'est
        sans doute égarée.
        """,
      many: """
        En faisant mes comptes, je n'ai pas trouvé le règlement de ces
        factures, {{ money(total_due) }} au total. Elles se sont sans doute
        égarées :
        """,
      rest: """
        Si le virement est déjà parti, merci, et pardonnez-moi ce message.
        Sinon, ce sera parfait avec vos prochains règlements.

        {{> how_to_pay}}

        Et si quelque chose ne vous convient pas, dites-le-moi : je préfère
        arranger cela d'abord.
        """,
      closing: "Bien à vous,"),
    warmSecond: Letter(
      subject: "Facture {{> number}} : un mot de ma part", subjectOfMany: "Nos factures : un mot de ma part",
      one: """
        Je tenais à vous écrire moi-même. La facture {{> number}} est arrivée à
        échéance le {{ date(invoice.due) }}, et il reste {{> open}} à régler.
        """,
      many: """
        Je tenais à vous écrire moi-même. Ces factures restent à régler,
        {{ money(total_due) }} au total :
        """,
      rest: """
        Cela vient peut-être de nous : un numéro de commande oublié, une
        question restée sans réponse. Dans ce cas, un mot suffit ; il m'arrive
        directement, et je m'en occupe.

        S'il ne manque qu'une signature, un petit coup de pouce de votre part
        serait le bienvenu.

        {{> how_to_pay}}
        """,
      closing: "Bien à vous,"),
    final: Letter(
      subject: "Facture {{> number}} : dernier rappel", subjectOfMany: "Vos factures : dernier rappel",
      one: """
        Ceci est mon dernier rappel au sujet de la facture {{> number}}. Elle est
        arrivée à échéance le {{ date(invoice.due, "long") }}, et il reste
        {{> open}} à régler.
        """,
      many: """
        Ceci est mon dernier rappel au sujet de vos factures échues,
        {{ money(total_due) }} au total :
        """,
      rest: """
        Merci de régler{{#if has(invoice.deadline)}} au plus tard le {{ date(invoice.deadline, "long") }}{{/if}},
        ou de m'écrire d'ici là pour que nous voyions ce qui bloque. Sans
        nouvelles de votre part à cette date, je vous appellerai.

        {{> how_to_pay}}
        """,
      closing: "Cordialement,"),
    byParts: """
      Si vous ne pouvez pas tout régler en une fois, dites-moi ce qui est
      possible, et nous nous mettrons d'accord.
      """,
    customers: [
      ("Café du Marché", "Lucie Morel"), ("Bâtiment Garnier", "Thomas Garnier"),
      ("Atelier Rose Lambert", "Rose Lambert"), ("Régie du Vieux Moulin", "Noël Charpentier"),
      ("Le Cerf-Volant", "Grâce Diallo"),
    ])
}
