import ArgumentParser
import Schedule

/// `duly plan POLICY`: the compiled plan.
struct PlanCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, mermaid }

  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the compiled plan: segments, steps, days, and where each came from.")

  @Argument(help: "The policy; left out, the one of duly.yaml here or above.")
  var policy: String?

  @Option(help: "How the plan is written.")
  var format: Format = .text

  func run() throws {
    guard let path = try policy ?? ProjectFile.find().onlyPolicy() else {
      throw Failure("no policy was named; name one: `duly plan POLICY`")
    }
    let plan = try PolicyFile(path).plan()
    switch format {
    case .text: Terminal.write(PlanText(plan).render())
    case .json: Terminal.write(PlanJSON.render(plan))
    case .mermaid: Terminal.write(PlanMermaid.render(plan))
    }
  }
}
