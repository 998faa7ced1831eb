extension StarterWords {
  static let spanish = StarterWords(
    hello: "Hola{{#if has(recipient.first_name)}}, {{ recipient.first_name }}{{/if}}:",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} de {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (plazo {{ invoice.instalment }} de {{ invoice.instalments }}){{/if}}",
    howToPay: """
      Nuestra cuenta figura en la factura; como concepto basta con el número
      de la factura.
      """,
    howToPayTo: "Por transferencia, con el número de la factura como concepto:",
    friendlyFirst: Letter(
      subject: "Factura {{> number}}: un breve recordatorio",
      subjectOfMany: "Algunas facturas: un breve recordatorio",
      one: """
        Es posible que la factura {{> number}} se le haya pasado: vencía el
        {{ date(invoice.due) }} y quedan {{> open}} por pagar.
        """,
      many: """
        Es posible que se le hayan pasado algunas facturas, en total
        {{ money(total_due) }}:
        """,
      rest: """
        {{> how_to_pay}}

        Si ya ha pagado en estos últimos días, muchas gracias, y no haga caso
        de este mensaje. Si algo no está bien en la factura, respóndame y lo
        miramos.
        """,
      closing: "Un cordial saludo,"),
    friendlySecond: Letter(
      subject: "La factura {{> number}} sigue pendiente", subjectOfMany: "Facturas que siguen pendientes",
      one: """
        Le escribo de nuevo por la factura {{> number}}. Vencía el
        {{ date(invoice.due) }} y siguen pendientes {{> open}}.
        """,
      many: """
        Le escribo de nuevo por sus facturas. Esto es lo que sigue pendiente,
        {{ money(total_due) }} en total:
        """,
      rest: """
        ¿Podría hacer la transferencia en los próximos días, o decirme para
        cuándo puedo contar con ella? Con una fecha me basta.

        {{> how_to_pay}}

        Si no es buen momento, dígamelo: seguro que nos ponemos de acuerdo.
        """,
      closing: "Un cordial saludo,"),
    warmFirst: Letter(
      subject: "Factura {{> number}}: ¿le ha llegado?", subjectOfMany: "¿Le han llegado estas facturas?",
      one: """
        Solo un detalle: la factura {{> number}} vencía el
        {{ date(invoice.due) }} y aún quedan {{> open}} por pagar. Lo más
        probable es que se haya traspapelado.
        """,
      many: """
        Repasando las cuentas, no encuentro el pago de estas facturas,
        {{ money(total_due) }} en total. Lo más probable es que se hayan
        traspapelado:
        """,
      rest: """
        Si el pago ya está en camino, muchas gracias, y disculpe esta nota. Si
        no, basta con que lo incluya en sus próximos pagos.

        {{> how_to_pay}}

        Y si hay algo que no está como debería, dígamelo, por favor: prefiero
        arreglar eso primero.
        """,
      closing: "Con un afectuoso saludo,"),
    warmSecond: Letter(
      subject: "Factura {{> number}}: unas líneas personales",
      subjectOfMany: "Nuestras facturas: unas líneas personales",
      one: """
        Quería escribirle personalmente. La factura {{> number}} vencía el
        {{ date(invoice.due) }} y quedan {{> open}} por pagar.
        """,
      many: """
        Quería escribirle personalmente. Estas facturas siguen pendientes,
        {{ money(total_due) }} en total:
        """,
      rest: """
        Quizá sea cosa nuestra: un número de pedido que olvidamos o una
        pregunta que nadie contestó. En ese caso basta una línea; me llega
        directamente y me ocupo yo.

        Si solo falta una firma, le agradecería mucho su ayuda.

        {{> how_to_pay}}
        """,
      closing: "Con un afectuoso saludo,"),
    final: Letter(
      subject: "Factura {{> number}}: último recordatorio",
      subjectOfMany: "Sus facturas pendientes: último recordatorio",
      one: """
        Este es mi último recordatorio sobre la factura {{> number}}. Vencía el
        {{ date(invoice.due, "long") }}, y siguen sin pagar {{> open}}.
        """,
      many: """
        Este es mi último recordatorio sobre sus facturas vencidas,
        {{ money(total_due) }} en total:
        """,
      rest: """
        Le ruego que pague{{#if has(invoice.deadline)}} a más tardar el {{ date(invoice.deadline, "long") }}{{/if}},
        o que me escriba antes para ver qué lo impide. Si para entonces no
        tengo noticias suyas, le llamaré.

        {{> how_to_pay}}
        """,
      closing: "Atentamente,"),
    byParts: """
      Si no puede pagarlo todo de una vez, dígame cuánto le sería posible y
      lo acordamos así.
      """,
    customers: [
      ("Café del Puente", "Lucía Navarro"), ("Construcciones Valle", "Tomás Valle"),
      ("Estudio Rosa Luna", "Rosa Luna"), ("Alquileres Molino Viejo", "Nicolás Soto"),
      ("La Cometa de Papel", "Gracia Oliva"),
    ])
}
