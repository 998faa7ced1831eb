import Foundation
import JournalModel
import PolicyModel
import Receivables
import Schedule
import TestSupport
import Testing

@testable import Execution

/// What mails lead to: whose they are, what follows, and that each counts once.
@Suite struct InboxTests {
  private static let monday = "2026-03-09T10:00:00Z"
  private let source = GivenMails()

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  /// A house in which C1 was reminded of A-1001 and A-1002, and C2 of B-2001.
  private func house(_ extra: [Account] = []) async throws -> (House, Plan) {
    let house = try House(
      [
        account("C1", [invoice("A-1001", due: "2026-03-02"), invoice("A-1002", due: "2026-03-02")]),
        account("C2", email: "ap@c2.example", [invoice("B-2001", due: "2026-03-02")]),
      ] + extra)
    let plan = try plan("limits: { min_gap: 2 days }")
    #expect(try await house.run(plan, at: instant(Self.monday)).outcome.sent == 2 + extra.count)
    return (house, plan)
  }

  private func key(_ customer: String, _ house: House) throws -> String {
    try #require(house.session.state.lastReminder(of: CustomerID(customer))).claim.key
  }

  private func hear(_ house: House, _ plan: Plan, at text: String = "2026-03-10T09:00:00Z") async throws
    -> InboxRound
  {
    try await Letterbox.hear(source, house, plan, at: instant(text))
  }

  /// Why invoices are quiet on a day, as a dry run tells it.
  private func quiet(_ house: House, _ plan: Plan, on day: String) async throws -> [String] {
    let report = try await house.run(plan, at: instant("\(day)T10:00:00Z"), isDryRun: true)
    return report.silences.map { account, silence in
      "\(account.receivables[silence.place].id) \(silence.reason.text(in: plan))"
    }
  }

  private func what(_ round: InboxRound) -> [String] {
    round.lines.map { line in
      let led = line.answers.map { answer in
        switch answer {
        case .answered(let answer):
          ([answer.kind.rawValue] + answer.invoices).joined(separator: " ")
        case .returned(_, let address, let isHard): "returned \(address ?? "-") \(isHard)"
        case .addressFailed(let address): "failed \(address)"
        case .flagged(let kind): "flag \(kind.rawValue)"
        }
      }
      return
        "\(line.customer?.text ?? "-") \(line.mail.ownership?.rawValue ?? "-"): \(led.joined(separator: ", "))"
    }
  }

