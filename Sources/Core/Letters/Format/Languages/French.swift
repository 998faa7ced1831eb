// Made by `scripts/make-language-tables.py` from Unicode CLDR 47, read with babel 2.18.0; not to be edited by
// hand.
extension LanguageFacts {
  /// The locale `fr`.
  static let french = LanguageFacts(
    tag: "fr",
    numbers: .init(
      decimalMark: ",", groupMark: "\u{202F}", groupedFrom: 4, minusSign: "-", percent: "#,##0\u{A0}%"),
    money: .init(
      decimalMark: ",", groupMark: "\u{202F}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        ARS=$AR AUD=$AU BMD=$BM BND=$BN BRL=R$ BZD=$BZ CAD=$CA CLP=$CL COP=$CO EUR=€ FJD=$FJ \
        FKP=£FK GBP=£GB GIP=£GI ILS=₪ INR=₹ KRW=₩ LBP=£LB MXN=$MX NAD=$NA NZD=$NZ SBD=$SB \
        SGD=$SG SRD=$SR TTD=$TT USD=$US UYU=$UY VND=₫ WST=$WS XAF=FCFA XCG=Cg. XOF=F\u{202F}CFA \
        XPF=FCFP
        """),
    dates: .init(
      months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche", firstDay: "1er", short: "dd/MM/y",
      medium: "d MMMM y", long: "EEEE d MMMM y"),
    plural: .noneOrOne)

  /// The locale `fr_CH`.
  static let swissFrench = LanguageFacts(
    tag: "fr-CH",
    numbers: .init(
      decimalMark: ",", groupMark: "\u{202F}", groupedFrom: 4, minusSign: "-", percent: "#,##0%"),
    money: .init(
      decimalMark: ".", groupMark: "\u{202F}", positive: "#,##0.00\u{A0}¤", negative: "-#,##0.00\u{A0}¤",
      symbols: """
        ARS=$AR AUD=$AU BMD=$BM BND=$BN BRL=R$ BZD=$BZ CAD=$CA CLP=$CL COP=$CO EUR=€ FJD=$FJ \
        FKP=£FK GBP=£GB GIP=£GI ILS=₪ INR=₹ KRW=₩ LBP=£LB MXN=$MX NAD=$NA NZD=$NZ SBD=$SB \
        SGD=$SG SRD=$SR TTD=$TT USD=$US UYU=$UY VND=₫ WST=$WS XAF=FCFA XCG=Cg. XOF=F\u{202F}CFA \
        XPF=FCFP
        """),
    dates: .init(
      months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche", firstDay: "1er", short: "dd.MM.y",
      medium: "d MMMM y", long: "EEEE, d MMMM y"),
    plural: .noneOrOne)
}
