import CEL
import TestSupport
import Testing

@testable import Letters

/// One whole letter a language, with its table, read by eye once and held since.
@Suite struct LanguageLetterTests {
  private func facts(_ currency: String) -> SampleFacts {
    SampleFacts(
      [
        SampleInvoice("2026-014", balance: "1250.00 \(currency)", deadline: "2026-04-01"),
        SampleInvoice("2026-009", due: "2026-02-16", balance: "480.50 \(currency)", part: (2, 3)),
      ],
      alsoListed: [
        SampleInvoice("2025-377", due: "2025-12-30", balance: "12345.60 \(currency)"),
        SampleInvoice("2025-380", due: "2025-12-31", balance: "-96.00 \(currency)"),
      ], total: "13980.10 \(currency)")
  }

  private func template(_ words: LettersByLanguage) throws -> LetterTemplate {
    let (letter, issues) = LetterTemplate.check(
      subject: words.subject, body: words.body, rates: .sample, language: words.tag)
    #expect(issues.isEmpty)
    return try #require(letter)
  }

  @Test(arguments: LettersByLanguage.all)
  func `a letter is wholly in one language`(words: LettersByLanguage) throws {
    let letter = try template(words).render(facts(words.currency), language: LetterLanguage(words.tag))
    expectGolden("\(letter.subject)\n\n\(letter.text)\n", "letter.\(words.tag).txt")
  }

  @Test(arguments: LettersByLanguage.all)
  func `no-break spaces survive in text and in HTML`(words: LettersByLanguage) throws {
    let language = LetterLanguage(words.tag)
    let facts = facts(words.currency)
    guard case .money(let total)? = facts.values[.letter(.totalDue)] else { return }
    var bytes: [UInt8] = []
    language.append(total, to: &bytes)
    let written = String(decoding: bytes, as: UTF8.self)
    let letter = try template(words)
    #expect(try letter.render(facts, language: language).text.contains(written))
    let html = try letter.renderHTML(facts, language: language)
    #expect(html.contains(written.replacing("'", with: "&#39;")))
    #expect(html.contains("<html lang=\"\(words.tag)\">"))
  }

  @Test func `there is a letter in every language`() {
    #expect(LettersByLanguage.all.map(\.tag) == LetterLanguage.all.map(\.tag))
  }

  @Test(arguments: ["fr", "pl", "sv", "de", "de-CH"])
  func `amounts end in one column whatever their marks are made of`(tag: String) throws {
    let words = try #require(LettersByLanguage.all.first { $0.tag == tag })
    let made = try LetterTemplate.check(subject: "x", body: "{{ invoice_table }}", rates: .sample)
      .template?.render(facts(words.currency), language: LetterLanguage(tag)).text
    let lines = try #require(made).split(separator: "\n").filter { $0.first == "2" }
    #expect(lines.count == 4)
    #expect(Set(lines.map(\.count)).count == 1)
  }

  @Test(arguments: [("東京-1", 6), ("№-1", 3), ("a\u{301}-1", 3), ("€’−\u{202F}", 4)])
  func `a number of any writing keeps the columns straight`(number: String, width: Int) throws {
    let facts = SampleFacts([SampleInvoice(number), SampleInvoice("123456789")])
    let made = try text("{{ invoice_table }}", facts)
    let lines = made.split(separator: "\n")
    #expect(lines.count == 3)
    let blanks = lines[1].dropFirst(number.count).prefix { $0 == " " }.count
    #expect(blanks == 9 - width + 2)
  }
}
