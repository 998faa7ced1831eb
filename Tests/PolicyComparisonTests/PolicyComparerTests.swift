import PolicyComparison
import Receivables
import TestSupport
import Testing

/// Who hears what else under another policy.
@Suite struct PolicyComparerTests {
  private static let one = [account("C1", [invoice("A1", "100", due: "2026-03-02")])]

  private func schedule(_ tiers: String) -> String { "schedules:\n  standard: [\(tiers)]" }

  private static let base =
    "{ tier: first, send: 5 days after due }, { tier: second, send: 14 days after due }"

  @Test(arguments: [
    ("{ tier: first, send: 3 days after due }, { tier: second, send: 14 days after due }", "C1 earlier"),
    ("{ tier: first, send: 9 days after due }, { tier: second, send: 14 days after due }", "C1 later"),
    (
      "{ tier: first, send: 5 days after due, tone: firm }, { tier: second, send: 14 days after due, tone: firm }",
      "C1 harsher"
    ),
    (
      "{ tier: first, send: 5 days after due, tone: friendly }, { tier: second, send: 14 days after due }",
      "C1 softer"
    ),
    ("{ tier: first, send: 5 days after due }", "C1 fewer, flagged"),
    (
      "{ tier: first, send: 5 days after due }, { tier: second, send: 14 days after due }, { tier: third, send: 30 days after due }",
      "C1 more"
    ),
    ("{ tier: first, send: 90 days after due }", "C1 not-at-all, no-longer-flagged"),
    (
      "{ tier: premier, send: 9 days after due }, { tier: second, send: 14 days after due }", "C1 later"
    ),
  ])
  func `each kind of change is named`(tiers: String, words: String) throws {
    // The end of the schedule is flagged a week after its last tier; with 40 days all are seen but the third's.
    let compared = try ComparedPolicies(schedule(Self.base), schedule(tiers), Self.one, days: 36)
    if words == "C1 fewer, flagged" {
      // One tier less ends the schedule sooner: the same flag on another day is no other flag.
      #expect(compared.words == ["C1 fewer"])
    } else if words == "C1 more" {
      #expect(compared.words == ["C1 more, no-longer-flagged"])
    } else {
      #expect(compared.words == [words])
    }
  }

  @Test func `the other way round a first time, and the same is no change`() throws {
    let quiet = schedule("{ tier: first, send: 90 days after due }")
    #expect(try ComparedPolicies(quiet, schedule(Self.base), Self.one).words == ["C1 first-time, flagged"])
    let same = try ComparedPolicies(schedule(Self.base), schedule(Self.base), Self.one)
    #expect(same.words == [] && same.report.counts.customers == 1 && same.report.counts.changed == 0)
  }

  @Test func `a tone that the new policy no longer has stands where it stood`() throws {
    let old = "tones:\n" + ["friendly", "plain", "stern", "firm"].map(tone).joined(separator: "\n")
    let new = "tones:\n" + ["friendly", "plain", "firm"].map(tone).joined(separator: "\n")
    func tiers(_ tone: String) -> String {
      schedule("{ tier: first, send: 5 days after due, tone: \(tone) }")
    }
    #expect(
      try ComparedPolicies(old + "\n" + tiers("stern"), new + "\n" + tiers("firm"), Self.one).words == [
        "C1 harsher"
      ])
    #expect(
      try ComparedPolicies(old + "\n" + tiers("stern"), new + "\n" + tiers("plain"), Self.one).words == [
        "C1 softer"
      ])
  }

  private func tone(_ name: String) -> String {
    "  \(name): { default: { subject: S, body: \"{{ money(total_due) }} {{ invoice_table }}\" } }"
  }

  @Test func `the largest balance comes first, whatever its currency`() throws {
    let accounts = [
      account("C1", [invoice("A1", "100", due: "2026-03-02")]),
      account("C2", [invoice("B1", "300", due: "2026-03-02"), invoice("B2", "20", due: "2026-03-02")]),
      account("C3", [invoice("D1", "900 SEK", due: "2026-03-02")]),
      account("C4", [invoice("E1", "100", due: "2026-03-02")]),
      account("C5", [invoice("F1", "1000 USD", due: "2026-03-02")]),
    ]
    let compared = try ComparedPolicies(
      "rates: { SEK: 0.5 }\n" + schedule(Self.base),
      "rates: { SEK: 0.5 }\n" + schedule("{ tier: first, send: 9 days after due }"), accounts)
    #expect(compared.report.changes.map(\.customer.id.text) == ["C3", "C2", "C1", "C4", "C5"])
  }

  @Test func `what people read, and what GitHub shows`() throws {
    let accounts = [
      account("C1", [invoice("A1", "100", due: "2026-03-02")]),
      account("C|2", email: "x@y.example", [invoice("B_1", "300", due: "2026-03-02")]),
      account("C3", [invoice("D1", "50000", due: "2026-02-02")]),
      account("C4", [invoice("E1", "10", due: "2026-07-02")]),
    ]
    let compared = try ComparedPolicies(
      schedule(Self.base),
      schedule(
        "{ tier: first, send: 3 days after due }, { tier: second, send: 14 days after due, tone: firm }, { tier: final, send: 20 days after due }"
      ) + "\nescalations:\n  - { name: large, when: invoice.balance >= 10000, do: [hold, flag] }",
      accounts)
    expectGolden(ChangeText(compared.report, hasColour: false, most: 2).render(), "changes.txt")
    expectGolden(ChangeMarkdown(compared.report, most: 50).render(), "changes.md")
    expectGolden(ChangeJSON.render(compared.report), "changes.json")
  }
}
