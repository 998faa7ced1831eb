/// The words of one letter in a language, with all that a language writes in its own way: amounts, days, a counted
/// word, a rate and the table.
struct LettersByLanguage: Sendable, CustomStringConvertible {
  let tag: String
  let currency: String
  let subject: String
  let body: String

  var description: String { tag }

  static let all =
    [
      LettersByLanguage(tag: "en", currency: "GBP", english),
      LettersByLanguage(tag: "en-IE", currency: "EUR", english),
      LettersByLanguage(tag: "en-US", currency: "USD", english),
      LettersByLanguage(tag: "de", currency: "EUR", german),
      LettersByLanguage(tag: "de-AT", currency: "EUR", german),
      LettersByLanguage(tag: "de-CH", currency: "CHF", german.replacing("Grüßen", with: "Grüssen")),
      LettersByLanguage(tag: "fr", currency: "EUR", french),
      LettersByLanguage(tag: "fr-CH", currency: "CHF", french),
      LettersByLanguage(tag: "es", currency: "EUR", spanish),
      LettersByLanguage(tag: "it", currency: "EUR", italian),
      LettersByLanguage(tag: "it-CH", currency: "CHF", italian),
      LettersByLanguage(tag: "nl", currency: "EUR", dutch),
      LettersByLanguage(tag: "pt-PT", currency: "EUR", portuguese),
      LettersByLanguage(tag: "pt-BR", currency: "BRL", brazilianPortuguese),
      LettersByLanguage(tag: "pl", currency: "PLN", polish),
      LettersByLanguage(tag: "sv", currency: "SEK", swedish),
      LettersByLanguage(tag: "da", currency: "DKK", danish),
      LettersByLanguage(tag: "nb", currency: "NOK", norwegian),
      LettersByLanguage(tag: "fi", currency: "EUR", finnish),
    ]

  /// - Parameter words: The subject on the first line, the body after an empty one.
  private init(tag: String, currency: String, _ words: String) {
    self.tag = tag
    self.currency = currency
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    subject = String(lines.first ?? "")
    body = lines.dropFirst(2).joined(separator: "\n")
  }

  private static let english = """
    Invoice {{ invoice.number }} of {{ date(invoice.issued) }}

    Dear Ada,

    On {{ date(today, "long") }} our invoice {{ invoice.number }} was {{ invoice.days_overdue }}
    {{ plural(invoice.days_overdue, "day", "days") }} late. In all, {{ total_due }} is open:

    {{ invoice_table }}

    Please pay by {{ date(invoice.deadline.or(today)) }}. After that we charge {{ percent(8.25) }} interest a year.

    Kind regards
    {{ sender.name }}
    """

  private static let german = """
    Rechnung {{ invoice.number }} vom {{ date(invoice.issued) }}

    Guten Tag Frau Lovelace,

    Stand {{ date(today, "long") }} ist unsere Rechnung {{ invoice.number }} seit {{ invoice.days_overdue }}
    {{ plural(invoice.days_overdue, "Tag", "Tagen") }} fällig. Insgesamt sind {{ total_due }} offen:

    {{ invoice_table }}

    Bitte überweisen Sie bis zum {{ date(invoice.deadline.or(today)) }}. Danach berechnen wir
    {{ percent(8.25) }} Zinsen im Jahr.

    Mit freundlichen Grüßen
    {{ sender.name }}
    """

  private static let french = """
    Facture {{ invoice.number }} du {{ date(invoice.issued) }}

    Bonjour Madame,

    Au {{ date(today, "long") }}, notre facture {{ invoice.number }} est échue depuis
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "jour", "jours") }}. Au total, {{ total_due }}
    restent à régler :

    {{ invoice_table }}

    Merci de régler avant le {{ date(invoice.deadline.or(today)) }}. Passé ce délai, nous appliquerons
    des intérêts de {{ percent(8.25) }} par an.

    Cordialement
    {{ sender.name }}
    """

  private static let spanish = """
    Factura {{ invoice.number }} del {{ date(invoice.issued) }}

    Estimada Ada:

    A fecha de {{ date(today, "long") }}, nuestra factura {{ invoice.number }} lleva vencida
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "día", "días") }}. En total están pendientes
    {{ total_due }}:

    {{ invoice_table }}

    Le rogamos que pague antes del {{ date(invoice.deadline.or(today)) }}. Después aplicaremos un interés
    del {{ percent(8.25) }} anual.

    Un cordial saludo
    {{ sender.name }}
    """

  private static let italian = """
    Fattura {{ invoice.number }} del {{ date(invoice.issued) }}

    Gentile signora Lovelace,

    a oggi, {{ date(today, "long") }}, la nostra fattura {{ invoice.number }} è scaduta da
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "giorno", "giorni") }}. In totale restano da
    saldare {{ total_due }}:

    {{ invoice_table }}

    La preghiamo di pagare entro il {{ date(invoice.deadline.or(today)) }}. In seguito applicheremo
    interessi del {{ percent(8.25) }} annuo.

    Cordiali saluti
    {{ sender.name }}
    """