  @Test func `a promise keeps reminders quiet until its day, and is heard once`() async throws {
    let (house, plan) = try await house()
    source.mails = [Letterbox.mail("We will pay A-1001 on 20 March.", reply: try key("C1", house))]
    #expect(what(try await hear(house, plan)) == ["C1 references: promise A-1001"])
    let events = house.session.state.lastNumber
    // The same mail again, and as another program keeps it: with other line ends.
    source.mails += source.mails.map { mail in
      IncomingMail(bytes: mail.bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }, received: nil, place: nil)
    }
    let again = try await hear(house, plan)
    #expect(again.lines.isEmpty && again.passedOver == 2 && house.session.state.lastNumber == events)
    #expect(try await quiet(house, plan, on: "2026-03-18").contains("A-1001 paused-by-promise"))
    #expect(try await !quiet(house, plan, on: "2026-03-18").contains { $0.hasPrefix("A-1002 paused") })
    #expect(try await !quiet(house, plan, on: "2026-03-25").contains { $0.contains("paused") })
  }

  @Test func `a broken promise is one promise, however many invoices it names`() async throws {
    let (house, plan) = try await house()
    source.mails = [Letterbox.mail("We will pay on 20 March.", reply: try key("C1", house))]
    #expect(what(try await hear(house, plan)) == ["C1 references: promise"])
    _ = try await house.run(plan, at: instant("2026-03-23T10:00:00Z"))
    _ = try await house.run(plan, at: instant("2026-03-26T10:00:00Z"))
    let broken = house.session.state.review.filter { $0.kind == .promiseBroken }
    #expect(broken.count == 1)
  }

  @Test func `a message that came back was not sent, and its address is closed`() async throws {
    let (house, plan) = try await house()
    let key = try key("C1", house)
    source.mails = [
      Letterbox.report(key, of: "ap@c1.example"), Letterbox.report(key, of: "ap@c1.example", status: "5.7.1"),
    ]
    #expect(
      what(try await hear(house, plan)) == ["C1 enclosed: returned ap@c1.example true", "C1 enclosed: "])
    #expect(house.session.state.closedAddresses == ["ap@c1.example"])
    #expect(try await quiet(house, plan, on: "2026-03-18").contains("A-1001 held-by-bounce"))
    #expect(house.session.state.lastReminder(of: CustomerID("C1")) == nil)
  }

  @Test func `a full mailbox closes no address`() async throws {
    let (house, plan) = try await house()
    source.mails = [
      Letterbox.report(try key("C1", house), of: "ap@c1.example", status: "5.2.2", said: "mailbox full")
    ]
    _ = try await hear(house, plan)
    #expect(house.session.state.closedAddresses.isEmpty)
  }

  @Test func `a stranger changes nothing, and is shown where an invoice is named`() async throws {
    let (house, plan) = try await house()
    let before = house.session.state.histories
    source.mails = [
      Letterbox.mail("We dispute this invoice.", id: "1"),
      Letterbox.mail("Our client disputes invoice A-1001.", id: "2"),
      Letterbox.mail("Please stop.", from: "accounts@acme.example", id: "3"),
    ]
    #expect(what(try await hear(house, plan)) == ["- -: ", "- -: "])
    #expect(house.session.state.histories == before)
    let shown = house.session.state.review.filter { if case .mail = $0.kind { true } else { false } }
    #expect(shown.count == 1)
    #expect(house.session.state.mails.heard.allSatisfy { $0.mail.text.isEmpty && $0.mail.grounds.isEmpty })
  }

  @Test func `without a reference the sender and the number tell whose it is`() async throws {
    let shared = account("C3", email: "AP@c2.example", [invoice("B-3001", due: "2026-03-02")])
    let (house, plan) = try await house([shared])
    source.mails = [
      Letterbox.mail("We dispute invoice B-3001.", from: "ap@c2.example", id: "1"),
      Letterbox.mail("We dispute this.", from: "ap@c2.example", id: "2"),
      Letterbox.mail("We dispute A-1002.", from: "ap@c1.example", id: "3"),
      Letterbox.mail("Could you send us a quote for a table?", from: "ap@c1.example", id: "4"),
    ]
    #expect(
      what(try await hear(house, plan)) == [
        "C3 invoice: dispute", "- -: ", "C1 invoice: dispute A-1002", "C1 sender: flag reply",
      ])
  }

  @Test func `a key in an address of ours tells whose it is`() async throws {
    let (house, plan) = try await house()
    let key = try key("C2", house)
    source.mails = [
      Letterbox.mail("I dispute this invoice.", head: "Delivered-To: accounts+\(key)@acme.example")
    ]
    #expect(what(try await hear(house, plan)) == ["C2 address: dispute"])
  }

  @Test func `an absence is believed for a while, not for years`() async throws {
    let (house, plan) = try await house()
    let head = "Auto-Submitted: auto-replied"
    source.mails = [
      Letterbox.mail(
        "I am out of the office until 18 March 2026.", reply: try key("C1", house), id: "1", head: head),
      Letterbox.mail(
        "I am out of the office until 18 March 2036.", reply: try key("C2", house), id: "2", head: head),
    ]
    let answers = what(try await hear(house, plan))
    #expect(answers.first == "C1 references: out_of_office")
    #expect(answers.last != "C2 references: out_of_office")
    #expect(try await quiet(house, plan, on: "2026-03-16").contains("A-1001 paused-by-out_of_office"))
    #expect(try await !quiet(house, plan, on: "2026-03-18").contains { $0.hasPrefix("A-1001 paused") })
  }

  @Test(arguments: 0...4) func `a reading that breaks off loses nothing and doubles nothing`(after: Int)
    async throws
  {
    let (house, plan) = try await house()
    source.mails = [
      Letterbox.mail("We will pay on 20 March.", reply: try key("C1", house), id: "1"),
      Letterbox.mail("Buy watches.", from: "x@spam.example", id: "2"),
      Letterbox.mail("We will pay on 27 March.", reply: try key("C1", house), id: "3"),
      Letterbox.report(try key("C2", house), of: "ap@c2.example"),
    ]
    source.breaksAfter = after
    #expect(try await hear(house, plan).lines.count == min(after, 4))
    source.breaksAfter = nil
    _ = try await hear(house, plan)
    #expect(house.session.state.mails.heard.count == 4)
    let promises = (house.session.state.histories[CustomerID("C1")] ?? []).filter {
      if case .policy(.promised) = $0.kind { true } else { false }
    }
    #expect(promises.count == 2)
  }
}

