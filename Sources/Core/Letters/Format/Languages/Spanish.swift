extension LetterLanguage {
  /// Spanish.
  static let spanish = LetterLanguage(
    tag: "es",
    numbers: Numbers(
      decimalMark: ",", groupMark: ".", groupedFrom: 5, place: .after, symbols: ["USD": "US$"]),
    dates: Dates(
      months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      weekdays: "lunes martes miércoles jueves viernes sábado domingo", medium: "d 'de' MMMM 'de' y",
      long: "EEEE, d 'de' MMMM 'de' y", short: "d/M/y"),
    headings: Headings(
      number: "Factura", part: "Plazo", due: "Vencimiento", open: "Importe pendiente",
      alsoOpen: "También pendiente"))
}
