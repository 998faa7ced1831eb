extension LetterLanguage {
  /// The headings of the table of invoices, in our own words: CLDR has none. Charges are called what the law on
  /// late payment of the language's country calls them.
  struct Headings: Sendable {
    let number: [UInt8]
    let part: [UInt8]
    let due: [UInt8]
    let open: [UInt8]
    let alsoOpen: [UInt8]
    let interest: [UInt8]
    let compensation: [UInt8]
    let total: [UInt8]
    /// The columns that the headings take in a fixed font.
    let numberWidth, partWidth, dueWidth, openWidth: Int

    init(
      number: String, part: String, due: String, open: String, alsoOpen: String, interest: String,
      compensation: String, total: String
    ) {
      self.number = Array(number.utf8)
      self.part = Array(part.utf8)
      self.due = Array(due.utf8)
      self.open = Array(open.utf8)
      self.alsoOpen = Array(alsoOpen.utf8)
      self.interest = Array(interest.utf8)
      self.compensation = Array(compensation.utf8)
      self.total = Array(total.utf8)
      numberWidth = InvoiceTable.width(self.number)
      partWidth = InvoiceTable.width(self.part)
      dueWidth = InvoiceTable.width(self.due)
      openWidth = InvoiceTable.width(self.open)
    }
  }
}

extension LetterLanguage.Headings {
  static let english = LetterLanguage.Headings(
    number: "Invoice", part: "Part", due: "Due date", open: "Amount open", alsoOpen: "Also open",
    interest: "Late-payment interest",
    compensation: "Late-payment compensation", total: "Total")
  static let german = LetterLanguage.Headings(
    number: "Rechnung", part: "Rate", due: "Fällig am", open: "Offener Betrag", alsoOpen: "Außerdem offen",
    interest: "Verzugszinsen",
    compensation: "Verzugspauschale", total: "Gesamtbetrag")
  static let french = LetterLanguage.Headings(
    number: "Facture", part: "Échéance n°", due: "Date d’échéance", open: "Montant dû",
    alsoOpen: "Également en attente", interest: "Intérêts de retard",
    compensation: "Indemnité forfaitaire de recouvrement", total: "Total")
  static let spanish = LetterLanguage.Headings(
    number: "Factura", part: "Plazo", due: "Vencimiento", open: "Importe pendiente",
    alsoOpen: "También pendientes", interest: "Intereses de demora",
    compensation: "Indemnización por costes de cobro", total: "Total")
  static let italian = LetterLanguage.Headings(
    number: "Fattura", part: "Rata", due: "Scadenza", open: "Importo dovuto",
    alsoOpen: "Altre fatture aperte", interest: "Interessi di mora",
    compensation: "Rimborso forfettario dei costi di recupero", total: "Totale")
  static let dutch = LetterLanguage.Headings(
    number: "Factuur", part: "Termijn", due: "Vervaldatum", open: "Openstaand", alsoOpen: "Ook openstaand",
    interest: "Vertragingsrente",
    compensation: "Vergoeding van invorderingskosten", total: "Totaal")
  static let portuguese = LetterLanguage.Headings(
    number: "Fatura", part: "Prestação", due: "Vencimento", open: "Valor em dívida",
    alsoOpen: "Também em dívida", interest: "Juros de mora",
    compensation: "Indemnização por custos de cobrança", total: "Total")
  static let brazilianPortuguese = LetterLanguage.Headings(
    number: "Fatura", part: "Parcela", due: "Vencimento", open: "Valor em aberto",
    alsoOpen: "Também em aberto", interest: "Juros de mora",
    compensation: "Indenização por custos de cobrança", total: "Total")
  static let polish = LetterLanguage.Headings(
    number: "Faktura", part: "Rata", due: "Termin płatności", open: "Do zapłaty",
    alsoOpen: "Pozostałe nieopłacone", interest: "Odsetki za opóźnienie",
    compensation: "Rekompensata za koszty odzyskiwania należności", total: "Razem")
  static let swedish = LetterLanguage.Headings(
    number: "Faktura", part: "Delbetalning", due: "Förfallodag", open: "Att betala",
    alsoOpen: "Även obetalda", interest: "Dröjsmålsränta",
    compensation: "Förseningsersättning", total: "Totalt")
  static let danish = LetterLanguage.Headings(
    number: "Faktura", part: "Rate", due: "Forfaldsdato", open: "Restbeløb", alsoOpen: "Også ubetalte",
    interest: "Morarente",
    compensation: "Kompensationsbeløb", total: "I alt")
  static let norwegian = LetterLanguage.Headings(
    number: "Faktura", part: "Delbetaling", due: "Forfallsdato", open: "Utestående",
    alsoOpen: "Også ubetalte", interest: "Forsinkelsesrente",
    compensation: "Standardkompensasjon", total: "Totalt")
  static let finnish = LetterLanguage.Headings(
    number: "Lasku", part: "Erä", due: "Eräpäivä", open: "Avoinna", alsoOpen: "Myös avoinna",
    interest: "Viivästyskorko",
    compensation: "Vakiokorvaus", total: "Yhteensä")
}
