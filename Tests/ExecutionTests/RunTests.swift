import Foundation
import Journal
import JournalModel
import Mail
import Receivables
import Schedule
import TestSupport
import Testing

@testable import Execution

/// One run after the other over the same journal: what leaves, what does not, and why.
@Suite struct RunTests {
  private static let due = account([invoice("A1", due: "2026-03-02"), invoice("A2", due: "2026-03-30")])

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  private func run(
    _ house: House, at now: String = "2026-03-09T10:00:00Z", boot: String = "b", agrees: Bool = true,
    policy: String = ""
  ) async throws -> RunReport {
    try await house.run(try plan(policy), at: try instant(now), boot: boot, agrees: agrees)
  }

  @Test func `what was sent is not sent again`() async throws {
    let house = try House([Self.due])
    #expect(
      try await run(house).outcome == RunOutcome(planned: 1, sent: 1, skipped: 0, failed: 0, unknown: 0))
    for _ in 0..<3 { #expect(try await run(house).outcome.planned == 0) }
    #expect(house.post.lines.count == 1)
  }

  @Test func `the first messages ever are asked about`() async throws {
    let house = try House([Self.due])
    let asked = try await run(house, agrees: false)
    #expect(asked.stop == .firstBatch(1) && asked.needsPerson && asked.outcome.skipped == 1)
    #expect(house.post.lines.isEmpty)
    #expect(try await run(house).outcome.sent == 1)
  }

  @Test func `nothing leaves outside the hours`() async throws {
    let house = try House([Self.due])
    let policy = "calendar: { send: mon-fri 09:30-16:30 }"
    for now in ["2026-03-09T09:29:59Z", "2026-03-09T16:30:00Z"] {
      #expect(try await run(house, at: now, policy: policy).stop == .outsideWindow)
    }
    #expect(try await run(house, at: "2026-03-09T16:29:59Z", policy: policy).outcome.sent == 1)
  }

  @Test func `what was paid between the decision and the sending does not leave`() async throws {
    let house = try House([Self.due])
    house.books.later = [
      account([invoice("A1", due: "2026-03-02", balance: "0"), invoice("A2", due: "2026-03-30")])
    ]
    let report = try await run(house)
    #expect(report.outcome == RunOutcome(planned: 1, sent: 0, skipped: 1, failed: 0, unknown: 0))
    #expect(report.records.map(\.result) == [.skipped("A1 was paid meanwhile")])
    #expect(house.post.lines.isEmpty)
  }

  @Test func `a claim that was not begun is sent by the next run, one that was is never sent again unasked`()
    async throws
  {
    for (isBegun, boot, sent) in [(false, "b", 1), (true, "b", 0), (false, "after a power cut", 0)] {
      let house = try House([Self.due])
      try house.leaveBehind(isBegun: isBegun, try plan(""), at: try instant("2026-03-09T10:00:00Z"))
      let report = try await run(house, at: "2026-03-09T11:00:00Z", boot: boot)
      #expect(report.outcome.sent == sent, "\(isBegun) \(boot)")
      #expect(report.recovered == 1 - sent)
      #expect(try await run(house, at: "2026-03-10T11:00:00Z", boot: boot).outcome.planned == 0)
    }
  }

  @Test func `where nobody can say whether the machine went down, what was claimed is shown and not sent`()
    async throws
  {
    let house = try House([Self.due])
    let boot = RunSettings.unknownBoot
    try house.leaveBehind(isBegun: false, try plan(""), at: try instant("2026-03-09T10:00:00Z"), boot: boot)
    let report = try await run(house, at: "2026-03-09T11:00:00Z", boot: boot)
    #expect(report.outcome.sent == 0 && report.recovered == 1 && report.needsPerson)
  }

