extension LetterLanguage {
  /// German.
  static let german = LetterLanguage(
    tag: "de",
    numbers: Numbers(decimalMark: ",", groupMark: ".", place: .after),
    dates: Dates(
      months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", medium: "d. MMMM y",
      long: "EEEE, d. MMMM y", short: "dd.MM.y"),
    headings: Headings(
      number: "Rechnung", part: "Rate", due: "Fällig am", open: "Offener Betrag", alsoOpen: "Außerdem offen"))
}
