import PolicyTesting
import TestSupport
import Testing

/// What tests reach of a policy.
@Suite struct PolicyTestCoverageTests {
  @Test func `segments, tiers, templates, escalations and responses that no test reaches are named`() throws {
    let run = try TestedPolicy(
      """
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: plain }
      schedules:
        standard: [{ tier: first, send: 5 days after due }, { tier: second, send: 14 days after due }]
        gentle: [{ tier: first, send: 10 days after due }]
      escalations:
        - { name: late, when: invoice.days_overdue >= 7, do: [flag] }
        - { name: never-late, when: invoice.days_overdue >= 700, do: [flag] }
      responses:
        promise: { pause: 2 days after promised }
        bounce: { hold: customer, flag: true }
      """,
      tests: "  - name: a\n" + oneInvoice.replacingFirst("days: 40", "days: 10") + """

            events: [{ on: 2026-03-10, reply: promise, promised: 2026-03-11 }]
            expect: [{ tier: first }]
        """)
    var coverage = PolicyTestCoverage(run.plan)
    for result in run.results { coverage.take(result) }
    expectGolden(
      PolicyTestText(hasColour: false).render(
        PolicyFindings(
          policy: "policy.yaml", coverage: coverage,
          mutations: .init(
            found: 12, tried: 10, valid: 9,
            unnoticed: [.init(place: "policy.yaml:7", column: 3, old: "5", new: "6")]))),
      "coverage.txt")
  }
}
