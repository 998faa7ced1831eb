extension LetterLanguage {
  /// Dutch.
  static let dutch = LetterLanguage(
    tag: "nl",
    numbers: Numbers(decimalMark: ",", groupMark: ".", place: .beforeSpaced, symbols: ["USD": "US$"]),
    dates: Dates(
      months: "januari februari maart april mei juni juli augustus september oktober november december",
      weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", medium: "d MMMM y",
      long: "EEEE d MMMM y", short: "dd-MM-y"),
    headings: Headings(
      number: "Factuur", part: "Termijn", due: "Vervaldatum", open: "Openstaand", alsoOpen: "Ook openstaand"))
}
