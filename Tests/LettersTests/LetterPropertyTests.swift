import Testing

@testable import Letters

@Suite struct LetterPropertyTests {
  /// A small repeatable generator (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces = [
    "Dear ", "\n", "\n\n", "  ", "{{", "}}", "{{{", "\\{{", "{{ customer.name }}", "{{ invoice.number }}",
    "{{ total_due }}", "{{ today }}", "{{ invoice_table }}", "{{#if history.sent > 0}}", "{{#if has(x)}}",
    "{{else}}",
    "{{else if true}}", "{{/if}}", "{{#each invoices as inv}}", "{{ inv.number }}",
    "{{ inv.payment_url.or(\"-\") }}",
    "{{#each customer.tags as t}}", "{{ t }}", "{{/each}}", "{{> p }}", "{{! x }}", "\"", "'", "é€",
    "\u{1F600}",
    "<b>", "</b>", "https://x.example/", "{{ history.sent > 0 ? customer.name : \"no\" }}",
    "{{ plural(1, \"a\", \"<\") }}",
    "{{#if history.sent > 0}}{{ customer.name }}\n{{else}}x{{/if}}",
    "{{#each customer.tags as t}}\n- {{ t }}\n{{/each}}",
    "{{#each invoices as i}}{{ i.number }} {{ i.balance }}{{#if has(i.payment_url)}}{{ i.payment_url }}{{/if}}{{/each}}",
    "{{ invoice_table }}", "\n{{ invoice_table }}\n", "{{ customer.name }}", "words", " and ",
    "{{ customer.fields.region }}", "\r\n", "\t", "{{ \"<i>\" + customer.name }}",
  ]
  private static let hostile = [
    "<script>", "\"><img src=x onerror=1>", "a\r\nBcc: b", "{{ owner.name }}", "https://x.example/\"'<q>",
    "& &amp;",
    "\u{202E}abc", "\u{1}", "Zoë", "]]>", "<!--", "\u{0}<", "﹤x",
  ]

  private func expectOnlyOurTags(in html: String, seed: UInt64) {
    let ours = [
      "!DOCTYPE", "html", "/html", "head", "/head", "meta", "title", "/title", "body", "/body", "p", "/p",
      "br", "a",
      "/a", "table", "/table", "thead", "/thead", "tbody", "/tbody", "tr", "/tr", "th", "/th", "td", "/td",
    ]
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0 != " " && $0 != ">" })
      #expect(ours.contains(name), "seed \(seed)")
    }
  }

  @Test func `random templates and values never crash and never let markup through`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("LetterPropertyTests seed \(seed)")
    var generator = Generator(state: seed)
    var made = 0
    for _ in 0..<3000 {
      let count = Int.random(in: 1...8, using: &generator)
      let body = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      let subject = (0..<2).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      let result = LetterTemplate.check(
        subject: "S" + subject, body: "B" + body, partials: ["p": "{{ sender.name }}\n"], rates: .sample)
      #expect((result.template == nil) == !result.issues.isEmpty, "seed \(seed)")
      guard let template = result.template else { continue }
      func word(_ generator: inout Generator) -> String {
        Self.hostile.randomElement(using: &generator) ?? ""
      }
      var facts = SampleFacts([
        SampleInvoice("A" + word(&generator), paymentURL: word(&generator)),
        SampleInvoice("B" + word(&generator)),
      ])
      facts.values[.customer(.name)] = .string("N" + word(&generator))
      facts.values[.letter(.senderName)] = .string("S" + word(&generator))
      facts.values[.customer(.tags)] = .list([.string("T" + word(&generator))])
      let language = LetterLanguage.all.randomElement(using: &generator) ?? LetterLanguage("en")
      do {
        let letter = try template.render(facts, language: language)
        made += 1
        #expect(!letter.subject.unicodeScalars.contains { $0.value < 32 && $0 != "\t" }, "seed \(seed)")
        #expect(
          !letter.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" }, "seed \(seed)")
        let html = try template.renderHTML(facts, language: language)
        expectOnlyOurTags(in: html, seed: seed)
      } catch {
        // A value that cannot be seen is refused; nothing else can go wrong with these facts.
        #expect(error.kind == .emptyValue, "seed \(seed)")
      }
    }
    #expect(made > 150, "seed \(seed)")
  }
}
