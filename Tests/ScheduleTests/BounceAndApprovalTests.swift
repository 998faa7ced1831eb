import Receivables
import Schedule
import TestSupport
import Testing

/// Section 5.4 of the language: messages that came back, and tiers that wait for approval.
@Suite struct BounceAndApprovalTests {
  private static let due = [invoice("A1", due: "2026-03-02")]
  private static let off = "responses: { bounce: none }"

  // "A tier that came back undelivered from every address was not sent: it opens again at release".
  @Test func `a tier that came back opens again at release`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 30,
      events: "- { on: 2026-03-11, bounce: soft }\n- { on: 2026-03-18, release: true }")
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-18 first A1", "2026-03-25 second A1"])
    #expect(run.quiet == ["A1 2026-03-11..2026-03-17 held-by-bounce"])
    #expect(run.flags == ["2026-03-11 bounce"])
  }

  // "or at once where the response holds nothing".
  @Test func `a tier that came back opens at once where nothing is held`() throws {
    let run = try simulate(
      Self.off, invoices: Self.due, from: "2026-03-02", days: 17, events: "- { on: 2026-03-11, bounce: soft }"
    )
    // The second is 7 days after the day on which the first really left.
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-11 first A1", "2026-03-18 second A1"])
  }

  // "and counts for no distance, cap or `unanswered`".
  @Test func `a message that came back counts for no gap and no cap`() throws {
    let policy = Self.off + "\nlimits: { min_gap: 7 days, at_most: 1 per 14 days }"
    let run = try simulate(
      policy, invoices: Self.due, from: "2026-03-02", days: 15, events: "- { on: 2026-03-11, bounce: soft }")
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-11 first A1"])
    #expect(run.quiet == [])
  }

  // "a permanent failure closes that address, and the next person of the role is tried."
  @Test func `a permanent failure closes the address and the next person is tried`() throws {
    let people = [
      Person(role: "billing", email: "one@c1.example"), Person(role: "billing", email: "two@c1.example"),
    ]
    func addresses(_ kind: String) throws -> [String] {
      try simulate(
        Self.off, [account(people: people, Self.due)], from: "2026-03-02", days: 17,
        events: "- { on: 2026-03-11, bounce: \(kind) }"
      ).planned.map(\.message.to.email)
    }
    #expect(try addresses("hard") == ["one@c1.example", "two@c1.example", "two@c1.example"])
    #expect(try addresses("soft") == ["one@c1.example", "one@c1.example", "one@c1.example"])
  }

  @Test func `where every address is closed the invoice is without a recipient`() throws {
    let run = try simulate(
      Self.off, invoices: Self.due, from: "2026-03-02", days: 12, events: "- { on: 2026-03-11, bounce: hard }"
    )
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.quiet == ["A1 2026-03-11..2026-03-13 no-recipient"])
    #expect(run.flags == ["2026-03-11 no-recipient A1"])
  }

  // Contract: "A bounce means the last message to the customer"; "with no message before it only the response
  // applies."
  @Test func `a bounce with no message before it only holds`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 12, events: "- { on: 2026-03-03, bounce: hard }")
    #expect(run.messages == [])
    #expect(run.quiet == ["A1 2026-03-03..2026-03-13 held-by-bounce"])
    let released = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 12,
      events: "- { on: 2026-03-03, bounce: hard }\n- { on: 2026-03-04, release: true }")
    #expect(released.messages == ["2026-03-09 first A1"])
  }

  @Test func `two bounces take back the last two messages`() throws {
    let run = try simulate(
      Self.off, invoices: Self.due, from: "2026-03-02", days: 20,
      events: "- { on: 2026-03-18, bounce: soft }\n- { on: 2026-03-18, bounce: soft }")
    #expect(
      run.messages == ["2026-03-09 first A1", "2026-03-16 second A1", "2026-03-18 first A1"])
  }

  private static let approval = """
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: final, send: 14 days after due, approval: owner }
    """

  // Section 5: "The simulation takes (…) approvals as given on the day they are asked for (marked)".
  @Test func `approvals are taken as given and marked`() throws {
    let run = try simulate(Self.approval, invoices: Self.due, from: "2026-03-02", days: 20)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 final A1"])
    #expect(run.planned.map(\.message.needsApproval) == [false, true])
  }

  // "`--owner absent` shows the other case." "An invoice whose tier waits for approval takes no part in that
  // day's grouping; the customer's others go on."
  @Test func `an invoice that waits for approval takes no part and the others go on`() throws {
    let run = try simulate(
      Self.approval, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-09")],
      from: "2026-03-02", days: 19, ownerIsPresent: false)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 first A2 (+A1)"])
    #expect(run.quiet == ["A1 2026-03-16..2026-03-20 awaiting-approval"])
  }

  // Section 5.7: "a message needs approval if the tier of any invoice in it does."
  @Test func `a message needs approval if the tier of any invoice in it does`() throws {
    let run = try simulate(
      Self.approval, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-11")],
      from: "2026-03-16", days: 1)
    // Seen late, A1 is at its first tier; A2 too, on its target day.
    #expect(run.messages == ["2026-03-16 first A1 A2"])
    let later = try simulate(
      Self.approval, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-11")],
      from: "2026-03-09", days: 10)
    #expect(later.messages == ["2026-03-09 first A1", "2026-03-16 final A1 A2"])
    #expect(later.planned.map(\.message.needsApproval) == [false, true])
  }
}
