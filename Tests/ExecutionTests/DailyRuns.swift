import Foundation
import Journal
import JournalModel
import Mail
import PolicyModel
import Receivables
import Schedule
import Simulation
import TestSupport

@testable import Execution

/// The days of a scenario carried out one by one: a run a day, with the books as they are on that day.
final class DailyRuns {
  let plan: Plan
  private let session: JournalSession
  private let folder: URL
  private let books: ScriptedBooks
  private let post = RecordingDispatcher()
  private var events: [ScenarioEvent]
  private(set) var flags: [String] = []
  /// What the journal says at the end of each open day of who was kept quiet by a line of the policy: `2026-03-12 C1 A1
  /// min-gap`. What a preview shows of closed days only joins the open ones before and behind.
  private(set) var quiet: [String] = []
  /// What answers raised, before the decision of their day.
  private(set) var days: [Day] = []

  /// - Parameter path: Where the journal is; made in memory-backed storage where the system has it.
  init(_ plan: Plan, _ accounts: [Account], _ events: [ScenarioEvent]) throws {
    self.plan = plan
    self.events = events
    let memory = URL(fileURLWithPath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    folder = base.appendingPathComponent("duly-runs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    session = try JournalSession(
      JournalStore.open(folder.appendingPathComponent("journal.sqlite").path, mode: .create))
    books = ScriptedBooks(accounts)
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch {
      print("left behind \(folder.path): \(error)")
    }
  }

  /// The first minute of a day in which messages may leave; the business's clocks are those of UTC.
  private func morning(_ day: Day) -> Instant {
    Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(plan.window.from) * 60_000)
  }

  /// Carries out a day: a run before the hours of `calendar.send` asks for approvals, they are given, and a run inside
  /// the hours sends.
  func run(_ day: Day) async throws {
    let now = morning(day)
    for event in events where event.on == day { try live(through: event, now) }
    let before = Instant(milliseconds: now.milliseconds - 60_000)
    if plan.window.from > 0 {
      try await run(day, at: before)
      try answer(at: before, day)
    }
    try await run(day, at: now)
    for (customer, quiet) in session.state.quiet where plan.calendar.isOpen(day) {
      self.quiet += quiet.filter { $0.line != nil }.map {
        "\(day) \(customer) \($0.invoice ?? "-") \($0.reason)"
      }
    }
    // The owner looks every day.
    let unseen = session.state.review.filter { !$0.isSeen && !$0.isDone }
    try session.append(
      unseen.map {
        JournalEvent(
          at: now, day: day, source: .person("Priya"), customer: $0.customer, .owner(.seen($0.number)))
      })
  }

  /// The owner approves what is asked for, and answers questions about the books.
  private func answer(at now: Instant, _ day: Day) throws {
    var events: [JournalEvent] = []
    for item in session.state.review where !item.isDone {
      let answer: OwnerHappening
      switch item.kind {
      case .approval where !item.isApproved: answer = .approvalGiven(item.number)
      case .question: answer = .cleared(item.number, until: nil)
      default: continue
      }
      events.append(
        JournalEvent(at: now, day: day, source: .person("Priya"), customer: item.customer, .owner(answer)))
    }
    try session.append(events)
  }

  private func run(_ day: Day, at now: Instant) async throws {
    let settings = RunSettings(
      plan: plan, policyDigest: "one", agreesToBatch: true, boot: "b", process: 1, now: { now },
      offset: { _ in 0 })
    post.today = day
    let report = try await Run(settings, session, books: books, dispatcher: post).execute()
    flags += report.flags.map { Self.line($0.customer.id, $0.flag, plan) }
  }

  private func live(through event: ScenarioEvent, _ now: Instant) throws {
    let intake = AnswerIntake(plan, session, at: now, day: event.on)
    switch event.kind {
    case .issue, .payment, .settles: books.live(through: event)
    case .release:
      try session.append([
        JournalEvent(
          at: now, day: event.on, source: .person("Priya"), customer: event.customer,
          .owner(.released(until: nil, note: nil)))
      ])
    case .reply(let kind, let promised, let returns):
      guard let account = books.account(event.customer) else { return }
      let answer = GivenAnswer(kind: kind, invoice: event.invoice, promised: promised, returns: returns)
      add(try intake.take(answer, of: account, from: .person("Priya")), account)
    case .bounce(let isHard):
      guard let account = books.account(event.customer) else { return }
      add(try intake.takeReturn(key: nil, isHard: isHard, of: account, from: .mail("m")), account)
    }
  }

