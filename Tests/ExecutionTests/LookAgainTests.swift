import Foundation
import Journal
import JournalModel
import Mail
import Receivables
import Schedule
import TestSupport
import Testing

@testable import Execution

/// What is looked at between one message and the next, and what is on record when something goes wrong there.
@Suite struct LookAgainTests {
  private static let two = [
    account("C1", email: "ap@c1.example", [invoice("A1", due: "2026-03-02")]),
    account("C2", email: "ap@c2.example", [invoice("A2", due: "2026-03-02")]),
  ]

  /// A clock that waiting moves, and a post whose messages wait for their turns.
  private final class SlowPost: Dispatcher, @unchecked Sendable {
    // A run gives it one message after the other.
    var now: Instant
    private(set) var sent: [(key: String, at: Instant)] = []
    private(set) var mails: [OutgoingMail] = []
    /// What happens in the world while a message is under way.
    var meanwhile: () -> Void = {}
    var afterwards: () async throws -> Void = {}
    /// Seconds until a turn comes.
    private let pause: Int64

    init(_ now: Instant, pause: Int64) {
      self.now = now
      self.pause = pause
    }

    var waitsForTurns: Bool { true }
    func awaitTurn() async { now = Instant(milliseconds: now.milliseconds + pause * 1000) }
    func dispatch(_ message: ReadyMessage) async -> SendOutcome {
      sent.append((message.claim.key, now))
      if let mail = message.mail { mails.append(mail) }
      meanwhile()
      do { try await afterwards() } catch { Issue.record("\(error)") }
      return .sent(reply: "250 ok", refusedCopies: [])
    }
    func deliver(_ mail: OutgoingMail) async -> SendOutcome { .sent(reply: "250 ok", refusedCopies: []) }
  }

  private func run(
    _ house: House, _ post: SlowPost, _ policy: String, books: (any BooksSource)? = nil,
    mails: GivenMails? = nil
  ) async throws -> RunReport {
    let settings = RunSettings(
      plan: try plan(policy), policyDigest: "one", agreesToBatch: true, boot: "b", process: 1,
      now: { post.now }, offset: { _ in 0 })
    let run = Run(settings, house.session, books: books ?? house.books, dispatcher: post)
    run.inbox = mails.map { Letterbox.inbox($0) }
    return try await run.execute()
  }

  /// Books that are another edition at some moment, and certain about it, as files are.
  private final class Editions: BooksSource {
    private let editions: [[Account]]
    var current = 0
    private var read = 0

    init(_ editions: [Account]...) { self.editions = editions }

    func read(on day: Day) async throws -> Snapshot {
      read = current
      return Snapshot(asOf: nil, accounts: editions[current])
    }
    func mayHaveChanged() -> Bool { read != current }
    func madeAt() -> Instant? { nil }
    func attachment(_ name: String) throws -> [UInt8] { Array(name.utf8) }
  }

