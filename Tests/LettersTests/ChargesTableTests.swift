import CEL
import TestSupport
import Testing

@testable import Letters

/// The table of invoices where charges are demanded.
@Suite struct ChargesTableTests {
  private func facts(_ currency: String) -> SampleFacts {
    var facts = SampleFacts(
      [
        SampleInvoice(
          "2026-014", balance: "1250.00 \(currency)", part: (1, 2), tier: "final",
          interest: "31.07 \(currency)",
          compensation: "40 \(currency)"),
        SampleInvoice(
          "2026-009", due: "2026-02-16", balance: "480.50 \(currency)", interest: "3.20 \(currency)"),
        SampleInvoice("2026-010", due: "2026-02-16", balance: "80.50 \(currency)"),
      ],
      alsoListed: [
        SampleInvoice("2025-377", due: "2025-12-30", balance: "96.00 \(currency)", interest: "9 \(currency)")
      ],
      total: "1981.27 \(currency)")
    facts.demandsCharges = true
    return facts
  }

  private func table(_ language: LetterLanguage, _ facts: SampleFacts) throws -> (text: String, html: String)
  {
    let letter = try #require(
      LetterTemplate.check(subject: "x", body: "{{ invoice_table }}", rates: .sample).template)
    return (
      try letter.render(facts, language: language).text, try letter.renderHTML(facts, language: language)
    )
  }

  @Test func `charges stand below their invoice in every language`() throws {
    let tables = try LettersByLanguage.all.map { words in
      "\(words.tag)\n\n\(try table(LetterLanguage(words.tag), facts(words.currency)).text)\n"
    }
    expectGolden(tables.joined(separator: "\n"), "charges.txt")
    let page = try table(LetterLanguage("en"), facts("GBP")).html
    expectGolden(page, "charges.html")
  }

  @Test(arguments: LettersByLanguage.all)
  func `all amounts end in one column`(words: LettersByLanguage) throws {
    let text = try table(LetterLanguage(words.tag), facts(words.currency)).text
    let lines = text.split(separator: "\n").filter { line in
      line.contains { $0.isNumber }
    }
    // Four invoices, three charges, and the last line.
    #expect(lines.count == 8, "\(text)")
    #expect(Set(lines.map(\.count)).count == 1, "\(text)")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `without charges nothing is asked for`() throws {
    var quiet = facts("GBP")
    quiet.demandsCharges = false
    let text = try table(LetterLanguage("en"), quiet).text
    #expect(!text.contains("interest") && !text.contains("Total"))
  }
}
