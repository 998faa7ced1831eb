import Receivables
import Schedule
import TestSupport
import Testing

/// Section 5.8 of the language, "Gap and cap". Invoices of two currencies make two messages of one day.
@Suite struct GapAndCapTests {
  private static let two = [invoice("A1", due: "2026-03-02"), invoice("B1", "100 EUR", due: "2026-03-02")]

  // "`min_gap: 4 days`: a message of the 2nd allows the next on the 6th."
  @Test func `a gap of 4 days lets the next message leave on the fourth day`() throws {
    let run = try simulate(
      "limits: { min_gap: 4 days }", invoices: Self.two, from: "2026-03-02", days: 17)
    #expect(
      run.messages == ["2026-03-09 first A1", "2026-03-13 first B1", "2026-03-17 second A1"])
    #expect(run.quiet == ["A1 2026-03-16..2026-03-16 min-gap", "B1 2026-03-09..2026-03-12 min-gap"])
  }

  @Test func `a gap may be counted in business days`() throws {
    let run = try simulate(
      "limits: { min_gap: 5 business days }", invoices: Self.two, from: "2026-03-02", days: 15)
    // Five business days after Monday the 9th is Monday the 16th, when the second of A1 goes before.
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 second A1"])
    #expect(run.quiet == ["B1 2026-03-09..2026-03-16 min-gap"])
  }

  // Section 1: "left out: (…) min_gap 1 day, no cap".
  @Test func `without limits a customer hears once a day`() throws {
    let run = try simulate(invoices: Self.two, from: "2026-03-02", days: 9)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-10 first B1"])
    #expect(run.quiet == ["B1 2026-03-09..2026-03-09 min-gap"])
  }

  // "`at_most: 3 per 30 days`: in any 30 days in a row, today included".
  @Test func `a cap counts the days in a row, today included`() throws {
    let run = try simulate(
      "limits: { at_most: 1 per 7 days }", invoices: Self.two, from: "2026-03-02", days: 22)
    // 7 days from Monday the 9th end on Sunday the 15th. On the 16th the second of A1 goes first, on the 23rd
    // B1.
    #expect(
      run.messages == ["2026-03-09 first A1", "2026-03-16 second A1", "2026-03-23 first B1"])
    #expect(
      run.quiet == [
        "B1 2026-03-09..2026-03-09 min-gap", "B1 2026-03-10..2026-03-13 at-most",
        "B1 2026-03-16..2026-03-16 min-gap", "B1 2026-03-17..2026-03-20 at-most",
      ])
  }

  @Test func `a cap of two lets two leave`() throws {
    let run = try simulate(
      "limits: { at_most: 2 per 30 days }", invoices: Self.two, from: "2026-03-02", days: 40)
    // 30 days from the 9th end on 7 April: then the second of A1, and the day after the second of B1.
    #expect(
      run.messages == [
        "2026-03-09 first A1", "2026-03-10 first B1", "2026-04-08 second A1", "2026-04-09 second B1",
      ])
  }

  // "a before-due message leaves only if the cap would still allow one more."
  @Test(arguments: [(1, []), (2, ["2026-03-20 early A1"])] as [(Int, [String])])
  func `a before-due message leaves one of the cap free`(_ cap: Int, _ messages: [String]) throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 10 days before due }
          - { tier: first, send: 25 days after due }
      limits: { at_most: \(cap) per 30 days }
      """
    let run = try simulate(policy, invoices: [invoice("A1", due: "2026-03-30")], from: "2026-03-02", days: 28)
    #expect(run.messages == messages)
  }

  // "judge the day's messages one by one: highest level first, then oldest due day, then invoice number."
  @Test func `the highest level goes first, then the oldest due day, then the number`() throws {
    let level = try simulate(
      invoices: [invoice("A1", due: "2026-03-09"), invoice("B1", "9 EUR", due: "2026-03-02")],
      from: "2026-03-09",
      days: 8)
    // On the 16th `second` of B1 goes before `first` of A1, whose number and due day come later and earlier.
    #expect(level.messages == ["2026-03-09 first B1", "2026-03-16 second B1"])
    let due = try simulate(
      invoices: [invoice("A1", due: "2026-03-03"), invoice("B1", "9 EUR", due: "2026-03-02")],
      from: "2026-03-12",
      days: 1)
    #expect(due.messages == ["2026-03-12 first B1"])
    let number = try simulate(
      invoices: [invoice("B1", due: "2026-03-02"), invoice("A2", "9 EUR", due: "2026-03-02")],
      from: "2026-03-12",
      days: 1)
    #expect(number.messages == ["2026-03-12 first A2"])
  }

  // "They count messages to the customer or to its address, whichever is more."
  @Test func `customers that share an address share gap and cap`() throws {
    let shared = ["C1", "C2", "C3"].map {
      account($0, email: "ap@group.example", [invoice("A1", due: "2026-03-02")])
    }
    let run = try simulate(
      "limits: { min_gap: 2 days, at_most: 2 per 14 days }", shared, from: "2026-03-02", days: 15)
    // C1 on Monday the 9th, C2 on the 11th, then the cap to the 22nd.
    #expect(run.messages == ["C1 2026-03-09 first A1", "C2 2026-03-11 first A1"])
    #expect(
      run.quiet == [
        "C1 A1 2026-03-16..2026-03-16 at-most", "C2 A1 2026-03-09..2026-03-10 min-gap",
        "C3 A1 2026-03-09..2026-03-12 min-gap", "C3 A1 2026-03-13..2026-03-16 at-most",
      ])
  }

  @Test func `messages to another address of the customer count for the customer`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 6 days after due, to: director }
      recipients: { director: [director, billing] }
      limits: { min_gap: 4 days }
      """
    let people = [
      Person(role: "billing", email: "b@c1.example"), Person(role: "director", email: "d@c1.example"),
    ]
    let run = try simulate(
      policy, [account(people: people, [invoice("A1", due: "2026-03-02")])], from: "2026-03-02", days: 14)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-13 second A1"])
  }

  // "What waits is worked out afresh the next day."
  @Test func `what waits is worked out afresh the next day`() throws {
    // B1 waits on the 9th, is paid, and never leaves.
    let run = try simulate(
      invoices: Self.two, from: "2026-03-02", days: 9,
      events: "- { on: 2026-03-10, payment: 100, invoice: B1 }")
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.quiet == ["B1 2026-03-09..2026-03-09 min-gap"])
  }

  // Contract: "closed days between two days of one reason do not end it"; "gap and cap on open days".
  @Test func `a silence runs over closed days`() throws {
    let run = try simulate(
      "limits: { min_gap: 10 days }",
      invoices: [invoice("A1", due: "2026-03-02"), invoice("B1", "100 EUR", due: "2026-03-02")],
      from: "2026-03-02",
      days: 14)
    #expect(run.quiet == ["B1 2026-03-09..2026-03-13 min-gap"])  // the horizon ends on Sunday the 15th
  }
}
