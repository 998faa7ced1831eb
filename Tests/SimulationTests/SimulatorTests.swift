import Receivables
import Schedule
import TestSupport
import Testing

@testable import Simulation

/// The driver around the decision: horizon, assumptions, who is shown, and what it costs.
@Suite struct SimulatorTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  // Contract: "The days are D, D+1 … D+N−1, closed ones included; events dated before D are history."
  @Test func `the horizon begins on its first day and ends on its last`() throws {
    #expect(try simulate(invoices: Self.due, from: "2026-03-09", days: 1).messages == ["2026-03-09 first A1"])
    #expect(try simulate(invoices: Self.due, from: "2026-03-02", days: 7).messages == [])
    #expect(try simulate(invoices: Self.due, from: "2026-03-02", days: 8).messages == ["2026-03-09 first A1"])
  }

  @Test func `events before the first day are history and raise no flag`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-09", days: 10,
      events: "- { on: 2026-03-06, reply: reply }\n- { on: 2026-03-08, payment: 30, invoice: A1 }")
    // A reply of Friday the 6th is quiet to the 13th, the part payment of the 8th to the 15th.
    #expect(
      run.quiet == [
        "A1 2026-03-09..2026-03-13 paused-by-reply", "A1 2026-03-14..2026-03-15 paused-by-partial_payment",
      ])
    #expect(run.flags == [])
    #expect(run.planned.map(\.message.total) == [money("70")])
  }

  @Test func `an invoice that an event issues takes part from that day on`() throws {
    let run = try simulate(
      invoices: [], from: "2026-03-02", days: 30,
      events: """
        - { on: 2026-03-04, issue: { number: A7, amount: 300, due: 2026-03-09 } }
        - { on: 2026-03-17, payment: 300, invoice: A7 }
        """)
    #expect(run.messages == ["2026-03-16 first A7"])
    #expect(run.summary.invoicesOpen == 0)
  }

  // "`not-issued-yet`", "`settled`" and "`no-tier-in-horizon`" "stand alone, from the first day to the last."
  @Test func `an invoice of which nothing else is said has one silence`() throws {
    let run = try simulate(
      invoices: [
        invoice("A1", due: "2026-06-30", issued: "2026-06-01"), invoice("A2", due: "2026-06-30"),
        invoice("A3", due: "2026-03-20"),
      ], from: "2026-03-02", days: 10, events: "- { on: 2026-03-05, payment: 100, invoice: A3 }")
    #expect(
      run.quiet == [
        "A1 2026-03-02..2026-03-11 not-issued-yet", "A2 2026-03-02..2026-03-11 not-issued-yet",
        "A3 2026-03-02..2026-03-11 settled",
      ])
  }

  private static func paid(_ number: String, late days: Int) -> Receivable {
    invoice(number, due: "2026-01-05", balance: "0", lastPaid: ("2026-01-05" as Day) + days)
  }

  @Test func `by history each customer pays as late as it has before`() throws {
    let customers = [
      account(
        "C1", email: "a@c1.example",
        Self.due + [Self.paid("P1", late: 5), Self.paid("P2", late: 12), Self.paid("P3", late: 20)]),
      account("C2", email: "a@c2.example", Self.due),
    ]
    let run = try simulate("", customers, from: "2026-03-02", days: 31, behaviour: .history)
    // C1 paid 5, 12 and 20 days late: 12 is the middle, so it pays on the 14th.
    #expect(
      run.messages == [
        "C1 2026-03-09 first A1", "C2 2026-03-09 first A1", "C2 2026-03-16 second A1",
        "C2 2026-04-01 final A1",
      ])
  }

  @Test func `by history only what is later than it is now counts`() throws {
    let books = Self.due + [Self.paid("P1", late: 5), Self.paid("P2", late: 12), Self.paid("P3", late: 20)]
    func messages(from day: Day) throws -> [String] {
      try simulate("", [account(books)], from: day, days: 20, behaviour: .history).messages
    }
    // 13 days late, only 20 is later: it pays on the 22nd. 20 days late, nothing is.
    #expect(try messages(from: "2026-03-15") == ["2026-03-16 first A1"])
    #expect(try messages(from: "2026-03-22") == ["2026-03-23 first A1", "2026-03-30 second A1"])
  }

  @Test func `by history a disputed invoice is not expected to be paid`() throws {
    let books = [invoice("A1", due: "2026-03-02", isDisputed: true), Self.paid("P1", late: 5)]
    let run = try simulate("", [account(books)], from: "2026-03-02", days: 30, behaviour: .history)
    #expect(run.quiet == ["A1 2026-03-02..2026-03-31 disputed"])
  }

  @Test func `only the customers asked for are shown, and others still count for a shared address`() throws {
    let shared = ["C1", "C2"].map { account($0, email: "ap@group.example", Self.due) }
    let run = try simulate("", shared, from: "2026-03-02", days: 9, only: [CustomerID("C2")])
    #expect(run.previews.map(\.customer.id.text) == ["C2"])
    #expect(run.messages == ["2026-03-10 first A1"])  // C1 was written to on the 9th
    #expect(run.summary.customers == 1)
    #expect(run.summary.messages == 1)
  }

  @Test func `an address shared over a third customer joins them all`() throws {
    func person(_ role: String, _ email: String) -> Person { Person(role: role, email: email) }
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due, to: director }
      recipients: { director: [director] }
      """
    let run = try simulate(
      policy,
      [
        account("C1", people: [person("billing", "one@x")], Self.due),
        account("C2", people: [person("billing", "two@x"), person("director", "one@x")], Self.due),
        account("C3", people: [person("billing", "two@x")], Self.due),
      ], from: "2026-03-02", days: 20)
    #expect(
      run.messages.filter { $0.contains("first") } == [
        "C1 2026-03-09 first A1", "C2 2026-03-09 first A1", "C3 2026-03-10 first A1",
      ])
  }

  @Test func `a hard bounce closes the address for every customer that shares it`() throws {
    let shared = ["C1", "C2"].map { account($0, email: "ap@group.example", Self.due) }
    let run = try simulate(
      "responses: { bounce: none }", shared, from: "2026-03-09", days: 3,
      events: "- { on: 2026-03-10, customer: C1, bounce: hard }")
    #expect(run.messages == ["C1 2026-03-09 first A1"])
    #expect(run.flags == ["C1 2026-03-10 no-recipient A1", "C2 2026-03-10 no-recipient A1"])
  }

  @Test func `previews come in order of customer id`() throws {
    let run = try simulate(
      ["C2", "C10", "C1"].map { account($0, email: "ap@group.example", Self.due) }, from: "2026-03-02",
      days: 5)
    #expect(run.previews.map(\.customer.id.text) == ["C1", "C10", "C2"])
  }

  // Cost: what is found, not how far the simulation looks.
  @Test func `nothing is found by looking ten times as far`() throws {
    func found(_ days: Int) throws -> [Int] {
      let run = try simulate(invoices: Self.due, from: "2026-03-02", days: days)
      return [run.planned.count, run.flags.count, run.quiet.count]
    }
    #expect(try found(3_000) == found(60))
  }

  @Test func `a horizon of one day and one of a century both end`() throws {
    let run = try simulate(
      "escalations:\n  - { name: daily, when: 'today.weekday() == 3 && customer.tagged(\"of-no-test\")', do: [flag] }",
      invoices: Self.due,
      from: "2026-03-02", days: 36_500)
    #expect(run.messages.count == 3)
  }

  // Section 5: "`per_run` as answered with yes (marked)".
  @Test func `a day with more messages than per_run is marked`() throws {
    let customers = ["C1", "C2", "C3"].map {
      account($0, email: "ap@\($0).example", [invoice("A1", due: $0 == "C3" ? "2026-03-03" : "2026-03-02")])
    }
    func mark(_ limit: Int) throws -> Bool {
      try simulate("limits: { per_run: \(limit) }", customers, from: "2026-03-02", days: 9).ndjson.contains {
        $0.contains(#""over_per_run":[{"on":"2026-03-09","messages":3}]"#)
      }
    }
    #expect(try mark(2))
    #expect(try !mark(3))
  }
}

@Suite struct SharedAddressesTests {
  @Test func `customers are joined by usable addresses, directly or over others`() {
    func books(_ id: String, _ emails: String...) -> Account {
      account(id, people: emails.map { Person(role: "billing", email: $0) }, [])
    }
    let groups = SharedAddresses([
      books("C0", "a@x"), books("C1", "b@x", "a@x"), books("C2", "c@x", "n/a"), books("C3", "b@x"),
      books("C4", "d@x", "n/a"), books("C5"),
    ])
    #expect([0, 1, 3].allSatisfy { groups.members(with: $0) == [0, 1, 3] })
    #expect([2, 4, 5].allSatisfy { groups.members(with: $0) == [$0] })
  }
}
