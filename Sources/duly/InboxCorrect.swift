import ArgumentParser
import Execution
import Journal
import JournalModel
import PolicyModel
import Receivables

/// `duly inbox correct NUMBER --intent KIND`: a person says what a mail really says.
struct InboxCorrect: AsyncParsableCommand {
  /// What a mail can say.
  enum Intent: String, ExpressibleByArgument, CaseIterable {
    case nothing, reply, promise, dispute
    case claimsPaid = "claims_paid"
    case outOfOffice = "out_of_office"
    case request, stop, bounce

    /// The kind of answer; nil for nothing.
    var kind: Response.Kind? { self == .nothing ? nil : Response.Kind(rawValue: rawValue) }
  }

  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Say what a mail really says: what came of it ends, and this counts.",
    discussion: """
      The former reading stays in the journal; what it led to (pauses, holds, promises, flags, a closed address) ends as if it \
      had never been. `nothing` is for a mail that asks for nothing.
      """)

  @OptionGroup var place: InboxPlace

  @Argument(help: ArgumentHelp("The number in the list.", valueName: "number"))
  var number: Int64

  @Option(help: "What it says.")
  var intent: Intent?

  @Flag(help: "It says what a model proposed, as `duly inbox show` has it.")
  var accept = false

  @Option(
    help: ArgumentHelp(
      "An invoice that it means; may be given again. Left out, all that are open.", valueName: "number"))
  var invoice: [String] = []

  @Option(help: ArgumentHelp("The day that is promised, or of return.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The customer, for a mail of somebody unknown.", valueName: "customer"))
  var customer: String?

  @Option(
    help: ArgumentHelp("Who says it, for the journal; left out, the user of this system.", valueName: "name"))
  var by: String?

  func validate() throws {
    guard (intent == nil) == accept else {
      throw ValidationError("say what it says: --intent, or --accept for what a model proposed")
    }
    if accept, date != nil || !invoice.isEmpty {
      throw ValidationError("--accept takes the proposal as it is: say another day or invoice with --intent")
    }
  }

  func run() async throws {
    let house = try place.open(isDryRun: false, holder: "duly inbox correct")
    let record = try InboxJournal.record(number, house.session)
    if let intent {
      return try await correct(record, house, intent, try date.map(ReviewResolve.day), invoice)
    }
    guard let proposal = record.mail.proposal else {
      throw Failure("no model proposed anything of mail \(number): say what it says with --intent")
    }
    guard let accepted = AcceptedProposal(proposal) else {
      throw Failure("the proposal names no day: say it with --intent \(proposal.says) --date YYYY-MM-DD")
    }
    try await correct(record, house, accepted.intent, accepted.day, proposal.invoices)
  }

  private func correct(
    _ record: HeardRecord, _ house: InboxPlace.House, _ intent: Intent, _ day: Day?, _ invoices: [String]
  ) async throws {
    switch intent {
    case .promise: if day == nil { throw Failure("say which day is promised: --date YYYY-MM-DD") }
    case .outOfOffice: break
    default: if day != nil { throw Failure("--date is for `promise` and `out_of_office`") }
    }
    let accounts = try await house.accounts()
    guard let id = record.customer ?? customer.map({ CustomerID($0) }) else {
      if intent == .nothing { return try write(record, nil, house, intent) }
      throw Failure("mail \(number) is of somebody unknown: say whose it is with --customer ID")
    }
    guard let account = accounts[id] else { throw Failure("the books have no customer `\(id)`") }
    for name in invoices where account.places(named: name).isEmpty {
      throw Failure("the books have no invoice `\(name)` of `\(id)`")
    }
    try write(
      record, account, house, intent, invoices, promised: intent == .promise ? day : nil, returns: day)
  }

  private func write(
    _ record: HeardRecord, _ account: Account?, _ house: InboxPlace.House, _ intent: Intent,
    _ invoices: [String] = [], promised: Day? = nil, returns: Day? = nil
  ) throws {
    let person = EventSource.person(by ?? Terminal.environment("USER") ?? "owner")
    let correction = MailCorrection(
      mail: record, kind: intent.kind, invoices: invoices, promised: promised,
      returns: intent == .outOfOffice ? returns : nil)
    do {
      try correction.apply(
        to: house.session, house.plan, account, at: house.now, day: house.local(house.now), by: person)
    } catch let error as JournalError {
      throw Failure(error.description)
    }
    Terminal.write("mail \(record.number) says \(intent.rawValue)\n")
  }
}

/// A model's proposal as a person takes it over.
struct AcceptedProposal {
  let intent: InboxCorrect.Intent
  let day: Day?

  /// Nil for a promise without a day: who takes it over has to say which.
  init?(_ proposal: MailProposal) {
    guard let intent = InboxCorrect.Intent(rawValue: proposal.says), intent != .promise || proposal.day != nil
    else { return nil }
    self.intent = intent
    day = proposal.day
  }
}
