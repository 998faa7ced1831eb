import Explanation
import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// What is said of a day, and that it is what the preview does.
@Suite struct ExplainerTests {
  private static let policy = """
    segments:
      - { name: vip, when: customer.tagged("vip") || customer.revenue_12m >= 50000, schedule: gentle, tone: friendly }
      - { name: everyone, schedule: standard, tone: plain }
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due, approval: owner, respond_within: 7 days }
      gentle:
        - { tier: first, send: 10 days after due }
    escalations:
      - { name: large-and-late, when: invoice.balance >= 10000 && invoice.days_overdue >= 16, do: [hold, flag] }
      - { name: silent, when: history.unanswered >= 2, do: [flag] }
    limits: { min_balance: 20, min_gap: 4 days, at_most: 3 per 30 days }
    """

  private func text(
    _ account: Account, _ invoice: String? = nil, on day: Day, events yaml: String = "[]",
    ownerIsPresent: Bool = true
  ) throws -> String {
    let plan = try plan(Self.policy)
    let snapshot = Snapshot(asOf: "2026-03-02", accounts: [account])
    let scenario = Scenario(
      plan: plan, snapshot: snapshot, from: "2026-03-02", days: day - "2026-03-02" + 1 + Explainer.daysAhead,
      events: try events(yaml, about: snapshot, base: plan.base), ownerIsPresent: ownerIsPresent)
    let explained = Explainer(scenario).explain(account.customer.id, invoice: invoice, on: day)
    let explanation = try #require(explained)
    return ExplanationText(explanation, file: plan.source.file, hasColour: false).render()
  }

  private static let one = account("C1", [invoice("A1", "100", due: "2026-03-02")])

  @Test func `a message, a wait, a pause, a hold, an owner who is away`() throws {
    let large = account(
      "C2", [invoice("B1", "10000", due: "2026-03-02"), invoice("B2", "15", due: "2026-02-02")])
    let promise = "- { on: 2026-03-10, reply: promise, promised: 2026-03-18, invoice: A1 }"
    let cases = [
      ("a message", try text(Self.one, on: "2026-03-09")),
      ("two days before it", try text(Self.one, on: "2026-03-07")),
      ("a promise", try text(Self.one, on: "2026-03-16", events: promise)),
      ("two days before a rule fires", try text(large, on: "2026-03-16")),
      ("held", try text(large, "B1", on: "2026-03-19")),
      ("the owner is away", try text(Self.one, on: "2026-03-16", ownerIsPresent: false)),
    ]
    expectGolden(cases.map { "======== \($0.0)\n\($0.1)" }.joined(separator: "\n"), "explained.txt")
  }

  @Test func `paid, not issued yet, disputed, soon after another, nobody to write to`() throws {
    let several = account(
      "C1", tags: ["vip"],
      [
        invoice("A1", "100", due: "2026-03-02"), invoice("A2", "50", due: "2026-05-01", issued: "2026-04-01"),
        invoice("A3", "70", due: "2026-03-04"), invoice("A4", "70", due: "2026-03-04", isDisputed: true),
      ])
    let nobody = account("C3", email: nil, [invoice("D1", "100", due: "2026-03-02")])
    let paid = "- { on: 2026-03-05, payment: 100, invoice: A1 }"
    let cases = [
      ("paid", try text(several, "A1", on: "2026-03-12", events: paid)),
      ("not issued yet", try text(several, "A2", on: "2026-03-12")),
      ("soon after another", try text(several, on: "2026-03-14")),
      ("nobody", try text(nobody, on: "2026-03-09")),
      ("nothing open", try text(account("C4", []), on: "2026-03-09")),
    ]
    expectGolden(cases.map { "======== \($0.0)\n\($0.1)" }.joined(separator: "\n"), "explained-others.txt")
  }

  @Test func `for programs`() throws {
    let plan = try plan(Self.policy)
    let scenario = Scenario(
      plan: plan, snapshot: Snapshot(asOf: nil, accounts: [Self.one]), from: "2026-03-02", days: 68)
    let explained = Explainer(scenario).explain(CustomerID("C1"), invoice: nil, on: "2026-03-10")
    expectGolden(ExplanationJSON.render(try #require(explained), policy: plan.policy), "explained.json")
    let nobody = Explainer(scenario).explain(CustomerID("C9"), invoice: nil, on: "2026-03-10")
    #expect(nobody == nil)
  }

  // "The same run as the preview's": what is said of a day is what the preview has on it.
  @Test(arguments: 0..<12)
  func `an explanation says what the preview does`(seed: Int) throws {
    let random = try RandomScenario(seed: UInt64(seed))
    let run = SimulatedRun(random.scenario())
    for preview in run.previews.prefix(3) {
      for offset in stride(from: 0, to: random.days, by: 4) {
        let day = random.from + offset
        let explained = Explainer(run.scenario).explain(preview.customer.id, invoice: nil, on: day)
        let explanation = try #require(explained)
        for part in explanation.parts where part.outcome != .leftOut {
          let place = try #require(preview.parts.firstIndex { "\($0)" == part.invoice })
          let sent = preview.messages.contains { message in
            message.message.day == day && message.message.parts.contains { $0.place == place }
          }
          #expect(
            (part.outcome == .sent) == sent, "seed \(seed) \(preview.customer.id) \(part.invoice) \(day)")
          let silence = preview.silences.first { $0.place == place && $0.from <= day && day <= $0.to }
          if let silence, part.outcome == .quiet {
            #expect(
              part.reason == silence.reason.text(in: run.scenario.plan), "seed \(seed) \(part.invoice) \(day)"
            )
          }
          if part.outcome == .quiet { #expect(silence != nil, "seed \(seed) \(part.invoice) \(day)") }
        }
      }
    }
  }
}