  @Test func `books that changed once count for every message that is still to leave`() async throws {
    let house = try House([])
    func paid(_ id: String, _ number: String) -> Account {
      account(id, email: "ap@\(id.lowercased()).example", [invoice(number, due: "2026-03-02", balance: "0")])
    }
    let third = account("C3", email: "ap@c3.example", [invoice("A3", due: "2026-03-02")])
    let books = Editions(Self.two + [third], [Self.two[0], paid("C2", "A2"), paid("C3", "A3")])
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 1)
    post.meanwhile = { books.current = 1 }
    let report = try await run(house, post, "", books: books)
    #expect(report.outcome == RunOutcome(planned: 3, sent: 1, skipped: 2, failed: 0, unknown: 0))
    #expect(
      report.records.dropFirst().map(\.result) == [
        .skipped("A2 was paid meanwhile"), .skipped("A3 was paid meanwhile"),
      ])
  }

  @Test func `a hold that comes while another message is under way keeps every later one of that customer`()
    async throws
  {
    let third = account("C3", email: "ap@c3.example", [invoice("A3", due: "2026-03-02")])
    let house = try House(Self.two + [third])
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 1)
    let hold = JournalEvent(
      at: post.now, day: "2026-03-09", source: .person("Priya"), customer: CustomerID("C3"),
      .owner(.held(invoice: nil, note: nil)))
    var isHeld = false
    post.meanwhile = {
      if isHeld { return }
      isHeld = true
      do { try house.appendFromElsewhere(hold) } catch { Issue.record("\(error)") }
    }
    let report = try await run(house, post, "")
    #expect(report.outcome == RunOutcome(planned: 3, sent: 2, skipped: 1, failed: 0, unknown: 0))
    #expect(report.records.last?.customer == CustomerID("C3"))
  }

  @Test func `a claim that another run has let go of does not leave`() async throws {
    let house = try House(Self.two)
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 1)
    let settings = RunSettings(
      plan: try plan(""), policyDigest: "one", agreesToBatch: true, boot: "b", process: 2,
      now: { post.now }, offset: { _ in 0 })
    // Somebody deleted the lock, and a second run takes the first for one that has ended: it sends what is left.
    var second: RunReport?
    post.afterwards = {
      if second != nil { return }
      second = RunReport(day: "2026-03-09", at: post.now, policy: "", isDryRun: false)
      let session = try JournalSession(JournalStore.open(house.path, mode: .readWrite))
      second = try await Run(settings, session, books: house.books, dispatcher: post).execute()
    }
    let first = try await run(house, post, "")
    let keys = post.sent.map(\.key)
    #expect(Set(keys).count == keys.count, "\(keys)")
    let slots = house.session.state.claims.values.filter { $0.status == .sent }.map(\.claim.slotsText)
    #expect(Set(slots).count == slots.count)
    #expect(first.outcome.sent + (second?.outcome.sent ?? 0) <= 2)
    #expect(first.records.last?.result == .skipped("another run has let go of it"))
  }

  @Test func `an answer that comes while a long run goes on is heard before more leaves`() async throws {
    let house = try House(Self.two)
    let policy = """
      schedules: { standard: [{ tier: first, send: 5 days after due }, { tier: second, send: 12 days after due }] }
      """
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 400)
    #expect(try await run(house, post, policy).outcome.sent == 2)
    let key = try #require(post.sent.last?.key)
    post.now = try #require(Instant("2026-03-16T10:00:00Z"))
    let mails = GivenMails()
    post.meanwhile = {
      mails.mails = [
        Letterbox.mail(
          "We dispute invoice A2: the goods were never delivered.", from: "ap@c2.example", reply: key)
      ]
    }
    let report = try await run(house, post, policy, mails: mails)
    #expect(report.heard.map(\.customer) == [CustomerID("C2")])
    #expect(report.outcome == RunOutcome(planned: 2, sent: 1, skipped: 1, failed: 0, unknown: 0))
  }

  @Test func `books that get too old while a run goes on send nothing more`() async throws {
    let house = try House(Self.two, asOf: "2026-03-09T08:00:30Z")
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 70)
    let report = try await run(house, post, "limits: { books_age: 2 hours }")
    #expect(report.outcome == RunOutcome(planned: 2, sent: 1, skipped: 1, failed: 0, unknown: 0))
  }

  @Test
  func `the file that goes with a message is that of its invoice, wherever that stands in books read anew`()
    async throws
  {
    let house = try House([])
    func own(_ number: String, due: Day) -> Receivable {
      invoice(
        number, due: due,
        details: Receivable.Details(
          purchaseOrder: nil, paymentURL: nil, pdf: "\(number).pdf", fields: Fields()))
    }
    let before = account("C2", email: "ap@c2.example", [own("B2", due: "2026-03-02")])
    // An older number that is not due yet comes before it.
    let after = account(
      "C2", email: "ap@c2.example", [own("A9", due: "2026-06-30"), own("B2", due: "2026-03-02")])
    let books = Editions([Self.two[0], before], [Self.two[0], after])
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 1)
    post.meanwhile = { books.current = 1 }
    _ = try await run(house, post, "", books: books)
    let attached = post.mails.map { mail in mail.attachments.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(attached == [[], ["B2.pdf"]])
  }

  @Test func `the hours are looked at when a message's turn has come, not before it waited`() async throws {
    let house = try House(Self.two)
    let post = SlowPost(try #require(Instant("2026-03-09T16:29:00Z")), pause: 40)
    let report = try await run(house, post, "calendar: { send: mon-fri 09:30-16:30 }")
    #expect(post.sent.map(\.at) == [try #require(Instant("2026-03-09T16:29:40Z"))])
    #expect(
      report.records.map(\.result) == [
        .sent(refusedCopies: []), .skipped("the hours of `calendar.send` are over"),
      ])
    // On the next day the other leaves, and only that.
    post.now = try #require(Instant("2026-03-10T10:00:00Z"))
    #expect(try await run(house, post, "calendar: { send: mon-fri 09:30-16:30 }").outcome.sent == 1)
    #expect(Set(post.sent.map(\.key)).count == 2)
  }

  @Test func `a payment that is read while a message waits for its turn keeps it`() async throws {
    let house = try House(Self.two)
    let post = SlowPost(try #require(Instant("2026-03-09T10:00:00Z")), pause: 60)
    house.books.later = [Self.two[0], account("C2", email: "ap@c2.example", [])]
    let report = try await run(house, post, "")
    #expect(report.outcome == RunOutcome(planned: 2, sent: 1, skipped: 1, failed: 0, unknown: 0))
    #expect(post.sent.count == 1)
  }

  @Test func `midnight ends a run: what was decided yesterday is decided anew`() async throws {
    let house = try House(Self.two)
    let post = SlowPost(try #require(Instant("2026-03-09T23:58:00Z")), pause: 90)
    let report = try await run(house, post, "")
    #expect(report.outcome == RunOutcome(planned: 2, sent: 1, skipped: 1, failed: 0, unknown: 0))
    post.now = try #require(Instant("2026-03-10T00:05:00Z"))
    #expect(try await run(house, post, "").outcome.sent == 1)
    #expect(Set(post.sent.map(\.key)).count == 2)
  }

  /// Books that can be read so many times.
  private final class FailingBooks: BooksSource {
    struct Gone: Error {}
    private let accounts: [Account]
    private var reads = 0
    private let good: Int

    init(_ accounts: [Account], good: Int) {
      self.accounts = accounts
      self.good = good
    }

    func read(on day: Day) async throws -> Snapshot {
      reads += 1
      guard reads <= good else { throw Gone() }
      return Snapshot(asOf: nil, accounts: accounts)
    }
    func mayHaveChanged() -> Bool { true }
    func madeAt() -> Instant? { nil }
    func attachment(_ name: String) throws -> [UInt8] { [] }
  }

  @Test func `what was sent is on record, though the books cannot be read for the next`() async throws {
    let house = try House(Self.two)
    let books = FailingBooks(Self.two, good: 2)
    let now = try #require(Instant("2026-03-09T10:00:00Z"))
    let settings = RunSettings(
      plan: try plan(""), policyDigest: "one", agreesToBatch: true, boot: "b", process: 1, now: { now },
      offset: { _ in 0 })
    await #expect(throws: FailingBooks.Gone.self) {
      try await Run(settings, house.session, books: books, dispatcher: house.post).execute()
    }
    #expect(house.post.lines.count == 1)
    let statuses = house.session.state.claims.values.map(\.status)
    #expect(statuses.count == 2 && statuses.contains(.sent) && statuses.contains(.claimed))
    let next = try await house.run(try plan(""), at: now)
    #expect(next.recovered == 0 && next.outcome.sent == 1 && Set(house.post.lines).count == 2)
  }
}
