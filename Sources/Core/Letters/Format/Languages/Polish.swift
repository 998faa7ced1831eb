// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `pl`.
  static let polish = LanguageFacts(
    tag: "pl",
    numbers: .init(decimalMark: ",", groupMark: "\u{A0}", groupedFrom: 5, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ",", groupMark: "\u{A0}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: "BRL=R$ EUR=€ PLN=zł XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF"),
    dates: .init(
      months: """
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października \
        listopada grudnia
        """, weekdays: "poniedziałek wtorek środa czwartek piątek sobota niedziela", firstDay: nil,
      short: "d.MM.y", medium: "d MMMM y", long: "EEEE, d MMMM y"),
    plural: .oneFewMany)
}
