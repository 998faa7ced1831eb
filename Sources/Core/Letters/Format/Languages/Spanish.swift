// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `es`.
  static let spanish = LanguageFacts(
    tag: "es",
    numbers: .init(decimalMark: ",", groupMark: ".", groupedFrom: 5, minusSign: "-", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: "EUR=€ THB=฿ USD=US$ VND=₫ XCG=Cg. XPF=CFPF"),
    dates: .init(
      months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      weekdays: "lunes martes miércoles jueves viernes sábado domingo", firstDay: nil, short: "d/M/y",
      medium: "d 'de' MMMM 'de' y", long: "EEEE, d 'de' MMMM 'de' y"),
    plural: .one)
}
