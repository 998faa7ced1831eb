import PolicyModel
import Receivables
import Schedule
import TestSupport
import Testing

@testable import JournalModel

/// One day of one customer, told from the journal.
@Suite struct PastDayTests {
  private static let invoice = ReceivableID(number: "A1")
  private static let claim = Claim(
    key: "k1", purpose: .reminder, schedule: "standard", tone: "plain", language: "en", channel: "email",
    to: "ap@c1.example", copies: [],
    parts: [
      Claim.Part(
        id: invoice, tier: "first", level: 1, position: 0, deadline: nil, balance: money("100.00"))
    ], alsoListed: [], total: money("100.00"), subject: "A1", words: "d", approval: nil)

  private static func event(
    _ day: Day, _ hour: Int, _ what: Happening, _ source: EventSource = .run, customer: String? = "C1"
  ) -> JournalEvent {
    JournalEvent(
      at: Instant("\(day)T\(hour < 10 ? "0" : "")\(hour):00:00Z") ?? Instant(milliseconds: 0), day: day,
      source: source, customer: customer.map { CustomerID($0) }, what)
  }

  private static let events: [JournalEvent] = [
    event("2026-03-09", 8, .run(.policyInForce(digest: "0123456789abcdef", name: "small")), customer: nil),
    event("2026-03-09", 9, .run(.began(RunStart(boot: "b", process: 1))), customer: nil),
    event(
      "2026-03-09", 9,
      .books(.balancesSeen(SeenBalances(parts: [.init(id: invoice, balance: money("100.00"))], credits: []))),
      .books),
    event("2026-03-09", 9, .message(.claimed(claim)), .policy("policy.yaml:15")),
    event("2026-03-09", 9, .message(.handedOver(key: "k1"))),
    event("2026-03-09", 9, .message(.unknown(key: "k1", reason: "the server never answered"))),
    event(
      "2026-03-09", 9,
      .run(.ended(RunOutcome(planned: 1, sent: 0, skipped: 0, failed: 0, unknown: 1))), customer: nil),
    event("2026-03-10", 10, .message(.resolved(key: "k1", wasSent: true)), .person("Priya")),
    event(
      "2026-03-12", 8,
      .answer(.answered(GivenAnswer(kind: .promise, invoice: "A1", promised: "2026-03-20"))), .mail("<m>")),
    event(
      "2026-03-12", 8,
      .policy(
        .promised(
          named: [invoice], granted: [invoice],
          pause: PauseGiven(
            parts: [invoice], first: "2026-03-12", last: "2026-03-24", response: .promise))),
      .policy("policy.yaml:30")),
    event("2026-03-30", 8, .owner(.held(invoice: nil, note: "rings first")), .person("Priya")),
    event("2026-04-02", 8, .owner(.released(until: nil, note: nil)), .person("Priya")),
    event("2026-04-03", 8, .owner(.noted("of another")), .person("Priya"), customer: "C2"),
  ]

  private func past(_ day: Day, _ customer: String = "C1") -> PastDay {
    var past = PastDay(CustomerID(customer), on: day)
    for (place, event) in Self.events.enumerated() { past.take(event, number: Int64(place + 1)) }
    return past
  }

  @Test func `a message stands there once, with all that became of it, later too`() throws {
    let past = past("2026-03-09")
    #expect(past.entries.count == 2)
    let message = try #require(past.entries.last)
    #expect(message.event.source == .policy("policy.yaml:15"))
    #expect(message.outcome.map(\.day) == ["2026-03-09", "2026-03-09", "2026-03-10"])
    #expect(message.outcome.last?.what.sentence == "a person found out that it was sent")
    #expect(past.runs.count == 1 && past.runs[0].outcome?.unknown == 1)
    #expect(past.policy?.name == "small")
    #expect(past.waiting.count == 1)
  }

  @Test func `on the day on which it was found out, that is what happened`() {
    let past = past("2026-03-10")
    #expect(past.entries.map(\.event.what.sentence) == ["a person found out that it was sent"])
    #expect(past.runs.isEmpty && past.waiting.isEmpty)
  }

  private static let quiet: [(day: Day, reasons: [String])] = [
    ("2026-03-09", ["unknown send"]), ("2026-03-10", []), ("2026-03-12", ["response promise"]),
    ("2026-03-24", ["response promise"]), ("2026-03-25", []), ("2026-03-31", ["owner"]), ("2026-04-02", []),
  ]

  @Test(arguments: quiet)
  func `what kept it quiet is what was known on that day`(day: Day, reasons: [String]) {
    let standing = past(day).standing
    #expect(standing.stops(on: day).map(\.reason) == reasons)
    #expect(standing.reminder(of: Self.invoice)?.tier == "first")
    #expect(standing.balances?.parts.count == 1)
    #expect(standing.answeredOn == (day >= "2026-03-12" ? "2026-03-12" : nil))
  }

  @Test func `a message that was not sent is no reminder`() {
    var past = PastDay(CustomerID("C1"), on: "2026-03-10")
    for (place, event) in Self.events.prefix(7).enumerated() { past.take(event, number: Int64(place + 1)) }
    past.take(
      Self.event("2026-03-10", 10, .message(.resolved(key: "k1", wasSent: false))), number: 8)
    #expect(past.standing.reminder(of: Self.invoice) == nil)
  }

  @Test func `before the journal, and of strangers, nothing is known`() {
    #expect(past("2026-03-01").reach?.lowerBound == "2026-03-09")
    #expect(past("2026-03-01").standing.balances == nil)
    #expect(!past("2026-03-09", "C3").isKnown && past("2026-03-09", "C2").isKnown)
  }

  @Test(arguments: HappeningTests.all)
  func `everything that can happen is said in words`(_ happening: Happening) {
    let sentence = happening.sentence
    #expect(sentence.count > 5 && sentence.last != "." && sentence.first?.isUppercase == false, "\(sentence)")
  }

  @Test func `what kept an invoice quiet holds until another day says otherwise`() {
    let quiet = Quiet(invoice: "A1", reason: "min-gap", line: "policy.yaml:41")
    let events = [
      Self.event("2026-03-10", 9, .policy(.keptQuiet([quiet]))),
      Self.event("2026-03-12", 9, .policy(.keptQuiet([]))),
      Self.event("2026-03-12", 9, .policy(.keptQuiet([quiet])), customer: "C2"),
    ]
    func noted(on day: Day, _ customer: String = "C1") -> [Quiet] {
      var past = PastDay(CustomerID(customer), on: day)
      for (place, event) in (Self.events + events).enumerated() { past.take(event, number: Int64(place + 1)) }
      return past.quiet
    }
    #expect(noted(on: "2026-03-09") == [])
    #expect(noted(on: "2026-03-10") == [quiet] && noted(on: "2026-03-11") == [quiet])
    #expect(noted(on: "2026-03-12") == [])
    #expect(noted(on: "2026-03-11", "C2") == [] && noted(on: "2026-03-13", "C2") == [quiet])
    #expect(events.map(\.what.sentence).first == "quiet: A1 min-gap, policy.yaml:41")
  }
}
