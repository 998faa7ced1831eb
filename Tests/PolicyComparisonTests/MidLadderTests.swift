import PolicyComparison
import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// What happens to customers who have had reminders when the policy changes.
@Suite struct MidLadderTests {
  private static let old = """
    schedules:
      standard: [{ tier: first, send: 5 days after due }, { tier: second, send: 20 days after due }, { tier: final, send: 40 days after due }]
    """
  private static let late = [account("C1", [invoice("A1", "100", due: "2026-02-20")])]

  private func lines(_ new: String, history: Int, events: String = "[]") throws -> [String] {
    let compared = try ComparedPolicies(
      Self.old, new, Self.late, events: events, days: 45, historyDays: history)
    return compared.report.changes.flatMap(\.lines).map {
      "\($0.invoice) \($0.old.map { "\($0.tier) \($0.day)" } ?? "-") → \($0.new.map { "\($0.tier) \($0.day)" } ?? "-")"
    }
  }

  @Test func `what was sent is not sent again, and the distances of the new policy hold`() throws {
    let new = """
      schedules:
        standard: [{ tier: first, send: 5 days after due }, { tier: second, send: 25 days after due }, { tier: final, send: 40 days after due }]
      """
    // The first left on 25 February. Without that history, both would begin with it on 2 March.
    #expect(try lines(new, history: 30) == ["A1 second 2026-03-12 → second 2026-03-17"])
    #expect(
      try lines(new, history: 0) == [
        "A1 second 2026-03-17 → second 2026-03-23", "A1 final 2026-04-06 → final 2026-04-07",
      ])
  }

  @Test func `a tier that is gone counts at the level it had`() throws {
    let new = """
      schedules:
        standard: [{ tier: word, send: 5 days after due }, { tier: second, send: 20 days after due }, { tier: final, send: 40 days after due }]
      """
    // The word has level 1, as the first had: it is not sent to somebody who has had the first.
    #expect(try lines(new, history: 30) == [])
    #expect(try lines(new, history: 0) == [])
  }

  @Test func `a hold stays, also that of a rule that is gone`() throws {
    let rule = "\nescalations:\n  - { name: late, when: invoice.days_overdue >= 3, do: [hold, flag] }"
    let compared = try ComparedPolicies(Self.old + rule, Self.old, Self.late, historyDays: 30)
    #expect(compared.words == [])
    let begun = try ComparedPolicies(Self.old + rule, Self.old, Self.late, historyDays: 0)
    #expect(begun.words == ["C1 first-time, flagged, no-longer-flagged"])
  }

  @Test func `events before the first day are history, and their invoices too`() throws {
    let events = """
      - { on: 2026-02-10, issue: { number: B1, amount: 60, due: 2026-02-20 } }
      - { on: 2026-02-26, reply: promise, promised: 2026-03-20 }
      """
    let new = Self.old.replacingTier("send: 20 days", with: "send: 35 days")
    // Quiet to two business days after the 20th; then the old policy is late already, and the new one is not.
    let found = try lines(new, history: 30, events: events).filter { $0.contains("second") }
    #expect(
      found == [
        "A1 second 2026-03-25 → second 2026-03-27", "B1 second 2026-03-25 → second 2026-03-27",
      ])
  }

  @Test func `where they stood is said, and counted`() throws {
    let new = Self.old.replacingTier("tier: second, send: 20", with: "tier: second, send: 30")
    let compared = try ComparedPolicies(Self.old, new, Self.late, historyDays: 30)
    let change = try #require(compared.report.changes.first)
    #expect(change.standings.map { "\($0.invoice) \($0.tier) \($0.day)" } == ["A1 first 2026-02-25"])
    #expect(compared.report.counts.midLadder == 1)
    expectGolden(ChangeText(compared.report, hasColour: false, most: 5).render(), "mid-ladder.txt")
  }

  // A history under the same plan is the same run, cut in two.
  @Test(arguments: 0..<20)
  func `a run that goes on is the run that went through`(seed: Int) throws {
    let random = try RandomScenario(seed: UInt64(seed))
    let whole = random.scenario()
    let days = random.days / 2
    guard days > 0, whole.behaviour == .none else { return }
    func part(_ from: Day, _ days: Int) -> Scenario {
      Scenario(
        plan: whole.plan, snapshot: whole.snapshot, from: from, days: days, events: whole.events,
        ownerIsPresent: whole.ownerIsPresent)
    }
    let start = whole.from + days
    let second = part(start, whole.days - days)
    var gone: [String] = []
    _ = Simulator(second, after: part(whole.from, days)).run {
      gone += MidLadderTests.words($0, whole.plan, from: start)
    }
    var through: [String] = []
    _ = Simulator(whole).run { through += MidLadderTests.words($0, whole.plan, from: start) }
    #expect(gone == through, "seed \(seed)")
  }

  private static func words(_ preview: CustomerPreview, _ plan: Plan, from day: Day) -> [String] {
    preview.messages.filter { $0.message.day >= day }.map { planned in
      let parts = planned.message.parts.map { "\(preview.parts[$0.place])" }.joined(separator: " ")
      return
        "\(preview.customer.id) \(planned.message.day) \(plan.tiers[planned.message.step.tier].name) \(parts)"
    }
      + preview.flags.filter { $0.day >= day }.map {
        "\(preview.customer.id) \($0.day) flag \($0.invoice ?? "")"
      }
  }
}

extension String {
  fileprivate func replacingTier(_ part: String, with other: String) -> String {
    var text = self
    if let range = text.firstRange(of: part) { text.replaceSubrange(range, with: other) }
    return text
  }
}
