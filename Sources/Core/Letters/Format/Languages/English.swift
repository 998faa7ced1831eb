extension LetterLanguage {
  /// English as it is written in Britain.
  static let english = LetterLanguage(
    tag: "en",
    numbers: Numbers(decimalMark: ".", groupMark: ",", place: .before),
    dates: Dates(
      months: "January February March April May June July August September October November December",
      weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", medium: "d MMMM y",
      long: "EEEE, d MMMM y", short: "dd/MM/y"),
    headings: Headings(
      number: "Invoice", part: "Part", due: "Due date", open: "Amount open", alsoOpen: "Also open"))

  /// English as it is written in the United States.
  static let americanEnglish = LetterLanguage(
    tag: "en-US",
    numbers: Numbers(decimalMark: ".", groupMark: ",", place: .before),
    dates: Dates(
      months: "January February March April May June July August September October November December",
      weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", medium: "MMMM d, y",
      long: "EEEE, MMMM d, y", short: "M/d/y"),
    headings: Headings(
      number: "Invoice", part: "Part", due: "Due date", open: "Amount open", alsoOpen: "Also open"))
}
