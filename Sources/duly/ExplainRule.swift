import ArgumentParser
import PolicyModel
import PolicySyntax
import PolicyTesting
import Simulation

/// `duly explain-rule NAME`: the page of a rule.
struct ExplainRule: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

  static let configuration = CommandConfiguration(
    commandName: "explain-rule", abstract: "Explain what a rule finds, why it matters, and how to mend it.")

  @Argument(help: "The name in brackets behind a finding; left out, all rules are listed.")
  var name: String?

  @Flag(help: "Explain all rules, one after the other.")
  var all = false

  @Option(help: "How pages are written.")
  var format: Format = .text

  func validate() throws {
    if all, name != nil { throw ValidationError("name a rule, or ask for all") }
  }

  func run() throws {
    let rules = (RuleCatalogue.all + [.scenarioEvent, .policyTest, .unreadableCalendar]).sorted {
      $0.id < $1.id
    }
    if all {
      switch format {
      case .text: Terminal.write(rules.map(page).joined(separator: "\n"))
      case .markdown: Terminal.write(RulePages.render(rules))
      }
      return
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
    Terminal.write(page(rule))
  }

  private func page(_ rule: Rule) -> String {
    if format == .markdown { return RulePages.section(rule) }
    return """
      \(rule.name) (\(rule.id), \(rule.severity.rawValue))
      \(rule.title)

      \(rule.page)

      Finds something in:

      \(rule.triggering.indented)

      Finds nothing in:

      \(rule.passing.indented)

      """
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