  private static let dutch = """
    Factuur {{ invoice.number }} van {{ date(invoice.issued) }}

    Beste mevrouw Lovelace,

    Op {{ date(today, "long") }} was onze factuur {{ invoice.number }} {{ invoice.days_overdue }}
    {{ plural(invoice.days_overdue, "dag", "dagen") }} over de vervaldatum. In totaal staat {{ total_due }} open:

    {{ invoice_table }}

    Wilt u betalen vóór {{ date(invoice.deadline.or(today)) }}? Daarna berekenen wij {{ percent(8.25) }}
    rente per jaar.

    Met vriendelijke groet
    {{ sender.name }}
    """

  private static let portuguese = """
    Fatura {{ invoice.number }} de {{ date(invoice.issued) }}

    Cara Ada,

    À data de {{ date(today, "long") }}, a nossa fatura {{ invoice.number }} está vencida há
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "dia", "dias") }}. No total, estão em dívida
    {{ total_due }}:

    {{ invoice_table }}

    Pedimos que pague até {{ date(invoice.deadline.or(today)) }}. Depois aplicaremos juros de
    {{ percent(8.25) }} ao ano.

    Com os melhores cumprimentos
    {{ sender.name }}
    """

  private static let brazilianPortuguese = """
    Fatura {{ invoice.number }} de {{ date(invoice.issued) }}

    Prezada Ada,

    Em {{ date(today, "long") }}, nossa fatura {{ invoice.number }} está vencida há
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "dia", "dias") }}. O total em aberto é de
    {{ total_due }}:

    {{ invoice_table }}

    Pedimos que pague até {{ date(invoice.deadline.or(today)) }}. Depois aplicaremos juros de
    {{ percent(8.25) }} ao ano.

    Atenciosamente
    {{ sender.name }}
    """

  private static let polish = """
    Faktura {{ invoice.number }} z dnia {{ date(invoice.issued) }}

    Szanowna Pani,

    stan na {{ date(today, "long") }}: termin płatności naszej faktury {{ invoice.number }} minął
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "dzień", "dni", "dni") }} temu. Łącznie do zapłaty
    {{ plural(size(invoices), "pozostaje", "pozostają", "pozostaje") }} {{ size(invoices) }}
    {{ plural(size(invoices), "faktura", "faktury", "faktur") }} na kwotę {{ total_due }}:

    {{ invoice_table }}

    Prosimy o zapłatę do {{ date(invoice.deadline.or(today)) }}. Po tym terminie naliczymy odsetki
    w wysokości {{ percent(8.25) }} rocznie.

    Z poważaniem
    {{ sender.name }}
    """

  private static let swedish = """
    Faktura {{ invoice.number }} från {{ date(invoice.issued) }}

    Hej Ada!

    Per {{ date(today, "long") }} är vår faktura {{ invoice.number }} {{ invoice.days_overdue }}
    {{ plural(invoice.days_overdue, "dag", "dagar") }} försenad. Sammanlagt är {{ total_due }} obetalt:

    {{ invoice_table }}

    Vänligen betala senast {{ date(invoice.deadline.or(today)) }}. Därefter tar vi ut {{ percent(8.25) }}
    ränta per år.

    Med vänlig hälsning
    {{ sender.name }}
    """

  private static let danish = """
    Faktura {{ invoice.number }} af {{ date(invoice.issued) }}

    Kære Ada

    Pr. {{ date(today, "long") }} er vores faktura {{ invoice.number }} {{ invoice.days_overdue }}
    {{ plural(invoice.days_overdue, "dag", "dage") }} over forfald. I alt mangler vi {{ total_due }}:

    {{ invoice_table }}

    Betal venligst senest {{ date(invoice.deadline.or(today)) }}. Derefter beregner vi {{ percent(8.25) }}
    i rente om året.

    Med venlig hilsen
    {{ sender.name }}
    """

  private static let norwegian = """
    Faktura {{ invoice.number }} av {{ date(invoice.issued) }}

    Hei Ada

    Per {{ date(today, "long") }} er fakturaen {{ invoice.number }} {{ invoice.days_overdue }}
    {{ plural(invoice.days_overdue, "dag", "dager") }} over forfall. Til sammen gjenstår {{ total_due }}:

    {{ invoice_table }}

    Vennligst betal innen {{ date(invoice.deadline.or(today)) }}. Deretter beregner vi {{ percent(8.25) }}
    rente per år.

    Med vennlig hilsen
    {{ sender.name }}
    """

  private static let finnish = """
    Lasku {{ invoice.number }}, {{ date(invoice.issued) }}

    Hei Ada,

    tilanne {{ date(today, "long") }}: laskumme {{ invoice.number }} on ollut myöhässä
    {{ invoice.days_overdue }} {{ plural(invoice.days_overdue, "päivän", "päivää") }}. Avoinna on yhteensä
    {{ total_due }}:

    {{ invoice_table }}

    Pyydämme maksamaan viimeistään {{ date(invoice.deadline.or(today)) }}. Sen jälkeen perimme korkoa
    {{ percent(8.25) }} vuodessa.

    Ystävällisin terveisin
    {{ sender.name }}
    """
}
