extension StarterWords {
  static let french = StarterWords(
    hello: "Bonjour{{#if has(recipient.name)}} {{ recipient.name }}{{/if}},",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} sur {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (échéance {{ invoice.instalment }} sur {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Le compte est celui de la facture ; merci d'en indiquer le numéro en
      référence.
      """,
    howToPayTo: "Par virement, avec le numéro de la facture en référence :",
    friendlyFirst: Letter(
      subject: "Facture {{> number}} : petit rappel", subjectOfMany: "Quelques factures : petit rappel",
      one: """
        La facture {{> number}} vous a sans doute échappé : elle était à régler
        le {{ date(invoice.due) }}, et il reste {{> open}} à payer.
        """,
      many: """
        Quelques factures vous ont sans doute échappé, pour un total de
        {{ money(total_due) }} :
        """,
      rest: """
        {{> how_to_pay}}

        Si vous avez payé ces derniers jours, merci, et ne tenez pas compte de
        ce message. Si quelque chose ne va pas dans la facture, répondez-moi
        simplement.
        """,
      closing: "Bien cordialement,"),
    friendlySecond: Letter(
      subject: "La facture {{> number}} reste à régler", subjectOfMany: "Des factures restent à régler",
      one: """
        Je reviens vers vous au sujet de la facture {{> number}}. Elle était à
        régler le {{ date(invoice.due) }}, et il reste {{> open}} à payer.
        """,
      many: """
        Je reviens vers vous au sujet de vos factures. Voici ce qui reste à
        régler, {{ money(total_due) }} au total :
        """,
      rest: """
        Pourriez-vous faire le virement cette fois-ci, ou me dire quel jour je
        peux y compter ? Une date me suffit.

        {{> how_to_pay}}

        Si la trésorerie est un peu juste en ce moment, dites-le-moi : nous
        trouverons un arrangement.
        """,
      closing: "Bien cordialement,"),
    warmFirst: Letter(
      subject: "Facture {{> number}} : vous est-elle parvenue ?",
      subjectOfMany: "Ces factures vous sont-elles parvenues ?",
      one: """
        Un détail : la facture {{> number}} était à régler le
        {{ date(invoice.due) }}, et je ne vois pas encore les {{> open}} de mon
        côté. Elle s'est sans doute égarée.
        """,
      many: """
        En relisant mes comptes, je ne vois pas encore le règlement de ces
        factures, {{ money(total_due) }} au total. Elles se sont sans doute
        égarées :
        """,
      rest: """
        Si le virement est déjà parti, pardonnez ce mot, et merci. Sinon :

        {{> how_to_pay}}

        Et si quelque chose n'est pas comme il faut, dites-le-moi. Je préfère
        régler cela d'abord.
        """,
      closing: "Bien à vous,"),
    warmSecond: Letter(
      subject: "Facture {{> number}} : un mot de ma part", subjectOfMany: "Nos factures : un mot de ma part",
      one: """
        Je tenais à vous écrire moi-même. La facture {{> number}} était à régler
        le {{ date(invoice.due) }}, et il reste {{> open}} à payer.
        """,
      many: """
        Je tenais à vous écrire moi-même. Ces factures restent à régler,
        {{ money(total_due) }} au total :
        """,
      rest: """
        Cela vient peut-être de nous : un numéro de commande oublié, une
        question restée sans réponse. Dans ce cas, un mot suffit ; il m'arrive
        directement, et je m'en occupe.

        S'il ne manque qu'une signature, je vous serais très obligé de votre
        aide.

        {{> how_to_pay}}
        """,
      closing: "Bien à vous,"),
    final: Letter(
      subject: "La facture {{> number}} est très en retard",
      subjectOfMany: "Des factures sont très en retard",
      one: """
        La facture {{> number}} était à régler le {{ date(invoice.due, "long") }}.
        Il reste {{> open}} à payer, et le retard est important.
        """,
      many: "Ces factures sont très en retard, {{ money(total_due) }} au total :",
      rest: """
        Merci de régler{{#if has(invoice.deadline)}} avant le {{ date(invoice.deadline, "long") }} inclus{{/if}}, ou de
        m'écrire d'ici là pour voir ce qui bloque. Passé ce jour, je vous
        appellerai.

        {{> how_to_pay}}
        """,
      closing: "Cordialement,"),
    byParts: """
      Si vous ne pouvez pas tout payer d'un coup, dites-moi ce qui est
      possible, et nous nous mettrons d'accord.
      """,
    customers: [
      ("Café du Marché", "Lucie Morel"), ("Bâtiment Garnier", "Thomas Garnier"),
      ("Atelier Rose Lambert", "Rose Lambert"), ("Régie du Vieux Moulin", "Noël Charpentier"),
      ("Le Cerf-Volant", "Grâce Diallo"),
    ])
}
