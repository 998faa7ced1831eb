import Receivables
import TestSupport
import Testing

@testable import Schedule

/// The ladder by itself: what is left, what is reached, and on which day that can change next.
@Suite struct LadderTests {
  private static let policy = """
    schedules:
      standard:
        - { tier: early, send: 10 days before due }
        - { tier: soon, send: 3 days before due }
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due, respond_within: 5 days }
        - { tier: final, send: 10 days after previous, approval: owner }
    """

  private let plan: Plan
  // Due on Monday 30 March: planned for 20 and 27 March, 6, 13 and 23 April.
  private let part = invoice("A1", due: "2026-03-30")

  init() throws { plan = try TestSupport.plan(Self.policy) }

  private func sent(_ position: Int, on day: Day, deadline: Day? = nil) -> SentTier {
    let step = plan.schedules[0].steps[position]
    return SentTier(
      day: day, tier: step.tier, level: step.level, schedule: 0, position: position, deadline: deadline)
  }

  private func ladder(_ history: SentTier..., plan other: Plan? = nil) -> Ladder {
    Ladder(plan: other ?? plan, schedule: 0, part: part, history: history)
  }

  private func name(_ position: Int?) -> String? {
    position.map { plan.tiers[plan.schedules[0].steps[$0].tier].name }
  }

  @Test func `planned days follow the schedule`() {
    #expect(
      plan.schedules[0].steps.map { ladder().plannedDay($0) } == [
        "2026-03-20", "2026-03-27", "2026-04-06", "2026-04-13", "2026-04-23",
      ])
  }

  @Test(
    arguments: [
      ("2026-03-19", nil, "2026-03-20"), ("2026-03-20", "early", "2026-03-31"),
      ("2026-03-30", "early", "2026-03-31"),
      ("2026-03-31", nil, "2026-04-06"), ("2026-04-06", "first", nil), ("2026-06-01", "first", nil),
    ] as [(Day, String?, Day?)])
  func `the tier reached and the day on which that changes`(_ today: Day, _ tier: String?, _ next: Day?) {
    let standing = ladder().standing(on: today)
    #expect(name(standing.position) == tier)
    #expect(standing.next == next)
    #expect(!standing.isFinished)
  }

  @Test func `what was sent is passed and the next tier keeps its distance`() throws {
    let late = ladder(sent(2, on: "2026-04-08"))
    #expect(plan.schedules[0].steps.map { late.isPassed($0) } == [true, true, true, false, false])
    #expect(late.earliestDay(plan.schedules[0].steps[3]) == "2026-04-15")
    // The step ahead of the last one was not sent: its day cannot be known.
    #expect(late.earliestDay(plan.schedules[0].steps[4]) == nil)
  }

  @Test func `a deadline holds the next tier back`() {
    let waiting = ladder(sent(2, on: "2026-04-06"), sent(3, on: "2026-04-13", deadline: "2026-04-27"))
    #expect(waiting.earliestDay(plan.schedules[0].steps[4]) == "2026-04-28")
    #expect(waiting.standing(on: "2026-04-27").position == nil)
    #expect(waiting.standing(on: "2026-04-27").next == "2026-04-28")
  }

  @Test func `a ladder without a tier left is finished, and flagged on its day`() {
    let done = ladder(sent(4, on: "2026-04-23"))
    #expect(done.isFinished(on: "2026-04-23"))
    #expect(done.endFlagDay == "2026-04-30")
    #expect(ladder(sent(4, on: "2026-04-23", deadline: "2026-05-11")).endFlagDay == "2026-05-12")
    #expect(ladder().endFlagDay == nil)
  }

  @Test func `a schedule of before-due tiers is finished once the invoice is past due`() throws {
    let plan = try TestSupport.plan(
      "schedules:\n  standard:\n    - { tier: early, send: 3 days before due }")
    let ladder = Ladder(plan: plan, schedule: 0, part: part, history: [])
    #expect(!ladder.isFinished(on: "2026-03-30"))
    #expect(ladder.isFinished(on: "2026-03-31"))
    #expect(ladder.endFlagDay == nil)
  }

  @Test func `a deadline moves forward to an open day`() throws {
    let step = plan.schedules[0].steps[3]
    #expect(Ladder.deadline(plan, step, sentOn: "2026-04-13") == "2026-04-20")  // the 18th is a Saturday
    #expect(Ladder.deadline(plan, plan.schedules[0].steps[2], sentOn: "2026-04-13") == nil)
  }

  @Test func `latest looks past what may be jumped and no further`() throws {
    let plan = try TestSupport.plan(Self.policy + "\nlimits: { catch_up: latest }")
    let standing = Ladder(plan: plan, schedule: 0, part: part, history: []).standing(on: "2026-06-01")
    #expect(standing.position.map { plan.tiers[plan.schedules[0].steps[$0].tier].name } == "second")
    #expect(standing.next == nil)
  }
}
