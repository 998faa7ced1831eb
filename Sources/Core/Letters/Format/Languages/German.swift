// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `de`.
  static let german = LanguageFacts(
    tag: "de",
    numbers: .init(decimalMark: ",", groupMark: ".", groupedFrom: 4, minusSign: "-", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        AUD=AU$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ THB=฿ TWD=NT$ USD=$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", firstDay: nil,
      short: "dd.MM.y", medium: "d. MMMM y", long: "EEEE, d. MMMM y"),
    plural: .one)

  /// The locale `de_AT`.
  static let austrianGerman = LanguageFacts(
    tag: "de-AT",
    numbers: .init(
      decimalMark: ",", groupMark: "\u{A0}", groupedFrom: 4, minusSign: "-", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "¤\u{A0}#,##0.00", negative: "-¤\u{A0}#,##0.00",
      symbols: """
        AUD=AU$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ THB=฿ TWD=NT$ USD=$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
      weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", firstDay: nil,
      short: "dd.MM.y", medium: "d. MMMM y", long: "EEEE, d. MMMM y"),
    plural: .one)

  /// The locale `de_CH`.
  static let swissGerman = LanguageFacts(
    tag: "de-CH",
    numbers: .init(
      decimalMark: ".", groupMark: "\u{2019}", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ".", groupMark: "\u{2019}", positive: "¤\u{A0}#,##0.00", negative: "¤-#,##0.00",
      symbols: """
        AUD=AU$ BRL=R$ CAD=CA$ CNY=CN¥ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=¥ KRW=₩ MXN=MX$ NZD=NZ$ \
        THB=฿ TWD=NT$ USD=$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", firstDay: nil,
      short: "dd.MM.y", medium: "d. MMMM y", long: "EEEE, d. MMMM y"),
    plural: .one)
}
