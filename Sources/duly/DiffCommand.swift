import ArgumentParser
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
      "For so many days before, the old policy is taken to have been in force: both start from what it would have sent. 0 for an empty history."
  )
  var history = 90

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
    guard (0...3660).contains(history) else { throw ValidationError("--history is from 0 to 3660") }
    guard limit >= 0 else { throw ValidationError("--limit is not below zero") }
    guard old != "-" || new != "-" else { throw ValidationError("standard input can be read once") }
  }

  func run() async throws {
    let (before, after) = (try PolicyFile(old), try PolicyFile(new))
    let (oldPlan, newPlan) = (try before.plan(), try after.plan())
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
      Scenario(plan: plan, snapshot: snapshot, from: from, days: days, events: assumed)
    }
    let (first, second) = (scenario(oldPlan), scenario(newPlan))
    let sameness = sameness(
      PolicyMeaning(oldPlan, roots: before.roots), PolicyMeaning(newPlan, roots: after.roots), before.policy,
      after.policy)
    let (changes, counts) = await compare(first, second, sameness)
    show(
      ChangeReport(
        old: first, new: second, paths: (old, new), sameness: sameness, historyDays: history,
        changes: changes,
        counts: counts))
    if exitCode, counts.changed > 0 { Terminal.exit(.findings) }
  }

  private func sameness(
    _ old: PolicyMeaning, _ new: PolicyMeaning, _ before: Policy?, _ after: Policy?
  ) -> ChangeReport.Sameness {
    if old.isSame(as: new) { return .same(proved: false) }
    guard let places = old.differingConditions(from: new), let before, let after else { return .notKnown }
    let isProved = ConditionEquivalence(before, after, zones: Clock.zones).isProved(at: places)
    return isProved ? .same(proved: true) : .notKnown
  }

  /// Batches run side by side; what comes of them is put into one order.
  private func compare(
    _ old: Scenario, _ new: Scenario, _ sameness: ChangeReport.Sameness
  ) async -> ([CustomerChange], ChangeCounts) {
    if case .same = sameness { return ([], ChangeCounts()) }
    let comparer = PolicyComparer(old, new, historyDays: history)
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
