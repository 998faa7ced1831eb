// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `fi`.
  static let finnish = LanguageFacts(
    tag: "fi",
    numbers: .init(
      decimalMark: ",", groupMark: "\u{A0}", groupedFrom: 4, minusSign: "\u{2212}", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: "\u{A0}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: "EUR=€ GBP=£ JPY=¥ USD=$ XAF=FCFA XCG=Cg. XOF=F\u{202F}CFA"),
    dates: .init(
      months: """
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta \
        syyskuuta lokakuuta marraskuuta joulukuuta
        """, weekdays: "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai", firstDay: nil,
      short: "d.M.y", medium: "d. MMMM y", long: "EEEE d. MMMM y"),
    plural: .one)
}
