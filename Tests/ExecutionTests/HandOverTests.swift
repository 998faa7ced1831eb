import Journal
import JournalModel
import Mail
import Receivables
import Schedule
import Synchronization
import TestSupport
import Testing

@testable import Execution

/// The moment in which a message is given to the mail server: what has to be on record and on the disk before it.
@Suite struct HandOverTests {
  /// Books that do something whenever the file of an invoice is read, which is done between the look and the hand-over.
  private final class ReadingBooks: BooksSource {
    private let accounts: [Account]
    private(set) var readings = 0
    var whileReading: (_ readings: Int) throws -> Void = { _ in }

    init(_ accounts: [Account]) { self.accounts = accounts }

    func read(on day: Day) async throws -> Snapshot { Snapshot(asOf: nil, accounts: accounts) }
    func mayHaveChanged() -> Bool { false }
    func madeAt() -> Instant? { nil }
    func attachment(_ name: String) throws -> [UInt8] {
      readings += 1
      try whileReading(readings)
      return [1]
    }
  }

  /// A post that looks whether the claim of what it is given is on the disk.
  private final class WatchfulPost: Dispatcher, @unchecked Sendable {
    // A run gives it one message after the other.
    let session: JournalSession
    private(set) var sent: [String] = []
    private(set) var tooEarly: [String] = []
    private(set) var prepared: [String] = []

    init(_ session: JournalSession) { self.session = session }

    func prepare(_ messages: [ReadyMessage]) { prepared += messages.map(\.claim.key) }
    func dispatch(_ message: ReadyMessage) async -> SendOutcome {
      let claim = session.state.claims[message.claim.key]
      if claim.map({ $0.status != .handedOver || $0.number > session.durableNumber }) != false {
        tooEarly.append(message.claim.key)
      }
      sent.append(message.claim.key)
      return .sent(reply: "250 ok", refusedCopies: [])
    }
    func deliver(_ mail: OutgoingMail) async -> SendOutcome { .sent(reply: "250 ok", refusedCopies: []) }
  }

  /// A post that has one message until the next one is handed over as well, as a server that answers quickly.
  private final class QuickPost: Dispatcher, @unchecked Sendable {
    // Each message is given to it once the one before has its place in the order.
    private let store: JournalStore
    private let count: Int
    let order = Mutex<[String]>([])

    /// - Parameter count: How many messages it will be given.
    init(_ path: String, _ count: Int) throws {
      store = try JournalStore.open(path, mode: .readOnly)
      self.count = count
    }

    var takesNextAhead: Bool { true }
    func dispatch(_ message: ReadyMessage) async -> SendOutcome {
      let place = order.withLock { order in
        order.append(message.claim.key)
        return order.count
      }
      // Until the journal says that the next one is handed over; the limit is for a run that never does it.
      var patience = 12_000
      while patience > 0, handedOver < min(place + 1, count) {
        do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
        patience -= 1
      }
      return patience > 0 ? .sent(reply: "250 ok", refusedCopies: []) : .unknown(reason: "no other came")
    }
    func deliver(_ mail: OutgoingMail) async -> SendOutcome { .sent(reply: "250 ok", refusedCopies: []) }

    private var handedOver: Int {
      do { return try store.rows().count { $0.kind == "handed-over" } } catch { return 0 }
    }
  }

  /// A post of which the first message ends after the second, and nobody knows what became of it.
  private final class OvertakingPost: Dispatcher, @unchecked Sendable {
    private let hasEnded = Mutex(false)
    private let count = Mutex(0)

    var takesNextAhead: Bool { true }
    func dispatch(_ message: ReadyMessage) async -> SendOutcome {
      let place = count.withLock { count in
        count += 1
        return count
      }
      guard place == 1 else {
        hasEnded.withLock { $0 = true }
        return .sent(reply: "250 ok", refusedCopies: [])
      }
      var patience = 12_000
      while patience > 0, !hasEnded.withLock({ $0 }) {
        do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
        patience -= 1
      }
      return .unknown(reason: "the connection ended")
    }
    func deliver(_ mail: OutgoingMail) async -> SendOutcome { .sent(reply: "250 ok", refusedCopies: []) }
  }

  private static func own(_ number: String) -> Receivable {
    let details = Receivable.Details(
      purchaseOrder: nil, paymentURL: nil, pdf: "\(number).pdf", fields: Fields())
    return invoice(number, due: "2026-03-02", details: details)
  }

  private func run(
    _ house: House, _ books: any BooksSource, _ post: any Dispatcher
  ) async throws -> RunReport {
    let now = try #require(Instant("2026-03-09T10:00:00Z"))
    let settings = RunSettings(
      plan: try plan(""), policyDigest: "one", agreesToBatch: true, boot: "b", process: 1, now: { now },
      offset: { _ in 0 })
    return try await Run(settings, house.session, books: books, dispatcher: post).execute()
  }

  private func event(_ what: Happening) throws -> JournalEvent {
    JournalEvent(
      at: try #require(Instant("2026-03-09T10:00:00Z")), day: "2026-03-09", source: .run,
      customer: CustomerID("C1"), what)
  }

