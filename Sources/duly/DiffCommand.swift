import ArgumentParser
import JournalModel
import PolicyComparison
import PolicyModel
import PolicySyntax
import Receivables
import Schedule
import Simulation

/// `duly diff OLD NEW`: who would receive what else, before it is merged.
struct DiffCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Compare two policies on the same books: who hears earlier, later, harsher, softer, or not at all.")

  @Argument(help: "The policy in force.")
  var old: String

  @Argument(help: "The policy that would take its place.")
  var new: String

  @Option(help: ArgumentHelp("The folder of the books; left out, those of duly.yaml.", valueName: "dir"))
  var books: String?

  @Option(name: .customLong("from"), help: ArgumentHelp("The first day; left out, today.", valueName: "date"))
  var start: String?

  @Option(help: "How many calendar days.")
  var days = 60

  @Option(help: ArgumentHelp("What is assumed to happen: a YAML list of events.", valueName: "file"))
  var events: String?

  @Option(
    help:
      "For so many days before, the old policy is taken to have been in force: both start from what it would have sent. 0 for an empty history. Left out, the journal of duly.yaml, or 90 where there is none."
  )
  var history: Int?

  @ArgumentParser.Flag(help: "Do not start from the journal.")
  var noJournal = false

  @Option(help: "How the comparison is written; github is Markdown for a pull request.")
  var format: Format = .text

  @Option(help: "How many customers are shown, the largest balances first; json has all.")
  var limit = 50

  @ArgumentParser.Flag(help: "Exit with 1 if anything changes for anybody.")
  var exitCode = false

  @Option(help: "When to use colours.")
  var color: Terminal.Colour = .auto

  @ArgumentParser.Flag(help: "Only the comparison, nothing on standard error.")
  var quiet = false

  func validate() throws {
    guard (1...3660).contains(days) else { throw ValidationError("--days is from 1 to 3660") }
    guard (0...3660).contains(history ?? 0) else { throw ValidationError("--history is from 0 to 3660") }
    guard limit >= 0 else { throw ValidationError("--limit is not below zero") }
    guard old != "-" || new != "-" else { throw ValidationError("standard input can be read once") }
  }

  func run() async throws {
    let (before, after) = (try PolicyFile(old), try PolicyFile(new))
    let journal = try ProjectJournal.find(
      books == nil ? ProjectFile.findIfAny() : nil, books: books, isWanted: !noJournal && history == nil)
    let former = journal?.state.formerNames ?? FormerNames()
    let (oldPlan, newPlan) = (try before.plan(former: former), try after.plan(former: former))
    guard oldPlan.base == newPlan.base else {
      throw Failure(
        "the policies have different base currencies, \(oldPlan.base) and \(newPlan.base); the same books "
          + "cannot be read for both")
    }
    let input = ScenarioInput(books: books, start: start, events: events)
    let from = try input.firstDay(newPlan)
    let snapshot = try input.snapshot(
      newPlan, from: from, keepingPayments: oldPlan.charges != nil || newPlan.charges != nil)
    if !quiet {
      ScenarioInput.report(snapshot.problems)
      Terminal.note(newPlan.closedDays.unknown(in: from...(from + (days - 1))))
      Terminal.note(newPlan.charges, upTo: from + (days - 1))
    }
    let assumed = try input.readEvents(snapshot, newPlan)
    func scenario(_ plan: Plan) -> Scenario {
      Scenario(
        plan: plan, snapshot: snapshot, from: from, days: days, events: assumed,
        start: journal.map { JournalStart($0.state, plan, on: from) })
    }
    let (first, second) = (scenario(oldPlan), scenario(newPlan))
    let sameness = sameness((before, oldPlan), (after, newPlan))
    let historyDays = journal == nil ? history ?? 90 : 0
    let (changes, counts) = await compare(first, second, sameness, historyDays)
    show(
      ChangeReport(
        old: first, new: second, paths: (old, new), sameness: sameness,
        beginning: journal != nil ? .journal : historyDays == 0 ? .emptyHistory : .days(historyDays),
        changes: changes, counts: counts))
    if exitCode, counts.changed > 0 { Terminal.exit(.findings) }
  }

  private func sameness(_ old: (file: PolicyFile, plan: Plan), _ new: (file: PolicyFile, plan: Plan))
    -> Sameness
  {
    guard let before = old.file.policy, let after = new.file.policy else { return .other(nil) }
    return PolicyEquivalence(
      (before, PolicyMeaning(old.plan, roots: old.file.roots)),
      (after, PolicyMeaning(new.plan, roots: new.file.roots)), zones: Clock.zones
    ).sameness()
  }

  /// Batches run side by side; what comes of them is put into one order.
  private func compare(
    _ old: Scenario, _ new: Scenario, _ sameness: Sameness, _ historyDays: Int
  ) async -> ([CustomerChange], ChangeCounts) {
    if case .same = sameness { return ([], ChangeCounts()) }
    let comparer = PolicyComparer(old, new, historyDays: historyDays)
    var changes: [CustomerChange] = []
    var counts = ChangeCounts()
    await withTaskGroup(of: ([CustomerChange], ChangeCounts).self) { group in
      var next = min(comparer.batchCount, SideBySide.cores + 2)
      for batch in 0..<next { group.addTask { comparer.run(batch: batch) } }
      while let (found, more) = await group.next() {
        if next < comparer.batchCount {
          group.addTask { [next] in comparer.run(batch: next) }
          next += 1
        }
        changes += found
        counts.add(more)
      }
    }
    return (changes.sorted(), counts)
  }

  private func show(_ report: ChangeReport) {
    switch format {
    case .text:
      let text = ChangeText(report, hasColour: Terminal.takesColour(color), most: limit)
      Terminal.write(text.render())
    case .json: Terminal.write(ChangeJSON.render(report))
    case .github: Terminal.write(ChangeMarkdown(report, most: limit).render())
    }
  }
}
