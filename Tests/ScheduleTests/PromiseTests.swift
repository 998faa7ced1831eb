import Schedule
import TestSupport
import Testing

/// Section 5.4 of the language: promises. A rule tells the day from which a promise counts as broken.
@Suite struct PromiseTests {
  private static let policy = """
    escalations:
      - { name: broken, when: customer.broken_promises >= 1, do: [flag] }
      - { name: broken-twice, when: customer.broken_promises >= 2, do: [flag] }
    """

  private func run(
    _ events: String, policy: String = "", numbers: [String] = ["A1"], days: Int = 40
  ) throws -> SimulatedRun {
    try simulate(
      Self.policy + "\n" + policy, invoices: numbers.map { invoice($0, due: "2026-03-02") },
      from: "2026-03-02",
      days: days, events: events)
  }

  // "A promise is broken when its pause ends with the invoice open".
  @Test func `a promise is broken when its pause ends with the invoice open`() throws {
    // Promised for Thursday the 12th; the 2nd business day after it is Monday the 16th.
    let open = try run("- { on: 2026-03-05, reply: promise, promised: 2026-03-12 }")
    #expect(open.quiet.first == "A1 2026-03-05..2026-03-16 paused-by-promise")
    #expect(open.flags.prefix(1) == ["2026-03-17 broken"])
    let paid = try run(
      "- { on: 2026-03-05, reply: promise, promised: 2026-03-12 }\n- { on: 2026-03-16, payment: 100, invoice: A1 }"
    )
    #expect(paid.flags == [])
  }

  // "a new one that pauses takes its place, its pause too, for the invoices that both name".
  @Test func `a new promise takes the place of the old one, a longer one`() throws {
    let run = try run(
      """
      - { on: 2026-03-05, reply: promise, promised: 2026-03-12 }
      - { on: 2026-03-10, reply: promise, promised: 2026-03-20 }
      """)
    #expect(run.quiet.first == "A1 2026-03-05..2026-03-24 paused-by-promise")
    #expect(run.flags.prefix(1) == ["2026-03-25 broken"])
    #expect(!run.flags.contains { $0.contains("broken-twice") })
  }

  @Test func `a new promise takes the place of the old one, a shorter one too`() throws {
    let run = try run(
      """
      - { on: 2026-03-05, reply: promise, promised: 2026-03-20 }
      - { on: 2026-03-06, reply: promise, promised: 2026-03-10 }
      """)
    #expect(run.quiet.first == "A1 2026-03-05..2026-03-12 paused-by-promise")
    #expect(run.messages.first == "2026-03-13 first A1")
    #expect(run.flags.prefix(1) == ["2026-03-13 broken"])
    #expect(!run.flags.contains { $0.contains("broken-twice") })
  }