  @Test(arguments: [true, false])
  func `what another writes between the look and the hand-over is looked at before the message leaves`(
    isVoided: Bool
  ) async throws {
    let house = try House([])
    let books = ReadingBooks([account([Self.own("A1")])])
    books.whileReading = { readings in
      // The first reading is for composing ahead.
      guard readings == 2, let key = house.session.state.claims.keys.first else { return }
      try house.appendFromElsewhere(
        try self.event(
          isVoided
            ? .message(.voided(key: key, reason: "by a second run")) : .owner(.held(invoice: nil, note: nil)))
      )
    }
    let report = try await run(house, books, house.post)
    #expect(books.readings >= 2)
    #expect(house.post.lines.isEmpty)
    let reason =
      isVoided
      ? "another run has let go of it"
      : "it is not to be sent any more: it was held, answered or changed meanwhile"
    #expect(report.records.map(\.result) == [.skipped(reason)])
  }

  @Test func `what another writes about somebody else keeps no message`() async throws {
    let house = try House([])
    let books = ReadingBooks([account([Self.own("A1")])])
    books.whileReading = { readings in
      guard readings == 2 else { return }
      try house.appendFromElsewhere(
        JournalEvent(
          at: try #require(Instant("2026-03-09T10:00:00Z")), day: "2026-03-09", source: .run,
          customer: CustomerID("C2"), .owner(.noted("rings back"))))
    }
    #expect(try await run(house, books, house.post).outcome.sent == 1)
    #expect(books.readings == 3)
  }

  @Test func `each message leaves once, in order, with its claim on the disk and its hand-over on record`()
    async throws
  {
    let count = Run.batchSize * 3 + 1
    let accounts = (1...count).map { number in
      account("C\(100 + number)", email: "ap@c\(number).example", [invoice("A\(number)", due: "2026-03-02")])
    }
    let house = try House([])
    let post = WatchfulPost(house.session)
    let report = try await run(house, ReadingBooks(accounts), post)
    #expect(report.outcome.sent == count && post.sent.count == count)
    #expect(post.tooEarly == [])
    #expect(post.prepared == post.sent)
    // What the session made of it step by step is what the journal gives as a whole.
    let again = try JournalSession(JournalStore.open(house.path, mode: .readOnly)).state
    #expect(again.lastNumber == house.session.state.lastNumber)
    #expect(again.claims.mapValues(\.number) == house.session.state.claims.mapValues(\.number))
    #expect(again.claims.values.allSatisfy { $0.status == .sent })
  }

  private static func customers(_ count: Int) -> [Account] {
    (1...count).map { number in
      account("C\(100 + number)", email: "ap@c\(number).example", [own("A\(number)")])
    }
  }

  @Test
  func `where the server answers quickly the next message is handed over while one is under way`()
    async throws
  {
    let house = try House([])
    let post = try QuickPost(house.path, 5)
    let report = try await run(house, ReadingBooks(Self.customers(5)), post)
    #expect(report.outcome == RunOutcome(planned: 5, sent: 5, skipped: 0, failed: 0, unknown: 0))
    let order = post.order.withLock { $0 }
    #expect(order.count == 5 && Set(order) == Set(report.records.map(\.claim.key)))
    // One is with the server and one behind it, never more.
    var underWay = 0
    var most = 0
    for row in try JournalStore.open(house.path, mode: .readOnly).rows() {
      if row.kind == "handed-over" { underWay += 1 }
      most = max(most, underWay)
      if row.kind == "sent" { underWay -= 1 }
    }
    #expect(most == 2 && underWay == 0)
  }

  @Test func `what became of a message is told of that message, though another one ended before it`()
    async throws
  {
    let house = try House([])
    let report = try await run(house, ReadingBooks(Self.customers(3)), OvertakingPost())
    #expect(report.outcome == RunOutcome(planned: 3, sent: 2, skipped: 0, failed: 0, unknown: 1))
    let unknown = house.session.state.claims.values.filter { $0.status != .sent }
    #expect(unknown.map(\.customer.text) == ["C101"])
    #expect(unknown.map(\.status) == [.unknown(reason: "the connection ended")])
  }

  @Test func `what became of a message under way is on record though the next one cannot be looked at`()
    async throws
  {
    let house = try House([])
    let books = ReadingBooks(Self.customers(2))
    let post = try QuickPost(house.path, 1)
    books.whileReading = { readings in
      // Both are composed ahead, then the first is read, then the second: by then the first is under way.
      guard readings == 4 else { return }
      try JournalStore.open(house.path, mode: .readWrite).append([
        NewRow(
          at: "2026-03-09T10:00:00.000Z", day: "2026-03-09", kind: "of-tomorrow", body: #"{"source":"run"}"#)
      ])
    }
    await #expect(throws: UnreadableEvent.self) { try await run(house, books, post) }
    let kinds = try JournalStore.open(house.path, mode: .readOnly).rows().map(\.kind)
    #expect(kinds.count { $0 == "handed-over" } == 1 && kinds.last == "sent", "\(kinds)")
  }
}
