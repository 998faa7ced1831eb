import ArgumentParser
import Execution
import Glibc
import Journal
import JournalModel
import Receivables

/// `duly review`: what waits for the owner, and what the owner does about it.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Look at what waits for you: flags, approvals, unknown sends.",
    subcommands: [
      ReviewListCommand.self, ReviewShow.self, ReviewApprove.self, ReviewRelease.self, ReviewHold.self,
      ReviewNote.self, ReviewResolve.self, ReviewSendDigest.self,
    ], defaultSubcommand: ReviewListCommand.self)
}

/// What the commands of the review have in common.
struct ReviewOptions: ParsableArguments {
  @OptionGroup var journal: JournalOptions

  @Option(
    help: ArgumentHelp("Who does it, for the journal; left out, the user of this system.", valueName: "name"))
  var by: String?

  /// The journal, open to write.
  func session() throws -> JournalSession {
    let path = try journal.path()
    do {
      return try JournalSession(JournalStore.open(path, mode: .readWrite))
    } catch let error as JournalError {
      throw Failure(error.description)
    } catch let error as UnreadableEvent {
      throw Failure(error.description)
    }
  }

  /// Writes down what the owner did, now and today.
  func append(_ what: OwnerHappening, _ customer: CustomerID?, to session: JournalSession) throws {
    let now = Clock.now()
    let person = by ?? Terminal.environment("USER") ?? "owner"
    let event = JournalEvent(
      at: now, day: try today(at: now), source: .person(person), customer: customer, .owner(what))
    do { try session.append([event]) } catch let error as JournalError { throw Failure(error.description) }
  }

  /// The day in the business's time zone, as the policy of the project says it.
  private func today(at now: Instant) throws -> Day {
    guard let project = try ProjectFile.findIfAny(), let path = project.policies.first,
      let policy = try PolicyFile(path).policy
    else { return now.local(offset: 0).day }
    return now.local(offset: Clock.offsets(of: policy.business.timezone.value)(now)).day
  }

  /// The item of that number.
  func item(_ number: Int64, in session: JournalSession) throws -> ReviewItem {
    guard let item = session.state.review.first(where: { $0.number == number }) else {
      throw Failure("there is no item \(number) in the review: `duly review list` shows what there is")
    }
    return item
  }

  /// The customer of that id, if the journal has heard of it.
  func customer(_ id: String, in session: JournalSession) throws -> CustomerID {
    let customer = CustomerID(id)
    let state = session.state
    guard state.histories[customer] != nil || state.balances[customer] != nil else {
      throw Failure("the journal knows no customer `\(id)`")
    }
    return customer
  }
}

/// `duly review list`: what waits for the owner, the largest first.
struct ReviewListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits for you, the largest amount first.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: ReviewOptions

  @Option(help: "How the list is written.")
  var format: Format = .text

  func run() async throws {
    let session = try options.session()
    let text = await ReviewText(ReviewBoard(session.state), CustomerNames.ofProject())
    Terminal.write(format == .text ? text.render() : text.json())
  }
}

/// `duly review show NUMBER`: one item whole; from then on it counts as looked at.
struct ReviewShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one item whole; from then on it counts as looked at.")

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The number in the list.", valueName: "number"))
  var number: Int64

  func run() async throws {
    let session = try options.session()
    let item = try options.item(number, in: session)
    if !item.isSeen { try options.append(.seen(number), item.customer, to: session) }
    Terminal.write(ReviewText.whole(item, session.state, await CustomerNames.ofProject()))
  }
}

/// `duly review approve NUMBER…`: messages may leave as they were shown.
struct ReviewApprove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract:
      "Let messages leave as they were shown; the approval lapses if invoices, balances or words change.")

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The numbers in the list.", valueName: "number"))
  var numbers: [Int64]

  func run() throws {
    let session = try options.session()
    let items = try numbers.map { try options.item($0, in: session) }
    for item in items {
      guard case .approval = item.kind, !item.isDone else {
        throw Failure("item \(item.number) waits for no approval; nothing was approved")
      }
    }
    for item in items { try options.append(.approvalGiven(item.number), item.customer, to: session) }
  }
}

