import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// Section 5.10 of the language, "Thanks".
@Suite struct ThanksTests {
  private static let policy = """
    responses: { paid: { thank: true } }
    tones:
      plain:
        default: { subject: Open, body: "{{ invoice_table }}" }
        thanks:
          subject: "Thank you"
          body: |
            Hello {{ recipient.first_name.or("there") }},

            thank you: {{#each invoices as inv}}{{ inv.number }} {{/each}}

    """

  private func run(
    _ accounts: [Account] = [account([invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-05-30")])],
    _ more: String = "", days: Int = 30, events: String
  ) throws -> SimulatedRun {
    try simulate(Self.policy + more, accounts, from: "2026-03-02", days: days, events: events)
  }

  private func paid(_ invoice: String, _ amount: String = "100", on day: Day) -> String {
    "- { on: \(day), customer: C1, payment: \(amount), invoice: \(invoice) }\n"
  }

  // "a thank-you leaves on the first open day after a reminded invoice is settled".
  @Test func `thanks leave on the first open day after the payment, once`() throws {
    // The 13th is a Friday.
    #expect(
      try run(events: paid("A1", on: "2026-03-13")).messages == [
        "2026-03-09 first A1", "2026-03-16 thanks A1",
      ])
  }

  @Test func `nobody is thanked for what was not asked for, nor for a part`() throws {
    #expect(
      try run(events: paid("A2", on: "2026-03-10")).messages == [
        "2026-03-09 first A1", "2026-03-16 second A1",
      ])
    #expect(
      try run(events: paid("A1", "40", on: "2026-03-10")).messages == [
        "2026-03-09 first A1", "2026-03-18 second A1",
      ])
  }

  // "one a day".
  @Test func `what was settled in the same days is thanked for at once`() throws {
    let two = account([invoice("A1", due: "2026-03-02"), invoice("B1", "100 EUR", due: "2026-03-02")])
    let run = try run([two], events: paid("A1", on: "2026-03-12") + paid("B1", on: "2026-03-12"))
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-10 first B1", "2026-03-13 thanks A1 B1"])
  }

  // "only if nothing of the customer's is past due or disputed".
  @Test(arguments: [
    invoice("B1", due: "2026-03-03"),
    invoice("B1", due: "2026-06-03", issued: "2026-03-01", isDisputed: true),
  ])
  func `whoever owes something late, or disputes something, is not thanked`(other: Receivable) throws {
    let both = account([invoice("A1", due: "2026-03-02"), other])
    let run = try run([both], "limits: { min_gap: 9 days }\n", days: 20, events: paid("A1", on: "2026-03-12"))
    #expect(!run.messages.contains { $0.contains("thanks") })
  }

  // "holds stop it, pauses do not".
  @Test func `a hold stops thanks, and a pause does not`() throws {
    let held = "- { on: 2026-03-12, customer: C1, bounce: soft }\n"
    let paused = "- { on: 2026-03-12, customer: C1, reply: out_of_office }\n"
    let payment = paid("A1", on: "2026-03-12")
    #expect(try run(events: paused + payment).messages.last == "2026-03-13 thanks A1")
    #expect(try !run(events: held + payment).messages.contains { $0.contains("thanks") })
  }

  // "it keeps `min_gap`, is dropped rather than delayed beyond 5 days".
  @Test(arguments: [("9 days", "2026-03-18 thanks A1"), ("10 days", "2026-03-09 first A1")])
  func `thanks keep the gap, and come no more than five days late`(gap: String, last: String) throws {
    // Paid on the 12th, so due on Friday the 13th: the 18th is five days later.
    let run = try run(
      [account([invoice("A1", due: "2026-03-02")])], "limits: { min_gap: \(gap) }\n",
      events: paid("A1", on: "2026-03-12"))
    #expect(run.messages.last == last)
  }

  // "counts for no cap, level or `unanswered`"; it is a message all the same, and the gap counts it.
  @Test func `thanks count for no cap, and for the gap`() throws {
    let both = account([invoice("A1", due: "2026-03-02"), invoice("B1", due: "2026-03-16")])
    let run = try run(
      [both], "limits: { min_gap: 4 days, at_most: 2 per 30 days }\n", days: 25,
      events: paid("A1", on: "2026-03-10"))
    // The cap of two still allows the first about B1 on the 23rd: the 21st is a Saturday.
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-13 thanks A1", "2026-03-23 first B1"])
    let near = try self.run(
      [account([invoice("A1", due: "2026-03-02"), invoice("B1", due: "2026-03-13")])],
      "limits: { min_gap: 7 days }\n", days: 25, events: paid("A1", "100", on: "2026-03-06") + "")
    #expect(near.messages == ["2026-03-18 first B1"])
  }

  @Test func `thanks are written in the softest tone that has words, and shown as a message`() throws {
    let scenario = try simulate(
      Self.policy, [account([invoice("A1", due: "2026-03-02")])], from: "2026-03-02", days: 30,
      events: paid("A1", on: "2026-03-12"), writesLetters: true)
    let row = try #require(scenario.ndjson.first { $0.contains("\"tier\":\"thanks\"") })
    #expect(row.contains("\"level\":0,\"tone\":\"plain\""))
    #expect(row.contains("\"reason\":\"thanks\""))
    #expect(row.contains("\"invoices\":[\"A1\"]"))
    #expect(row.contains("thank you: A1"))
    #expect(row.contains("\"total\":{\"amount\":\"0.00\""))
  }

  @Test func `jumping from day to day finds the same thanks as walking every day`() throws {
    for seed in UInt64(1)...120 {
      let random = try RandomScenario(seed: seed)
      let plan = try wholePlan(thankful(random.policy.text()))
      let jumped = SimulatedRun(random.scenario(plan))
      let walked = SimulatedRun(random.scenario(plan, walksEveryDay: true))
      #expect(jumped.messages == walked.messages, "seed \(seed)")
      #expect(jumped.quiet == walked.quiet, "seed \(seed)")
    }
  }
}
