// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `it`.
  static let italian = LanguageFacts(
    tag: "it",
    numbers: .init(decimalMark: ",", groupMark: ".", groupedFrom: 5, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        AUD=A$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ ILS=₪ NZD=NZ$ PHP=₱ THB=฿ XAF=FCFA XCD=EC$ XCG=Cg. \
        XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
        dicembre
        """, weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica", firstDay: "1º",
      short: "dd/MM/y", medium: "d MMMM y", long: "EEEE d MMMM y"),
    plural: .one)

  /// The locale `it_CH`.
  static let swissItalian = LanguageFacts(
    tag: "it-CH",
    numbers: .init(
      decimalMark: ".", groupMark: "\u{2019}", groupedFrom: 5, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ".", groupMark: "\u{2019}", positive: "¤\u{A0}#,##0.00", negative: "¤-#,##0.00",
      symbols: """
        AUD=A$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ ILS=₪ NZD=NZ$ PHP=₱ THB=฿ XAF=FCFA XCD=EC$ XCG=Cg. \
        XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
        dicembre
        """, weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica", firstDay: "1º",
      short: "dd.MM.y", medium: "d MMMM y", long: "EEEE, d MMMM y"),
    plural: .one)
}