/// `duly review release CUSTOMER`: reminders go on.
struct ReviewRelease: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Let reminders to a customer go on: ends holds, flags and disputes by reply.")

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The customer's id.", valueName: "customer"))
  var customer: String

  @Option(help: ArgumentHelp("Rules that fired may fire again from this day on.", valueName: "date"))
  var until: String?

  @Option(help: "Why, for the journal.")
  var note: String?

  func run() throws {
    let session = try options.session()
    try options.append(
      .released(until: try until.map(ReviewResolve.day), note: note),
      try options.customer(customer, in: session), to: session)
  }
}

/// `duly review hold CUSTOMER`: no reminder leaves until it is released.
struct ReviewHold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Stop reminders to a customer, or about one invoice, until you release it."
  )

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The customer's id.", valueName: "customer"))
  var customer: String

  @Option(help: ArgumentHelp("This invoice alone.", valueName: "number"))
  var invoice: String?

  @Option(help: "Why, for the journal.")
  var note: String?

  func run() throws {
    let session = try options.session()
    try options.append(
      .held(invoice: invoice, note: note), try options.customer(customer, in: session), to: session)
  }
}

/// `duly review note CUSTOMER TEXT`: something to remember.
struct ReviewNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write down something about a customer.")

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The customer's id.", valueName: "customer"))
  var customer: String

  @Argument(help: ArgumentHelp("What to remember.", valueName: "text"))
  var text: String

  @ArgumentParser.Flag(help: "You have written to the customer yourself: it counts for gap and cap.")
  var wroteByHand = false

  func run() throws {
    let session = try options.session()
    let customer = try options.customer(customer, in: session)
    try options.append(.noted(text), customer, to: session)
    if wroteByHand { try options.append(.wroteByHand(address: nil), customer, to: session) }
  }
}

/// `duly review resolve NUMBER`: nothing is left to be done about an item.
struct ReviewResolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Say that an item is dealt with; of an unknown send, whether it was sent.")

  @OptionGroup var options: ReviewOptions

  @Argument(help: ArgumentHelp("The number in the list.", valueName: "number"))
  var number: Int64

  @ArgumentParser.Flag(help: "The message of an unknown send did arrive.")
  var sent = false

  @ArgumentParser.Flag(help: "The message of an unknown send did not arrive: it may be sent again.")
  var notSent = false

  @Option(help: ArgumentHelp("The rule that fired may fire again from this day on.", valueName: "date"))
  var until: String?

  func validate() throws {
    if sent && notSent { throw ValidationError("it was sent or it was not: --sent or --not-sent") }
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw Failure("`\(text)` is no day written YYYY-MM-DD") }
    return day
  }

  func run() throws {
    let session = try options.session()
    let item = try options.item(number, in: session)
    guard !item.isDone else { throw Failure("item \(number) is dealt with already") }
    if case .unknownSend(let key, _) = item.kind {
      guard sent || notSent else {
        throw Failure("say what became of it: `duly review resolve \(number) --sent`, or --not-sent")
      }
      return try resolve(key, item, session)
    }
    guard !sent, !notSent else { throw Failure("item \(number) is no unknown send") }
    try options.append(.cleared(number, until: try until.map(Self.day)), item.customer, to: session)
  }

  private func resolve(_ key: String, _ item: ReviewItem, _ session: JournalSession) throws {
    let now = Clock.now()
    let person = options.by ?? Terminal.environment("USER") ?? "owner"
    let event = JournalEvent(
      at: now, day: item.day, source: .person(person), customer: item.customer,
      .message(.resolved(key: key, wasSent: sent)))
    do { try session.append([event]) } catch let error as JournalError { throw Failure(error.description) }
  }
}
