// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `nl`.
  static let dutch = LanguageFacts(
    tag: "nl",
    numbers: .init(decimalMark: ",", groupMark: ".", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "¤\u{A0}#,##0.00", negative: "¤\u{A0}-#,##0.00",
      symbols: """
        AUD=AU$ BRL=R$ CAD=C$ CNY=CN¥ EUR=€ FJD=FJ$ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=JP¥ KRW=₩ \
        MXN=MX$ NZD=NZ$ SBD=SI$ THB=฿ TWD=NT$ USD=US$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. \
        XOF=F\u{202F}CFA
        """),
    dates: .init(
      months: "januari februari maart april mei juni juli augustus september oktober november december",
      weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", firstDay: nil, short: "dd-MM-y",
      medium: "d MMMM y", long: "EEEE d MMMM y"),
    plural: .one)
}
