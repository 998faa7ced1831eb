import Receivables
import Schedule
import TestSupport
import Testing

/// Section 5.7 of the language, "Grouping". Due on Monday 2026-03-02 the first tier leaves on the 9th, the
/// second on the 16th.
@Suite struct GroupingTests {
  // "one message covers the invoices that reached a tier today, of one currency".
  @Test func `one message covers the invoices of one currency`() throws {
    let run = try simulate(
      invoices: [
        invoice("A1", due: "2026-03-02"), invoice("A2", "50 EUR", due: "2026-03-02"),
        invoice("A3", due: "2026-03-02"),
      ], from: "2026-03-02", days: 9)
    #expect(run.messages == ["2026-03-09 first A1 A3", "2026-03-10 first A2"])
    #expect(run.planned.map(\.message.total) == [money("200"), money("50 EUR")])
  }

  // "with the same `from` and `to`".
  @Test(arguments: ["from: owner", "to: director"])
  func `tiers of another author or role make another message`(_ key: String) throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due, \(key) }
      recipients: { director: [director, billing] }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-09")],
      from: "2026-03-02",
      days: 16)
    #expect(
      run.messages == ["2026-03-09 first A1", "2026-03-16 second A1 (+A2)", "2026-03-17 first A2 (+A1)"])
    #expect(run.quiet.contains("A2 2026-03-16..2026-03-16 min-gap"))
  }

  // "and either all by before-due tiers or none by one (the message of before-due tiers goes last)."
  @Test func `the message of before-due tiers goes last`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 3 days before due }
          - { tier: first, send: 5 days after due }
      limits: { min_gap: 0 days }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-12"), invoice("A2", due: "2026-03-04")],
      from: "2026-03-09",
      days: 1)
    #expect(run.messages == ["2026-03-09 first A2", "2026-03-09 early A1"])
  }

  // "Words, tone and channel are those of the highest tier; each invoice advances by its own tier".
  @Test func `words, tone and channel are those of the highest tier`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due, tone: firm, channel: [email, letter] }
          - { tier: third, send: 24 days after due, channel: letter }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-09"), invoice("A2", due: "2026-03-02")],
      from: "2026-03-02",
      days: 22)
    // A1: 5 days after the 9th is a Saturday, so the 16th; 14 days after it the 23rd.
    #expect(
      run.messages == ["2026-03-09 first A2", "2026-03-16 second A1 A2", "2026-03-23 second A1 (+A2)"])
    let message = run.planned[1].message
    #expect(run.scenario.plan.tones[message.tone] == "firm")
    #expect(message.step.channels == [.email, .letter])
    #expect(message.parts.map { run.scenario.plan.tiers[$0.step.tier].name } == ["first", "second"])
  }

  // "`charges` and `respond_within` hold only for invoices whose own tier has them".
  @Test func `a deadline holds only for invoices whose own tier has it`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due, respond_within: 7 days }
          - { tier: third, send: 15 days after due }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-09"), invoice("A2", due: "2026-03-02")],
      from: "2026-03-02",
      days: 30)
    #expect(run.planned[1].message.parts.map(\.deadline) == [nil, "2026-03-23"])
    // A1 goes on by its distance of 7 days, A2 on the day after its deadline.
    #expect(
      run.messages[1...3] == [
        "2026-03-16 second A1 A2", "2026-03-23 second A1 (+A2)", "2026-03-24 third A2 (+A1)",
      ])
  }

  // "It lists the customer's other past-due invoices of that currency that are not disputed, held, paused or
  // skipped".
  @Test func `a message lists the other past-due invoices that are free`() throws {
    let run = try simulate(
      [
        account(
          credits: ["31"], setAside: [.init(number: "A9", reason: .noDueDate)],
          [
            invoice("A1", due: "2026-03-04"), invoice("A2", due: "2026-03-05"),
            invoice("A3", due: "2026-03-09"),
            invoice("A4", due: "2026-03-05", isDisputed: true), invoice("A5", "50 EUR", due: "2026-03-05"),
            invoice("A6", due: "2026-03-05"), invoice("A7", due: "2026-03-06", balance: "0"),
            invoice("A8", "30", due: "2026-03-01"),
          ])
      ], from: "2026-03-02", days: 8,
      events: "- { on: 2026-03-09, reply: claims_paid, invoice: A6 }")
    // A3 falls due on the 9th and is past due only on the day after; A8 is covered by credit.
    #expect(run.messages == ["2026-03-09 first A1 (+A2)"])
    #expect(run.planned[0].message.total == money("200"))
  }

  // "(none in a before-due message)."
  @Test func `a before-due message lists nothing`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 3 days before due }
          - { tier: first, send: 25 days after due }
      """
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-12"), invoice("A2", due: "2026-03-04")],
      from: "2026-03-09",
      days: 1)
    #expect(run.messages == ["2026-03-09 early A1"])
  }

  // "A message on two channels is one message."
  @Test func `a message on two channels is one message`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due, channel: [email, letter] }
      limits: { at_most: 1 per 30 days }
      """
    let run = try simulate(policy, invoices: [invoice("A1", due: "2026-03-02")], from: "2026-03-02", days: 9)
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.ndjson[1].contains(#""channel":"email+letter""#))
  }

  // "With `group_by: invoice` a message covers one invoice and lists none."
  @Test func `grouped by invoice a message covers one and lists none`() throws {
    let run = try simulate(
      "limits: { group_by: invoice, min_gap: 0 days }",
      invoices: [invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-02")], from: "2026-03-02",
      days: 9)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-09 first A2"])
  }

  // Section 6: "`invoices` are those of the message, the highest level first, then the oldest due day, then
  // the number; `also_listed` the others it lists; `total_due` the sum of both."
  @Test func `a letter names its invoices in order of level, due day and number`() throws {
    let policy = """
      segments:
        - { name: all, schedule: standard, tone: own }
      tones:
        own:
          default:
            subject: "{{ invoice.number }}, {{ money(total_due) }}"
            body: |
              {{#each invoices as inv}}
              {{ inv.number }} {{ inv.tier }}
              {{/each}}
              {{#each also_listed as inv}}
              also {{ inv.number }}
              {{/each}}
      """
    let run = try simulate(
      policy,
      [
        account([
          invoice("A1", due: "2026-03-10"), invoice("A2", due: "2026-03-09"),
          invoice("A3", due: "2026-03-09"),
          invoice("A4", due: "2026-03-02"), invoice("A5", due: "2026-03-13"),
          invoice("A6", due: "2026-03-12"),
        ])
      ], from: "2026-03-09", days: 8, writesLetters: true)
    #expect(run.messages == ["2026-03-09 first A4", "2026-03-16 second A1 A2 A3 A4 (+A5 A6)"])
    let letter = try #require(run.planned[1].letter).get()
    #expect(letter.subject == "A4, £600.00")
    #expect(
      letter.text.split(separator: "\n").map(String.init) == [
        "A4 second", "A2 first", "A3 first", "A1 first", "also A6", "also A5",
      ])
  }
}
