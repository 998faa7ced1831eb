import ArgumentParser
import PolicyModel
import PolicySyntax
import PolicyTesting
import Simulation

/// `duly explain-rule NAME`: the page of a rule.
struct ExplainRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-rule", abstract: "Explain what a rule finds, why it matters, and how to mend it.")

  @Argument(help: "The name in brackets behind a finding; left out, all rules are listed.")
  var name: String?

  func run() throws {
    let rules = (RuleCatalogue.all + [.scenarioEvent, .policyTest, .unreadableCalendar]).sorted {
      $0.id < $1.id
    }
    guard let name else {
      let width = rules.map(\.name.count).max() ?? 0
      for rule in rules {
        let gap = String(repeating: " ", count: width - rule.name.count)
        Terminal.write("\(rule.name)\(gap)  \(rule.severity.rawValue.padded(to: 8))\(rule.title)\n")
      }
      return
    }
    guard let rule = rules.first(where: { $0.name == name || $0.id == name.uppercased() }) else {
      let nearest = Nearest.name(to: name, among: rules.map(\.name)).map { "; a similar one is `\($0)`" }
      throw Failure("there is no rule `\(name)`\(nearest ?? "")")
    }
    Terminal.write(
      """
      \(rule.name) (\(rule.id), \(rule.severity.rawValue))
      \(rule.title)

      \(rule.page)

      Finds something in:

      \(rule.triggering.indented)

      Finds nothing in:

      \(rule.passing.indented)

      """)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }
}