/// What a person says that a mail really says.
@Suite struct MailCorrectionTests {
  private let source = GivenMails()

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  private func correct(_ house: House, _ plan: Plan, _ kind: Response.Kind?, invoices: [String] = []) throws {
    let record = try #require(house.session.state.mails.heard.first)
    try MailCorrection(mail: record, kind: kind, invoices: invoices).apply(
      to: house.session, plan, house.books.snapshot.accounts[0], at: instant("2026-03-10T12:00:00Z"),
      day: "2026-03-10", by: .person("Priya"))
  }

  private func house(_ mail: (String) -> IncomingMail) async throws -> (House, Plan, before: State) {
    let house = try House([
      account([invoice("A-1001", due: "2026-03-02"), invoice("A-1002", due: "2026-03-02")])
    ])
    let plan = try plan("")
    _ = try await house.run(plan, at: instant("2026-03-09T10:00:00Z"))
    let before = state(house, plan)
    let key = try #require(house.session.state.lastReminder(of: CustomerID("C1"))).claim.key
    source.mails = [mail(key)]
    try await Letterbox.hear(source, house, plan, at: instant("2026-03-10T09:00:00Z"))
    return (house, plan, before)
  }

  private func state(_ house: House, _ plan: Plan) -> State {
    HistoryBinder(plan).state(
      after: house.session.state.histories[CustomerID("C1")] ?? [], house.books.snapshot.accounts[0])
  }

  @Test(arguments: [
    "I dispute both invoices.", "Please stop writing to us.", "We paid on Monday.", "What is this about?",
  ]) func `what came of a mail ends as if it had not been heard`(text: String) async throws {
    let (house, plan, before) = try await house { Letterbox.mail(text, reply: $0) }
    #expect(state(house, plan) != before)
    try correct(house, plan, nil)
    #expect(state(house, plan) == before)
    #expect(!house.session.state.review.contains { !$0.isDone })
    #expect(house.session.state.mails.heard.first?.correctedAs == "nothing")
  }

  @Test func `a report that was none opens the address again, and the message counts`() async throws {
    let (house, plan, before) = try await house { Letterbox.report($0, of: "ap@c1.example") }
    #expect(house.session.state.closedAddresses == ["ap@c1.example"])
    try correct(house, plan, nil)
    #expect(house.session.state.closedAddresses.isEmpty && state(house, plan) == before)
    #expect(house.session.state.addressed["ap@c1.example"]?.count == 1)
  }

  @Test func `what it really says counts, and can be corrected again`() async throws {
    let (house, plan, before) = try await house { Letterbox.mail("We will pay on 20 March.", reply: $0) }
    try correct(house, plan, .dispute, invoices: ["A-1002"])
    let disputed = state(house, plan)
    #expect(disputed.parts.map(\.isDisputedByReply) == [false, true])
    #expect(disputed.pauses.isEmpty && disputed.promises.allSatisfy { $0.named.isEmpty })
    try correct(house, plan, nil)
    let after = state(house, plan)
    #expect(after.holds.isEmpty && after.parts == before.parts && after.answeredOn == before.answeredOn)
  }

  @Test func `a promise that was none is never broken`() async throws {
    let (house, plan, _) = try await house { Letterbox.mail("We will pay on 12 March.", reply: $0) }
    for day in ["2026-03-13", "2026-03-17", "2026-03-18"] {
      _ = try await house.run(plan, at: instant("\(day)T10:00:00Z"))
    }
    #expect(state(house, plan).brokenPromises == 1)
    try correct(house, plan, nil)
    #expect(state(house, plan).brokenPromises == 0)
    #expect(!house.session.state.review.contains { $0.kind == .promiseBroken && !$0.isDone })
  }
}
