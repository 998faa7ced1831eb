import Schedule
import TestSupport
import Testing

/// Section 4 of the language, "Earliest day" and "Order". Due on Monday 2026-03-02 the tiers of the default
/// schedule are planned for the 9th (the 7th is a Saturday), the 16th and 1 April: 7 and 16 days apart.
@Suite struct EarliestDayTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  // "Earliest day of a tier: the latest of its target day; …"
  @Test func `in time, tiers leave on their target days`() throws {
    let run = try simulate(invoices: Self.due, from: "2026-03-02")
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-16 second A1", "2026-04-01 final A1"])
  }

  // "… the day the last tier was really sent + the *distance*". "So a late message pushes the next ones and
  // never shortens the customer's time."
  @Test func `a late message pushes the next ones`() throws {
    // A reply of Friday the 6th keeps it quiet to Friday the 13th. 16 + 7 = 23; 23 March + 16 = 8 April.
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", events: "- { on: 2026-03-06, reply: reply }")
    #expect(run.messages == ["2026-03-16 first A1", "2026-03-23 second A1", "2026-04-08 final A1"])
  }

  // "… the day after the deadline that tier gave (`respond_within`)."
  @Test func `the next tier leaves on the day after the deadline at the earliest`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due, respond_within: 7 days }
          - { tier: second, send: 14 days after due }
      """
    // Sent on Monday the 9th, the deadline is the 16th; `second` was planned for that day.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02")
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-17 second A1"])
  }

  // "The distance is taken in the schedule now in force between planned days (each tier on its target day,
  // `previous` counted from the planned day of the tier before), from the tier that was sent …"
  @Test func `the distance is that of planned days, previous counted from the planned day before`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 10 days after previous }
          - { tier: third, send: 40 days after due }
      """
    // Planned: the 9th, the 19th, Saturday 11 April moved to Monday the 13th: 25 days from second to third.
    // The first leaves late on Monday the 16th, the second 10 days later on the 26th, the third 25 days on,
    // 20 April.
    let run = try simulate(
      policy, invoices: Self.due, from: "2026-03-02", events: "- { on: 2026-03-06, reply: reply }")
    #expect(run.messages == ["2026-03-16 first A1", "2026-03-26 second A1", "2026-04-20 third A1"])
  }

  // "… or, where that was another schedule's, the last tier here whose level is not above it, before-due
  // tiers left aside (none there: no distance), to the tier that is next".
  @Test func `without a tier here at or below the level sent there is no distance`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
        firm:
          - { tier: early, send: 3 days before due }
          - { tier: hard, send: 8 days after due, level: 2 }
      escalations:
        - { name: late, when: invoice.days_overdue >= 8, do: [flag, schedule: firm] }
      """
    // first on the 9th; on the 10th, the target day of `hard`, the customer moves: no distance, so at once.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 20)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-10 hard A1"])
  }

  // "at least one day".
  @Test func `two tiers are at least one day apart`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 3 days after due }
          - { tier: second, send: 4 days after due }
      """
    // Planned for Thursday the 5th and Friday the 6th; seen late, on Monday the 16th.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-16")
    #expect(run.messages == ["2026-03-16 first A1", "2026-03-17 second A1"])
  }

  // "none from a before-due tier".
  @Test func `a before-due tier gives no distance`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 10 days before due }
          - { tier: first, send: 1 day after due }
      """
    // Planned 10 days apart and more; `early` leaves late, on the due day itself, `first` on its target day.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 20)
    #expect(run.messages == ["2026-03-02 early A1", "2026-03-03 first A1"])
  }

  // "none for a tier whose anchor is `previous`."
  @Test func `a tier after previous keeps no distance`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 5 days after previous }
      """
    // Planned for the 9th and, past the weekend, the 16th: 7 days. Sent late on Wednesday the 11th, five days
    // later is Monday the 16th all the same.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-11")
    #expect(run.messages == ["2026-03-11 first A1", "2026-03-16 second A1"])
  }

  // "A tier is *reached* when today is on or after its earliest day: reached, never "exactly today", so a
  // missed run loses nothing."
  @Test func `a missed day loses nothing`() throws {
    let run = try simulate(invoices: Self.due, from: "2026-03-12", days: 1)
    #expect(run.messages == ["2026-03-12 first A1"])
  }

  // "Tiers of a schedule are reached strictly in order."
  @Test func `tiers are reached strictly in order`() throws {
    let run = try simulate(invoices: Self.due, from: "2026-06-01", days: 1)
    #expect(run.messages == ["2026-06-01 first A1"])
  }

  // "A before-due tier is skipped when the invoice is past due or its day lies before the issue day."
  @Test func `a before-due tier is skipped when its day lies before the issue day`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 10 days before due }
          - { tier: soon, send: 3 days before due }
          - { tier: first, send: 5 days after due }
      """
    // Due on Monday 30 March and issued on the 23rd: `early` was for Friday the 20th, `soon` for Friday the
    // 27th.
    let run = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-30", issued: "2026-03-23")], from: "2026-03-02", days: 30
    )
    #expect(run.messages == ["2026-03-27 soon A1"])
    let onTheDay = try simulate(
      policy, invoices: [invoice("A1", due: "2026-03-30", issued: "2026-03-20")], from: "2026-03-02", days: 30
    )
    #expect(onTheDay.messages == ["2026-03-20 early A1", "2026-03-27 soon A1"])
  }

  // "For an invoice first seen late, or after an outage or a pause, `spread` begins with the first after-due
  // tier and keeps the distances".
  @Test func `spread begins with the first after-due tier and keeps the distances`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 3 days before due }
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due }
          - { tier: final, send: 30 days after due }
      limits: { catch_up: spread }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-04-15")
    #expect(run.messages == ["2026-04-15 first A1", "2026-04-22 second A1", "2026-05-08 final A1"])
  }

  // "`latest` takes, each day, the highest tier whose earliest day has come, whatever the cause of the
  // delay".
  @Test func `latest takes the highest tier whose day has come`() throws {
    let policy = "limits: { catch_up: latest }"
    #expect(try simulate(policy, invoices: Self.due, from: "2026-04-15").messages == ["2026-04-15 final A1"])
    // A pause to the 18th lets `second` come, on the 19th; `final` keeps its 16 days: Saturday 4 April, so
    // the 6th.
    let paused = try simulate(
      policy, invoices: Self.due, from: "2026-03-02",
      events: "- { on: 2026-03-06, reply: out_of_office, return: 2026-03-19 }")
    #expect(paused.messages == ["2026-03-19 second A1", "2026-04-06 final A1"])
  }

  // "but a tier after `previous` or with approval never before the tier ahead of it was sent."
  @Test func `latest never jumps to a tier with approval`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due }
          - { tier: final, send: 30 days after due, approval: owner }
      limits: { catch_up: latest }
      """
    // 15 April + 16 days is 1 May, a Friday.
    let run = try simulate(policy, invoices: Self.due, from: "2026-04-15")
    #expect(run.messages == ["2026-04-15 second A1", "2026-05-01 final A1"])
  }

  @Test func `latest never jumps to a tier after previous`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: second, send: 14 days after due }
          - { tier: final, send: 10 business days after previous }
      limits: { catch_up: latest }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-04-15")
    #expect(run.messages == ["2026-04-15 second A1", "2026-04-29 final A1"])
  }

  // "The tier ahead is the last one before it that is not skipped; one at or below the level sent counts as
  // sent."
  @Test func `a skipped tier is not ahead of one with approval`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: early, send: 3 days before due }
          - { tier: final, send: 5 days after due, approval: owner }
      limits: { catch_up: latest }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-04-15")
    #expect(run.messages == ["2026-04-15 final A1"])
  }

  @Test func `a tier at or below the level sent counts as sent`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
        firm:
          - { tier: mild, send: on due }
          - { tier: final, send: 8 days after previous, approval: owner }
      escalations:
        - { name: late, when: invoice.days_overdue >= 10, do: [flag, schedule: firm] }
      limits: { catch_up: latest }
      """
    // `mild` has the level of `first`, sent on the 9th: `previous` is that day, 8 days on the 17th.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 30)
    #expect(run.messages == ["2026-03-09 first A1", "2026-03-17 final A1"])
  }

  // "Never are two tiers of one invoice sent on one day."
  @Test func `never are two tiers of one invoice sent on one day`() throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 1 day after due }
          - { tier: second, send: 2 days after due }
          - { tier: third, send: 3 days after due }
      """
    let run = try simulate(policy, invoices: Self.due, from: "2026-06-01", days: 10)
    #expect(run.messages == ["2026-06-01 first A1", "2026-06-02 second A1", "2026-06-03 third A1"])
  }

  // "`respond_within` gives letters their `deadline`, counted from the day of sending and moved forward to an
  // open day, whatever `when_closed` says."
  @Test func `the deadline counts from the day of sending and moves forward`() throws {
    let policy = """
      calendar: { when_closed: previous_open_day }
      schedules:
        standard:
          - { tier: first, send: 5 days after due, respond_within: 9 days }
          - { tier: second, send: 14 days after due }
      """
    // 5 days after due is Saturday the 7th, moved back to Friday the 6th. Nine days on is Sunday the 15th:
    // Monday the 16th, so `second`, planned for the 16th, leaves on the 17th.
    let run = try simulate(policy, invoices: Self.due, from: "2026-03-02", days: 30)
    #expect(run.messages == ["2026-03-06 first A1", "2026-03-17 second A1"])
    #expect(run.planned[0].message.parts[0].deadline == "2026-03-16")
    #expect(run.planned[1].message.parts[0].deadline == nil)
  }
}
