import ArgumentParser
import Receivables
import Schedule

/// `duly plan POLICY`: the compiled plan.
struct PlanCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, mermaid }

  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the compiled plan: segments, steps, days, and where each came from.")

  @OptionGroup var policy: PolicyChoice

  @Option(help: "How the plan is written.")
  var format: Format = .text

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The day from which closed days are counted; left out, today.", valueName: "date"))
  var start: String?

  func run() throws {
    let plan = try PolicyFile(policy.path()).plan()
    let closings = try firstDay(plan).map { NextClosings(plan, from: $0) }
    switch format {
    case .text: Terminal.write(PlanText(plan, closings: closings).render())
    case .json: Terminal.write(PlanJSON.render(plan, closings: closings))
    case .mermaid: Terminal.write(PlanMermaid.render(plan))
    }
  }

  /// The day that was given, or today; nil, which is said, where the clock shows none that can be used.
  private func firstDay(_ plan: Plan) throws -> Day? {
    guard format != .mermaid || start != nil else { return nil }
    let day: Day
    if let start {
      guard let given = Day(iso: start) else {
        throw Failure("--from `\(start)` is no day written YYYY-MM-DD")
      }
      day = given
    } else if let today = Clock.today(in: plan.business.timezone.value) {
      day = today
    } else {
      Terminal.writeError("note: the clock shows no day that can be used, so closed days are left out\n")
      return nil
    }
    Terminal.note(plan.closedDays.unknown(in: day...day))
    Terminal.note(plan.charges, upTo: day)
    return day
  }
}
