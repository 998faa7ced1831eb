import Schedule
import TestSupport
import Testing

/// Section 5.2 of the language, "Segment", and what section 3 says of money without a rate.
@Suite struct SegmentAndRateTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  private static let segments = """
    segments:
      - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
      - { name: big, when: customer.overdue >= 150, schedule: gentle, tone: firm }
      - { name: rest, schedule: standard, tone: plain }
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due }
      gentle:
        - { tier: first, send: 10 days after due }
        - { tier: second, send: 21 days after due }
    """

  // "the first match (…); it gives schedule and tone."
  @Test func `the first match gives schedule and tone`() throws {
    let run = try simulate(
      Self.segments, [account(tags: ["key", "vip"], [invoice("A1", "200", due: "2026-03-02")])],
      from: "2026-03-02",
      days: 30)
    // 10 days after due is Thursday the 12th, 21 Monday the 23rd.
    #expect(run.messages == ["2026-03-12 first A1", "2026-03-23 second A1"])
    #expect(run.planned.map { run.scenario.plan.tones[$0.message.tone] } == ["friendly", "friendly"])
    #expect(run.planned.map { run.scenario.plan.segments[$0.message.segment].name } == ["vip", "vip"])
  }

  // "afresh each day".
  @Test func `the segment is chosen afresh each day`() throws {
    // From the 13th on 200 are overdue and the customer is `big`: second waits for the 23rd, in the tone
    // `firm`.
    let run = try simulate(
      Self.segments, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-12")],
      from: "2026-03-02", days: 24)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-23 second A1 A2"])
    #expect(run.planned.map { run.scenario.plan.tones[$0.message.tone] } == ["plain", "firm"])
  }

  /// A customer with an invoice in euros, and one in pounds.
  private static let mixed = [invoice("A1", due: "2026-03-02"), invoice("E1", "100 EUR", due: "2026-03-02")]

  // "another currency is converted by the policy's `rates:`"; section 1: "exact, never rounded".
  @Test(
    arguments: [
      ("invoice.balance >= 85.01", false), ("invoice.balance >= 85", true), ("invoice.balance == 85", true),
      ("invoice.balance > 85", false),
    ])
  func `amounts are converted exactly`(_ condition: String, _ holds: Bool) throws {
    let policy = "rates: { EUR: 0.85 }\nescalations:\n  - { name: rule, when: \(condition), do: [flag] }"
    let run = try simulate(policy, invoices: [Self.mixed[1]], from: "2026-03-02", days: 1)
    #expect(run.flags == (holds ? ["2026-03-02 rule E1"] : []))
  }

  // "a segment, or a rule that reads a fact of the customer, without its rate holds the customer".
  @Test func `a segment without its rate holds the customer`() throws {
    let run = try simulate(Self.segments, invoices: Self.mixed, from: "2026-03-09", days: 1)
    #expect(run.messages == [])
    #expect(run.quiet == ["A1 2026-03-09..2026-03-09 no-rate", "E1 2026-03-09..2026-03-09 no-rate"])
  }

  @Test func `a rule that reads a fact of the customer without its rate holds the customer`() throws {
    let policy = "escalations:\n  - { name: rule, when: customer.balance >= 1000, do: [flag] }"
    let run = try simulate(policy, invoices: Self.mixed, from: "2026-03-09", days: 1)
    #expect(run.quiet == ["A1 2026-03-09..2026-03-09 no-rate", "E1 2026-03-09..2026-03-09 no-rate"])
  }

  // "a rule or `min_balance` without the invoice's rate holds the invoice, every day".
  @Test func `a rule without the invoice's rate holds the invoice every day`() throws {
    let policy = "escalations:\n  - { name: rule, when: invoice.balance >= 1000, do: [flag] }"
    let run = try simulate(policy, invoices: Self.mixed, from: "2026-03-02", days: 10)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.quiet == ["E1 2026-03-02..2026-03-11 no-rate"])
  }

  @Test func `a minimum without the invoice's rate holds the invoice every day`() throws {
    let run = try simulate("limits: { min_balance: 20 }", invoices: Self.mixed, from: "2026-03-02", days: 10)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.quiet == ["E1 2026-03-02..2026-03-11 no-rate"])
  }

  // "where no rate is given and the outcome hangs on it": here it does not.
  @Test func `where the outcome does not hang on a rate nothing is held`() throws {
    let vip = account(tags: ["vip"], Self.mixed)
    let run = try simulate(Self.segments, [vip], from: "2026-03-12", days: 2)
    #expect(run.messages == ["2026-03-12 first A1", "2026-03-13 first E1"])
    let policy =
      "escalations:\n  - { name: rule, when: customer.balance >= 1000 || customer.tagged(\"vip\"), do: [flag] }"
    let either = try simulate(policy, [vip], from: "2026-03-09", days: 1)
    #expect(either.flags == ["2026-03-09 rule"])
    #expect(either.messages == ["2026-03-09 first A1"])
  }

  // "escalations are still looked at".
  @Test func `escalations are still looked at`() throws {
    let policy =
      Self.segments + "\nescalations:\n  - { name: late, when: invoice.days_overdue >= 3, do: [flag] }"
    let run = try simulate(policy, invoices: Self.mixed, from: "2026-03-02", days: 10)
    #expect(run.flags == ["2026-03-05 late A1", "2026-03-05 late E1"])
  }

  // "a sum needs a rate for each amount in it that is not in the base currency."
  @Test func `a sum needs a rate only for the amounts in it`() throws {
    let policy = "escalations:\n  - { name: rule, when: customer.overdue >= 50, do: [flag] }"
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-02"), invoice("E1", "100 EUR", due: "2026-03-20")],
      from: "2026-03-02", days: 21)
    // E1 is overdue from the 21st on.
    #expect(run.flags == ["2026-03-03 rule"])
    #expect(run.quiet == ["A1 2026-03-21..2026-03-22 no-rate", "E1 2026-03-21..2026-03-22 no-rate"])
  }

  @Test func `a condition that fails on this data holds what it is about`() throws {
    let policy =
      "escalations:\n  - name: rule\n    when: |-\n      customer.fields[\"region\"] == \"north\"\n    do: [flag]"
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-09", days: 1)
    #expect(run.quiet == ["A1 2026-03-09..2026-03-09 condition-failed"])
  }
}
