// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `pt_PT`.
  static let portuguese = LanguageFacts(
    tag: "pt-PT",
    numbers: .init(decimalMark: ",", groupMark: "\u{A0}", groupedFrom: 5, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ",", groupMark: "\u{A0}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        AUD=AU$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=JP¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ THB=฿ TWD=NT$ USD=US$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      weekdays: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
      firstDay: nil, short: "dd/MM/y", medium: "d 'de' MMMM 'de' y", long: "EEEE, d 'de' MMMM 'de' y"),
    plural: .one)

  /// The locale `pt_BR`.
  static let brazilianPortuguese = LanguageFacts(
    tag: "pt-BR",
    numbers: .init(decimalMark: ",", groupMark: ".", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ",", groupMark: ".", positive: "¤\u{A0}#,##0.00", negative: "-¤\u{A0}#,##0.00",
      symbols: """
        AUD=AU$ BRL=R$ CAD=CA$ CNY=CN¥ EUR=€ GBP=£ HKD=HK$ ILS=₪ INR=₹ JPY=JP¥ KRW=₩ MXN=MX$ \
        NZD=NZ$ THB=฿ TWD=NT$ USD=US$ VND=₫ XAF=FCFA XCD=EC$ XCG=Cg. XOF=F\u{202F}CFA XPF=CFPF
        """),
    dates: .init(
      months: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      weekdays: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
      firstDay: "1º", short: "dd/MM/y", medium: "d 'de' MMMM 'de' y", long: "EEEE, d 'de' MMMM 'de' y"),
    plural: .noneOrOne)
}
