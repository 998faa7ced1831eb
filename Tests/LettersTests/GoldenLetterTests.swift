import Testing

@testable import Letters

/// Whole letters, read by eye once and held since.
@Suite struct GoldenLetterTests {
  private let invoices = [
    SampleInvoice(
      "2026-014", balance: "1250.00 EUR", paymentURL: "https://pay.example/2026-014?from=mail&v=1"),
    SampleInvoice("2026-009/2", due: "2026-02-16", balance: "480.50 EUR", part: (2, 3)),
    SampleInvoice("2026-021", due: "2026-02-28", balance: "96.00 EUR", tier: "heads-up"),
  ]
  private let alsoListed = [SampleInvoice("2025-377", due: "2025-12-30", balance: "12345.60 EUR")]

  private var facts: SampleFacts {
    SampleFacts(invoices, alsoListed: alsoListed, total: "14172.10 EUR")
  }

  @Test func `a friendly letter in English`() throws {
    let letter = try template(
      subject: "Invoice {{ invoice.number }} – a quick nudge",
      body: """
        Hi {{ customer.first_name.or("there") }},

        {{#if size(invoices) > 1}}A few invoices have{{else}}Invoice {{ invoice.number }} has{{/if}}
        slipped past the due date: {{ money(total_due) }} in all.

        {{ invoice_table }}

        {{#each invoices as inv}}
        {{#if has(inv.payment_url)}}
        Invoice {{ inv.number }} can be paid here:
        {{ inv.payment_url }}

        {{/if}}
        {{/each}}
        If they crossed with your payment, thank you, and please ignore this.

        Kind regards
        {{ sender.name }}
        {{ business.name }}

        """
    ).render(facts, language: LetterLanguage("en-GB"))
    #expect(letter.subject == "Invoice 2026-014 – a quick nudge")
    let expected = """
      Hi Ada,

      A few invoices have
      slipped past the due date: €14,172.10 in all.

      Invoice     Part  Due date          Amount open
      2026-014          2 March 2026        €1,250.00
      2026-009/2  2/3   16 February 2026      €480.50

      Also open
      2026-021          28 February 2026       €96.00
      2025-377          30 December 2025   €12,345.60

      Invoice 2026-014 can be paid here:
      https://pay.example/2026-014?from=mail&v=1

      If they crossed with your payment, thank you, and please ignore this.

      Kind regards
      Priya Shah
      Acme Joinery Ltd

      """
    #expect(letter.text == expected)
  }

  private let german = """
    Guten Tag{{#if has(customer.first_name)}} {{ customer.first_name }}{{/if}},

    {{#if size(invoices) == 1}}
    unsere Rechnung {{ invoice.number }} ist seit dem {{ date(invoice.due, "long") }} fällig.
    {{else}}
    einige Rechnungen sind noch offen, zusammen {{ total_due }}.
    {{/if}}
    {{ invoice_table }}
    Dürfen wir Sie bitten, den Betrag in den nächsten Tagen zu überweisen?

    Herzliche Grüße
    {{ sender.name }}

    """

  @Test func `a friendly letter in German`() throws {
    let letter = try template(subject: "Rechnung {{ invoice.number }}: ein kleiner Hinweis", body: german)
    let one = SampleFacts([SampleInvoice("2026-014", balance: "1250.00 EUR")])
    let expected = """
      Guten Tag Ada,

      unsere Rechnung 2026-014 ist seit dem Montag, 2. März 2026 fällig.
      Rechnung  Fällig am     Offener Betrag
      2026-014  2. März 2026      1.250,00\u{A0}€
      Dürfen wir Sie bitten, den Betrag in den nächsten Tagen zu überweisen?

      Herzliche Grüße
      Priya Shah

      """
    #expect(try letter.render(one, language: LetterLanguage("de-LU")).text == expected)
    #expect(
      try letter.render(facts, language: LetterLanguage("de")).text.contains(
        "einige Rechnungen sind noch offen, zusammen 14.172,10\u{A0}€.\nRechnung    Rate  Fällig am"))
  }

  @Test func `the same letter in HTML`() throws {
    let letter = try template(subject: "Rechnung {{ invoice.number }}: ein kleiner Hinweis", body: german)
    let one = SampleFacts([SampleInvoice("2026-014", balance: "1250.00 EUR")])
    let html = try letter.renderHTML(one, language: LetterLanguage("de"))
    let left = "style=\"padding:4px 16px 4px 0;text-align:left"
    let right = "style=\"padding:4px 0;text-align:right;white-space:nowrap"
    let line = ";border-bottom:1px solid #999999\">"
    let expected = """
      <p style="margin:0 0 1em">Guten Tag Ada,</p>
      <p style="margin:0 0 1em">unsere Rechnung 2026-014 ist seit dem Montag, 2. März 2026 fällig.</p>
      <table style="border-collapse:collapse;margin:0 0 1em">
      <thead>
      <tr><th scope="col" \(left)\(line)Rechnung</th><th scope="col" \(left)\(line)Fällig am</th>\
      <th scope="col" \(right)\(line)Offener Betrag</th></tr>
      </thead>
      <tbody>
      <tr><td \(left)">2026-014</td><td \(left)">2. März 2026</td><td \(right)">1.250,00\u{A0}€</td></tr>
      </tbody>
      </table>
      <p style="margin:0 0 1em">Dürfen wir Sie bitten, den Betrag in den nächsten Tagen zu überweisen?</p>
      <p style="margin:0 0 1em">Herzliche Grüße<br>
      Priya Shah</p>
      </body>
      </html>

      """
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(html.contains("<title>Rechnung 2026-014: ein kleiner Hinweis</title>"))
    #expect(html.hasSuffix(expected))
  }
}
