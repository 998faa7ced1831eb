import PolicyModel
import Receivables
import Schedule
import TestSupport
import Testing

/// Section 4 of the language, "Timing", "Days" and "Target day". 2026-03-01 is a Sunday.
@Suite struct TimingTests {
  /// The planned day of the last tier of a schedule.
  private func planned(
    _ tiers: String, due: Day, issued: Day? = nil, calendar: String = ""
  ) throws -> Day {
    let plan = try plan("\(calendar)\nschedules:\n  standard:\n\(tiers)")
    let ladder = Ladder(plan: plan, schedule: 0, part: invoice("A1", due: due, issued: issued), history: [])
    return ladder.plannedDay(try #require(plan.schedules[0].steps.last))
  }

  // "when = "on" anchor | count unit ("before" | "after") anchor", each unit and each anchor.
  @Test(
    arguments: [
      ("on due", "2026-03-04"),
      ("1 day after due", "2026-03-05"), ("2 days after due", "2026-03-06"),
      ("1 business day after due", "2026-03-05"), ("3 business days after due", "2026-03-09"),
      ("1 week after due", "2026-03-11"), ("2 weeks after due", "2026-03-18"),
      ("1 month after due", "2026-04-06"),  // the 4th of April is a Saturday
      ("2 months after due", "2026-05-04"),
      ("2 business days before due", "2026-03-02"), ("1 week before due", "2026-02-25"),
      ("1 month before due", "2026-02-04"),
      ("on end of month", "2026-03-31"), ("3 days after end of month", "2026-04-03"),
    ] as [(String, Day)])
  func `a tier is planned on its anchor plus or minus its count`(_ send: String, _ expected: Day) throws {
    #expect(try planned("    - { tier: first, send: \(send) }", due: "2026-03-04") == expected)
  }

  @Test(
    arguments: [
      ("on issued", "2026-02-04"), ("5 days after issued", "2026-02-09"),
      ("1 month after issued", "2026-03-04"),
      ("3 business days after issued", "2026-02-09"), ("5 days before end of month", "2026-03-26"),
    ] as [(String, Day)])
  func `a tier that can fall before the due day says level 0`(_ send: String, _ expected: Day) throws {
    let tier = "    - { tier: early, send: \(send), level: 0 }"
    #expect(try planned(tier, due: "2026-03-04", issued: "2026-02-04") == expected)
    #expect(throws: UnusablePolicy.self) {
      try planned("    - { tier: early, send: \(send) }", due: "2026-03-04", issued: "2026-02-04")
    }
  }

  // "A *business day* is a day of `calendar.week` that is no holiday and not closed." Thursday 5 March is a
  // holiday, Friday the 6th closed; Saturday the 7th belongs to the week.
  @Test func `business days leave out holidays and closed days`() throws {
    let calendar = "calendar: { week: mon-sat, send: mon-sat, holidays: [2026-03-05], closed: [2026-03-06] }"
    let tier = "    - { tier: first, send: 2 business days after due }"
    #expect(try planned(tier, due: "2026-03-04", calendar: calendar) == "2026-03-09")
  }

  // "An *open day* is a day of `calendar.send` that is no holiday and not closed."
  @Test func `messages leave on open days, which need not be business days`() throws {
    let calendar = "calendar: { week: mon-fri, send: tue-wed }"
    // The 2nd business day after Wednesday the 4th is Friday the 6th, and the next day of `send` Tuesday the
    // 10th.
    let tier = "    - { tier: first, send: 2 business days after due }"
    #expect(try planned(tier, due: "2026-03-04", calendar: calendar) == "2026-03-10")
  }