  @Test(arguments: [
    ("2036-03-09T10:00:00Z", "3653 days before"), ("2026-03-09T08:30:00Z", "90 minutes later"),
  ])
  func
    `a clock that is far from the last run sends nothing and writes nothing, unless the owner says that it is right`(
      now: String, distance: String
    ) async throws
  {
    let house = try House([Self.due])
    _ = try await run(house, at: "2026-03-09T10:00:00Z")
    let last = house.session.state.lastNumber
    let doubt = await #expect(throws: DoubtedClock.self) { try await run(house, at: now, agrees: false) }
    #expect(doubt?.description.contains(distance) == true, "\(doubt?.description ?? "")")
    #expect(house.session.state.lastNumber == last && house.post.lines.count == 1)
    _ = try await run(house, at: now)
    // From then on that is the clock.
    _ = try await run(house, at: now, agrees: false)
    #expect(house.session.state.lastNumber > last)
  }

  @Test(arguments: ["2026-05-08T10:00:00Z", "2026-03-09T09:00:00Z"])
  func `a pause of two months, and a clock put back by an hour, are no reason to ask`(now: String)
    async throws
  {
    let house = try House([Self.due])
    _ = try await run(house, at: "2026-03-09T10:00:00Z")
    _ = try await run(house, at: now, agrees: false)
  }

  @Test func `attempts are counted by customer, though two have an invoice of one number`() async throws {
    let house = try House([
      account("C1", email: "ap@c1.example", [invoice("A1", due: "2026-03-02")]),
      account("C2", email: "ap@c2.example", [invoice("A1", due: "2026-03-02")]),
    ])
    house.post.refusesForNow = true
    for attempt in 1...RunLimits.attempts {
      let results = try await run(house).records.map(\.result)
      let isForNow = attempt < RunLimits.attempts
      let refused = SendRecord.Result.failed(isTemporary: true, reply: "451 later")
      #expect(results == [refused, refused])
      #expect(house.session.state.review.isEmpty == isForNow, "\(attempt)")
    }
  }

  @Test
  func `a message that waited too long behind another is sent by the next run, and no attempt is counted`()
    async throws
  {
    let house = try House([Self.due])
    house.post.isStuck = true
    for _ in 0...RunLimits.attempts {
      let report = try await run(house)
      #expect(report.outcome == RunOutcome(planned: 1, sent: 0, skipped: 1, failed: 0, unknown: 0))
      #expect(!report.needsPerson)
    }
    house.post.isStuck = false
    #expect(try await run(house).outcome.sent == 1)
  }

  @Test func `old books send nothing`() async throws {
    let house = try House([Self.due], asOf: "2026-03-09T03:59:00Z")
    let report = try await run(house, policy: "limits: { books_age: 6 hours }")
    #expect(report.outcome.planned == 0 && report.needsPerson)
    guard case .staleBooks? = report.stop else {
      Issue.record("\(String(describing: report.stop))")
      return
    }
  }

  @Test func `a letter on paper is dated in its own language`() async throws {
    let policy = """
      schedules:
        standard:
          - { tier: first, send: 5 days after due, channel: letter }
      tones:
        plain:
          first:
            subject: "Open"
            body: "{{ money(total_due) }} is open."
            de: { subject: "Offen", body: "{{ money(total_due) }} ist offen." }
      """
    for (language, date, tag) in [("de-AT", "9. März 2026", "de-AT"), ("fr", "9 March 2026", "en")] {
      let house = try House([account(language: language, [invoice("A1", due: "2026-03-02")])])
      _ = try await run(house, policy: policy)
      let letter = try #require(house.post.printed.first)
      #expect(letter.date == date && letter.language == tag)
    }
  }

  @Test func `an approved message leaves although the books were read again in between`() async throws {
    let policy = "schedules: { standard: [{ tier: first, send: 5 days after due, approval: owner }] }"
    let house = try House([Self.due])
    #expect(try await run(house, policy: policy).outcome.planned == 0)
    let asked = try #require(house.session.state.review.first)
    try house.session.append([
      JournalEvent(
        at: asked.at, day: asked.day, source: .person("Priya"), customer: asked.customer,
        .owner(.approvalGiven(asked.number)))
    ])
    house.books.later = [Self.due]
    #expect(try await run(house, policy: policy).outcome.sent == 1)
  }
}
