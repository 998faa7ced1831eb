import Testing

@testable import Letters

@Suite struct TemplateIssueTests {
  @Test func `an unknown name is underlined, with the name that was meant`() throws {
    expectIssues(
      body: "Hi {{ customer.nme }}",
      [.issue(.unknownName, at: "nme", "`customer` has no field `nme`")])
    let issue = try #require(
      LetterTemplate.check(subject: "x", body: "Hi {{ customer.nme }}", rates: .sample).issues.first)
    #expect(issue.help == "a field with a similar name exists: `name`")
    #expect(issue.replacement == TemplateIssue.Replacement(range: 15..<18, text: "name"))
    expectIssues(
      body: "{{#each invoices as inv}}{{ inv.numbr }}{{/each}}",
      [.issue(.unknownName, at: "numbr", "`inv` has no field `numbr`")])
    expectIssues(body: "{{ inv.number }}", [.issue(.unknownName, at: "inv", "nothing is called `inv` here")])
  }

  @Test func `a value that may be missing needs a fallback or a test`() {
    let message = "`customer.first_name` is a nullable string: it may be missing"
    expectIssues(
      body: "Hi {{ customer.first_name }}", [.issue(.nullable, at: "customer.first_name", message)])
    expectIssues(body: #"Hi {{ customer.first_name.or("there") }}"#, [])
    expectIssues(
      body:
        #"{{#if has(customer.first_name)}}{{ customer.first_name }}{{else}}{{ customer.first_name }}{{/if}}"#,
      [.issue(.nullable, at: "customer.first_name", message)])
  }

  @Test(arguments: [
    "{{#if has(customer.first_name)}}{{ customer.first_name }}{{/if}}",
    "{{#if customer.first_name != null}}{{ customer.first_name }}{{/if}}",
    "{{#if !has(customer.first_name)}}{{else}}{{ customer.first_name }}{{/if}}",
    "{{#if customer.first_name == null}}x{{else if true}}{{ customer.first_name }}{{/if}}",
    "{{#if has(customer.first_name) && history.sent > 0}}{{ customer.first_name }}{{/if}}",
    #"{{#if has(customer.first_name)}}{{ customer.first_name.or("you") }}{{/if}}"#,
    "{{#each invoices as inv}}{{#if has(inv.deadline)}}{{ inv.deadline }}{{/if}}{{/each}}",
    "{{#each invoices as inv}}{{#if has(inv.deadline)}}{{ date(inv.deadline, \"long\") }}{{/if}}{{/each}}",
    #"{{ has(customer.first_name) ? customer.first_name : "there" }}"#,
    "{{#each invoices as invoice}}{{ invoice.number }}{{/each}}",
  ])
  func `a test around a value shows it to be there`(body: String) {
    expectIssues(body: body, [])
  }

  @Test func `a test of one invoice shows nothing of another`() {
    expectIssues(
      body: """
        {{#each invoices as a}}{{#if has(a.deadline)}}{{#each invoices as b}}{{ b.deadline }}{{/each}}
        {{#each invoices as a}}{{ a.deadline }}{{/each}}{{/if}}{{/each}}
        """,
      [
        .issue(.nullable, at: "b.deadline", "`b.deadline` is a nullable date: it may be missing"),
        .issue(.nullable, at: "a.deadline", "`a.deadline` is a nullable date: it may be missing"),
      ])
  }

  @Test(arguments: [
    ("invoice.disputed", "`invoice.disputed` is true or false, which is no text"),
    ("customer.tags", "`customer.tags` is a list, which is no text"),
    ("customer.fields", "`customer.fields` is a map, which is no text"),
    ("invoices[0]", "`invoices[0]` is a group of facts, which is no text"),
    (
      "customer.average_days_late.or(0.0)",
      "`customer.average_days_late.or(0.0)` is a number with decimals, which has no form by itself"
    ),
    ("days(3)", "`days(3)` is a span of days, which is no text"),
  ])
  func `a value without a form is reported`(expression: String, message: String) {
    expectIssues(body: "a {{ \(expression) }}", [.issue(.unformatted, at: expression, message)])
  }

  @Test func `types that do not fit are reported`() {
    expectIssues(
      body: "{{#if customer.name}}x{{/if}}{{#each customer.name as n}}{{ n.x }}{{/each}}",
      [
        .issue(
          .typeMismatch, at: "customer.name",
          "a condition needs true or false, and `customer.name` is a string"),
        .issue(
          .typeMismatch, at: "customer.name",
          "`#each` goes through a list, and `customer.name` is of type string"),
      ])
    let issues = LetterTemplate.check(subject: "x", body: "{{ money(customer.name) }}", rates: .sample).issues
    #expect(issues.map(\.kind) == [.typeMismatch])
  }

  @Test func `a style of dates has to exist`() throws {
    expectIssues(
      body: #"{{ date(today, "lnog") }}"#,
      [.issue(.unknownName, at: #""lnog""#, "no style of dates is called `lnog`")])
    expectIssues(
      body: #"{{ "by " + date(today, customer.name) }}"#,
      [.issue(.typeMismatch, at: "customer.name", "the style of a date is written out")])
  }

  @Test func `an empty fallback is reported, for it would leave a gap`() {
    expectIssues(
      body: #"Hi {{ customer.first_name.or("") }},"#,
      [
        .issue(
          .empty, at: #"customer.first_name.or("")"#, "where the value is missing, nothing would stand here")
      ])
  }

  @Test func `a subject has one line and no table`() {
    expectIssues(
      subject: "One\nTwo {{ invoice_table }}",
      [
        .issue(.misplaced, at: "One\n", "a subject has one line", in: .subject),
        .issue(
          .misplaced, at: "{{ invoice_table }}", "`invoice_table` takes several lines, and a subject has one",
          in: .subject),
      ])
    expectIssues(subject: "One\n", [])
    expectIssues(
      body: "{{ size([invoice_table]) }}",
      [
        .issue(
          .misplaced, at: "size([invoice_table])",
          "`invoice_table` is no value: it stands alone between its braces")
      ])
  }

  @Test func `all issues of all parts come at once, in order`() {
    expectIssues(
      subject: "{{ a }}", body: "{{ b }} {{#if x}}", html: "{{ c }}",
      [
        .issue(.unknownName, at: "a", "nothing is called `a` here", in: .subject),
        .issue(.unknownName, at: "b", "nothing is called `b` here"),
        .issue(.unclosedBlock, at: "{{#if x}}", "`#if` is never closed"),
        .issue(.unknownName, at: "x", "nothing is called `x` here"),
        .issue(.unknownName, at: "c", "nothing is called `c` here", in: .html),
      ])
  }

  @Test func `a partial tells its mistakes once, in its own text`() {
    expectIssues(
      body: "{{> foot }}{{> foot }}{{> fot }}", partials: ["foot": "Bye {{ sender.nam }}\n"],
      [
        .issue(.unknownName, at: "nam", "`sender` has no field `nam`", in: .partial("foot")),
        .issue(.unknownName, at: "fot", "no partial is called `fot`"),
      ])
  }

  @Test func `partials in a ring and partials without end are issues`() {
    expectIssues(
      body: "{{> a }}", partials: ["a": "x{{> b }}", "b": "y{{> a }}"],
      [.issue(.cost, at: "{{> a }}", "the partial `a` includes itself", in: .partial("b"))])
    let chain = Dictionary(uniqueKeysWithValues: (0..<20).map { ("p\($0)", "{{> p\($0 + 1) }}") })
    expectIssues(
      body: "{{> p0 }}", partials: chain,
      [.issue(.cost, at: "{{> p16 }}", "partials include one another more than 16 deep", in: .partial("p15"))]
    )
    let doubling = Dictionary(
      uniqueKeysWithValues: (0..<15).map { ("p\($0)", "{{> p\($0 + 1) }}{{> p\($0 + 1) }}") } + [
        ("p15", "x{{ today }}")
      ])
    let result = LetterTemplate.check(subject: "x", body: "{{> p0 }}", partials: doubling, rates: .sample)
    #expect(result.issues.map(\.kind) == [.cost])
    let empty = Dictionary(
      uniqueKeysWithValues: (0..<15).map { place in
        ("p\(place)", String(repeating: "{{> p\(place + 1) }}", count: 50))
      } + [("p15", "{{! nothing }}")])
    let fan = LetterTemplate.check(subject: "x", body: "{{> p0 }}", partials: empty, rates: .sample)
    #expect(fan.issues.map(\.kind) == [.cost])
  }

  @Test(arguments: [
    "<a {{ customer.name }}>x</a>", "<a href={{ customer.name }}>x</a>", "<{{ customer.name }}>",
    "<script>{{ customer.name }}</script>", "<style>{{ customer.name }}</style>",
    "<!-- {{ customer.name }} -->",
    #"<a onclick="{{ customer.name }}">x</a>"#, #"<a style='{{ customer.name }}'>x</a>"#,
    "<a href=\"{{#if true}}x{{else}}y\"{{/if}}>{{ customer.name }}</a>",
  ])
  func `a value of an HTML template stands where it can be made safe`(html: String) {
    let result = LetterTemplate.check(subject: "x", body: "x", html: html, rates: .sample)
    #expect(result.issues.contains { $0.kind == .misplaced && $0.part == .html })
  }

  @Test(arguments: [
    "<p>{{ customer.name }}</p>", "<title>{{ customer.name }}</title>",
    #"<p title="{{ customer.name }}">1 < 2 {{ customer.name }}</p>"#,
    #"<a href="https://x.example/{{ invoice.number }}">pay</a>"#,
    "<style>p { color: red }</style><!-- x --><p>{{ customer.name }}</p>",
    #"<p class="{{#if history.sent > 1}}late{{else}}soon{{/if}}">{{ customer.name }}</p>"#,
  ])
  func `a value of an HTML template may stand in text and in quoted attributes`(html: String) {
    expectIssues(html: html, [])
  }
}
