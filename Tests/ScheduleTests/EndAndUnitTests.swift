import PolicyModel
import Receivables
import Schedule
import TestSupport
import Testing

/// Section 4 of the language, "The end", "The unit is what falls due", "How it is collected" and "Who writes
/// to whom".
@Suite struct EndAndUnitTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  // "An invoice still open the day after its last tier's deadline (without one, on the 7th day after it was
  // sent) is flagged `schedule-finished`, once".
  @Test func `an open invoice is flagged on the 7th day after its last tier`() throws {
    let policy = "schedules:\n  standard:\n    - { tier: first, send: 5 days after due }"
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 40)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.flags == ["2026-03-16 schedule-finished A1"])
    #expect(run.quiet == ["A1 2026-03-10..2026-04-10 schedule-finished"])
  }

  @Test func `an open invoice is flagged the day after its last deadline`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due, respond_within: 12 days }
      """
    // Twelve days after Monday the 9th is Saturday the 21st: the deadline is Monday the 23rd.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 40)
    #expect(run.flags == ["2026-03-24 schedule-finished A1"])
  }

  // "unless the last item of the schedule is `- end: { flag: false, reason: … }`."
  @Test func `a stated end raises no flag`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - end: { flag: false, reason: small customers are not worth a call }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 40)
    #expect(run.flags == [])
    #expect(run.quiet == ["A1 2026-03-10..2026-04-10 schedule-finished"])
  }

  @Test func `a settled invoice is not flagged`() throws {
    let policy = "schedules:\n  standard:\n    - { tier: first, send: 5 days after due }"
    let run = try simulate(
      policy, invoices: Self.due, from: "2026-03-02", days: 40,
      events: "- { on: 2026-03-15, payment: 100, invoice: A1 }")
    #expect(run.flags == [])
  }

  // "Each invoice has a ladder of its own; what its customer has heard about others changes only the words."
  @Test func `each invoice has a ladder of its own`() throws {
    let run = try simulate(
      invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-09")], from: "2026-03-02",
      days: 30)
    // A2: 5 days after the 9th is Saturday the 14th, so Monday the 16th with the second of A1; its own second
    // 14 days after due, Monday the 23rd.
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 second A1 A2", "2026-03-23 second A2 (+A1)"])
    #expect(run.planned[1].message.parts.map(\.step.level) == [2, 1])
  }

  // "An invoice that is open again goes on from the last tier sent."
  @Test func `an invoice that is open again goes on from the last tier sent`() throws {
    let plan = try plan("")
    var account = account(Self.due)
    var state = State(partCount: 1)
    func tiers(on day: Day) -> [String] {
      let decision = decide(plan, account, state, AddressLog(), on: day)
      for event in decision.events { evolve(&state, event) }
      return decision.messages.map { plan.tiers[$0.step.tier].name }
    }
    #expect(tiers(on: "2026-03-09") == ["first"])
    account.receivables[0].balance = money("0")
    #expect(tiers(on: "2026-03-16") == [])
    account.receivables[0].balance = money("40")
    #expect(tiers(on: "2026-03-20") == ["second"])
  }

  // "An invoice paid in instalments has one ladder for each instalment, with its own due date and balance".
  @Test func `each instalment has a ladder of its own`() throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-16")])
    let run = try simulate(invoices: parts, from: "2026-03-02", days: 30)
    // The second falls due on Monday the 16th: first on Monday the 23rd (the 21st is a Saturday), second on
    // the 30th.
    #expect(
      run.messages == [
        "2026-03-09 first B1/1", "2026-03-16 second B1/1", "2026-03-23 first B1/2 (+B1/1)",
        "2026-03-30 second B1/2 (+B1/1)",
      ])
  }

  // "`invoice.amount`, `.paid`, `.balance`, `.due`, `.days_overdue` and `min_balance` are of the instalment,
  // `invoice.whole_balance` of all parts".
  @Test(
    arguments: [
      ("invoice.balance >= 100", false), ("invoice.whole_balance >= 100", true),
      ("invoice.amount == 60", true),
      ("invoice.days_overdue == 14 && invoice.balance == 40", false), ("invoice.instalments == 2", true),
      ("invoice.due == customer.since.or(invoice.due)", true),
    ])
  func `facts of an invoice are of the instalment`(_ condition: String, _ holds: Bool) throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-16")])
    let policy = "escalations:\n  - name: rule\n    when: \(condition)\n    do: [flag]"
    let run = try simulate(policy, invoices: parts, from: "2026-03-16", days: 1)
    #expect(run.flags == (holds ? ["2026-03-16 rule B1"] : []))
  }

  @Test func `a minimum is of the instalment`() throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-02")])
    let run = try simulate("limits: { min_balance: 50 }", invoices: parts, from: "2026-03-09", days: 1)
    #expect(run.messages == ["2026-03-09 first B1/1 (+B1/2)"])
    #expect(run.quiet == ["B1/2 2026-03-09..2026-03-09 below-min-balance"])
  }

  // "a rule with invoice facts is worked out for each part and fires once for the number, when it holds for
  // one".
  @Test func `a rule fires once for the number`() throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-16")])
    let policy = "escalations:\n  - { name: late, when: invoice.days_overdue >= 3, do: [flag] }"
    let run = try simulate(policy, invoices: parts, from: "2026-03-02", days: 40)
    #expect(run.flags.filter { $0.contains("late") } == ["2026-03-05 late B1"])
  }

  // "an escalation, dispute, promise or hold that names the number means all its parts".
  @Test func `what names the number means all its parts`() throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-16")])
    let held = try simulate(
      "escalations:\n  - { name: big, when: invoice.balance >= 50, do: [hold: invoice, flag] }",
      invoices: parts, from: "2026-03-02", days: 40)
    #expect(held.messages == [])
    #expect(
      held.quiet == ["B1/1 2026-03-02..2026-04-10 held-by-big", "B1/2 2026-03-02..2026-04-10 held-by-big"])
    let disputed = try simulate(
      invoices: parts, from: "2026-03-02", days: 40,
      events: "- { on: 2026-03-04, reply: dispute, invoice: B1 }")
    #expect(
      disputed.quiet == ["B1/1 2026-03-04..2026-04-10 disputed", "B1/2 2026-03-04..2026-04-10 disputed"])
    let one = try simulate(
      invoices: parts, from: "2026-03-02", days: 20,
      events: "- { on: 2026-03-04, reply: dispute, invoice: B1/2 }")
    #expect(one.messages == ["2026-03-09 first B1/1", "2026-03-16 second B1/1"])
  }

  // "the counts of `customer` count numbers."
  @Test func `counts of the customer count numbers`() throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-16")])
    let policy = """
      escalations:
        - { name: one, when: customer.invoices_open == 1, do: [flag] }
        - { name: two, when: customer.invoices_open >= 2, do: [flag] }
      """
    #expect(try simulate(policy, invoices: parts, from: "2026-03-02", days: 1).flags == ["2026-03-02 one"])
  }

  // "Identity is (customer, invoice number, instalment), never a row number or a date."
  @Test func `two customers may use one number`() throws {
    let run = try simulate(
      [account("C1", email: "a@c1.example", Self.due), account("C2", email: "a@c2.example", Self.due)],
      from: "2026-03-09", days: 10, events: "- { on: 2026-03-10, customer: C2, payment: 100, invoice: A1 }")
    #expect(run.messages == ["C1 2026-03-09 first A1", "C1 2026-03-16 second A1", "C2 2026-03-09 first A1"])
  }

  // "For an invoice collected by `direct_debit` or `card` no after-due tier leaves until the books say
  // `collection: failed`". "While it is being collected an invoice is silent as `collection` on the days on
  // which an after-due tier would be reached, and is listed in no letter; one still open 10 business days
  // past due is flagged `collection`."
  @Test(arguments: [Receivable.Collection.directDebit, .card])
  func `an invoice that is being collected is quiet and then flagged`(_ way: Receivable.Collection) throws {
    let run = try simulate(
      invoices: [invoice("A1", due: "2026-03-02", collection: way), invoice("A2", due: "2026-03-02")],
      from: "2026-03-02", days: 30)
    #expect(run.messages == ["2026-03-09 first A2", "2026-03-16 second A2"])
    #expect(run.quiet == ["A1 2026-03-09..2026-03-31 collection"])
    #expect(run.flags == ["2026-03-16 collection A1"])
  }

  // "tiers then count from the first day on which Duly reads that (in a simulation `--from`), or the due day
  // if that is later: it stands in the place of the due day for the anchors `due` and `end of month`, and
  // `days_overdue` does not change."
  @Test func `where collection failed, tiers count from the day on which that was read`() throws {
    let failed = invoice("A1", due: "2026-03-02", collection: .failed, countsFrom: "2026-03-18")
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 8 days after end of month }
      escalations:
        - { name: late, when: invoice.days_overdue >= 20, do: [flag] }
      """
    // 5 days after the 18th is Monday the 23rd; 8 days after 31 March is Wednesday 8 April.
    let run = try simulate(policy, invoices: [failed], from: "2026-03-18", days: 30)
    #expect(run.messages == ["2026-03-23 first A1", "2026-04-08 second A1"])
    #expect(run.flags.contains("2026-03-22 late A1"))
  }

  // "before-due tiers skip all but `transfer` unless the tier says `collection: any`" (section 3).
  @Test func `before-due tiers speak of transfers alone unless they say otherwise`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 10 days before due }
          - { tier: soon, send: 3 days before due, collection: any }
      """
    let run = try simulate(
      policy,
      invoices: [invoice("A1", due: "2026-03-30", collection: .card), invoice("A2", due: "2026-03-30")],
      from: "2026-03-02", days: 28)
    #expect(run.messages == ["2026-03-20 early A2", "2026-03-27 soon A1 A2"])
  }
}
