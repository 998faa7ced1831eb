import PolicyModel
import Receivables
import TestSupport
import Testing

@testable import Schedule

/// Section 4 of the language, "Levels": which tier comes next, on one schedule and across schedules.
@Suite struct LevelTests {
  private func levels(_ tiers: String) throws -> [Int] {
    try plan("schedules:\n  standard:\n\(tiers)").schedules[0].steps.map(\.level)
  }

  // "A before-due tier is one with `before due` or `level: 0`". "The others count 1, 2, 3 … by position, or
  // go on from a `level:` that is given."
  @Test func `levels count by position and go on from one that is given`() throws {
    #expect(
      try levels(
        """
            - { tier: a, send: 10 days before due }
            - { tier: b, send: 3 days after issued, level: 0 }
            - { tier: c, send: 3 days after due }
            - { tier: d, send: 10 days after due }
            - { tier: e, send: 20 days after due, level: 7 }
            - { tier: f, send: 30 days after due }
        """) == [0, 0, 1, 2, 7, 8])
  }

  // "a tier anchored elsewhere that can fall before the due day (…) must say `level: 0`."
  @Test(arguments: ["5 days after issued", "on issued", "3 days before end of month"])
  func `a tier that can fall before the due day must say so`(_ send: String) {
    #expect(throws: UnusablePolicy.self) { try levels("    - { tier: a, send: \(send) }") }
  }

  @Test func `a tier after previous of a before-due tier must say so`() {
    #expect(throws: UnusablePolicy.self) {
      try levels(
        "    - { tier: a, send: 10 days before due }\n    - { tier: b, send: 4 days after previous }")
    }
  }

  // "A tier name has one level in the whole policy; two are an error."
  @Test func `a tier name with two levels is an error`() {
    #expect(throws: UnusablePolicy.self) {
      try plan(
        """
        schedules:
          standard:
            - { tier: first, send: 5 days after due }
            - { tier: final, send: 14 days after due }
          firm:
            - { tier: final, send: 5 days after due }
        """)
    }
  }

  /// Two schedules, and a rule that moves the customer on the tenth day past due.
  private func moving(_ standard: String, to firm: String, after days: Int = 10) -> String {
    """
    schedules:
      standard:
    \(standard)
      firm:
    \(firm)
    escalations:
      - { name: late, when: invoice.days_overdue >= \(days), do: [flag, schedule: firm] }
    """
  }

  // "When a customer moves to another schedule, the next tier is the first one there with a level above the
  // highest sent".
  @Test func `after a move the next tier is the first one above the highest sent`() throws {
    let policy = moving(
      "    - { tier: first, send: 5 days after due }\n    - { tier: second, send: 40 days after due }",
      to: "    - { tier: a, send: on due }\n    - { tier: b, send: 10 days after due }")
    // first on Monday the 9th (5 days after due is a Saturday). From the 12th on `firm`: b is planned for the
    // 12th; the distance from a (2nd) to b (12th) is 10 days, so b leaves on the 19th.
    let run = try simulate(policy, invoices: [invoice("A1", due: "2026-03-02")], from: "2026-03-02", days: 30)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-19 b A1"])
    #expect(run.planned.map(\.message.step.level) == [1, 2])
  }

  // "a name already sent for an invoice is never sent for it again."
  @Test func `a name already sent is never sent again`() throws {
    let policy = moving(
      "    - { tier: first, send: 5 days after due }\n    - { tier: second, send: 14 days after due }",
      to: """
            - { tier: first, send: on due }
            - { tier: second, send: 5 days after due }
            - { tier: last, send: 12 days after due }
        """, after: 20)
    // first 9th, second 16th, moved on the 22nd: last is planned for Monday the 16th (14th is a Saturday),
    // second for Monday the 9th: 7 days after the second one really left, the 23rd.
    let run = try simulate(policy, invoices: [invoice("A1", due: "2026-03-02")], from: "2026-03-02", days: 40)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 second A1", "2026-03-23 last A1"])
  }

  // "an invoice that has been sent a tier of another schedule gets no before-due tier."
  @Test func `after a move an invoice gets no before-due tier`() throws {
    let policy = moving(
      "    - { tier: soon, send: 20 days before due }\n    - { tier: first, send: 5 days after due }",
      to: "    - { tier: tomorrow, send: 3 days before due }\n    - { tier: a, send: 10 days after due }",
      after: -10)
    // soon of A1 on Tuesday the 10th; for A2, issued on the 12th, that day lies before its issue. From the
    // 20th on `firm`: A2 gets `tomorrow`, A1 does not.
    let run = try simulate(
      policy,
      invoices: [invoice("A1", due: "2026-03-30"), invoice("A2", due: "2026-03-30", issued: "2026-03-12")],
      from: "2026-03-02", days: 40)
    #expect(run.messages == ["2026-03-10 soon A1", "2026-03-27 tomorrow A2", "2026-04-09 a A1 A2"])
  }

  // "Levels above 0 only rise; before-due tiers of one schedule share level 0 and go by position."
  @Test func `before-due tiers go by position`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 10 days before due }
          - { tier: soon, send: 3 days before due }
          - { tier: first, send: 5 days after due }
      """
    // Due Monday 30 March: Friday the 20th, Friday the 27th, Monday 6 April (the 4th is a Saturday).
    let run = try simulate(policy, invoices: [invoice("A1", due: "2026-03-30")], from: "2026-03-02", days: 40)
    #expect(run.messages == ["2026-03-20 early A1", "2026-03-27 soon A1", "2026-04-06 first A1"])
    #expect(run.planned.map(\.message.step.level) == [0, 0, 1])
  }

  // "What was sent counts at the level its name has now (at the level it had then, if the name is gone)":
  // whoever reads the history binds the level; the ladder takes the highest of it.
  @Test func `what was sent counts at the level that the history gives it`() throws {
    let plan = try plan("")
    let part = invoice("A1", due: "2026-03-02")
    func left(tier: Int = 99, level: Int) -> [String] {
      let sent = SentTier(
        day: "2026-03-05", tier: tier, level: level, schedule: 9, position: 0, deadline: nil)
      let ladder = Ladder(plan: plan, schedule: 0, part: part, history: [sent])
      return plan.schedules[0].steps.filter { ladder.isLeft($0, on: "2026-03-10") }.map {
        plan.tiers[$0.tier].name
      }
    }
    #expect(left(level: 1) == ["second", "final"])
    #expect(left(level: 2) == ["final"])
    #expect(left(level: 9) == [])
    #expect(left(level: 0) == ["first", "second", "final"])
    #expect(left(tier: 1, level: 1) == ["final"])  // `second` itself was sent, at level 1 then
  }
}
