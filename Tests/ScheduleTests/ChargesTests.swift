import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// Charges in messages, letters and conditions. Source: policy language, sections 1, 3, 5 and 6.
@Suite struct ChargesTests {
  /// 10 % of 365 pounds are 10 pence a day.
  private static let policy = """
    charges:
      interest: { annual_rate: 10 % }
      compensation: uk-late-payment
      allocation: principal_first
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due, charges: true }
    tones:
      plain:
        default:
          subject: "Your account"
          body: |
            {{ money(invoice.interest) }}, {{ money(invoice.compensation) }}, {{ money(invoice.total) }}; {{ money(total_due) }}
            {{ invoice_table }}
    """

  private func run(
    _ books: Account, _ policy: String = policy, _ events: [ScenarioEvent] = []
  ) throws -> SimulatedRun {
    SimulatedRun(
      Scenario(
        plan: try plan(policy), snapshot: Snapshot(asOf: nil, accounts: [books]), from: "2026-03-02",
        days: 30,
        events: events, writesLetters: true))
  }

  private func charges(_ run: SimulatedRun) -> [[String]] {
    run.planned.map { planned in
      planned.message.parts.compactMap { part in
        part.charges.map { "\(part.place) \($0.interest) \($0.compensation)" }
      }
    }
  }

  private func words(_ run: SimulatedRun, _ place: Int) throws -> String {
    try run.planned[place].letter?.get().text ?? ""
  }

  @Test func `a tier that charges demands what has come up, the one before it nothing`() throws {
    let run = try run(account([invoice("A1", "365", due: "2026-03-02")]))
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 second A1"])
    // 14 days of 10 pence, and 40 pounds.
    #expect(charges(run) == [[], ["0 140 4000"]])
    #expect(run.planned.map(\.message.total) == [money("365"), money("406.40")])
    #expect(try words(run, 0).hasPrefix("£0.00, £0.00, £365.00; £365.00\n"))
    #expect(try words(run, 1).hasPrefix("£1.40, £40.00, £406.40; £406.40\n"))
  }

  @Test func `the table shows charges below their invoice, and what all comes to`() throws {
    let run = try run(
      account([invoice("A1", "365", due: "2026-03-02"), invoice("A2", "1000", due: "2026-03-11")]))
    let text = try words(run, 1)
    #expect(
      text.hasSuffix(
        """
        Invoice  Due date            Amount open
        A1       2 March 2026            £365.00
          Late-payment interest            £1.40
          Late-payment compensation       £40.00

        Also open
        A2       11 March 2026         £1,000.00

        Total                          £1,406.40

        """), "\(text)")
  }

  // "`charges` hold only for invoices whose own tier has them".
  @Test func `of a message only the invoices whose own tier charges are charged`() throws {
    let run = try run(
      account([invoice("A1", "365", due: "2026-03-02"), invoice("A2", "365", due: "2026-03-11")]))
    #expect(run.messages.contains("2026-03-16 second A1 A2"))
    #expect(charges(run).filter { !$0.isEmpty } == [["0 140 4000"], ["1 140 4000"]])
  }

  @Test func `a consumer is never charged`() throws {
    let run = try run(account(kind: .consumer, [invoice("A1", "365", due: "2026-03-02")]))
    #expect(charges(run) == [[], []])
    #expect(run.planned.map(\.message.total) == [money("365"), money("365")])
    #expect(try !words(run, 1).contains("interest"))
  }

  @Test func `a part payment on an assumed day lowers the interest from the day after`() throws {
    var books = account([invoice("A1", "730", due: "2026-03-02")])
    books.payments = []
    let paid = ScenarioEvent(
      on: "2026-03-06", customer: CustomerID("C1"), invoice: "A1", kind: .payment(money("365")))
    let run = try run(books, Self.policy + "\nresponses: { partial_payment: none }", [paid])
    // 4 days of 20 pence, 10 of 10.
    #expect(charges(run).last == ["0 180 4000"])
    #expect(run.planned.last?.message.total == money("406.80"))
  }

  // Interest grows by the day, so every day matters: 1.00 is reached on the tenth day.
  @Test(
    arguments: [
      ("invoice.interest >= 1", "2026-03-12"), ("invoice.compensation > 0", "2026-03-03"),
      ("invoice.total > 365", "2026-03-03"), ("invoice.total >= 406", "2026-03-12"),
    ])
  func `a condition reads charges up to the day`(_ condition: String, _ day: String) throws {
    let rule = "\nescalations:\n  - { name: rule, when: \(condition), do: [flag] }"
    let run = try run(account([invoice("A1", "365", due: "2026-03-02")]), Self.policy + rule)
    #expect(run.flags.first == "\(day) rule A1")
  }

  // Step 1: "once it is zero no reminder leaves, and `when_principal_paid` alone decides about charges".
  @Test(arguments: [
    ("waive", []), ("carry", ["2026-03-20 charges-open A1"]), ("demand", ["2026-03-20 charges-open A1"]),
  ])
  func `charges that a payment leaves open are flagged, unless they are waived`(
    _ word: String, _ flags: [String]
  ) throws {
    let policy = Self.policy.replacing(
      "principal_first", with: "principal_first\n  when_principal_paid: \(word)")
    let paid = [
      ScenarioEvent(on: "2026-03-20", customer: CustomerID("C1"), invoice: "A1", kind: .settles),
      ScenarioEvent(on: "2026-03-20", customer: CustomerID("C1"), invoice: "A2", kind: .settles),
    ]
    // For A2 no charges were demanded.
    let books = account([invoice("A1", "365", due: "2026-03-02"), invoice("A2", "365", due: "2026-03-15")])
    #expect(try run(books, policy, paid).flags == flags)
  }

  @Test func `without charges in the policy a tier demands none`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due, charges: true }
      """
    let run = try run(account([invoice("A1", "365", due: "2026-03-02")]), policy)
    #expect(charges(run) == [[]])
    #expect(run.planned.map(\.message.total) == [money("365")])
  }

  @Test func `a message row has what it demands, and only where it demands something`() throws {
    let rows = try run(account([invoice("A1", "365", due: "2026-03-02")])).ndjson.filter {
      $0.contains(#""kind":"message""#)
    }
    #expect(rows.count == 2)
    #expect(!rows[0].contains(#""charges""#))
    #expect(
      rows[1].contains(
        #""total":{"amount":"406.40","currency":"GBP"},"charges":[{"invoice":"A1","interest":{"amount":"1.40","#
          + #""currency":"GBP"},"compensation":{"amount":"40.00","currency":"GBP"}}]"#), "\(rows[1])")
  }

  @Test func `the plan says what is charged`() throws {
    let text = PlanText(
      try plan(
        Self.policy.replacing("10 %", with: "8 % over uk-late-payment").replacing(
          "principal_first", with: "principal_first\n  when_principal_paid: carry"))
    ).render()
    #expect(
      text.contains(
        """
          interest          8 % over uk-late-payment, fixed when it starts, from the day after the due day,
                            known until 2025-12-31
          compensation      uk-late-payment: 40.00 GBP below 1000.00, 70.00 GBP below 10000.00, 100.00 GBP
          allocation        a part payment settles the invoice first
          when paid         charges left open are flagged, to be carried forward
        """), "\(text)")
    let json = String(decoding: PlanJSON.render(try plan(Self.policy)), as: UTF8.self)
    #expect(json.contains(#""annual_rate": "10""#) && json.contains(#""compensation": "uk-late-payment""#))
  }
}
