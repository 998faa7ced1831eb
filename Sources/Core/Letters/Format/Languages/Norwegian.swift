// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `nb`.
  static let norwegian = LanguageFacts(
    tag: "nb",
    numbers: .init(
      decimalMark: ",", groupMark: "\u{A0}", groupedFrom: 4, minusSign: "\u{2212}", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: "\u{A0}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: "EUR=€ GBP=£ NOK=kr XCG=Cg. XOF=F\u{202F}CFA"),
    dates: .init(
      months: "januar februar mars april mai juni juli august september oktober november desember",
      weekdays: "mandag tirsdag onsdag torsdag fredag lørdag søndag", firstDay: nil, short: "dd.MM.y",
      medium: "d. MMMM y", long: "EEEE d. MMMM y"),
    plural: .one)
}
