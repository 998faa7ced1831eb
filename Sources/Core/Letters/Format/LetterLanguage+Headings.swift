extension LetterLanguage {
  /// The headings of the table of invoices, in our own words: CLDR has none.
  struct Headings: Sendable {
    let number: [UInt8]
    let part: [UInt8]
    let due: [UInt8]
    let open: [UInt8]
    let alsoOpen: [UInt8]

    init(number: String, part: String, due: String, open: String, alsoOpen: String) {
      self.number = Array(number.utf8)
      self.part = Array(part.utf8)
      self.due = Array(due.utf8)
      self.open = Array(open.utf8)
      self.alsoOpen = Array(alsoOpen.utf8)
    }
  }
}

extension LetterLanguage.Headings {
  static let english = LetterLanguage.Headings(
    number: "Invoice", part: "Part", due: "Due date", open: "Amount open", alsoOpen: "Also open")
  static let german = LetterLanguage.Headings(
    number: "Rechnung", part: "Rate", due: "Fällig am", open: "Offener Betrag", alsoOpen: "Außerdem offen")
  static let french = LetterLanguage.Headings(
    number: "Facture", part: "Échéance n°", due: "Date d’échéance", open: "Montant dû",
    alsoOpen: "Également en attente")
  static let spanish = LetterLanguage.Headings(
    number: "Factura", part: "Plazo", due: "Vencimiento", open: "Importe pendiente",
    alsoOpen: "También pendientes")
  static let italian = LetterLanguage.Headings(
    number: "Fattura", part: "Rata", due: "Scadenza", open: "Importo dovuto",
    alsoOpen: "Altre fatture aperte")
  static let dutch = LetterLanguage.Headings(
    number: "Factuur", part: "Termijn", due: "Vervaldatum", open: "Openstaand", alsoOpen: "Ook openstaand")
  static let portuguese = LetterLanguage.Headings(
    number: "Fatura", part: "Prestação", due: "Vencimento", open: "Valor em dívida",
    alsoOpen: "Também em dívida")
  static let brazilianPortuguese = LetterLanguage.Headings(
    number: "Fatura", part: "Parcela", due: "Vencimento", open: "Valor em aberto",
    alsoOpen: "Também em aberto")
  static let polish = LetterLanguage.Headings(
    number: "Faktura", part: "Rata", due: "Termin płatności", open: "Do zapłaty",
    alsoOpen: "Pozostałe nieopłacone")
  static let swedish = LetterLanguage.Headings(
    number: "Faktura", part: "Delbetalning", due: "Förfallodag", open: "Att betala",
    alsoOpen: "Även obetalda")
  static let danish = LetterLanguage.Headings(
    number: "Faktura", part: "Rate", due: "Forfaldsdato", open: "Restbeløb", alsoOpen: "Også ubetalte")
  static let norwegian = LetterLanguage.Headings(
    number: "Faktura", part: "Delbetaling", due: "Forfallsdato", open: "Utestående",
    alsoOpen: "Også ubetalte")
  static let finnish = LetterLanguage.Headings(
    number: "Lasku", part: "Erä", due: "Eräpäivä", open: "Avoinna", alsoOpen: "Myös avoinna")
}
