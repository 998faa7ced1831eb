import Schedule
import TestSupport
import Testing

/// Section 5.4 of the language: pauses and holds. Due on Monday 2026-03-02 the tiers of the default schedule
/// are planned for the 9th, the 16th and 1 April.
@Suite struct PauseTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  // "A pause begins with the event and lasts to the end of the day it names: promised for the 20th with `2
  // business days after promised`, the 24th is quiet if it is the second, and the 25th the first day on which
  // a message may leave."
  @Test func `a pause lasts to the end of the day it names`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 30,
      events: "- { on: 2026-03-13, reply: promise, promised: 2026-03-20, invoice: A1 }")
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-25 second A1"])
    #expect(run.quiet == ["A1 2026-03-13..2026-03-24 paused-by-promise"])
  }

  // "`until return` is quiet to the eve of the return."
  @Test func `until return is quiet to the eve of the return`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 20,
      events: "- { on: 2026-03-04, reply: out_of_office, return: 2026-03-12 }")
    #expect(run.messages == ["2026-03-12 first A1", "2026-03-19 second A1"])
    #expect(run.quiet == ["A1 2026-03-04..2026-03-11 paused-by-out_of_office"])
  }

  // Section 1: "out_of_office: { pause: until return, otherwise: 5 business days }".
  @Test func `without a day of return the pause is the one given otherwise`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 14, events: "- { on: 2026-03-07, reply: out_of_office }")
    // Five business days after Saturday the 7th: Friday the 13th.
    #expect(run.messages == [])
    #expect(run.quiet == ["A1 2026-03-07..2026-03-13 paused-by-out_of_office"])
  }

  // "Pauses do not add up: a day is quiet if any covers it."
  @Test func `pauses do not add up`() throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 20,
      events: "- { on: 2026-03-06, reply: reply }\n- { on: 2026-03-10, reply: claims_paid }")
    // Five business days each: to Friday the 13th, and to Tuesday the 17th.
    #expect(run.messages == ["2026-03-18 first A1"])
    #expect(
      run.quiet == [
        "A1 2026-03-06..2026-03-13 paused-by-reply", "A1 2026-03-14..2026-03-17 paused-by-claims_paid",
      ])
  }

  private static let three = [
    invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-02"),
    invoice("A3", due: "2026-03-20", issued: "2026-03-06"),
  ]

  // "`reply` and `out_of_office` pause the customer".
  @Test(arguments: ["reply", "out_of_office", "request", "stop"])
  func `a reply pauses the customer, later invoices too`(_ kind: String) throws {
    let run = try simulate(
      invoices: Self.three, from: "2026-03-02", days: 12,
      events: "- { on: 2026-03-05, reply: \(kind), invoice: A1 }")
    let reason = kind == "out_of_office" ? kind : "reply"
    #expect(
      run.quiet == [
        "A1 2026-03-05..2026-03-12 paused-by-\(reason)", "A2 2026-03-05..2026-03-12 paused-by-\(reason)",
        "A3 2026-03-06..2026-03-12 paused-by-\(reason)",
      ])
    #expect(run.flags == (kind == "out_of_office" ? [] : ["2026-03-05 reply"]))
  }

  // "`promise`, `claims_paid` and `dispute` mean the invoices they name, or, naming none, every invoice open
  // that day".
  @Test(arguments: [
    ("claims_paid", "paused-by-claims_paid", "2026-03-12"), ("dispute", "disputed", "2026-03-31"),
  ])
  func `some answers mean the invoices they name, or all that are open`(
    _ kind: String, _ reason: String, _ last: String
  ) throws {
    let one = try simulate(
      invoices: Self.three, from: "2026-03-02", days: 30,
      events: "- { on: 2026-03-05, reply: \(kind), invoice: A2 }")
    #expect(one.quiet == ["A2 2026-03-05..\(last) \(reason)"])
    #expect(one.flags == ["2026-03-05 \(kind) A2"])
    let all = try simulate(
      invoices: Self.three, from: "2026-03-02", days: 30, events: "- { on: 2026-03-05, reply: \(kind) }")
    // A3 is issued on the day after.
    #expect(all.quiet == ["A1 2026-03-05..\(last) \(reason)", "A2 2026-03-05..\(last) \(reason)"])
    #expect(all.flags == ["2026-03-05 \(kind)"])
  }

  // "`scope: customer` widens it."
  @Test func `a scope of the customer widens what an answer means`() throws {
    let run = try simulate(
      "responses: { claims_paid: { pause: 4 days, scope: customer } }", invoices: Self.three,
      from: "2026-03-02",
      days: 12, events: "- { on: 2026-03-05, reply: claims_paid, invoice: A2 }")
    #expect(
      run.quiet == [
        "A1 2026-03-05..2026-03-09 paused-by-claims_paid", "A2 2026-03-05..2026-03-09 paused-by-claims_paid",
        "A3 2026-03-06..2026-03-09 paused-by-claims_paid",
      ])
  }

  // "A partial payment is one set against an invoice (an instalment) that leaves a balance on it, and pauses
  // that one; unallocated money is none."
  @Test func `a partial payment pauses what it leaves open`() throws {
    let run = try simulate(
      invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-02")], from: "2026-03-02",
      days: 16,
      events: "- { on: 2026-03-09, payment: 40, invoice: A1 }")
    // Seven days: to the end of the 16th.
    #expect(run.messages == ["2026-03-09 first A2", "2026-03-16 second A2", "2026-03-17 first A1 (+A2)"])
    #expect(run.quiet == ["A1 2026-03-09..2026-03-16 paused-by-partial_payment"])
    let whole = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 10, events: "- { on: 2026-03-09, payment: 40 }")
    #expect(whole.messages == ["2026-03-09 first A1"])
  }

  @Test func `a partial payment of an instalment pauses that instalment`() throws {
    let parts = instalments("B1", issued: "2026-02-02", [("60", "2026-03-02"), ("40", "2026-03-02")])
    let run = try simulate(
      invoices: parts, from: "2026-03-02", days: 10, events: "- { on: 2026-03-09, payment: 80, invoice: B1 }")
    // 60 settle the first part, 20 are left for the second.
    #expect(run.messages == [])
    #expect(
      run.quiet == [
        "B1/1 2026-03-02..2026-03-11 settled", "B1/2 2026-03-09..2026-03-11 paused-by-partial_payment",
      ])
  }

  // "A person's answer of a kind that has no response of its own is a `reply`".
  @Test func `an answer of a kind with a response of its own is not a reply`() throws {
    let run = try simulate(
      "responses: { stop: { hold: customer, flag: true } }", invoices: Self.due, from: "2026-03-02", days: 5,
      events: "- { on: 2026-03-04, reply: stop }")
    #expect(run.quiet == ["A1 2026-03-04..2026-03-06 held-by-stop"])
    #expect(run.flags == ["2026-03-04 stop"])
  }

  // "a dispute always makes the invoice disputed."
  @Test func `a dispute makes the invoice disputed even where it is switched off`() throws {
    let run = try simulate(
      "responses: { dispute: none }", invoices: Self.due, from: "2026-03-02", days: 20,
      events: "- { on: 2026-03-04, reply: dispute, invoice: A1 }\n- { on: 2026-03-11, release: true }")
    #expect(run.quiet == ["A1 2026-03-04..2026-03-10 disputed"])
    #expect(run.messages == ["2026-03-11 first A1", "2026-03-18 second A1"])
    #expect(run.flags == [])
  }

  // Section 1: "a kind left out means this, `KIND: none` switches it off; a key left out of a written kind
  // has no default".
  @Test func `none switches a kind off and a key left out has no default`() throws {
    let off = try simulate(
      "responses: { reply: none }", invoices: Self.due, from: "2026-03-02", days: 10,
      events: "- { on: 2026-03-06, reply: reply }")
    #expect(off.messages == ["2026-03-09 first A1"])
    #expect(off.flags == [])
    let unflagged = try simulate(
      "responses: { reply: { pause: 3 days } }", invoices: Self.due, from: "2026-03-02", days: 10,
      events: "- { on: 2026-03-06, reply: reply }")
    #expect(unflagged.messages == ["2026-03-10 first A1"])
    #expect(unflagged.flags == [])
  }

  // Contract: "Within step 4: disputed, then the hold, then the pause that began first."
  @Test func `of several reasons the dispute comes first, then the hold, then the first pause`() throws {
    let policy = "responses: { stop: { hold: customer, flag: true } }"
    let run = try simulate(
      policy, invoices: Self.due, from: "2026-03-02", days: 10,
      events: """
        - { on: 2026-03-03, reply: claims_paid }
        - { on: 2026-03-04, reply: reply }
        - { on: 2026-03-06, reply: stop }
        - { on: 2026-03-08, reply: dispute }
        """)
    #expect(
      run.quiet == [
        "A1 2026-03-03..2026-03-05 paused-by-claims_paid", "A1 2026-03-06..2026-03-07 held-by-stop",
        "A1 2026-03-08..2026-03-11 disputed",
      ])
  }

  // Contract: "`release` ends holds, fired rules, a `schedule:` given by one, and disputes that came by a
  // reply; not pauses, closed addresses or disputes of the books."
  @Test func `a release ends no pause and no dispute of the books`() throws {
    let run = try simulate(
      invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-02", isDisputed: true)],
      from: "2026-03-02", days: 8,
      events: "- { on: 2026-03-03, reply: reply }\n- { on: 2026-03-05, release: true }")
    #expect(
      run.quiet == ["A1 2026-03-03..2026-03-09 paused-by-reply", "A2 2026-03-02..2026-03-09 disputed"])
  }
}