  private func add(_ found: [Flag], _ account: Account) {
    guard !account.hasBadRow, canBeReached(plan, account.customer) else { return }
    flags += found.map { Self.line(account.customer.id, $0, plan) }
  }

  /// `2026-04-01 C1 silent A1`.
  static func line(_ customer: CustomerID, _ flag: Flag, _ plan: Plan) -> String {
    let name =
      switch flag.origin {
      case .escalation(let rule): plan.escalations[rule].name
      case .response(let kind): kind.rawValue
      case .own(let own): own.rawValue
      }
    return "\(flag.day) \(customer) \(name) \(flag.invoice ?? "-")"
  }

  /// `2026-03-12 C1 first A1,A2 (A3) 1200.00 GBP to ap@c1.example`, in order of day and customer.
  var messages: [String] { post.lines.sorted() }
}

/// Books that change as a script says.
final class ScriptedBooks: BooksSource {
  private var accounts: [Account]

  init(_ accounts: [Account]) { self.accounts = accounts }

  func account(_ id: CustomerID) -> Account? { accounts.first { $0.customer.id == id } }

  func live(through event: ScenarioEvent) {
    guard let place = accounts.firstIndex(where: { $0.customer.id == event.customer }) else { return }
    let old = accounts[place]
    var new = old
    switch event.kind {
    case .issue(let issued):
      let part = Receivable(
        id: issued.id, issued: issued.issued, due: issued.due, amount: issued.amount, balance: issued.balance)
      new = Account(
        customer: old.customer, receivables: old.receivables + [part], credits: old.credits,
        setAside: old.setAside, billed: old.billed, hasBadRow: old.hasBadRow)
    case .payment(let money): pay(&new, money, event)
    case .settles:
      let open = event.invoice.map(new.places(named:)) ?? []
      let sum = open.reduce(Int64(0)) { $0 + new.receivables[$1].balance.minorUnits }
      if let first = open.first, sum > 0 {
        pay(&new, Money(minorUnits: sum, currency: new.receivables[first].balance.currency), event)
      }
    case .reply, .bounce, .release: break
    }
    accounts[place] = new
  }

  private func pay(_ account: inout Account, _ money: Money, _ event: ScenarioEvent) {
    guard let invoice = event.invoice else { return account.addCredit(money) }
    let places = account.places(named: invoice)
    guard let first = places.first else { return }
    let currency = account.receivables[first].balance.currency
    _ = account.receive(Money(minorUnits: money.minorUnits, currency: currency), on: event.on, at: places)
  }

  func read(on day: Day) throws -> Snapshot { Snapshot(asOf: nil, accounts: accounts) }
  func mayHaveChanged() -> Bool { false }
  func madeAt() -> Instant? { nil }
  func attachment(_ name: String) throws -> [UInt8] { [] }
}

/// Takes every message and remembers it.
final class RecordingDispatcher: Dispatcher, @unchecked Sendable {
  // A run gives it one message after the other.
  private(set) var lines: [String] = []
  /// The day of letters that are printed alone.
  var today: Day = "2026-01-01"

  func dispatch(_ message: ReadyMessage) async -> SendOutcome {
    let claim = message.claim
    let day = message.mail.map { Instant(milliseconds: $0.date.seconds * 1000).local(offset: 0).day }
    let parts = claim.parts.map { "\($0.id):\($0.tier)" }.joined(separator: ",")
    let others = claim.alsoListed.map(\.description).joined(separator: ",")
    lines.append(
      "\(day ?? today) \(message.customer) \(parts) (\(others)) "
        + "\(claim.total) to \(claim.to)")
    return .sent(reply: "250 ok", refusedCopies: [])
  }

  func deliver(_ mail: OutgoingMail) async -> SendOutcome { .sent(reply: "250 ok", refusedCopies: []) }
}
