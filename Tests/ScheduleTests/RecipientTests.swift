import Receivables
import Schedule
import TestSupport
import Testing

/// Section 4 of the language, "Who writes to whom".
@Suite struct RecipientTests {
  private static let due = [invoice("A1", due: "2026-03-02")]
  private static let policy = """
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: second, send: 14 days after due, from: owner, to: approver, cc: [billing, director] }
    recipients:
      approver: [approver, director]
      director: [director]
    """

  private func people(_ list: [(role: String, email: String)]) -> [Person] {
    list.map { Person(role: $0.role, email: $0.email) }
  }

  // "A tier goes `to` a role (default `billing`), with others in `cc`, as one message in one thread with all
  // addresses visible; `from` is `sender` or `owner`."
  @Test func `a tier goes to a role, with others in copy`() throws {
    let everybody = people([
      ("director", "d@c1.example"), ("approver", "a@c1.example"), ("billing", "b@c1.example"),
      ("billing", "b2@c1.example"),
    ])
    let run = try simulate(Self.policy, [account(people: everybody, Self.due)], from: "2026-03-02", days: 20)
    #expect(run.planned.map(\.message.to.email) == ["b@c1.example", "a@c1.example"])
    #expect(run.planned.map { $0.message.cc.map(\.email) } == [[], ["b@c1.example", "d@c1.example"]])
    #expect(run.planned.map(\.message.step.from) == [.sender, .owner])
  }

  // "Roles come from the contacts in the books; `recipients:` gives the order of fallback".
  @Test func `the first role that exists is taken`() throws {
    let two = people([("billing", "b@c1.example"), ("director", "d@c1.example")])
    let run = try simulate(Self.policy, [account(people: two, Self.due)], from: "2026-03-02", days: 20)
    #expect(run.planned.map(\.message.to.email) == ["b@c1.example", "d@c1.example"])
  }

  // "validation asks for one wherever a role is not `billing`."
  @Test func `a role without an order of fallback is an error`() {
    #expect(throws: UnusablePolicy.self) {
      try plan(
        "schedules:\n  standard:\n    - { tier: first, send: 5 days after due, to: boss }")
    }
  }

  // "Where nobody is found the invoice is silent as `no-recipient` and flagged; no other channel is taken
  // silently."
  @Test func `where nobody is found the invoice is silent and flagged once`() throws {
    let run = try simulate(
      Self.policy, [account(people: people([("billing", "b@c1.example")]), Self.due)], from: "2026-03-02",
      days: 30)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.quiet == ["A1 2026-03-16..2026-03-31 no-recipient"])
    #expect(run.flags == ["2026-03-16 no-recipient A1"])
  }

  // Contract, `no-recipient`: "on the first day on which its tier is reached and nothing else stops it".
  @Test func `a missing person is flagged only when nothing else stops the invoice`() throws {
    let run = try simulate(
      Self.policy, [account(people: people([("billing", "b@c1.example")]), Self.due)], from: "2026-03-02",
      days: 30,
      events: "- { on: 2026-03-13, reply: reply }")
    #expect(run.flags == ["2026-03-13 reply", "2026-03-21 no-recipient A1"])
  }

  // Section 5.1: "no usable address for any tier of any schedule, on the first day, skips the customer".
  @Test(arguments: ["", "not-an-address", "two@signs@c1.example", "a space@c1.example"])
  func `a customer without any usable address is skipped`(_ email: String) throws {
    let run = try simulate(
      Self.policy, [account(people: people([("billing", email), ("director", email)]), Self.due)],
      from: "2026-03-02", days: 30)
    #expect(run.skipped == ["no-address"])
    #expect(run.messages.isEmpty && run.quiet.isEmpty && run.flags.isEmpty)
  }

  @Test func `one usable address of one tier is enough not to be skipped`() throws {
    let run = try simulate(
      Self.policy,
      [account(people: people([("billing", "broken"), ("director", "d@c1.example")]), Self.due)],
      from: "2026-03-02", days: 30)
    #expect(run.skipped == [])
    #expect(run.messages == [])
    #expect(run.flags == ["2026-03-09 no-recipient A1"])
  }
}
