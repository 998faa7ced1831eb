extension LetterLanguage {
  /// French.
  static let french = LetterLanguage(
    tag: "fr",
    numbers: Numbers(
      decimalMark: ",", groupMark: "\u{202F}", place: .after,
      symbols: ["USD": "$US", "GBP": "£", "CAD": "$CA", "AUD": "$AU"]),
    dates: Dates(
      months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche", firstDay: "1er", medium: "e MMMM y",
      long: "EEEE e MMMM y", short: "dd/MM/y"),
    headings: Headings(
      number: "Facture", part: "Échéance n°", due: "Date d’échéance", open: "Montant dû",
      alsoOpen: "Également en attente"),
    usesSingularForZero: true)
}
