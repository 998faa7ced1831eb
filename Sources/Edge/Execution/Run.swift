import Journal
import JournalModel
import Mail
import Receivables
import Schedule

/// One run of `duly execute`: decide for everybody, then for each message claim, look again, act, settle.
///
/// It holds no rule of its own: what is sent is what `decide` says. It can be started at any hour, any number of times,
/// and killed at any moment: what was claimed and not settled is settled, or shown to a person, by the next run.
package final class Run {
  let settings: RunSettings
  let session: JournalSession
  let books: any BooksSource
  let dispatcher: any Dispatcher
  let binder: HistoryBinder
  package internal(set) var report: RunReport
  /// What it hears from before it decides; nil for nothing.
  package var inbox: Inbox?
  /// True where answers are asked for at an address that holds the message's key.
  package var asksAtPlusAddress = false
  /// Where it tells what it does.
  package var telling = RunTelling.silent
  /// Learns how many of the messages are done, of how many.
  package var progress: ((_ done: Int, _ total: Int) -> Void)?
  /// The day of the run in the business's time zone.
  let day: Day
  var accounts: [CustomerID: Account] = [:]
  private var unseen: UnseenFlags?
  /// The moment or day of which the books say that they are.
  var booksAsOf: String?
  /// True once something became known that was not when it was decided: other books, an answer.
  var decidesAgain = false
  /// When the mailbox was read last; nil where none was.
  var heardAt: Instant?
  /// Steps of messages that are written with the next one.
  var steps: [JournalEvent] = []
  /// Messages that were handed over and of which it is not known yet what became, in order: one, and one behind it.
  var underWay: [PlannedSend] = []
  /// What leaves on the next days, where the policy wants that told.
  var upcoming: [Upcoming] = []

  /// - Parameters:
  ///   - session: Its run lock is the caller's to take.
  package init(
    _ settings: RunSettings, _ session: JournalSession, books: any BooksSource, dispatcher: any Dispatcher
  ) {
    self.settings = settings
    self.session = session
    self.books = books
    self.dispatcher = dispatcher
    binder = HistoryBinder(settings.plan)
    let now = settings.now()
    day = settings.local(now).day
    report = RunReport(day: day, at: now, policy: settings.plan.policy, isDryRun: settings.isDryRun)
  }

  /// Carries out what is due.
  ///
  /// - Throws: `BooksError` and `JournalError`: then nothing was sent that is not in the journal. `DoubtedClock`: then nothing was written
  ///   either, for it would be of a day that may never have been.
  package func execute() async throws -> RunReport {
    if !settings.isDryRun, !settings.agreesToBatch,
      let doubt = DoubtedClock(settings.now(), after: session.state.lastRun?.at)
    {
      throw doubt
    }
    let left = try recover()
    let began = try append([event(.run(.began(RunStart(boot: settings.boot, process: settings.process))))])
    telling.began(number: began.first ?? 0, settings, day: day)
    for record in left { telling.recovered(record) }
    let snapshot = try await books.read(on: day)
    booksAsOf = snapshot.asOf
    if let stale = staleness() {
      stop(.staleBooks(stale))
    }
    for account in snapshot.accounts { accounts[account.customer.id] = account }
    if report.stop != nil, !settings.isDryRun {
      try noteOverdue()
      try await tellOwner()
      return try finish()
    }
    try notePolicy()
    try await hear()
    decidesAgain = false
    let messages = try decideAll(snapshot)
    try noteOverdue()
    telling.decided(messages.count)
    for (customer, flag) in report.flags { telling.flagged(flag, customer.id, settings.plan) }
    if let stop = obstacle(messages) {
      self.stop(stop)
    } else if !settings.isDryRun {
      try await send(messages)
    }
    try await tellOwner()
    return try finish()
  }

  private func stop(_ reason: RunStop) {
    guard report.stop == nil else { return }
    report.stop(reason)
    telling.stopped(reason)
  }

  /// What an earlier run claimed and did not settle: nobody can have it, or nobody knows.
  ///
  /// - Returns: Those of which nobody knows.
  private func recover() throws -> [ClaimRecord] {
    var unknown: [ClaimRecord] = []
    // What a process wrote is there after its end, so a claim that was not handed over was not begun; after the machine
    // went down the last writes may be missing, and nothing is certain. Nor is it where nobody can say whether it did.
    let isSameStart =
      settings.boot != RunSettings.unknownBoot && session.state.lastRun?.start.boot == settings.boot
    for record in session.state.unsettled {
      let key = record.claim.key
      let what: MessageHappening =
        isSameStart && record.status == .claimed
        ? .voided(key: key, reason: "the run ended before it was given to the mail server")
        : .unknown(key: key, reason: "the run ended while the mail server may have had it")
      try append([event(.message(what), record.customer)])
      if case .unknown = what { unknown.append(record) }
    }
    report.recovered = unknown.count
    return unknown
  }

  private func notePolicy() throws {
    if session.state.policy?.digest != settings.policyDigest {
      try append([event(.run(.policyInForce(digest: settings.policyDigest, name: settings.plan.policy)))])
    }
    report.policyChanged = session.state.policyChangedSinceSent
  }

  /// Why the books are too old to send anything by, in words; nil where they are not.
  func staleness() -> String? {
    guard let limit = settings.plan.limits.booksAge else { return nil }
    let now = settings.now()
    let made: Instant
    if let text = booksAsOf, let instant = Instant(text) {
      made = instant
    } else if let text = booksAsOf, let day = Day(iso: text) {
      // A date alone holds to the end of its day.
      let end = Instant(milliseconds: Int64((day + 1).number) * 86_400_000)
      made = Instant(milliseconds: end.milliseconds - Int64(settings.offset(end)) * 1000)
    } else if let instant = books.madeAt() {
      made = instant
    } else {
      return nil
    }
    let minutes = (now.milliseconds - made.milliseconds) / 60_000
    return minutes > Int64(limit) ? "they are \(minutes) minutes old, and the policy allows \(limit)" : nil
  }

  /// What keeps all messages of the run from leaving; nil where nothing does.
  private func obstacle(_ messages: [PlannedSend]) -> RunStop? {
    if let question = session.state.openQuestion { return .doubtedBooks(question.number) }
    if messages.isEmpty { return nil }
    if let reason = report.unheard { return .unheard(reason) }
    guard settings.mayLeave(at: settings.now()) else { return .outsideWindow }
    let agreed = settings.agreesToBatch || session.state.approvedBatch.map { messages.count <= $0 } ?? false
    if agreed { return nil }
    if !session.state.hasSent { return .firstBatch(messages.count) }
    if let limit = settings.plan.limits.perRun, messages.count > limit {
      return .overPerRun(count: messages.count, limit: limit, source: settings.plan.limits.perRunSource)
    }
    return nil
  }

  private func finish() throws -> RunReport {
    report.waitsForOwner = session.state.review.count { !$0.isSeen && session.state.waits($0) }
    try append([event(.run(.ended(report.outcome)))])
    return report
  }

  /// An event of now.
  func event(
    _ what: Happening, _ customer: CustomerID? = nil, from source: EventSource = .run
  ) -> JournalEvent {
    JournalEvent(at: settings.now(), day: day, source: source, customer: customer, what)
  }

  /// Appends events, but in a dry run, which only takes them in.
  @discardableResult
  func append(
    _ events: [JournalEvent], isDurable: Bool = true, onlyIfCurrent: Bool = false
  ) throws -> [Int64] {
    if settings.isDryRun { return session.assume(events) }
    return try session.append(events, isDurable: isDurable, onlyIfCurrent: onlyIfCurrent)
  }

  /// Where a customer stands now, by the books that were read last.
  func start(_ account: Account) -> CustomerStart {
    if unseen?.lastNumber != session.state.lastNumber { unseen = UnseenFlags(session.state, settings.plan) }
    return CustomerStart(account, session.state, binder, settings.plan, on: day, unseen: unseen)
  }
}
