import CEL
import Testing

@testable import Letters

@Suite struct HostileLetterTests {
  private func named(_ name: String) -> SampleFacts {
    var facts = SampleFacts()
    facts.values[.customer(.name)] = .string(name)
    return facts
  }

  private let english = LetterLanguage("en")

  @Test func `markup in a value is text in HTML`() throws {
    let letter = try template(
      subject: "For {{ customer.name }}", body: "Dear {{ customer.name }},\n\n{{ invoice_table }}\n")
    let hostile = #"<script>alert("x")</script>&'"#
    var facts = named(hostile)
    facts.invoices = [SampleInvoice(hostile)]
    let html = try letter.renderHTML(facts, language: english)
    let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"
    #expect(!html.contains("<script"))
    #expect(html.contains("<title>For \(escaped)</title>"))
    #expect(html.contains(">Dear \(escaped),</p>"))
    #expect(html.contains("text-align:left\">\(escaped)</td>"))
    #expect(try letter.render(facts, language: english).text.contains(hostile))
  }

  @Test func `markup in a value is text in an HTML template and its attributes`() throws {
    let letter = try template(html: #"<p title="{{ customer.name }}">{{ customer.name }}{{ "<" }}</p>"#)
    let html = try letter.renderHTML(named(#""><b onclick='x'>"#), language: english)
    let escaped = "&quot;&gt;&lt;b onclick=&#39;x&#39;&gt;"
    #expect(html.contains(#"<p title="\#(escaped)">\#(escaped)&lt;</p>"#))
  }

  @Test(arguments: [
    "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0}", "\u{1}", "\u{B}", "\u{202E}",
  ])
  func `a line break or a control character in a value becomes a space`(character: String) throws {
    let letter = try template(subject: "For {{ customer.name }}", body: "Dear {{ customer.name }},")
    let facts = named("Ada\(character)Bcc: x@evil.example")
    let made = try letter.render(facts, language: english)
    let spaces = String(repeating: " ", count: character.unicodeScalars.count)
    #expect(made.subject == "For Ada\(spaces)Bcc: x@evil.example")
    #expect(made.text == "Dear Ada\(spaces)Bcc: x@evil.example,")
    #expect(try letter.renderHTML(facts, language: english).contains("Dear Ada\(spaces)Bcc"))
  }

  @Test func `braces in a value are never evaluated`() throws {
    let facts = named("{{ owner.name }}{{#if true}}")
    #expect(try text("{{ customer.name }}", facts) == "{{ owner.name }}{{#if true}}")
    #expect(
      try template(body: "{{ customer.name }}").renderHTML(facts, language: english).contains(
        "{{ owner.name }}"))
  }

  @Test func `a mark of ours in a value is no table`() throws {
    let html = try template(body: "{{ customer.name }}").renderHTML(named("a\u{1}b"), language: english)
    #expect(!html.contains("<table"))
  }

  @Test(arguments: ["", " ", "\n", "\u{A0}", "\u{200B}", "\u{FEFF}\u{2060}", "\u{3000}"])
  func `an empty value is an error, not a letter`(name: String) throws {
    let letter = try template(body: "Dear {{ customer.name }},")
    #expect(throws: LetterError(kind: .emptyValue, part: .body, range: 8..<21)) {
      try letter.render(named(name), language: english)
    }
    #expect(throws: LetterError(kind: .emptyValue, part: .body, range: 8..<21)) {
      try letter.renderHTML(named(name), language: english)
    }
  }