  // "A month later is the same day number, or the last day of a shorter month, from the anchor in one step."
  @Test func `two months are one step from the anchor`() throws {
    // One month after 31 January is 28 February (a Saturday, so 2 March); two are 31 March, not the 28th.
    #expect(
      try planned("    - { tier: first, send: 1 month after due }", due: "2026-01-31") == "2026-03-02")
    #expect(
      try planned("    - { tier: first, send: 2 months after due }", due: "2026-01-31") == "2026-03-31")
  }

  // "`end of month` is the last calendar day of the month in which the invoice is due."
  @Test func `the end of the month is its last calendar day, business day or not`() throws {
    // 31 May 2026 is a Sunday; 5 days after it is Friday 5 June.
    let tier = "    - { tier: first, send: 5 days after end of month }"
    #expect(try planned(tier, due: "2026-05-04") == "2026-06-05")
    #expect(try planned("    - { tier: first, send: on end of month }", due: "2026-05-04") == "2026-06-01")
  }

  // "An invoice is past due from the day after its due day."
  @Test func `an invoice is past due from the day after its due day`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 3 days before due }
          - { tier: first, send: 20 days after due }
      """
    let onTheDay = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-04")], from: "2026-03-04", days: 5)
    #expect(onTheDay.messages == ["2026-03-04 early A1"])
    let dayAfter = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-04")], from: "2026-03-05", days: 5)
    #expect(dayAfter.messages == [])
  }

  // "Anchor ± count, then moved to an open day by `when_closed`."
  @Test func `a closed target day moves as the calendar says`() throws {
    let tier = "    - { tier: first, send: 3 days after due }"  // Saturday 7 March
    let back = "calendar: { when_closed: previous_open_day }"
    #expect(try planned(tier, due: "2026-03-04") == "2026-03-09")
    #expect(try planned(tier, due: "2026-03-04", calendar: back) == "2026-03-06")
    let early = "    - { tier: early, send: 4 days before due }"  // Saturday 28 February
    #expect(try planned(early, due: "2026-03-04") == "2026-03-02")
    #expect(try planned(early, due: "2026-03-04", calendar: back) == "2026-02-27")
  }

  // "The move never crosses the due day: a before-due tier then moves back, an after-due tier forward".
  @Test func `a move never crosses the due day`() throws {
    // Saturday the 7th before a due Sunday: Monday the 9th would lie behind it.
    #expect(try planned("    - { tier: early, send: 1 day before due }", due: "2026-03-08") == "2026-03-06")
    // A due Sunday itself: Friday the 6th would lie before it.
    let back = "calendar: { when_closed: previous_open_day }"
    #expect(
      try planned("    - { tier: first, send: on due }", due: "2026-03-08", calendar: back) == "2026-03-09")
  }

  // "to land on the due day is not to cross it."
  @Test func `to land on the due day is not to cross it`() throws {
    // Sunday the 8th before a due Monday moves forward onto it.
    #expect(try planned("    - { tier: early, send: 1 day before due }", due: "2026-03-09") == "2026-03-09")
    // Saturday the 7th after a due Friday moves back onto it.
    let back = "calendar: { when_closed: previous_open_day }"
    #expect(
      try planned("    - { tier: first, send: 1 day after due }", due: "2026-03-06", calendar: back)
        == "2026-03-06")
  }

  // "a tier after `previous` always moves forward".
  @Test func `a tier after previous always moves forward`() throws {
    let tiers = """
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 5 days after previous }
      """
    // Monday the 9th, and five days later Saturday the 14th: the 16th, though other tiers move back.
    let back = "calendar: { when_closed: previous_open_day }"
    #expect(try planned(tiers, due: "2026-03-04", calendar: back) == "2026-03-16")
  }

  // "`previous` is the day on which this invoice's last tier was really sent, alone or in a group's message".
  @Test func `previous is the day on which the last tier was really sent`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 6 days after previous }
      """
    // Planned for Monday the 9th; a reply of the 6th keeps it quiet to the 13th, so it leaves on the 16th,
    // and the second one six days later, on Sunday the 22nd: Monday the 23rd.
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-04")], from: "2026-03-02", days: 40,
      events: "- { on: 2026-03-06, reply: reply }")
    #expect(run.messages == ["2026-03-16 first A1", "2026-03-23 second A1"])
  }

  // "(of a skipped before-due tier: its planned day)".
  @Test func `previous of a skipped before-due tier is its planned day`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 10 days before due }
          - { tier: soon, send: 4 days after previous, level: 0, collection: any }
      """
    // `early` does not speak of cards and is skipped; it was planned for Tuesday the 10th. Four days later is
    // a Saturday: Monday the 16th.
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-20", collection: .card)], from: "2026-03-02", days: 18)
    #expect(run.messages == ["2026-03-16 soon A1"])
  }

  // "it cannot be the first tier's anchor."
  @Test func `previous cannot be the first tier's anchor`() {
    #expect(throws: UnusablePolicy.self) {
      try plan("schedules:\n  standard:\n    - { tier: first, send: 5 days after previous }")
    }
  }
}
