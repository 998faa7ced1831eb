import PolicyTesting
import TestSupport
import Testing

/// Files of policy tests as owners write them, with their slips.
@Suite struct PolicyTestReaderTests {
  private func mistakes(_ test: String, _ policy: String = "") throws -> [String] {
    try TestedPolicy(policy, tests: test).mistakes
  }

  @Test func `every key of a test is read`() throws {
    let read = try TestedPolicy(
      "escalations:\n  - { name: late, when: invoice.days_overdue > 10, do: [flag] }",
      tests: """
          - name: everything
            note: why it is here
            from: 2026-03-02
            days: 40
            owner: absent
            customers:
              - id: C1
                name: Ada Ltd
                contact: Ada
                email: ap@ada.example
                phone: "1"
                country: GB
                language: en
                tags: [vip, trade]
                kind: business
                postal_address: 1 Street
                since: 2020-01-01
                revenue_12m: 1000
                credit: 5
                fields: { region: north }
                contacts: [{ role: director, email: d@ada.example, name: D, language: en, phone: "2" }]
              - { id: C2, tags: one, email: b@b.example }
            invoices:
              - { customer: C1, number: A1, amount: 100, balance: 60, issued: 2026-02-01, due: 2026-03-02 }
              - { customer: C1, number: A2, amount: 100, due: 2026-01-02, paid: 2026-02-02 }
              - { customer: C2, number: A1, amount: 9, due: 2026-03-02, currency: EUR, disputed: true, collection: card }
              - customer: C2
                number: B1
                due: 2026-03-02
                purchase_order: PO1
                payment_url: https://pay.example
                fields: { project: roof }
                instalments: [{ amount: 60, due: 2026-03-02 }, { amount: 40, due: 2026-04-02, balance: 10 }]
            events: [{ on: 2026-03-13, customer: C1, reply: promise, promised: 2026-03-20 }]
            expect:
              - { on: 2026-03-03..2026-03-09, customer: C1, tier: first, tone: plain, invoices: A1, also_listed: [] }
            expect_some: [{ segment: everyone, schedule: standard, level: 1, channel: email, language: en }]
            never: [{ from: owner, to: x@y.example, cc: [a@b.c], total: 100 EUR, needs_approval: true, subject: S, says: [W] }]
            flags: [{ on: 2026-03-13, escalation: late, invoice: A1 }, { response: promise }, { escalation: schedule-finished }]
            silences: [{ customer: C2, invoice: B1/2, on: 2026-03-02..2026-03-05, reason: disputed }]
        """)
    #expect(read.mistakes == [])
    let test = try #require(read.tests.first)
    #expect(!test.ownerIsPresent && test.events.count == 1)
    let ada = test.snapshot.accounts[0]
    #expect(ada.customer.people.map(\.role) == ["billing", "director"])
    #expect(
      ada.receivables.map { "\($0.id) \($0.balance) \($0.issued)" } == [
        "A1 60.00 GBP 2026-02-01", "A2 0.00 GBP 2025-12-03",
      ])
    #expect(ada.receivables[1].lastPaid == "2026-02-02" && ada.credits == [money("5")])
    let other = test.snapshot.accounts[1].receivables
    #expect(other.map { "\($0.id) \($0.balance)" } == ["A1 9.00 EUR", "B1/1 60.00 GBP", "B1/2 10.00 GBP"])
    #expect(other[0].isDisputedByBooks && other[0].collection == .card && other[1].instalments == 2)
  }

  @Test func `all mistakes come at once, each where it stands`() throws {
    let found = try mistakes(
      """
        - name: wrong
          from: yesterday
        - name: names
          from: 2026-03-02
          day: 3
          customer: { id: C1, email: a@b.example, kind: busines }
          invoices: [{ number: A1, amount: 1e3, due: 2026-03-02 }, { number: A2, amount: 5, due: 2026-03-02 }]
          expect: [{ tier: frist, tone: harsh, invoices: [A2, A9], total: much }]
          never: []
          flags: [{ escalation: nobody }]
          silences: [{ invoice: A2, on: 2026-03-09..2026-03-01, reason: asleep }]
        - name: names
          from: 2026-03-02
          days: 0
          expect: maybe
      """)
    #expect(
      found == [
        "4:11 `yesterday` is no day written YYYY-MM-DD",
        "7:5 `day` is no key of a test",
        "8:51 `busines` is no `kind` that is known here",
        "9:38 `amount` is an amount such as `1234.56`, and not below zero",
        "10:22 `frist` is no `tier` that is known here",
        "10:35 `harsh` is no `tone` that is known here",
        "10:57 `A9` is no invoice of the test",
        "10:69 a total is an amount such as `1200`, or `1200 EUR`",
        "11:12 this is a list of messages such as `- { on: 2026-03-12, tier: first }`",
        "12:27 `nobody` is no `escalation` that is known here",
        "13:35 `2026-03-09..2026-03-01` is neither a day written YYYY-MM-DD nor two with `..` between them",
        "14:11 the test has no `customer`",
        "16:11 `days` is a whole number from 1 to 3660",
        "17:13 this is a list of messages such as `- { on: 2026-03-12, tier: first }`",
      ])
  }

  @Test(arguments: [
    ("- 5", "3:3 a test is a mapping with a `name`, and this is a number"),
    ("- { from: 2026-03-02 }", "3:5 the test has no `name`"),
    ("  []", "3:3 `tests` is a list of tests, and there is none"),
  ])
  func `what is no test is said to be none`(test: String, message: String) throws {
    #expect(try mistakes(test) == [message])
  }

  @Test func `two tests of one name, two customers of one id, two invoices of one number`() throws {
    let customer = "customers: [{ id: C1, email: a@b.example }, { id: C1, email: c@d.example }]"
    let invoices =
      "[{ customer: C1, number: A1, amount: 1, due: 2026-03-02 }, "
      + "{ customer: C1, number: A1, amount: 1, due: 2026-03-02 }]"
    let found = try mistakes(
      """
        - { name: a, from: 2026-03-02, customer: { email: a@b.example } }
        - { name: a, from: 2026-03-02, customer: { email: a@b.example } }
        - { name: b, from: 2026-03-02, \(customer), invoices: \(invoices) }
      """)
    #expect(
      found.map { $0.drop { $0 != " " }.dropFirst() } == [
        "another test is called `a` too", "another customer of the test is called `C1` too",
        "another invoice of `C1` has the number `A1` too",
      ])
  }

  @Test(arguments: [
    (
      "{ number: A1, amount: 5, due: 2026-03-02, paid: 2026-03-03 }", "`paid` is a day before the test begins"
    ),
    ("{ number: A1, amount: 5, balance: 6, due: 2026-03-02 }", "the `balance` is more than the `amount`"),
    (
      "{ number: A1, amount: 5, issued: 2026-03-03, due: 2026-03-02 }",
      "the invoice is due before it is issued"
    ),
    ("{ number: A1, amount: 5, due: 2026-03-02, currency: QUID }", "`QUID` is no currency of ISO 4217"),
    ("{ amount: 5, due: 2026-03-02 }", "the invoice has no `number`"),
    ("{ number: A1, due: 2026-03-02 }", "the invoice `A1` has no `amount`"),
    ("{ number: A1, amount: 5 }", "the invoice does not say `due`"),
    ("{ number: A1, due: 2026-03-02, instalments: [{ due: 2026-03-02 }] }", "the instalment has no `amount`"),
    ("{ number: A1, due: 2026-03-02, instalments: 3 }", "`instalments` is a list"),
    ("A1", "an invoice is a mapping"),
  ])
  func `an invoice that cannot be is refused`(invoice: String, message: String) throws {
    let found = try mistakes(
      "- { name: a, from: 2026-03-02, customer: { email: a@b.example }, invoices: [\(invoice)] }")
    #expect(found.count == 1 && found[0].contains(message), "\(found)")
  }

  @Test func `a file without a policy says so`() throws {
    let read = try TestedPolicy("", tests: "tests: [1]", isWhole: true)
    #expect(read.mistakes == ["1:9 a test is a mapping with a `name`, and this is a number"])
  }
}
