import Foundation
import Journal
import JournalModel
import Mail
import Receivables
import Schedule

@testable import Execution

/// A journal of its own, books that can change while a run goes on, and a post that remembers.
final class House {
  let session: JournalSession
  let books: ChangingBooks
  let post = RememberingPost()
  private let folder: URL
  private let store: JournalStore

  init(_ accounts: [Account], asOf: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("duly-house-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try JournalStore.open(folder.appendingPathComponent("journal.sqlite").path, mode: .create)
    session = try JournalSession(store)
    books = ChangingBooks(Snapshot(asOf: asOf, accounts: accounts))
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch {
      print("left behind \(folder.path): \(error)")
    }
  }

  /// One run; the business's clocks are those of UTC unless another distance is given, in seconds.
  func run(
    _ plan: Plan, at now: Instant, boot: String = "b", agrees: Bool = true, isDryRun: Bool = false,
    digest: String = "one", offset: Int = 0
  ) async throws -> RunReport {
    let settings = RunSettings(
      plan: plan, policyDigest: digest, isDryRun: isDryRun, agreesToBatch: agrees, boot: boot, process: 1,
      now: { now },
      offset: { _ in offset })
    return try await Run(settings, session, books: books, dispatcher: post).execute()
  }

  /// Where the journal is.
  var path: String { store.path }

  /// Appends an event as another process does: this one's session learns of it when it looks.
  func appendFromElsewhere(_ event: JournalEvent) throws {
    try JournalSession(JournalStore.open(store.path, mode: .readWrite)).append([event])
  }

  /// What the journal says of mails, and of what came of them: kind, customer and body of each event, in order.
  var story: [String] {
    get throws {
      var lines: [String] = []
      var isBehindMails = false
      try store.forEachRow(after: 0) { row in
        if row.kind.hasPrefix("mail") { isBehindMails = true }
        if isBehindMails, row.kind != "mailbox-read" {
          lines.append("\(row.kind) \(row.customer ?? "-") \(row.body)")
        }
        return true
      }
      return lines
    }
  }

  /// What a run leaves that was killed between claim and settle.
  func leaveBehind(isBegun: Bool, _ plan: Plan, at now: Instant, boot: String = "b") throws {
    let settings = RunSettings(
      plan: plan, policyDigest: "one", agreesToBatch: true, boot: boot, process: 1, now: { now },
      offset: { _ in 0 })
    let run = Run(settings, session, books: books, dispatcher: post)
    try run.append([run.event(.run(.began(RunStart(boot: boot, process: 1))))])
    for account in books.snapshot.accounts { run.accounts[account.customer.id] = account }
    for send in try run.decideAll(books.snapshot) {
      try run.append([run.event(.message(.claimed(send.claim)), send.customer)])
      if isBegun { try run.append([run.event(.message(.handedOver(key: send.claim.key)), send.customer)]) }
    }
  }
}

final class ChangingBooks: BooksSource {
  var snapshot: Snapshot
  /// What they say when they are looked at again.
  var later: [Account]?
  private var reads = 0

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func read(on day: Day) async throws -> Snapshot {
    reads += 1
    guard reads > 1, let later else { return snapshot }
    return Snapshot(asOf: snapshot.asOf, accounts: later)
  }

  func mayHaveChanged() -> Bool { later != nil }
  func madeAt() -> Instant? { nil }
  func attachment(_ name: String) throws -> [UInt8] { [] }
}

final class RememberingPost: Dispatcher, @unchecked Sendable {
  // A run gives it one message after the other.
  private(set) var lines: [String] = []
  private(set) var letters: [OutgoingMail] = []
  private(set) var printed: [PaperLetter] = []
  /// What the server says to letters to the owner.
  var answer = SendOutcome.sent(reply: "250 ok", refusedCopies: [])
  /// True refuses every message for now.
  var refusesForNow = false
  /// True says of every message that it waited too long behind another.
  var isStuck = false
  /// Copies of reminders that it refuses.
  var refusedCopies: [RefusedRecipient] = []

  func dispatch(_ message: ReadyMessage) async -> SendOutcome {
    lines.append(message.claim.key)
    if let letter = message.letter { printed.append(letter) }
    if isStuck { return .waitedTooLong }
    if refusesForNow {
      return .refused(isTemporary: true, code: 451, reply: "451 later", recipient: nil)
    }
    return .sent(reply: "250 ok", refusedCopies: refusedCopies)
  }

  func deliver(_ mail: OutgoingMail) async -> SendOutcome {
    letters.append(mail)
    return answer
  }
}
