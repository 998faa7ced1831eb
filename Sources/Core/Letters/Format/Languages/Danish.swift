// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `da`.
  static let danish = LanguageFacts(
    tag: "da",
    numbers: .init(decimalMark: ",", groupMark: ".", groupedFrom: 4, minusSign: "-", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        AUD=AU$ BRL=R$ CAD=CA$ CNY=CN¥ DKK=kr. EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=JP¥ KRW=₩ \
        MXN=MX$ NZD=NZ$ THB=฿ TWD=NT$ USD=US$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA \
        XPF=CFPF
        """),
    dates: .init(
      months: "januar februar marts april maj juni juli august september oktober november december",
      weekdays: "mandag tirsdag onsdag torsdag fredag lørdag søndag", firstDay: nil, short: "dd.MM.y",
      medium: "d. MMMM y", long: "EEEE 'den' d. MMMM y"),
    plural: .one)
}
