extension StarterWords {
  static let spanish = StarterWords(
    hello: "Hola{{#if has(recipient.first_name)}}, {{ recipient.first_name }}{{/if}}:",
    open: "{{ money(invoice.balance) }}{{#if invoice.paid > 0}} de {{ money(invoice.amount) }}{{/if}}",
    number:
      "{{ invoice.number }}{{#if invoice.instalments > 1}} (plazo {{ invoice.instalment }} de {{ invoice.instalments }}){{/if}}",
    howToPay: """
      La cuenta es la que figura en la factura; como concepto basta su
      número.
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

        Si ha pagado en estos últimos días, muchas gracias, y no haga caso de
        este mensaje. Si algo no está bien en la factura, respóndame y lo
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
        en total {{ money(total_due) }}:
        """,
      rest: """
        ¿Podría hacer la transferencia esta vez, o decirme qué día puedo
        contar con ella? Con una fecha me basta.

        {{> how_to_pay}}

        Si ahora mismo va justo, dígamelo. Es mucho más fácil ponernos de
        acuerdo.
        """,
      closing: "Un cordial saludo,"),
    warmFirst: Letter(
      subject: "Factura {{> number}}: ¿le ha llegado?", subjectOfMany: "¿Le han llegado estas facturas?",
      one: """
        Un detalle sin importancia: la factura {{> number}} vencía el
        {{ date(invoice.due) }} y aún no veo los {{> open}}. Seguramente se ha
        quedado por el camino.
        """,
      many: """
        Repasando mis cuentas no encuentro todavía el pago de estas facturas,
        en total {{ money(total_due) }}. Seguramente se han quedado por el
        camino:
        """,
      rest: """
        Si el pago ya está en marcha, disculpe esta nota, y gracias. Si no:

        {{> how_to_pay}}

        Y si hay algo que no está como debería, dígamelo, por favor. Prefiero
        arreglar eso primero.
        """,
      closing: "Con un afectuoso saludo,"),
    warmSecond: Letter(
      subject: "Factura {{> number}}: unas líneas mías", subjectOfMany: "Nuestras facturas: unas líneas mías",
      one: """
        Quería escribirle yo personalmente. La factura {{> number}} vencía el
        {{ date(invoice.due) }} y quedan {{> open}} por pagar.
        """,
      many: """
        Quería escribirle yo personalmente. Estas facturas siguen pendientes,
        en total {{ money(total_due) }}:
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
      subject: "La factura {{> number}} lleva mucho retraso", subjectOfMany: "Facturas con mucho retraso",
      one: """
        La factura {{> number}} vencía el {{ date(invoice.due, "long") }}.
        Siguen pendientes {{> open}}, con mucho retraso.
        """,
      many: "Estas facturas llevan mucho retraso, en total {{ money(total_due) }}:",
      rest: """
        Le ruego que pague{{#if has(invoice.deadline)}} a más tardar el {{ date(invoice.deadline, "long") }}{{/if}}, o que me
        escriba antes para ver qué lo impide. Después de ese día le llamaré.

        {{> how_to_pay}}
        """,
      closing: "Atentamente,"),
    byParts: """
      Si no puede pagarlo todo de una vez, dígame qué le es posible y lo
      acordamos así.
      """,
    customers: [
      ("Café del Puente", "Lucía Navarro"), ("Construcciones Valle", "Tomás Valle"),
      ("Estudio Rosa Luna", "Rosa Luna"), ("Alquileres Molino Viejo", "Nicolás Soto"),
      ("La Cometa de Papel", "Gracia Oliva"),
    ])
}
