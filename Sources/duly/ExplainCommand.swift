import ArgumentParser
import Explanation
import JournalModel
import PolicySyntax
import Receivables
import Schedule
import Simulation

/// `duly explain POLICY --customer ID`: why this message, why this silence, and what comes next.
struct ExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Owner: String, ExpressibleByArgument, CaseIterable { case present, absent }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a day of one customer: the message or the silence, step by step.",
    discussion:
      "A day that is past is told from the journal, a day to come from the simulation that starts there.")

  @OptionGroup var policy: PolicyChoice

  @Option(help: ArgumentHelp("The customer.", valueName: "id"))
  var customer: String

  @Option(help: ArgumentHelp("Only this invoice, or this part of it (`A1/2`).", valueName: "number"))
  var invoice: String?

  @Option(help: ArgumentHelp("The day to explain; left out, the first day.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("The folder of the books; left out, those of duly.yaml.", valueName: "dir"))
  var books: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "The day on which the simulation begins; left out, today where there is a journal, else that of the books.",
      valueName: "date"))
  var start: String?

  @Option(help: ArgumentHelp("What is assumed to happen: a YAML list of events.", valueName: "file"))
  var events: String?

  @Option(help: "Whether the owner gives approvals.")
  var owner: Owner = .present

  @ArgumentParser.Flag(help: "Start from an empty history, and tell nothing from the journal.")
  var noJournal = false

  @Option(help: "How the explanation is written.")
  var format: Format = .text

  @Option(help: "When to use colours.")
  var color: Terminal.Colour = .auto

  @ArgumentParser.Flag(help: "Only the explanation, nothing on standard error.")
  var quiet = false

  func run() throws {
    let path = try policy.path()
    let project = policy.policy == nil || books == nil ? try ProjectFile.findIfAny() : nil
    let journal = try ProjectJournal.find(project, books: books, isWanted: !noJournal)
    let plan = try PolicyFile(path).plan(former: journal?.state.formerNames ?? FormerNames())
    let input = ScenarioInput(books: books, start: start, events: events)
    let on = try on.map { try ScenarioInput.day($0, option: "--on") }
    if let journal, let on, on < (try input.firstDay(plan)) { return try tell(on, journal, plan, input) }
    let (snapshot, from) = try read(input, plan, on, startsToday: journal != nil)
    let day = on ?? from
    guard day >= from else {
      throw Failure(
        "--on \(day) lies before \(from), the first day of the simulation; give an earlier `--from`")
    }
    guard day - from <= 3660 else { throw Failure("--on \(day) lies more than ten years after \(from)") }
    if !quiet { ScenarioInput.report(snapshot.problems) }
    let account = try account(in: snapshot)
    let scenario = Scenario(
      plan: plan, snapshot: snapshot, from: from, days: day - from + 1 + Explainer.daysAhead,
      events: try input.readEvents(snapshot, plan), ownerIsPresent: owner == .present,
      start: journal.map { JournalStart($0.state, plan, on: from) }, only: [account.customer.id])
    try checkInvoice(of: account, scenario)
    guard let explanation = Explainer(scenario).explain(account.customer.id, invoice: invoice, on: day) else {
      throw Failure("there is no customer `\(customer)` in the books")
    }
    switch format {
    case .text:
      if !quiet {
        let history = journal == nil ? "with an empty history" : "where the journal stands"
        Terminal.writeError("note: from the simulation, which begins on \(from) \(history)\n")
      }
      let text = ExplanationText(explanation, file: plan.source.file, hasColour: Terminal.takesColour(color))
      Terminal.write(text.render())
    case .json: Terminal.write(ExplanationJSON.render(explanation, policy: plan.policy))
    }
  }

  /// A day that is past, from the journal alone.
  private func tell(_ day: Day, _ journal: ProjectJournal, _ plan: Plan, _ input: ScenarioInput) throws {
    let past = try journal.past(CustomerID(customer), on: day)
    guard past.isKnown else { throw Failure("the journal has nothing about a customer `\(customer)`") }
    if let reach = past.reach, day < reach.lowerBound {
      throw Failure("--on \(day) lies before the journal, which begins on \(reach.lowerBound)")
    }
    let text = PastDayText(past, invoice: invoice, offset: Clock.offsets(of: plan.business.timezone.value))
    switch format {
    case .text:
      if !quiet { Terminal.writeError("note: from the journal, as it was on \(day)\n") }
      Terminal.write(text.render())
    case .json: Terminal.write(text.json())
    }
  }

  /// The books, and the day from which they are simulated: the day that is given, today, or theirs.
  private func read(
    _ input: ScenarioInput, _ plan: Plan, _ on: Day?, startsToday: Bool
  ) throws -> (Snapshot, Day) {
    if start != nil || startsToday {
      let from = try input.firstDay(plan)
      return (try input.snapshot(plan, from: from, keepingPayments: plan.charges != nil), from)
    }
    // What the books say of their day is only known once they are read; a day that is late enough reads any books.
    let first = try input.snapshot(plan, from: Day(number: 80_000), keepingPayments: false)
    guard let from = first.asOf.flatMap({ Day(iso: $0.prefix(10)) }) ?? on else {
      throw Failure("the books do not say of which day they are; give the first day: `--from YYYY-MM-DD`")
    }
    return (try input.snapshot(plan, from: from, keepingPayments: plan.charges != nil), from)
  }

  private func account(in snapshot: Snapshot) throws -> Account {
    if let found = snapshot.accounts.first(where: { $0.customer.id.text == customer }) { return found }
    let known = snapshot.accounts.map(\.customer.id.text)
    let nearest = Nearest.name(to: customer, among: known).map { "; a similar one is `\($0)`" }
    throw Failure("there is no customer `\(customer)` in the books\(nearest ?? "")")
  }

  private func checkInvoice(of account: Account, _ scenario: Scenario) throws {
    guard let invoice else { return }
    let isIssued = scenario.events.contains {
      guard case .issue(let part) = $0.kind else { return false }
      return $0.customer == account.customer.id && "\(part.id)" == invoice
    }
    if isIssued || !account.places(named: invoice).isEmpty
      || account.setAside.contains(where: { $0.number == invoice })
    {
      return
    }
    let known = account.receivables.map { "\($0.id)" }
    let nearest = Nearest.name(to: invoice, among: known).map { "; a similar one is `\($0)`" }
    throw Failure("`\(customer)` has no invoice `\(invoice)`\(nearest ?? "")")
  }
}
