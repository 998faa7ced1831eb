import ArgumentParser
import PolicySyntax
import PreviewForms
import Receivables
import Schedule
import Simulation

/// `duly simulate POLICY`: what each customer would receive, and why.
struct Simulate: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson, html, ics, csv }
  enum Owner: String, ExpressibleByArgument, CaseIterable { case present, absent }

  static let configuration = CommandConfiguration(
    abstract: "Preview what each customer would receive over the coming days, and why.")

  @OptionGroup var policy: PolicyChoice

  @Option(help: ArgumentHelp("The folder of the books.", valueName: "dir"))
  var books: String?

  @Option(name: .customLong("from"), help: ArgumentHelp("The first day; left out, today.", valueName: "date"))
  var start: String?

  @Option(help: "How many calendar days.")
  var days = 60

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Only these customers.", valueName: "id"))
  var customer: [String] = []

  @Option(help: ArgumentHelp("What is assumed to happen: a YAML list of events.", valueName: "file"))
  var events: String?

  @Option(help: "How customers pay: not at all, or as late as each has before.")
  var behaviour: Scenario.Behaviour = .none

  @Option(help: "Whether the owner gives approvals and looks at flags.")
  var owner: Owner = .present

  @ArgumentParser.Flag(help: "Start from an empty history.")
  var noJournal = false

  @Option(help: "How the preview is written.")
  var format: Format = .text

  @ArgumentParser.Flag(help: "Include the words of every message.")
  var letters = false

  @Option(help: "When to use colours.")
  var color: Terminal.Colour = .auto

  @Option(help: "How many cores to use; left out, all.")
  var cores = SideBySide.cores

  @ArgumentParser.Flag(help: "Only the preview, nothing on standard error.")
  var quiet = false

  func validate() throws {
    guard (1...3660).contains(days) else { throw ValidationError("--days is from 1 to 3660") }
    guard cores >= 1 else { throw ValidationError("--cores is 1 or more") }
  }

  func run() async throws {
    let path = try policy.path()
    let input = ScenarioInput(books: books, start: start, events: events)
    _ = try input.folder()
    guard path != "-" || events != "-" else {
      throw Failure("standard input can be read once: give the policy or the events as a file")
    }
    let project = policy.policy == nil || books == nil ? try ProjectFile.findIfAny() : nil
    let journal = try ProjectJournal.find(project, books: books, isWanted: !noJournal)?.state
    let plan = try PolicyFile(path).plan(former: journal?.formerNames ?? FormerNames())
    let from = try input.firstDay(plan)
    let snapshot = try await input.snapshot(
      plan, from: from, keepingPayments: plan.charges != nil, workers: cores)
    if !quiet {
      ScenarioInput.report(snapshot.problems)
      Terminal.note(plan.closedDays.unknown(in: from...(from + (days - 1))))
      Terminal.note(plan.charges, upTo: from + (days - 1))
    }
    let scenario = Scenario(
      plan: plan, snapshot: snapshot, from: from, days: days, events: try input.readEvents(snapshot, plan),
      behaviour: behaviour, ownerIsPresent: owner == .present, writesLetters: letters || format == .html,
      drawsLetters: format == .html, start: journal.map { JournalStart($0, plan, on: from) },
      notesToday: format == .text || format == .html,
      only: try chosen(snapshot))
    await show(scenario)
  }

  private func chosen(_ snapshot: Snapshot) throws -> Set<CustomerID>? {
    if customer.isEmpty { return nil }
    let known = Set(snapshot.accounts.map(\.customer.id))
    for id in customer where !known.contains(CustomerID(id)) {
      let nearest = Nearest.name(to: id, among: known.map(\.text).sorted()).map {
        "; a similar one is `\($0)`"
      }
      throw Failure("there is no customer `\(id)` in the books\(nearest ?? "")")
    }
    return Set(customer.map { CustomerID($0) })
  }

  private func show(_ scenario: Scenario) async {
    let progress = Progress(isWanted: !quiet)
    let output = OutputBuffer(progress)
    let simulation = SideBySide(Simulator(scenario), workers: cores)
    switch format {
    case .text:
      let timeline = TimelineText(scenario, Terminal.style(color))
      output.append(Array(timeline.head().utf8))
      let summary = await simulation.run(progress) {
        Array(timeline.customer($0).utf8)
      } report: {
        output.append($0)
      }
      output.append(Array(timeline.summary(summary).utf8))
    case .json, .ndjson:
      let rows = PreviewRows(scenario.plan)
      let form: PreviewJSON.Form = format == .json ? .object : .lines
      var json = PreviewJSON(scenario, rows, as: form, to: output.append)
      let summary = await simulation.run(progress) {
        PreviewPiece($0, rows, as: form)
      } report: {
        json.add($0)
      }
      json.finish(summary)
    case .html, .ics, .csv: await showForm(scenario, simulation, progress, output)
    }
    output.flush()
    if !quiet { suggestThePhone(scenario.snapshot.accounts.count) }
  }

  private func showForm(
    _ scenario: Scenario, _ simulation: SideBySide, _ progress: Progress, _ output: OutputBuffer
  ) async {
    switch format {
    case .html:
      var page = PreviewPage(scenario)
      let summary = await simulation.run(progress, PreviewPage.piece(scenario)) { page.add($0) }
      output.append(page.page(summary))
    case .ics:
      let form = CalendarForm(scenario, version: Duly.configuration.version)
      output.append(form.head())
      _ = await simulation.run(progress) {
        form.events($0)
      } report: {
        output.append($0)
      }
      output.append(form.end())
    case .csv:
      let form = TableForm(scenario)
      output.append(form.head())
      _ = await simulation.run(progress) {
        form.lines($0)
      } report: {
        output.append($0)
      }
    case .text, .json, .ndjson: break
    }
  }

  /// Few customers are known by name: nothing that Duly can write is as good as a call.
  private func suggestThePhone(_ customers: Int) {
    guard (1..<10).contains(customers) else { return }
    let count = customers == 1 ? "1 customer" : "\(customers) customers"
    Terminal.writeError("note: with \(count), a phone call is warmer than any automation\n")
  }
}

extension Scenario.Behaviour: ExpressibleByArgument {}
