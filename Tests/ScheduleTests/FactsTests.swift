import Receivables
import Schedule
import TestSupport
import Testing

/// Section 5.1 of the language, "Facts", and the facts of section 3.
@Suite struct FactsTests {
  // "A row that cannot be read (…) skips the customer; a readable row without due date, with an unknown
  // currency or inconsistent amounts skips the invoice (…); both are reported."
  @Test func `a bad row skips the customer`() throws {
    let run = try simulate(
      [account(hasBadRow: true, [invoice("A1", due: "2026-03-02")])], from: "2026-03-02",
      events: "- { on: 2026-03-03, reply: reply }")
    #expect(run.skipped == ["bad-row"])
    #expect(run.messages.isEmpty && run.quiet.isEmpty && run.flags.isEmpty)
  }

  @Test func `an invoice that cannot be judged is skipped alone`() throws {
    let run = try simulate(
      [
        account(
          setAside: [
            .init(number: "A0", reason: .noDueDate), .init(number: "A2", reason: .unknownCurrency),
            .init(number: "A3", reason: .inconsistentAmounts),
          ], [invoice("A1", due: "2026-03-02")])
      ], from: "2026-03-02", days: 10)
    #expect(run.skipped == ["A0 no-due-date", "A2 unknown-currency", "A3 inconsistent-amounts"])
    #expect(run.messages == ["2026-03-09 first A1"])
  }

  // Contract: "skipped ones are reported whether or not anything is open, and no escalation looks at them."
  @Test func `no escalation looks at what is skipped`() throws {
    let policy = "escalations:\n  - { name: any, when: customer.invoices_open >= 1, do: [flag] }"
    let run = try simulate(
      policy, [account(setAside: [.init(number: "A0", reason: .noDueDate)], [])], from: "2026-03-02")
    #expect(run.flags == [])
    #expect(run.skipped == ["A0 no-due-date"])
  }