  @Test func `a new promise replaces only for the invoices that both name`() throws {
    let run = try run(
      """
      - { on: 2026-03-05, reply: promise, promised: 2026-03-20 }
      - { on: 2026-03-06, reply: promise, promised: 2026-03-10, invoice: A1 }
      """, numbers: ["A1", "A2"], days: 30)
    #expect(
      run.quiet == [
        "A1 2026-03-05..2026-03-12 paused-by-promise", "A2 2026-03-05..2026-03-24 paused-by-promise",
      ])
    #expect(run.flags == ["2026-03-13 broken", "2026-03-25 broken-twice"])
  }

  // "`at_most` counts promises per invoice; one more (…) does not pause and is flagged."
  @Test func `one promise more than at_most does not pause and is flagged`() throws {
    let run = try run(
      """
      - { on: 2026-03-05, reply: promise, promised: 2026-03-06, invoice: A1 }
      - { on: 2026-03-11, reply: promise, promised: 2026-03-12, invoice: A1 }
      - { on: 2026-03-17, reply: promise, promised: 2026-03-19 }
      """, numbers: ["A1", "A2"], days: 17)
    // Quiet to Tuesday the 10th, and again from the 11th to Monday the 16th. The third promise pauses A2, its
    // first.
    #expect(run.quiet.prefix(1) == ["A1 2026-03-05..2026-03-16 paused-by-promise"])
    #expect(run.messages == ["2026-03-09 first A2", "2026-03-16 second A2", "2026-03-17 first A1"])
    #expect(run.flags.filter { !$0.contains("broken") } == ["2026-03-17 promise"])
  }

  // "one for a past day or beyond `longest` does not pause and is flagged."
  @Test(
    arguments: [
      ("2026-03-04", false), ("2026-03-05", true), ("2026-04-04", true), ("2026-04-05", false),
    ])
  func `a promise for a past day or beyond longest does not pause`(_ promised: String, _ pauses: Bool) throws
  {
    // Thirty days after 5 March is 4 April.
    let run = try run("- { on: 2026-03-05, reply: promise, promised: \(promised), invoice: A1 }", days: 4)
    #expect(
      run.quiet == [
        pauses
          ? "A1 2026-03-05..2026-03-05 paused-by-promise" : "A1 2026-03-02..2026-03-05 no-tier-in-horizon"
      ])
    #expect(run.flags == (pauses ? [] : ["2026-03-05 promise A1"]))
  }

  // "one that does not pause replaces nothing, is never broken, and counts for `at_most`."
  @Test func `a promise that does not pause replaces nothing, is never broken, and counts`() throws {
    let run = try run(
      """
      - { on: 2026-03-05, reply: promise, promised: 2026-03-12 }
      - { on: 2026-03-06, reply: promise, promised: 2026-06-30 }
      - { on: 2026-03-18, reply: promise, promised: 2026-03-20 }
      """, days: 30)
    #expect(run.quiet == ["A1 2026-03-05..2026-03-16 paused-by-promise"])
    #expect(run.flags == ["2026-03-06 promise", "2026-03-17 broken", "2026-03-18 promise"])
    #expect(run.messages.first == "2026-03-17 first A1")
  }

  // "`broken_promises` counts promises, not invoices."
  @Test func `one promise for two invoices is broken once`() throws {
    let run = try run(
      "- { on: 2026-03-05, reply: promise, promised: 2026-03-12 }", numbers: ["A1", "A2"], days: 20)
    #expect(run.flags == ["2026-03-17 broken"])
  }

  @Test func `a promise of which one invoice is paid is broken by the other`() throws {
    let run = try run(
      "- { on: 2026-03-05, reply: promise, promised: 2026-03-12 }\n- { on: 2026-03-10, payment: 100, invoice: A1 }",
      numbers: ["A1", "A2"], days: 20)
    #expect(run.flags == ["2026-03-17 broken"])
  }

  @Test func `a response without a pause makes a promise an answer like others`() throws {
    let run = try run(
      "- { on: 2026-03-05, reply: promise, promised: 2026-03-12, invoice: A1 }",
      policy: "responses: { promise: { flag: true } }", days: 10)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.flags == ["2026-03-05 promise A1"])
  }

  @Test func `a promise with the scope of the customer pauses everything`() throws {
    let run = try run(
      "- { on: 2026-03-05, reply: promise, promised: 2026-03-12, invoice: A1 }",
      policy: "responses: { promise: { pause: 2 days after promised, scope: customer } }",
      numbers: ["A1", "A2"],
      days: 15)
    #expect(
      run.quiet == [
        "A1 2026-03-05..2026-03-14 paused-by-promise", "A2 2026-03-05..2026-03-14 paused-by-promise",
      ])
    #expect(run.flags == ["2026-03-15 broken"])
  }

  // "the simulator supplies assumed events": those before the first day are history, and count.
  @Test func `promises before the first day are history`() throws {
    let run = try run("- { on: 2026-02-10, reply: promise, promised: 2026-02-12 }", days: 3)
    #expect(run.flags == ["2026-03-02 broken"])
  }
}
