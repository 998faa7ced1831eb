import CEL
import Receivables
import TestSupport
import Testing

@testable import Letters

@Suite struct LetterLanguageTests {
  /// A text with its unbreakable spaces made visible.
  private func shown(_ bytes: [UInt8]) -> String {
    String(
      String.UnicodeScalarView(
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
          $0 == "\u{A0}" ? "~" : ($0 == "\u{202F}" ? "^" : $0)
        }))
  }

  private func money(_ text: String, _ language: String) -> String {
    var bytes: [UInt8] = []
    guard case .money(let amount) = Value.money(text) else { return "no amount" }
    LetterLanguage(language).append(amount, to: &bytes)
    return shown(bytes)
  }

  @Test(arguments: [
    ("1250.00 GBP", "en", "£1,250.00"),
    ("1250 EUR", "en", "€1,250.00"),
    ("1250 USD", "en-US", "$1,250.00"),
    ("1250 CAD", "en-US", "CA$1,250.00"),
    ("1250 USD", "en", "US$1,250.00"),
    ("1250 CHF", "en", "CHF~1,250.00"),
    ("-1250 CHF", "en", "-CHF~1,250.00"),
    ("1250 XCG", "en", "Cg.~1,250.00"),
    ("0 GBP", "en", "£0.00"),
    ("0.05 GBP", "en", "£0.05"),
    ("-3.5 GBP", "en", "-£3.50"),
    ("999.999 GBP", "en", "£1,000.00"),
    ("0.004 GBP", "en", "£0.00"),
    ("-0.004 GBP", "en", "£0.00"),
    ("0.005 GBP", "en", "£0.01"),
    ("2.675 GBP", "en", "£2.68"),
    ("1234567890.12 GBP", "en", "£1,234,567,890.12"),
    ("1250 JPY", "en", "JP¥1,250"),
    ("1250 HUF", "en", "HUF~1,250.00"),
    ("1250.5 KWD", "en", "KWD~1,250.500"),
    ("1250.00 EUR", "de", "1.250,00~€"),
    ("-1250.00 EUR", "de", "-1.250,00~€"),
    ("1250 CHF", "de", "1.250,00~CHF"),
    ("1250 EUR", "fr", "1^250,00~€"),
    ("1250 USD", "fr", "1^250,00~$US"),
    ("1250 EUR", "es", "1250,00~€"),
    ("12500 EUR", "es", "12.500,00~€"),
    ("1250 GBP", "fr", "1^250,00~£GB"),
    ("1250 EUR", "it", "1250,00~€"),
    ("12500 EUR", "it", "12.500,00~€"),
    ("1250 EUR", "nl", "€~1.250,00"),
    ("-1250 EUR", "nl", "€~-1.250,00"),
    ("1234.5 CHF", "de-CH", "CHF~1’234.50"),
    ("-1234.5 CHF", "de-CH", "CHF-1’234.50"),
    ("1234.5 CHF", "fr-CH", "1^234.50~CHF"),
    ("1234.5 CHF", "it-CH", "CHF~1234.50"),
    ("1234.5 EUR", "de-AT", "€~1.234,50"),
    ("1234.5 PLN", "pl", "1234,50~zł"),
    ("12345 PLN", "pl", "12~345,00~zł"),
    ("1234.5 SEK", "sv", "1~234,50~kr"),
    ("-1234.5 SEK", "sv", "−1~234,50~kr"),
    ("1234.5 DKK", "da", "1.234,50~kr."),
    ("-1234.5 NOK", "nb", "−1~234,50~kr"),
    ("-1234.5 EUR", "fi", "−1~234,50~€"),
    ("12345 EUR", "pt-PT", "12~345,00~€"),
    ("-1234.5 BRL", "pt-BR", "-R$~1.234,50"),
    (
      "17014118346046923173168730371588410572.7 GBP", "en",
      "£17,014,118,346,046,923,173,168,730,371,588,410,572.70"
    ),
  ])
  func `an amount is written as the language writes it`(amount: String, language: String, expected: String) {
    #expect(money(amount, language) == expected)
  }

  @Test(arguments: [
    ("en", "2 March 2026", "Monday, 2 March 2026", "02/03/2026"),
    ("en-US", "March 2, 2026", "Monday, March 2, 2026", "3/2/2026"),
    ("de", "2. März 2026", "Montag, 2. März 2026", "02.03.2026"),
    ("fr", "2 mars 2026", "lundi 2 mars 2026", "02/03/2026"),
    ("es", "2 de marzo de 2026", "lunes, 2 de marzo de 2026", "2/3/2026"),
    ("it", "2 marzo 2026", "lunedì 2 marzo 2026", "02/03/2026"),
    ("nl", "2 maart 2026", "maandag 2 maart 2026", "02-03-2026"),
    ("de-AT", "2. März 2026", "Montag, 2. März 2026", "02.03.2026"),
    ("fr-CH", "2 mars 2026", "lundi, 2 mars 2026", "02.03.2026"),
    ("pt", "2 de março de 2026", "segunda-feira, 2 de março de 2026", "02/03/2026"),
    ("pl", "2 marca 2026", "poniedziałek, 2 marca 2026", "2.03.2026"),
    ("sv", "2 mars 2026", "måndag 2 mars 2026", "2026-03-02"),
    ("da", "2. marts 2026", "mandag den 2. marts 2026", "02.03.2026"),
    ("nb", "2. mars 2026", "mandag 2. mars 2026", "02.03.2026"),
    ("fi", "2. maaliskuuta 2026", "maanantai 2. maaliskuuta 2026", "2.3.2026"),
  ])
  func `a day is written in each style`(language: String, medium: String, long: String, short: String) {
    let styles: [(DateStyle, String)] = [
      (.medium, medium), (.long, long), (.short, short), (.iso, "2026-03-02"),
    ]
    for (style, expected) in styles {
      var bytes: [UInt8] = []
      guard case .date(let day) = Value.day("2026-03-02") else { continue }
      LetterLanguage(language).append(day, style, to: &bytes)
      #expect(shown(bytes) == expected)
    }
  }

  @Test func `the first of a month has its own name where the language gives it one`() {
    for (language, expected) in [
      ("fr", "1er mai 2026"), ("it", "1º maggio 2026"), ("de", "1. Mai 2026"),
      ("pt-BR", "1º de maio de 2026"),
      ("pt", "1 de maio de 2026"),
    ] {
      var bytes: [UInt8] = []
      guard case .date(let day) = Value.day("2026-05-01") else { continue }
      LetterLanguage(language).append(day, .medium, to: &bytes)
      #expect(shown(bytes) == expected)
    }
  }

  @Test func `every language has its twelve months and seven days`() {
    for language in LetterLanguage.all {
      #expect(language.dates.months.count == 12)
      #expect(language.dates.weekdays.count == 7)
    }
  }

  @Test(arguments: [
    ("de-AT", "de-AT"), ("de_LU", "de"), ("de-Latn-CH", "de"), ("de-CH-1996", "de-CH"), ("EN_us", "en-US"),
    ("en_GB", "en"), ("en-IE", "en-IE"), ("en-AU", "en"), ("pt", "pt-PT"), ("pt_AO", "pt-PT"),
    ("pt-BR", "pt-BR"), ("no", "nb"), ("nn-NO", "nb"), ("fi-FI", "fi"), ("cs", "en"), ("", "en"), ("-", "en"),
    ("de-", "de"), ("english", "en"), ("deutsch", "en"),
  ])
  func `a tag means the nearest language, one part less at a time, and English where there is none`(
    tag: String, expected: String
  ) {
    #expect(LetterLanguage(tag).tag == expected)
  }

  @Test(arguments: [
    0, 7, 10, 99, 100, 101, 999, 1000, 1010, 9999, 10_000, 65_536, -1, -10_000, Int64.min, .max,
  ])
  func `a whole number is written in plain digits`(number: Int64) {
    var bytes: [UInt8] = []
    LetterLanguage.append(number, to: &bytes)
    #expect(shown(bytes) == String(number))
  }

  @Test func `every language is the one of its own tag`() {
    for language in LetterLanguage.all { #expect(LetterLanguage(language.tag).tag == language.tag) }
    #expect(Set(LetterLanguage.all.map(\.tag)).count == 19)
  }

  @Test func `random amounts can be read back from what is written, in every language`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("LetterLanguageTests seed \(seed)")
    var random = SplitMix64(seed: seed)
    let codes = ["GBP", "EUR", "CHF", "JPY", "KWD", "CLF", "HUF", "ZAR"]
    for _ in 0..<4000 {
      let language = random.pick(LetterLanguage.all)
      let code = random.pick(codes)
      let currency = try #require(Currency(code: code))
      let shorter = random.pick([1, 1000, 1_000_000])
      let units = Int64(random.number(-10_000_000_000...10_000_000_000) / shorter)
      var bytes: [UInt8] = []
      let amount = Decimal(mantissa: Int128(units), scale: UInt8(currency.minorDigits))
      language.append(
        MoneyAmount(amount: amount, currency: CurrencyCode(packed: currency.packed)), to: &bytes)
      let written = String(decoding: bytes, as: UTF8.self)
      let digits = written.filter { ("0"..."9").contains($0) }
      #expect(UInt64(digits) == units.magnitude, "\(language.tag) \(code) \(units) seed \(seed)")
      let mark = String(decoding: language.numbers.amounts.decimal, as: UTF8.self)
      let parts = written.split(separator: mark, omittingEmptySubsequences: false)
      let decimals = parts.last?.prefix { ("0"..."9").contains($0) }.count
      if currency.minorDigits > 0 { #expect(decimals == currency.minorDigits, "\(written) seed \(seed)") }
      #expect((written.contains("-") || written.contains("−")) == (units < 0), "\(written) seed \(seed)")
    }
  }
}
