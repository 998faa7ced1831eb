// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `en_GB`.
  static let english = LanguageFacts(
    tag: "en",
    numbers: .init(decimalMark: ".", groupMark: ",", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ".", groupMark: ",", positive: "¤#,##0.00", negative: "-¤#,##0.00",
      symbols: """
        AUD=A$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=JP¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ PHP=₱ TWD=NT$ USD=US$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "January February March April May June July August September October November December",
      weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", firstDay: nil, short: "dd/MM/y",
      medium: "d MMMM y", long: "EEEE, d MMMM y"),
    plural: .one)

  /// The locale `en_IE`.
  static let irishEnglish = LanguageFacts(
    tag: "en-IE",
    numbers: .init(decimalMark: ".", groupMark: ",", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ".", groupMark: ",", positive: "¤#,##0.00", negative: "-¤#,##0.00",
      symbols: """
        AUD=A$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=JP¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ PHP=₱ TWD=NT$ USD=US$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "January February March April May June July August September October November December",
      weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", firstDay: nil, short: "dd/MM/y",
      medium: "d MMMM y", long: "EEEE d MMMM y"),
    plural: .one)

  /// The locale `en_US`.
  static let americanEnglish = LanguageFacts(
    tag: "en-US",
    numbers: .init(decimalMark: ".", groupMark: ",", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ".", groupMark: ",", positive: "¤#,##0.00", negative: "-¤#,##0.00",
      symbols: """
        AUD=A$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ PHP=₱ TWD=NT$ USD=$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "January February March April May June July August September October November December",
      weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", firstDay: nil, short: "M/d/y",
      medium: "MMMM d, y", long: "EEEE, MMMM d, y"),
    plural: .one)
}
