import ArgumentParser
import Books
import Execution
import Glibc
import Journal
import JournalModel
import Mail
import MailReading
import Receivables
import Schedule

/// `duly inbox`: hears what came in since last time, and shows what was understood and what came of it.
struct InboxFetch: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Hear what came in since last time; `duly execute` does so by itself.",
    discussion: """
      Reads the mailbox of duly.yaml and changes nothing in it: no mail is marked, moved or deleted. Exits with 3 where a \
      person has to read something, or where the mailbox could not be read to its end. On a terminal one key then says of each \
      mail what it really says.
      """)

  @OptionGroup var place: InboxPlace

  @Option(
    help: ArgumentHelp(
      "Read a Maildir, an mbox, a folder of .eml files or one such file instead.", valueName: "path"))
  var from: String?

  @ArgumentParser.Flag(help: "Show what would be taken in; write nothing down.")
  var dryRun = false

  @Option(help: "How it is written.")
  var format: Format = .text

  func run() async throws {
    let house = try place.open(isDryRun: dryRun, holder: "duly inbox")
    let inbox: Inbox
    if let from {
      let files = FileSource(from)
      inbox = try house.project.mail.inbox?.inbox(from: files) ?? InboxSettings.inbox(files, rules: nil)
    } else if let settings = house.project.mail.inbox {
      inbox = try settings.inbox()
    } else {
      throw Failure(
        "duly.yaml names no mailbox: add `mail: { inbox: { url: imaps://…, user: …, password: … } }`, or say --from PATH"
      )
    }
    let accounts = try await house.accounts()
    let before = house.session.state.lastNumber
    let round = InboxRound(
      inbox, house.plan, house.session, accounts: accounts, at: house.now,
      local: { house.local($0) }, isDryRun: dryRun)
    var unheard: String?
    do {
      do { try await inbox.source.read(into: round) } catch let error as MailError { unheard = error.message }
      try round.flush()
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as LabelledFolder.FolderError {
      throw Failure(error.message)
    }
    switch format {
    case .json: for line in round.lines { Terminal.write(InboxJSON.line(line) + "\n") }
    case .text:
      for line in round.lines { Terminal.write(InboxText.heard(line, width: 12) + "\n") }
      Terminal.write(InboxText.count(round.lines, isDryRun: dryRun))
    }
    if format == .text, !dryRun, Questions.canAsk {
      let new = house.session.state.mails.heard.filter { $0.number > before }
      let questions = InboxQuestions(
        house: house, accounts: accounts, person: .person(Terminal.environment("USER") ?? "owner"))
      try questions.ask(about: new, await CustomerNames.ofProject())
    }
    if let remark = round.remarkOnModel { Terminal.writeError("note: \(remark)\n") }
    if let unheard { Terminal.writeError("the mailbox could not be read to its end: \(unheard)\n") }
    let needsPerson = round.lines.contains { $0.customer != nil && $0.mail.needsPerson }
    if needsPerson || unheard != nil { Terminal.exit(.needsPerson) }
  }
}

/// What the commands about the inbox have in common: which policy, books and journal.
struct InboxPlace: ParsableArguments {
  @Option(help: ArgumentHelp("Which policy of duly.yaml, by its name or path.", valueName: "name"))
  var policy: String?

  @Option(help: ArgumentHelp("The folder of the books; left out, that of duly.yaml.", valueName: "dir"))
  var books: String?

  @OptionGroup var journal: JournalOptions

  /// Everything that hearing needs, open.
  struct House {
    let project: ProjectFile
    let plan: Plan
    let session: JournalSession
    let books: String
    let now: Instant

    /// The day of an instant in the business's time zone.
    func local(_ instant: Instant) -> Day {
      instant.local(offset: Clock.offsets(of: plan.business.timezone.value)(instant)).day
    }

    /// All customers of the books.
    func accounts() async throws -> [CustomerID: Account] {
      let source = CSVBooksSource(folder: books, baseCurrency: plan.base, keepsPayments: plan.charges != nil)
      var accounts: [CustomerID: Account] = [:]
      for account in try await source.read(on: local(now)).accounts {
        accounts[account.customer.id] = account
      }
      return accounts
    }
  }

  /// Opens the journal, with the lock of a run where something is to be written.
  func open(isDryRun: Bool, holder: String) throws -> House {
    let project = try ProjectFile.find()
    guard let books = books ?? project.books else {
      throw Failure("no books were named: say where they are with `books:` in duly.yaml, or --books DIR")
    }
    let path = try project.policy(named: policy)
    let session: JournalSession
    do {
      let store = try JournalStore.open(try journal.path(), mode: isDryRun ? .readOnly : .readWrite)
      if !isDryRun {
        try store.acquireRunLock(holder: "\(holder) (process \(getpid()))", now: Clock.now().description)
      }
      session = try JournalSession(store)
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as UnreadableEvent {
      throw Failure(error.description)
    }
    let plan = try PolicyFile(path).plan(former: session.state.formerNames)
    return House(project: project, plan: plan, session: session, books: books, now: Clock.now())
  }
}
