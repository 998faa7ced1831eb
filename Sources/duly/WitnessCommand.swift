import ArgumentParser
import PolicyModel
import PolicySyntax

/// `duly witness RULE [POLICY]`: the facts that show what a rule found.
struct WitnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract: "Show a customer who proves what a rule found; with --as-test, as a test of the policy.")

  @Argument(help: "The rule: the name in brackets behind the finding.")
  var rule: String

  @Argument(help: "The policy; left out, the one of duly.yaml here or above.")
  var policy: String?

  @Flag(help: "Write a policy test, to be kept beside the policy.")
  var asTest = false

  func run() throws {
    guard let rule = RuleCatalogue.rule(named: rule) ?? RuleCatalogue.rule(named: rule.uppercased()) else {
      let nearest = Nearest.name(to: rule, among: RuleCatalogue.all.map(\.name)).map {
        "; a similar one is `\($0)`"
      }
      throw Failure("there is no rule `\(rule)`\(nearest ?? "")")
    }
    let path = try policy ?? ProjectFile.find().policy(named: nil)
    let file = try PolicyFile(path)
    let found = file.diagnostics.filter { $0.rule == rule }
    guard !found.isEmpty else {
      Terminal.writeError("`\(path)` has no finding of `\(rule.name)`\n")
      Terminal.exit(.findings)
    }
    let shown = found.filter { !$0.facts.isEmpty }
    guard !shown.isEmpty else {
      throw Failure("what `\(rule.name)` found is shown by no facts; `duly validate` explains it", .findings)
    }
    if asTest {
      Terminal.write(WitnessTest.render(shown, policy: path))
    } else {
      for finding in shown {
        Terminal.write("\(file.map.place(finding.span)): \(finding.message)\n")
        for fact in finding.facts { Terminal.write("  \(fact.name): \(fact.value)\n") }
      }
    }
  }
}