  @Test func `an invoice without a number is an error of the table`() throws {
    let letter = try template(body: "{{ invoice_table }}")
    #expect(throws: LetterError(kind: .emptyValue, part: .body, range: 0..<19)) {
      try letter.render(SampleFacts([SampleInvoice("")]), language: english)
    }
  }

  @Test func `a key that a map does not hold, a missing rate and a division by zero are errors`() throws {
    let cases: [(String, EvaluationError)] = [
      ("{{ customer.fields.town }}", .noSuchKey("town")),
      ("{{ 1 / (history.sent - 1) }}", .divisionByZero),
      ("{{ invoices[7].number }}", .indexOutOfRange(7)),
    ]
    for (body, cause) in cases {
      let error = #expect(throws: LetterError.self) { _ = try text(body) }
      #expect(error?.kind == .noValue(cause))
    }
    let error = #expect(throws: LetterError.self) {
      _ = try text("{{#if total_due > 5}}x{{/if}}", SampleFacts(total: "5.00 USD"))
    }
    #expect(error?.kind == CurrencyCode("USD").map { .noValue(.noRate($0)) })
    #expect(
      error?.description
        == "an expression of the body has no value (noRate(USD)): test for that in the template")
  }

  @Test func `a fact of the wrong type is an error`() throws {
    var facts = SampleFacts()
    facts.values[.customer(.name)] = .bool(true)
    let error = #expect(throws: LetterError.self) { _ = try text("{{ customer.name }}", facts) }
    #expect(error?.kind == .wrongType)
  }

  @Test func `a letter of nothing is an error`() throws {
    let letter = try template(subject: "{{#if false}}x{{/if}}", body: "x")
    #expect(throws: LetterError(kind: .emptyPart, part: .subject)) {
      try letter.render(SampleFacts(), language: english)
    }
  }

  @Test func `a letter cannot grow without end`() throws {
    let many = (0..<2000).map { SampleInvoice("A\($0)") }
    let nested = """
      {{#each invoices as a}}{{#each invoices as b}}{{#each invoices as c}}{{ c.number }}{{/each}}{{/each}}{{/each}}
      """
    let silent =
      "x{{#each invoices as a}}{{#each invoices as b}}{{#each invoices as c}}{{/each}}{{/each}}{{/each}}"
    let tables = "{{#each invoices as a}}{{ invoice_table }}{{/each}}"
    for body in [nested, silent, tables] {
      let letter = try template(body: body)
      #expect(throws: LetterError(kind: .tooLong, part: .body)) {
        try letter.render(SampleFacts(many), language: english)
      }
      #expect(throws: LetterError(kind: .tooLong, part: .body)) {
        try letter.renderHTML(SampleFacts(many), language: english)
      }
    }
    let letter = try template(subject: "{{ customer.name }}")
    #expect(throws: LetterError(kind: .tooLong, part: .subject)) {
      try letter.render(named(String(repeating: "a", count: 5000)), language: english)
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", " https://x.example", "/pay", "http://",
  ])
  func `a value that begins a link has to be a web address`(address: String) throws {
    let letter = try template(
      html: #"{{#each invoices as i}}<a href="{{ i.payment_url.or("https://x.example") }}">pay</a>{{/each}}"#)
    let error = #expect(throws: LetterError.self) {
      _ = try letter.renderHTML(SampleFacts([SampleInvoice("A", paymentURL: address)]), language: english)
    }
    #expect(error?.kind == .unsafeLink)
    let good = try letter.renderHTML(SampleFacts([SampleInvoice("A")]), language: english)
    #expect(good.contains(#"<a href="https://x.example">pay</a>"#))
  }

  @Test(arguments: [
    (
      "see https://x.example/a?b=1&c=2.",
      #"see <a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>."#
    ),
    ("(https://x.example/a_(b))", #"(<a href="https://x.example/a_(b)">https://x.example/a_(b)</a>)"#),
    (
      #"https://x.example/"onclick="y"#,
      #"<a href="https://x.example/">https://x.example/</a>&quot;onclick=&quot;y"#
    ),
    ("javascript:alert(1) xhttps://a https://", "javascript:alert(1) xhttps://a https://"),
    ("  two spaces", "&nbsp;&nbsp;two spaces"),
  ])
  func `a bare web address in the text becomes a link, and nothing else does`(line: String, expected: String)
    throws
  {
    let html = try template(body: line).renderHTML(SampleFacts(), language: english)
    #expect(html.contains("<p style=\"margin:0 0 1em\">\(expected)</p>"))
  }
}
