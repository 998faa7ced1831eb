import ArgumentParser
import PolicyModel
import PolicySyntax
import PolicyYAML

/// `duly validate [PATH…]`: every finding of every policy.
struct Validate: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }
  enum Threshold: String, ExpressibleByArgument, CaseIterable { case error, warning, note }

  static let configuration = CommandConfiguration(
    abstract: "Check policies: every finding of every policy, all at once.")

  @Argument(
    help:
      "Policies, or folders of them; left out, those of duly.yaml here or above. `-` reads standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "A folder of books: says as well what of the policy meets nobody in them.", valueName: "dir"))
  var books: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The day on which the books are looked at; left out, today.", valueName: "date"))
  var start: String?

  @Option(help: "How findings are written.")
  var format: Format = .text

  @Option(help: "Exit with 1 if a finding weighs at least so much.")
  var failOn: Threshold = .error

  @Option(help: "When to use colours.")
  var color: Terminal.Colour = .auto

  @Flag(help: "Only the findings, no closing line.")
  var quiet = false

  func validate() throws {
    if start != nil, books == nil { throw ValidationError("--from is the day of --books") }
  }

  func run() throws {
    let paths =
      try paths.isEmpty ? ProjectFile.find().policies : paths.flatMap { try PolicyFolder.policies(in: $0) }
    let files = try paths.map {
      try PolicyFile($0, with: books.map { BooksLooking(folder: $0, start: start).look })
    }
    if !quiet { noteRates(files) }
    var map = SourceMap()
    var all: [Diagnostic] = []
    for file in files { all += map.take(file.diagnostics, of: file.map) }
    let diagnostics = map.sorted(all)
    switch format {
    case .text:
      Terminal.write(TextReport(map, hasColour: Terminal.takesColour(color)).render(diagnostics))
      if !quiet { Terminal.writeError(closing(files.count, diagnostics)) }
    case .json: Terminal.write(JSONReport(map).render(diagnostics, policies: files.count))
    case .sarif: Terminal.write(SARIFReport(map, version: Duly.configuration.version).render(diagnostics))
    case .github: Terminal.write(GitHubReport(map).render(diagnostics))
    }
    let least = Severity(rawValue: failOn.rawValue) ?? .error
    if diagnostics.contains(where: { $0.severity >= least }) { Terminal.exit(.findings) }
  }

  /// Says which reference rates are not known today.
  private func noteRates(_ files: [PolicyFile]) {
    for policy in files.compactMap(\.policy) where policy.charges != nil {
      guard let today = Clock.today(in: policy.business.timezone.value) else { continue }
      Terminal.note(policy.charges?.terms, upTo: today)
    }
  }

  private func closing(_ policies: Int, _ diagnostics: [Diagnostic]) -> String {
    func count(_ severity: Severity, _ one: String) -> String? {
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : one + "s")"
    }
    let found = [count(.error, "error"), count(.warning, "warning"), count(.note, "note")].compactMap(\.self)
    let checked = "\(policies) \(policies == 1 ? "policy" : "policies") checked"
    return "\(checked): \(found.isEmpty ? "nothing found" : found.joined(separator: ", "))\n"
  }
}