  // "An invoice takes part from its issue day on."
  @Test func `an invoice takes part from its issue day on`() throws {
    let policy = "escalations:\n  - { name: any, when: customer.balance >= 1, do: [flag] }"
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-12", issued: "2026-03-07")], from: "2026-03-02", days: 20
    )
    #expect(run.flags == ["2026-03-07 any"])  // a Saturday: escalations are looked at every calendar day
    #expect(run.messages == ["2026-03-17 first A1"])
  }

  // "**Unallocated money** (payments, credits) is set, currency by currency, against the customer's
  // undisputed invoices in order of due date; an invoice it covers wholly is held as `unallocated-money`, the
  // others go on."
  @Test func `unallocated money is set against the oldest due first`() throws {
    let run = try simulate(
      [
        account(
          credits: ["150"],
          [
            invoice("A1", due: "2026-03-04"), invoice("A2", due: "2026-03-02"),
            invoice("A3", "50", due: "2026-03-05"),
          ])
      ], from: "2026-03-10", days: 1)
    // 100 go to A2, due first; 50 are left for A1, too little; nothing is left for A3.
    #expect(run.messages == ["2026-03-10 first A1 A3"])
    #expect(run.quiet == ["A2 2026-03-10..2026-03-10 unallocated-money"])
  }

  @Test func `unallocated money passes disputed invoices over`() throws {
    let run = try simulate(
      [
        account(
          credits: ["100"],
          [invoice("A1", due: "2026-03-02", isDisputed: true), invoice("A2", due: "2026-03-03")])
      ], from: "2026-03-10", days: 1)
    #expect(
      run.quiet == ["A1 2026-03-10..2026-03-10 disputed", "A2 2026-03-10..2026-03-10 unallocated-money"])
  }

  @Test func `money of another currency covers nothing`() throws {
    let run = try simulate(
      [
        account(
          credits: ["500 EUR"],
          [invoice("A1", due: "2026-03-02"), invoice("A2", "90 EUR", due: "2026-03-02")])
      ],
      from: "2026-03-10", days: 1)
    #expect(run.messages == ["2026-03-10 first A1"])
    #expect(run.quiet == ["A2 2026-03-10..2026-03-10 unallocated-money"])
  }

  @Test func `a payment without an invoice is unallocated money`() throws {
    let run = try simulate(
      invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", "20", due: "2026-03-03")],
      from: "2026-03-02",
      days: 9, events: "- { on: 2026-03-05, payment: 100 }")
    #expect(run.messages == ["2026-03-09 first A2"])
    #expect(run.quiet == ["A1 2026-03-05..2026-03-10 unallocated-money"])
  }

  // "The books' balance is the truth for what is chased: once it is zero no reminder leaves".
  @Test func `once the balance is zero no reminder leaves`() throws {
    let run = try simulate(
      invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-02", balance: "0")],
      from: "2026-03-02", days: 30, events: "- { on: 2026-03-16, payment: 100, invoice: A1 }")
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.quiet == [])
  }

  // Section 3: "`customer.balance` and `.overdue` sum issued invoices with a balance, disputed ones too,
  // before any credit; overdue means due before today. `.invoices_paid` counts invoices whose balance is
  // zero". "`.average_days_late` is the mean, over settled invoices, of the days from due to the last
  // payment, early ones negative." `.credit`: "unapplied credits".
  @Test(
    arguments: [
      ("customer.balance == 250", true), ("customer.overdue == 100", true),
      ("customer.invoices_open == 2", true),
      ("customer.invoices_paid == 2", true), ("customer.average_days_late.or(0.0) == 4.0", true),
      ("customer.credit == 30", true), ("customer.revenue_12m == 777", true),
      ("customer.tagged(\"vip\")", true),
      ("customer.kind == \"consumer\"", true), ("customer.first_name.or(\"\") == \"Ada\"", true),
      ("customer.balance == 220", false), ("history.sent == 0", true),
      ("has(history.days_since_last)", false),
    ])
  func `the facts of a customer are those of the books`(_ condition: String, _ holds: Bool) throws {
    let books = account(
      contact: "Ada Obi", tags: ["vip"], kind: .consumer, revenue12m: "777", credits: ["30"],
      [
        invoice("A1", due: "2026-03-01", isDisputed: true), invoice("A2", "150", due: "2026-03-02"),
        invoice("A3", "80", due: "2026-02-01", balance: "0", lastPaid: "2026-02-11"),
        invoice("A4", "80", due: "2026-02-01", balance: "0", lastPaid: "2026-01-30"),
        invoice("A5", "999", due: "2026-04-30", issued: "2026-03-10"),
      ])
    let policy = "escalations:\n  - name: rule\n    when: |-\n      \(condition)\n    do: [flag]"
    let run = try simulate(policy, [books], from: "2026-03-02", days: 1)
    #expect(run.flags == (holds ? ["2026-03-02 rule"] : []))
  }

  // Section 3, the table: "negative before the due date", "1 and 1 unless the invoice is paid in parts".
  @Test(
    arguments: [
      #"invoice.number == "A1""#, "invoice.days_overdue == -3", "invoice.due - today == 3",
      "invoice.amount == 100",
      "invoice.balance == 70", "invoice.paid == 30", "invoice.whole_balance == 70", "invoice.total == 70",
      "invoice.interest == 0 && invoice.compensation == 0", "!invoice.disputed",
      #"invoice.collection == "direct_debit""#, "invoice.instalment == 1 && invoice.instalments == 1",
      #"invoice.purchase_order.or("") == "PO 7""#, "!has(invoice.payment_url)",
      #"invoice.fields["region"] == "north""#, "invoice.due - invoice.issued == 30",
      "today.weekday() == 1 && invoice.due.weekday() == 4",
      #"history.tier.or("none") == "none" && invoice.paid > 0"#,
    ])
  func `the facts of an invoice are those of the books`(_ condition: String) throws {
    let details = Receivable.Details(
      purchaseOrder: "PO 7", paymentURL: nil, pdf: nil, fields: Fields(names: ["region"], values: ["north"]))
    let policy = "escalations:\n  - name: rule\n    when: |-\n      \(condition)\n    do: [flag]"
    let run = try simulate(
      policy,
      invoices: [invoice("A1", due: "2026-03-12", balance: "70", collection: .directDebit, details: details)],
      from: "2026-03-09", days: 1)
    #expect(run.flags == ["2026-03-09 rule A1"])
  }

  // Section 3: "`.revenue_12m`, where the books do not state it, is the sum of invoices issued (…), fixed for the
  // run".
  @Test(arguments: [(nil, "185"), ("777", "777")] as [(String?, String)])
  func `the revenue is what the books state, else what was billed`(_ stated: String?, _ revenue: String)
    throws
  {
    let customer = Customer(
      id: CustomerID("C1"), name: "Ada", revenue12m: stated.map { money($0) },
      people: [Person(role: "billing", email: "ap@c1.example")])
    let books = Account(
      customer: customer, receivables: [invoice("A1", due: "2026-03-12")],
      billed: [money("100"), money("100 EUR")])
    let policy = """
      rates: { EUR: 0.85 }
      escalations:
        - { name: rule, when: customer.revenue_12m == \(revenue), do: [flag] }
      """
    let run = try simulate(
      policy, [books], from: "2026-03-09", days: 5,
      events: "- { on: 2026-03-10, issue: { number: A2, amount: 50, due: 2026-04-23 } }")
    #expect(run.flags == ["2026-03-09 rule"])
  }

  // Section 3: "`history` counts messages of earlier days only."
  @Test(
    arguments: [
      ("history.sent >= 1", "2026-03-10"), ("history.sent >= 2", "2026-03-17"),
      ("history.days_since_last.or(0) >= 5", "2026-03-14"), ("has(history.days_since_last)", "2026-03-10"),
      ("history.tier.or(\"\") == \"second\" && invoice.balance > 0", "2026-03-17"),
      ("history.unanswered >= 2", "2026-03-17"),
    ])
  func `the history counts messages of earlier days only`(_ condition: String, _ day: String) throws {
    let policy = "escalations:\n  - name: rule\n    when: |-\n      \(condition)\n    do: [flag]"
    let run = try simulate(policy, invoices: [invoice("A1", due: "2026-03-02")], from: "2026-03-02", days: 20)
    #expect(run.flags.map { String($0.prefix(10)) } == [day])
  }

  // Section 3: "`.unanswered`: messages above level 0 since the customer last answered or paid anything; an
  // automatic answer or a bounce is no answer, and a message that bounced is not counted."
  @Test(
    arguments: [
      ("- { on: 2026-03-11, reply: out_of_office, return: 2026-03-12 }", "2026-03-17"),
      ("- { on: 2026-03-11, payment: 1, invoice: A2 }", nil),
      ("- { on: 2026-03-11, payment: 1 }", nil),
      ("- { on: 2026-03-11, reply: request }", nil),
      // The first of the 9th comes back, leaves again on the 11th; the second leaves on the 18th.
      ("- { on: 2026-03-11, bounce: soft }", "2026-03-19"),
    ] as [(String, String?)])
  func `messages are unanswered since the customer last answered or paid`(_ event: String, _ day: String?)
    throws
  {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 3 days before due }
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due }
      escalations:
        - { name: rule, when: history.unanswered >= 2, do: [flag] }
      responses: { bounce: none, reply: none, partial_payment: none }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", "50", due: "2026-06-30")],
      from: "2026-02-23", days: 28, events: event)
    #expect(run.flags.filter { $0.contains("rule") } == (day.map { ["\($0) rule"] } ?? []))
  }
}
