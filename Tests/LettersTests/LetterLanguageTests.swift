import CEL
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
    ("1250 CHF", "en", "CHF~1,250.00"),
    ("0 GBP", "en", "£0.00"),
    ("0.05 GBP", "en", "£0.05"),
    ("-3.5 GBP", "en", "-£3.50"),
    ("999.999 GBP", "en", "£1,000.00"),
    ("0.004 GBP", "en", "£0.00"),
    ("-0.004 GBP", "en", "£0.00"),
    ("0.005 GBP", "en", "£0.01"),
    ("2.675 GBP", "en", "£2.68"),
    ("1234567890.12 GBP", "en", "£1,234,567,890.12"),
    ("1250 JPY", "en", "¥1,250"),
    ("1250.5 KWD", "en", "KWD~1,250.500"),
    ("1250.00 EUR", "de", "1.250,00~€"),
    ("-1250.00 EUR", "de", "-1.250,00~€"),
    ("1250 CHF", "de", "1.250,00~CHF"),
    ("1250 EUR", "fr", "1^250,00~€"),
    ("1250 USD", "fr", "1^250,00~$US"),
    ("1250 EUR", "es", "1250,00~€"),
    ("12500 EUR", "es", "12.500,00~€"),
    ("1250 EUR", "it", "1.250,00~€"),
    ("1250 EUR", "nl", "€~1.250,00"),
    ("-1250 EUR", "nl", "€~-1.250,00"),
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
    for (language, expected) in [("fr", "1er mai 2026"), ("it", "1º maggio 2026"), ("de", "1. Mai 2026")] {
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
    ("de-AT", "de"), ("EN_us", "en-US"), ("en-GB", "en"), ("en-IE", "en"), ("pt-BR", "en"), ("", "en"),
    ("-", "en"),
  ])
  func `an unknown language falls back to its first part, then to English`(tag: String, expected: String) {
    #expect(LetterLanguage(tag).tag == expected)
  }

  @Test func `a count takes the word that the language wants`() throws {
    let body = #"{{ history.sent }} {{ plural(history.sent, "one", "many") }}"#
    var facts = SampleFacts()
    for (count, english, french) in [(0, "many", "one"), (1, "one", "one"), (2, "many", "many")] {
      facts.values[.history(.sent)] = .int(Int64(count))
      #expect(try text(body, facts) == "\(count) \(english)")
      #expect(try text(body, facts, language: "fr") == "\(count) \(french)")
    }
  }
}
