import Receivables
import Schedule
import TestSupport
import Testing

/// Section 5.9 of the language, "Tone and template".
@Suite struct ToneAndLanguageTests {
  private static let policy = """
    segments:
      - { name: all, schedule: standard, tone: soft }
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due }
        - { tier: third, send: 24 days after due, tone: hard }
    tones:
      soft:
        first:
          subject: soft first en
          body: Hello
          de: { subject: soft first de, body: Hallo }
        default:
          subject: soft default en
          body: Hello
          fr: { subject: soft default fr, body: Bonjour }
      hard:
        default: { subject: "hard default en", body: "Hello" }
    """

  private func subjects(_ people: [Person], customer language: String? = nil) throws -> [String] {
    let run = try simulate(
      Self.policy, [account(language: language, people: people, [invoice("A1", due: "2026-03-02")])],
      from: "2026-03-02", days: 30, writesLetters: true)
    return try run.planned.map { try #require($0.letter).get().subject }
  }

  // "the tier's tone, else the segment's; the template for (tone, tier, language of the first person in
  // `to`), else (tone, tier, business language), else (tone, default)."
  @Test(
    arguments: [
      (nil, nil, ["soft first en", "soft default en", "hard default en"]),
      ("de", nil, ["soft first de", "soft default en", "hard default en"]),
      ("de-AT", nil, ["soft first de", "soft default en", "hard default en"]),
      ("fr", nil, ["soft first en", "soft default fr", "hard default en"]),
      ("es", nil, ["soft first en", "soft default en", "hard default en"]),
      (nil, "de", ["soft first de", "soft default en", "hard default en"]),
      ("fr", "de", ["soft first en", "soft default fr", "hard default en"]),
    ] as [(String?, String?, [String])])
  func `the template is that of tone, tier and language, else of the business's language, else the default`(
    _ person: String?, _ customer: String?, _ expected: [String]
  ) throws {
    let to = [
      Person(role: "billing", email: "b@c1.example", language: person),
      Person(role: "billing", email: "c@c1.example", language: "fr"),
    ]
    #expect(try subjects(to, customer: customer) == expected)
  }

  // Section 6: formatting is "in the message's language", which is that of the words; a country counts where the words
  // are in the person's own language.
  @Test(
    arguments: [
      ("de", "Freitag, 6. März 2026: 1.234,50\u{A0}£"),
      ("de-AT", "Freitag, 6. März 2026: £\u{A0}1.234,50"),
      ("de_CH", "Freitag, 6. März 2026: £\u{A0}1’234.50"),
      ("de-LU", "Freitag, 6. März 2026: 1.234,50\u{A0}£"),
      ("en-US", "Friday, March 6, 2026: £1,234.50"),
      ("fr-CH", "Friday, 6 March 2026: £1,234.50"),
      ("cs", "Friday, 6 March 2026: £1,234.50"),
    ])
  func `amounts and days are those of the words, and of the person's country where that fits`(
    language: String, text: String
  ) throws {
    let words = "{{ date(today, \"long\") }}: {{ money(invoice.balance) }}"
    let policy = saying(words) + "\n      de: { subject: Ihr Konto, body: '\(words)' }\n"
    let run = try simulate(
      policy, [account(language: language, [invoice("A1", "1234.50", due: "2026-03-01")])],
      from: "2026-03-02", days: 5, writesLetters: true)
    let letters = try run.planned.map { try #require($0.letter).get() }
    #expect(letters.map { $0.text.filter { $0 != "\n" } } == [text])
  }

  @Test func `the words are written in the name of the sender or the owner`() throws {
    let policy = """
      segments:
        - { name: all, schedule: standard, tone: own }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due, from: owner }
      tones:
        own:
          default:
            subject: "{{ sender.name }}"
            body: "{{ customer.first_name.or(\\"there\\") }}, {{ recipient.first_name.or(\\"you\\") }}, {{ owner.email }}"
      """
    let run = try simulate(
      policy,
      [
        account(
          contact: "Ada Obi", people: [Person(role: "billing", email: "b@c1.example", name: "Bo Li")],
          [invoice("A1", due: "2026-03-02")]),
        account("C2", contact: nil, [invoice("A1", due: "2026-03-02")]),
      ], from: "2026-03-02", days: 15, writesLetters: true)
    let letters = try run.planned.map { try #require($0.letter).get() }
    #expect(letters.map(\.subject) == ["Priya Shah", "Tom Reed", "Priya Shah", "Tom Reed"])
    #expect(letters[0].text == "Ada, Bo, tom@acme.example")
    #expect(letters[2].text == "there, you, tom@acme.example")
  }

  /// A policy with one template whose words are `body`.
  private func saying(_ body: String) -> String {
    """
    segments:
      - { name: all, schedule: standard, tone: own }
    schedules:
      standard:
        - { tier: first, send: 5 days after due, respond_within: 7 days }
        - { tier: second, send: 14 days after due }
    tones:
      own:
        default:
          subject: Your account
          body: |
            \(body)
    """
  }

  // Section 5.7: "In a template each invoice knows `inv.tier` and `inv.deadline`"; section 6: "`invoice` is the
  // first of them".
  @Test(
    arguments: [
      ("{{ invoice.number }} {{ invoice.tier }}", "A1 first"),
      ("{{#if has(invoice.deadline)}}{{ date(invoice.deadline) }}{{/if}}.", "16 March 2026."),
      ("{{ money(invoice.balance) }} of {{ money(invoice.amount) }}", "£70.00 of £100.00"),
      ("{{ invoice.days_overdue }} {{ plural(invoice.days_overdue, \"day\", \"days\") }}", "7 days"),
      (
        "{{ customer.name }} {{ customer.invoices_open }} {{ money(customer.balance) }}",
        "Customer C1 2 £120.00"
      ),
      ("{{ history.sent }} {{ history.tier.or(\"none\") }}", "0 none"),
      ("{{ recipient.email }} {{ business.name }}", "ap@c1.example Acme Joinery Ltd"),
    ])
  func `a letter reads the facts of its invoice, its customer and the history`(_ body: String, _ text: String)
    throws
  {
    let run = try simulate(
      saying(body),
      [
        account([
          invoice("A1", due: "2026-03-02", balance: "70"),
          invoice("A2", "50", due: "2026-06-02", issued: "2026-03-01"),
        ])
      ],
      from: "2026-03-09", days: 1, writesLetters: true)
    #expect(try #require(run.planned.first?.letter).get().text == text + "\n")
  }

  // Promise 6: "No message has an empty, undefined or unescaped value in it."
  @Test func `a letter with an empty value is no letter, and the preview says why`() throws {
    let nameless = Account(
      customer: Customer(
        id: CustomerID("C1"), name: " ", people: [Person(role: "billing", email: "ap@c1.example")]),
      receivables: [invoice("A1", due: "2026-03-02")])
    let run = try simulate(
      saying("Dear {{ customer.name }}"), [nameless], from: "2026-03-09", days: 1, writesLetters: true)
    #expect(run.ndjson[1].contains(#""letter_error":"a value in the letter is empty""#))
  }
}
