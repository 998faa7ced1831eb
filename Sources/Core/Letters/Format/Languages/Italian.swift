extension LetterLanguage {
  /// Italian.
  static let italian = LetterLanguage(
    tag: "it",
    numbers: Numbers(decimalMark: ",", groupMark: ".", place: .after, symbols: ["USD": "USD"]),
    dates: Dates(
      months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica", firstDay: "1º",
      medium: "e MMMM y",
      long: "EEEE e MMMM y", short: "dd/MM/y"),
    headings: Headings(
      number: "Fattura", part: "Rata", due: "Scadenza", open: "Importo aperto", alsoOpen: "Anche in sospeso"))
}
