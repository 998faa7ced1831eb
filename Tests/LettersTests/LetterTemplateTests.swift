import Testing
import Vocabulary

@testable import Letters

@Suite struct LetterTemplateTests {
  @Test func `a template knows the facts that it reads`() throws {
    let letter = try template(
      subject: "{{ invoice.number }}",
      body: """
        {{#each invoices as inv}}{{#if has(inv.deadline)}}{{ inv.deadline }}{{/if}}{{/each}}
        {{#if has(customer.first_name)}}{{ customer.first_name }}{{/if}}{{> foot }}
        """,
      partials: ["foot": "{{ owner.name }}"])
    let facts = letter.slots.sorted().map { Vocabulary.letterFacts[$0] }
    #expect(
      Set(facts) == [.invoice(.number), .letter(.invoices), .customer(.firstName), .letter(.ownerName)])
    #expect(letter.readsOwner)
    #expect(!letter.usesOnlySingleInvoice)
  }

  @Test(arguments: [
    ("{{ invoice.number }}", true), ("{{ customer.name }}", false),
    ("{{ invoice.number }}{{ total_due }}", false),
    ("{{ invoice.number }}\n{{ invoice_table }}", false),
    ("{{#if size(invoices) > 1}}x{{/if}}{{ invoice.due }}", false),
    ("{{#each also_listed as o}}{{ o.number }}{{/each}}{{ invoice.due }}", false),
  ])
  func `a template that names one invoice alone is known`(body: String, expected: Bool) throws {
    #expect(try template(body: body).usesOnlySingleInvoice == expected)
  }

  @Test func `money and days are formatted wherever they stand`() throws {
    #expect(
      try text(
        "{{ total_due }} {{ money(total_due) }} {{ today }} {{ date(today) }} {{ total_due + total_due }}")
        == "£1,250.00 £1,250.00 12 March 2026 12 March 2026 £2,500.00")
    #expect(
      try text(#"{{ "by " + date(today, "iso") + ": " + money(total_due) }}"#) == "by 2026-03-12: £1,250.00")
    #expect(
      try text("{{ money(5) }} {{ money(4.99) }} {{ money(total_due - 0.5) }}") == "£5.00 £4.99 £1,249.50")
    #expect(try text("{{ history.sent }} {{ 3 }} {{ size(invoices) }}") == "1 3 1")
    #expect(try text("{{ today + days(7) }}", language: "de") == "19. März 2026")
    #expect(
      try text("{{#each invoices as i}}{{ i.due }}: {{ i.balance }}{{/each}}") == "2 March 2026: £1,250.00")
  }

  @Test func `blocks choose what is written`() throws {
    let body = """
      {{#if history.sent == 0}}
      none
      {{else if history.sent == 1}}
      one
      {{else}}
      many
      {{/if}}
      end
      """
    var facts = SampleFacts()
    for (count, expected) in [(0, "none\nend"), (1, "one\nend"), (2, "many\nend")] {
      facts.values[.history(.sent)] = .int(Int64(count))
      #expect(try text(body, facts) == expected)
    }
  }

  @Test func `loops nest, and an empty one says so`() throws {
    let facts = SampleFacts([SampleInvoice("A"), SampleInvoice("B")])
    let body = """
      {{#each invoices as i}}{{#each customer.tags as t}}{{ i.number }}{{ t }} {{/each}}{{/each}}
      {{#each also_listed as o}}{{ o.number }}{{else}}nothing else{{/each}}
      """
    #expect(try text(body, facts) == "Avip Atrade Bvip Btrade \nnothing else")
    #expect(
      try text("{{#each invoices.filter(i, i.number == \"B\") as i}}{{ i.number }}{{/each}}", facts) == "B")
  }

  @Test func `a choice of two values may choose nothing`() throws {
    #expect(try text(#"a{{ history.sent > 5 ? customer.name : "" }}b"#) == "ab")
    #expect(try text(#"{{ history.sent > 5 ? today : today + days(1) }}"#) == "13 March 2026")
    #expect(try text(#"invoice{{ plural(history.sent, "", "s") }}"#) == "invoice")
  }

  @Test func `a partial stands where it is included, without its last line break`() throws {
    #expect(try text("a {{> p }} b\n{{> p }}\n", partials: ["p": "X\nY\n"]) == "a X\nY b\nX\nY\n")
  }

  @Test func `the table shortens its days before it grows wider than a mail`() throws {
    let long = String(repeating: "N", count: 44)
    let table = try text("{{ invoice_table }}", SampleFacts([SampleInvoice(long, due: "2026-09-16")]))
    #expect(table.split(separator: "\n").last?.contains("16/09/2026") == true)
    #expect(table.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test func `an own HTML template that is a document is left as it is`() throws {
    let html = "<!DOCTYPE html><html><body><h1>{{ customer.name }}</h1>{{ invoice_table }}</body></html>"
    let made = try template(html: html).renderHTML(SampleFacts(), language: LetterLanguage("en"))
    #expect(
      made.hasPrefix("<!DOCTYPE html><html><body><h1>Ada Ltd</h1>\n<table")
        || made.contains("<h1>Ada Ltd</h1>"))
    #expect(made.hasSuffix("</body></html>"))
    #expect(made.contains("<table"))
  }
}
