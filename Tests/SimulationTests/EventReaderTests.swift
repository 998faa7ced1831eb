import PolicyModel
import Receivables
import Simulation
import TestSupport
import Testing

/// Assumed events in the form of the contract.
@Suite struct EventReaderTests {
  private static let books = Snapshot(
    asOf: nil,
    accounts: [
      account(
        "C1", setAside: [.init(number: "X1", reason: .noDueDate)],
        [
          invoice("A1", due: "2026-03-02"), invoice("E1", "50 EUR", due: "2026-03-02"),
        ] + instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-16")])),
      account("C2", [invoice("A1", due: "2026-03-02")]),
    ])

  private func read(_ yaml: String, _ snapshot: Snapshot = books) throws -> (
    events: [ScenarioEvent], messages: [String]
  ) {
    readEvents(yaml, about: snapshot, base: try #require(Currency(code: "GBP")))
  }

  @Test func `every form of the contract is read`() throws {
    let (events, messages) = try read(
      """
      - { on: 2026-03-13, customer: C1, reply: promise, promised: 2026-03-20, invoice: A1 }   # also dispute
      - { on: 2026-03-14, customer: C1, reply: out_of_office, return: 2026-03-18 }
      - { on: 2026-03-15, customer: C2, reply: stop }
      - { on: 2026-03-21, customer: C1, payment: 1200.00, invoice: E1 }
      - { on: 2026-03-21, customer: C1, payment: 12.5, invoice: B1/2 }
      - { on: 2026-03-21, customer: C1, payment: 7, currency: USD }
      - { on: 2026-03-22, customer: C1, bounce: hard }
      - { on: 2026-03-22, customer: C1, bounce: soft }
      - { on: 2026-03-23, customer: C1, release: true }
      - { on: 2026-03-24, customer: C1, issue: { number: A7, amount: 300, due: 2026-04-23 } }
      """)
    #expect(messages == [])
    #expect(
      events.map { "\($0.on) \($0.customer) \($0.invoice ?? "-") \(words($0.kind))" } == [
        "2026-03-13 C1 A1 promise promised 2026-03-20", "2026-03-14 C1 - out_of_office return 2026-03-18",
        "2026-03-15 C2 - stop", "2026-03-21 C1 E1 pays 1200.00 EUR", "2026-03-21 C1 B1/2 pays 12.50 GBP",
        "2026-03-21 C1 - pays 7.00 USD", "2026-03-22 C1 - bounce hard", "2026-03-22 C1 - bounce soft",
        "2026-03-23 C1 - release", "2026-03-24 C1 - issues A7 300.00 GBP due 2026-04-23",
      ])
  }

  private func words(_ kind: ScenarioEvent.Kind) -> String {
    switch kind {
    case .reply(let kind, let promised, let returns):
      kind.rawValue + (promised.map { " promised \($0)" } ?? "") + (returns.map { " return \($0)" } ?? "")
    case .payment(let money): "pays \(money)"
    case .settles: "settles"
    case .bounce(let isHard): "bounce \(isHard ? "hard" : "soft")"
    case .release: "release"
    case .issue(let part): "issues \(part.id) \(part.amount) due \(part.due)"
    }
  }

  @Test func `events come in order of day, then of the file`() throws {
    let events = try read(
      """
      - { on: 2026-03-20, customer: C1, reply: reply }
      - { on: 2026-03-13, customer: C1, reply: stop }
      - { on: 2026-03-20, customer: C1, reply: dispute }
      - { on: 2026-03-13, customer: C2, reply: request }
      """
    ).events
    #expect(events.map { words($0.kind) } == ["stop", "request", "reply", "dispute"])
  }

  @Test func `an event may name an invoice that another line issues`() throws {
    let (events, messages) = try read(
      """
      - { on: 2026-03-26, customer: C1, payment: 500, invoice: J1 }
      - { on: 2026-03-24, customer: C1, issue: { number: J1, amount: 1000, currency: JPY, due: 2026-04-23 } }
      """)
    #expect(messages == [])
    #expect(events.map { words($0.kind) } == ["issues J1 1000 JPY due 2026-04-23", "pays 500 JPY"])
  }

  @Test func `the customer may be left out where there is one`() throws {
    let one = Snapshot(asOf: nil, accounts: [Self.books.accounts[1]])
    #expect(try read("- { on: 2026-03-13, reply: reply }", one).events.map(\.customer.text) == ["C2"])
    #expect(try read("[]").events.isEmpty)
    #expect(try read("# nothing\n[]\n").messages.isEmpty)
  }

  @Test(
    arguments: [
      ("on: 2026-03-13", "events are a list, and this is a mapping"),
      ("just words", "events are a list, and this is text"),
      ("- reply", "an event is a mapping such as `{ on: 2026-03-21, customer: C1, payment: 100 }`"),
      ("- { on: 2026-03-13, customer: C1, repli: reply }", "`repli` is not a key of an event"),
      (
        "- { on: 2026-03-13, customer: C1 }",
        "an event says one thing: `reply`, `payment`, `bounce`, `release` or `issue`"
      ),
      (
        "- { on: 2026-03-13, customer: C1, reply: reply, bounce: hard }",
        "an event says one thing: `reply`, `payment`, `bounce`, `release` or `issue`"
      ),
      ("- { customer: C1, reply: reply }", "the day `on` is missing"),
      ("- { on: 2026-02-30, customer: C1, reply: reply }", "`2026-02-30` is no day written YYYY-MM-DD"),
      ("- { on: 13/03/2026, customer: C1, reply: reply }", "`13/03/2026` is no day written YYYY-MM-DD"),
      ("- { on: 2026-03-13, reply: reply }", "the event does not say which `customer` it is about"),
      ("- { on: 2026-03-13, customer: C9, reply: reply }", "`C9` is no customer of the books"),
      ("- { on: 2026-03-13, customer: C2, reply: dispute, invoice: B1 }", "`B1` is no invoice of `C2`"),
      ("- { on: 2026-03-13, customer: C1, reply: dispute, invoice: B1/3 }", "`B1/3` is no invoice of `C1`"),
      ("- { on: 2026-03-13, customer: C1, reply: maybe }", "`maybe` is no kind of reply"),
      ("- { on: 2026-03-13, customer: C1, reply: [promise] }", "`a list` is no kind of reply"),
      ("- { on: 2026-03-13, customer: C1, reply: bounce }", "`bounce` is no kind of reply"),
      ("- { on: 2026-03-13, customer: C1, reply: promise }", "the day `promised` is missing"),
      (
        "- { on: 2026-03-13, customer: C1, reply: promise, promised: soon }",
        "`soon` is no day written YYYY-MM-DD"
      ),
      (
        "- { on: 2026-03-13, customer: C1, reply: out_of_office, return: May }",
        "`May` is no day written YYYY-MM-DD"
      ),
      (
        "- { on: 2026-03-13, customer: C1, payment: 0 }",
        "a payment is an amount above zero such as `1200.00`"
      ),
      (
        "- { on: 2026-03-13, customer: C1, payment: -5 }",
        "a payment is an amount above zero such as `1200.00`"
      ),
      (
        "- { on: 2026-03-13, customer: C1, payment: 1.234 }",
        "a payment is an amount above zero such as `1200.00`"
      ),
      (
        "- { on: 2026-03-13, customer: C1, payment: \"1,000\" }",
        "a payment is an amount above zero such as `1200.00`"
      ),
      ("- { on: 2026-03-13, customer: C1, payment: 5, currency: EURO }", "`EURO` is no currency of ISO 4217"),
      (
        "- { on: 2026-03-13, customer: C1, payment: 5, currency: USD, invoice: E1 }",
        "the invoice is in EUR, and the payment in USD"
      ),
      ("- { on: 2026-03-13, customer: C1, bounce: maybe }", "a bounce is `hard` or `soft`"),
      ("- { on: 2026-03-13, customer: C1, release: false }", "`release` is `true`, or it is left out"),
      (
        "- { on: 2026-03-13, customer: C1, issue: { number: A7, amount: 300 } }", "the day `due` is missing"
      ),
      (
        "- { on: 2026-03-13, customer: C1, issue: { amount: 300, due: 2026-04-23 } }",
        "an invoice needs `number`, an `amount` above zero and a `due` day"
      ),
      (
        "- { on: 2026-03-13, customer: C1, issue: { number: A7, amount: 0, due: 2026-04-23 } }",
        "an invoice needs `number`, an `amount` above zero and a `due` day"
      ),
      (
        "- { on: 2026-03-13, customer: C1, issue: { number: A7, amount: 5, due: 2026-04-23, of: C2 } }",
        "`of` is not a key of an invoice"
      ),
      (
        "- { on: 2026-03-13, customer: C1, issue: { number: A1, amount: 5, due: 2026-04-23 } }",
        "invoice `A1` is there already"
      ),
      (
        "- { on: 2026-03-13, customer: C1, issue: { number: X1, amount: 5, due: 2026-04-23 } }",
        "invoice `X1` is there already"
      ),
    ])
  func `a mistake is said in words and nothing is taken from the event`(_ yaml: String, _ message: String)
    throws
  {
    let (events, messages) = try read(yaml)
    #expect(messages.first == message)
    #expect(events.isEmpty)
  }

  @Test func `all mistakes are said at once, in the order of the file, and the rest is read`() throws {
    let (events, messages) = try read(
      """
      - { on: 2026-03-13, customer: C1, bounce: maybe }
      - { on: 2026-03-14, customer: C1, reply: reply }
      - { on: 2026-03-15, customer: C1, issue: { number: A1, amount: 5, due: 2026-04-23 } }
      - { on: 2026-03-16, customer: C9, reply: reply }
      """)
    #expect(
      messages == [
        "a bounce is `hard` or `soft`", "invoice `A1` is there already", "`C9` is no customer of the books",
      ])
    #expect(events.map { words($0.kind) } == ["reply"])
  }
}
