import Schedule
import TestSupport
import Testing

/// Section 5.6 of the language, "Small and fresh".
@Suite struct SmallAndFreshTests {
  // "An invoice below `min_balance` (strictly, open balance) is not reminded by itself, its ladder stands
  // still, and it is listed with others."
  @Test func `a small invoice is not reminded by itself but listed with others`() throws {
    let run = try simulate(
      "limits: { min_balance: 20 }",
      invoices: [
        invoice("A1", "100", due: "2026-03-09"), invoice("A2", "19.99", due: "2026-03-02"),
        invoice("A3", "20", due: "2026-03-02"), invoice("A4", "100", due: "2026-03-02", balance: "5"),
      ], from: "2026-03-02", days: 15)
    #expect(run.messages == ["2026-03-09 first A3 (+A2 A4)", "2026-03-16 second A1 A3 (+A2 A4)"])
    #expect(
      run.quiet == [
        "A2 2026-03-09..2026-03-16 below-min-balance", "A4 2026-03-09..2026-03-16 below-min-balance",
      ])
  }

  @Test func `the ladder of a small invoice stands still`() throws {
    let run = try simulate(
      "limits: { min_balance: 20 }\nrates: { EUR: 0.85 }",
      invoices: [
        invoice("A1", "23.52 EUR", due: "2026-03-02"), invoice("A2", "23.53 EUR", due: "2026-03-02"),
      ],
      from: "2026-03-02", days: 10)
    // 23.52 are worth 19.992 pounds, 23.53 are 20.0005.
    #expect(run.messages == ["2026-03-09 first A2 (+A1)"])
  }

  // "With `after_issue: 3 days` the first message that names an invoice leaves on the third day after its
  // issue at the earliest, and it is not listed before".
  @Test func `a fresh invoice is neither reminded nor listed`() throws {
    let run = try simulate(
      "limits: { after_issue: 3 days }",
      invoices: [
        invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-08", issued: "2026-03-07"),
        invoice("A3", due: "2026-03-01", issued: "2026-03-06"),
        invoice("A4", due: "2026-03-01", issued: "2026-03-07"),
      ], from: "2026-03-02", days: 10)
    // On Monday the 9th A3 is three days old and leaves; A2 and A4 are two days old: A4 waits for the 10th.
    #expect(run.messages == ["2026-03-09 first A1 A3", "2026-03-10 first A4 (+A1 A2 A3)"])
    #expect(run.quiet.contains("A4 2026-03-07..2026-03-09 after-issue"))
  }

  // "escalations see it."
  @Test func `escalations see a fresh invoice`() throws {
    let policy = """
      limits: { after_issue: 5 days }
      escalations:
        - { name: big, when: invoice.balance >= 50, do: [flag] }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-02", issued: "2026-03-04")], from: "2026-03-02", days: 5)
    #expect(run.flags == ["2026-03-04 big A1"])
  }
}
