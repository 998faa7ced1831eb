import Receivables
import Schedule
import TestSupport
import Testing

/// Section 5.3 of the language, "Escalations".
@Suite struct EscalationTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  // "looked at every calendar day, in the order of the file".
  @Test func `rules are looked at every calendar day in the order of the file`() throws {
    let policy = """
      escalations:
        - { name: b, when: invoice.days_overdue >= 5, do: [flag] }
        - { name: a, when: invoice.days_overdue >= 5, do: [notify] }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 20)
    #expect(run.flags == ["2026-03-07 b A1", "2026-03-07 a A1"])  // a Saturday
  }

  // "for every issued invoice with a balance (disputed, held, paused and small ones too)".
  @Test func `rules see disputed, held, paused and small invoices`() throws {
    let policy = """
      escalations:
        - { name: stop, when: customer.balance >= 1, do: [hold, flag] }
        - { name: late, when: invoice.days_overdue >= 5, do: [flag] }
      limits: { min_balance: 50 }
      """
    let run = try simulate(
      policy,
      invoices: [
        invoice("A1", due: "2026-03-02", isDisputed: true), invoice("A2", "10", due: "2026-03-02"),
        invoice("A3", due: "2026-03-02"), invoice("A4", due: "2026-03-02", balance: "0"),
      ], from: "2026-03-02", days: 20,
      events: "- { on: 2026-03-03, reply: promise, promised: 2026-03-20, invoice: A3 }")
    #expect(
      run.flags == [
        "2026-03-02 stop", "2026-03-07 late A1", "2026-03-07 late A2", "2026-03-07 late A3",
      ])
  }

  // "and every customer with one; a rule that names no invoice fact is the customer's."
  @Test func `a rule that names no invoice fact is the customer's`() throws {
    let policy = "escalations:\n  - { name: owing, when: customer.invoices_open >= 0, do: [flag] }"
    let run = try simulate(
      policy, [account("C1", Self.due), account("C2", [invoice("A1", due: "2026-03-02", balance: "0")])],
      from: "2026-03-02", days: 5)
    #expect(run.flags == ["C1 2026-03-02 owing"])
  }

  // "All that hold fire, once, until the owner clears them; then again only once it has been false on a day
  // since it last fired".
  @Test func `a rule fires once, and again only when cleared and once false in between`() throws {
    let policy = "escalations:\n  - { name: big, when: customer.balance >= 150, do: [flag] }"
    let two = [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-06-30", issued: "2026-03-01")]
    func fired(_ events: String) throws -> [String] {
      try simulate(policy, invoices: two, from: "2026-03-02", days: 40, events: events).flags.filter {
        $0.hasSuffix("big")
      }
    }
    let falls = "- { on: 2026-03-10, payment: 100, invoice: A2 }\n"
    let rises = "- { on: 2026-03-20, issue: { number: A3, amount: 100, due: 2026-06-30 } }\n"
    let clears = "- { on: 2026-03-05, release: true }\n"
    #expect(try fired("") == ["2026-03-02 big"])
    #expect(try fired(clears) == ["2026-03-02 big"])
    #expect(try fired(falls + rises) == ["2026-03-02 big"])
    #expect(try fired(clears + falls + rises) == ["2026-03-02 big", "2026-03-20 big"])
    // Cleared only later, on the 25th, when it holds again: it has been false on a day since it last fired.
    #expect(
      try fired(falls + rises + "- { on: 2026-03-25, release: true }\n") == [
        "2026-03-02 big", "2026-03-25 big",
      ])
  }

  // "`flag` puts it on the review list; `hold` stops all reminders to the customer until released".
  @Test func `a hold stops all reminders until released`() throws {
    let policy = "escalations:\n  - { name: late, when: invoice.days_overdue >= 10, do: [hold, flag] }"
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-09")],
      from: "2026-03-02",
      days: 26, events: "- { on: 2026-03-18, release: true }")
    // A1 holds from the 12th; A2 (first on the 16th) is quiet too. A2 is ten days overdue on the 19th: held
    // again.
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-18 second A1 A2"])
    #expect(
      run.quiet == [
        "A1 2026-03-12..2026-03-17 held-by-late", "A1 2026-03-19..2026-03-27 held-by-late",
        "A2 2026-03-12..2026-03-17 held-by-late", "A2 2026-03-19..2026-03-27 held-by-late",
      ])
  }

  // "`hold: invoice` that invoice alone".
  @Test func `a hold of the invoice stops that invoice alone`() throws {
    let policy = "escalations:\n  - { name: late, when: invoice.balance >= 500, do: [hold: invoice, flag] }"
    let run = try simulate(
      policy, invoices: [invoice("A1", "500", due: "2026-03-02"), invoice("A2", due: "2026-03-02")],
      from: "2026-03-02", days: 10)
    #expect(run.messages == ["2026-03-09 first A2"])
    #expect(run.quiet == ["A1 2026-03-02..2026-03-11 held-by-late"])
  }

  // "`notify` mails the owner; `task: call` makes a task": they show as flags that say what they do.
  @Test func `what a rule does stands in its flag`() throws {
    let policy = """
      escalations:
        - { name: late, when: invoice.days_overdue >= 5, do: [notify, task: call, hold: invoice, schedule: standard] }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-07", days: 1)
    let actions = #""do":["notify","task: call","hold: invoice","schedule: standard"]"#
    #expect(run.ndjson.count { $0.contains(actions) } == 1)
  }

  /// Two schedules that rules move the customer to.
  private static let moves = """
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due }
      slow:
        - { tier: first, send: 10 days after due }
        - { tier: second, send: 40 days after due }
      quick:
        - { tier: first, send: 1 day after due }
        - { tier: second, send: 11 days after due }
    """

  // "`schedule: NAME` moves the customer (the last rule that fired wins, the segment's tone stays, …)".
  @Test func `the last rule that fired wins and the segment's tone stays`() throws {
    let policy =
      Self.moves + """

        escalations:
          - { name: easy, when: invoice.days_overdue >= 2, do: [flag, schedule: slow] }
          - { name: hard, when: invoice.days_overdue >= 4, do: [flag, schedule: quick] }
        """
    // slow from the 4th, quick from Friday the 6th: `first` had its day on the 3rd and leaves at once; second
    // 10 days later on the 16th (planned for Friday the 13th, 10 days after the 3rd).
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 30)
    #expect(run.messages == ["2026-03-06 first A1", "2026-03-16 second A1"])
    #expect(run.planned.map { run.scenario.plan.schedules[$0.message.schedule].name } == ["quick", "quick"])
    #expect(run.planned.allSatisfy { run.scenario.plan.tones[$0.message.tone] == "plain" })
  }

  // "… until cleared or nothing is owed".
  @Test func `a move ends when it is cleared`() throws {
    let policy =
      Self.moves
      + "\nescalations:\n  - { name: easy, when: invoice.days_overdue >= 2, do: [flag, schedule: slow] }"
    let run = try simulate(
      policy, invoices: Self.due, from: "2026-03-02", days: 10, events: "- { on: 2026-03-10, release: true }")
    #expect(run.messages == ["2026-03-10 first A1"])
    #expect(run.planned.map { run.scenario.plan.schedules[$0.message.schedule].name } == ["standard"])
  }

  @Test func `a move ends when nothing is owed`() throws {
    let policy =
      Self.moves
      + "\nescalations:\n  - { name: easy, when: invoice.number == \"A1\", do: [flag, schedule: slow] }"
    let run = try simulate(
      policy, invoices: Self.due, from: "2026-03-02", days: 30,
      events: """
        - { on: 2026-03-04, payment: 100, invoice: A1 }
        - { on: 2026-03-05, issue: { number: A2, amount: 50, due: 2026-03-09 } }
        """)
    // 5 days after due is Saturday the 14th: Monday the 16th.
    #expect(run.messages.first == "2026-03-16 first A2")
    #expect(run.planned.first.map { run.scenario.plan.schedules[$0.message.schedule].name } == "standard")
  }

  // "A rule that holds without `flag`, `notify` or `task` is an error."
  @Test(arguments: [
    ("hold", true), ("hold, notify", false), ("hold, task: call", false), ("hold, flag", false),
  ])
  func `a rule that holds has to tell somebody`(_ actions: String, _ isError: Bool) {
    let policy = "escalations:\n  - { name: late, when: invoice.days_overdue >= 5, do: [\(actions)] }"
    if isError {
      #expect(throws: UnusablePolicy.self) { try plan(policy) }
    } else {
      #expect(throws: Never.self) { try plan(policy) }
    }
  }
}
