import ArgumentParser
import Execution
import Glibc
import Journal
import JournalModel
import PolicySyntax
import Receivables
import Schedule

/// `duly execute`: sends what is due today.
struct ExecuteCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson }

  static let configuration = CommandConfiguration(
    commandName: "execute",
    abstract: "Carry the plan out: send what is due today, once.",
    discussion: """
      Safe to run at any hour, any number of times: what was sent is never sent again, and the books are looked at once more \
      before every message. Exits with 0 where all is done, with 3 where something needs a person.
      """)

  @Option(help: ArgumentHelp("Which policy of duly.yaml, by its name or path.", valueName: "name"))
  var policy: String?

  @Option(help: ArgumentHelp("The folder of the books; left out, that of duly.yaml.", valueName: "dir"))
  var books: String?

  @OptionGroup var journalOptions: JournalOptions

  @ArgumentParser.Flag(help: "Decide and show; send nothing, and write nothing down.")
  var dryRun = false

  @ArgumentParser.Flag(
    help:
      "Agree to the first messages ever, to more than `per_run`, or to a clock that is far from the last run, in this run."
  )
  var yes = false

  @Option(help: ArgumentHelp("Another time than the clock's, for tests.", valueName: "instant"))
  var now: String?

  @ArgumentParser.Flag(help: "Do not read the mailbox before deciding.")
  var withoutInbox = false

  @Option(help: "How the run is written.")
  var format: Format = .text

  @ArgumentParser.Flag(help: "Include the words of every message.")
  var letters = false

  @ArgumentParser.Flag(help: "Only what needs a person.")
  var quiet = false

  @OptionGroup var tellingOptions: TellingOptions

  func run() async throws {
    let project = try ProjectFile.find()
    let path = try project.policy(named: policy)
    let open = try tellingOptions.open(policy: path, isDryRun: dryRun)
    do {
      let report = try await carryOut(project, path, open.telling)
      let status = report.needsPerson ? ExitStatus.needsPerson : .done
      open.end(report, status)
      if status != .done { Terminal.exit(status) }
    } catch {
      open.end(nil, (error as? Failure)?.code ?? .usage)
      throw error
    }
  }

  private func carryOut(
    _ project: ProjectFile, _ path: String, _ telling: RunTelling
  ) async throws -> RunReport {
    guard let folder = books ?? project.books else {
      throw Failure("no books were named: say where they are with `books:` in duly.yaml, or --books DIR")
    }
    let instant = try clock(project)
    let session = try openJournal(project)
    let file = try PolicyFile(path)
    let plan = try file.plan(former: session.state.formerNames)
    let settings = RunSettings(
      plan: plan, policyDigest: file.digest, isDryRun: dryRun, agreesToBatch: yes, boot: Machine.boot,
      process: Int(getpid()), now: instant, offset: Clock.offsets(of: plan.business.timezone.value))
    let post = try Post(project, plan, isDryRun: dryRun)
    let source = CSVBooksSource(
      folder: folder, baseCurrency: plan.base, keepsPayments: plan.charges != nil)
    // A log and a line that is drawn over and over would spoil each other.
    let progress = Progress("sending", isWanted: !quiet && !tellingOptions.isLogging)
    let isFirst = !session.state.hasSent
    let report: RunReport
    do {
      let run = Run(settings, session, books: source, dispatcher: post.dispatcher)
      if !withoutInbox { run.inbox = try project.mail.inbox?.inbox() }
      run.asksAtPlusAddress = project.mail.inbox?.plusAddress ?? false
      run.telling = telling
      run.progress = { progress.show($0, of: $1) }
      defer { progress.erase() }
      report = try await run.execute()
      if isFirst, session.state.hasSent { try noteBeginning(project, session) }
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as DoubtedClock {
      throw Failure(error.description)
    }
    await post.close()
    show(report, plan)
    return report
  }

  /// The system's clock, or a time that was given: never with a mail server that others can reach.
  private func clock(_ project: ProjectFile) throws -> @Sendable () -> Instant {
    guard let now else { return Clock.now }
    guard let instant = Instant(now) else {
      throw Failure("--now `\(now)` is no instant such as 2026-03-12T09:30:00Z")
    }
    if dryRun { return { instant } }
    let reachesOthers = try project.mail.smtp.map { try !$0.server().isOnThisMachine } ?? false
    guard project.isTest, !reachesOthers else {
      throw Failure(
        "--now is for tests: give it with --dry-run, or say `test: true` in a duly.yaml whose mail server is on this machine"
      )
    }
    return { instant }
  }

  /// A dry run without a journal begins with an empty history; it makes no file.
  private func openJournal(_ project: ProjectFile) throws -> JournalSession {
    let path = try journalOptions.path()
    // Another journal than that of the project is looked at by its own lock alone.
    let begins = journalOptions.journal == nil ? project.journalBegins : nil
    do {
      if let begins, access(path, F_OK) != 0 { throw lost(path, begins, "it is gone") }
      if dryRun {
        guard access(path, F_OK) == 0 else { return JournalSession() }
        let store = try JournalStore.open(path, mode: .readOnly)
        try check(store, begins)
        return try JournalSession(store)
      }
      try refuseLostJournal(path)
      let store = try JournalStore.open(path, mode: .create)
      try check(store, begins)
      try store.acquireRunLock(
        holder: "duly execute (process \(getpid()))", now: Clock.now().description)
      return try JournalSession(store)
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as UnreadableEvent {
      throw Failure(error.description)
    }
  }

  private func check(_ store: JournalStore, _ begins: String?) throws {
    guard let begins else { return }
    let found = try store.beginning()
    guard let found, begins.hasPrefix(found) || found.hasPrefix(begins) else {
      throw lost(
        store.path, begins, found.map { "what lies there begins with \($0)" } ?? "what lies there is empty")
    }
  }

  private func lost(_ path: String, _ begins: String, _ what: String) -> Failure {
    Failure(
      "the journal \(path) begins with \(begins), says `journal_begins` in duly.yaml, and \(what); nothing was sent. Bring the "
        + "right one back from a backup; if it is lost for good, take `journal_begins` out, and all counts as never sent"
    )
  }

  /// After the first messages ever: how a journal that is lost together with its folder can be told from none yet.
  private func noteBeginning(_ project: ProjectFile, _ session: JournalSession) throws {
    guard project.journalBegins == nil, journalOptions.journal == nil, !quiet, !tellingOptions.isLogging,
      let begins = try session.beginning()
    else { return }
    Terminal.writeError(
      "note: add `journal_begins: \(begins)` to duly.yaml, so that a journal that is lost is never begun anew\n"
    )
  }

  /// The lock beside a journal stays when a run is over: where it is and the journal is not, there was one. A new one would know
  /// nothing of what was sent, and all of it would be sent again.
  private func refuseLostJournal(_ path: String) throws {
    guard access(path, F_OK) != 0, access(path + ".lock", F_OK) == 0 else { return }
    throw Failure(
      "there was a journal at \(path), and it is gone; nothing was sent. Bring it back from a backup (`duly journal verify` looks "
        + "at it); if it is lost for good, delete \(path).lock, and all counts as never sent")
  }

  private func show(_ report: RunReport, _ plan: Plan) {
    switch format {
    case .text: Terminal.write(RunText(report, plan, showsLetters: letters, isQuiet: quiet).render())
    case .json, .ndjson:
      Terminal.write(RunJSON(plan, showsLetters: letters, asLines: format == .ndjson).render(report))
    }
  }
}
