// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `sv`.
  static let swedish = LanguageFacts(
    tag: "sv",
    numbers: .init(
      decimalMark: ",", groupMark: "\u{A0}", groupedFrom: 4, minusSign: "\u{2212}", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: "\u{A0}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        BBD=Bds$ BMD=BM$ BRL=BR$ BSD=BS$ BZD=BZ$ CAD=CA$ DKK=Dkr DOP=RD$ EGP=EG£ EUR=€ ILS=₪ \
        ISK=Ikr JMD=JM$ MXN=MX$ NOK=Nkr SEK=kr USD=US$ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA \
        XPF=CFPF
        """),
    dates: .init(
      months: "januari februari mars april maj juni juli augusti september oktober november december",
      weekdays: "måndag tisdag onsdag torsdag fredag lördag söndag", firstDay: nil, short: "y-MM-dd",
      medium: "d MMMM y", long: "EEEE d MMMM y"),
    plural: .one)
}
