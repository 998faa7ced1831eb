import ArgumentParser
import PolicySyntax
import PolicyTesting
import PolicyYAML
import Schedule

/// `duly test [PATH…]`: runs policy tests.
struct TestCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, junit }

  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests beside policies: what each customer of a test is to hear.")

  @Argument(
    help: "Files of tests (NAME.test.yaml), policies, or folders; left out, those of duly.yaml here or above."
  )
  var paths: [String] = []

  @Option(help: "How results are written.")
  var format: Format = .text

  @ArgumentParser.Flag(
    help: "Write what came into the `expect` of tests that fail or have none, for you to review.")
  var record = false

  @ArgumentParser.Flag(
    help: "Say which segments, tiers, templates, escalations and responses no test reaches.")
  var coverage = false

  @ArgumentParser.Flag(
    help: "Change one number or operator of the policy at a time, and say which changes no test notices.")
  var mutate = false

  @Option(help: "When to use colours.")
  var color: Terminal.Colour = .auto

  @ArgumentParser.Flag(help: "Only failing tests, no closing line.")
  var quiet = false

  func run() throws {
    let files = try PolicyTestFiles(
      paths.isEmpty ? ofProject() : paths.flatMap { try PolicyTestFiles.find($0) })
    if files.hasUnusable { throw Failure("not all tests can be used; nothing was run") }
    let tested = files.readable.map { file in
      let plan = files.policies[file.policy].plan
      let runner = PolicyTestRunner(plan)
      return TestedFile(
        path: file.path, file: file.file, plan: plan, results: file.tests.map { runner.run($0) })
    }
    if record {
      try write(tested)
      return
    }
    let findings = findings(files, tested)
    switch format {
    case .text:
      let text = PolicyTestText(hasColour: Terminal.takesColour(color), isQuiet: quiet)
      for file in tested { Terminal.write(text.render(file)) }
      for found in findings { Terminal.write(text.render(found)) }
    case .json: Terminal.write(PolicyTestJSON.render(tested, findings))
    case .junit: Terminal.write(PolicyTestJUnit.render(tested))
    }
    let failed = tested.reduce(0) { $0 + $1.failed }
    if !quiet { Terminal.writeError(closing(tested.reduce(0) { $0 + $1.results.count }, failed)) }
    if failed > 0 { Terminal.exit(.findings) }
  }

  /// The tests beside the project's policies; a policy may have none.
  private func ofProject() throws -> [String] {
    let policies = try ProjectFile.find().policies
    let found = try policies.filter(PolicyTestFiles.hasTests).flatMap { try PolicyTestFiles.find($0) }
    guard !found.isEmpty else {
      throw Failure("no policy of duly.yaml has tests beside it (`NAME.test.yaml`)")
    }
    return found
  }

  private func closing(_ count: Int, _ failed: Int) -> String {
    let tests = "\(count) \(count == 1 ? "test" : "tests")"
    return failed == 0 ? "\(tests) passed\n" : "\(failed) of \(tests) failed\n"
  }

  private func findings(_ files: PolicyTestFiles, _ tested: [TestedFile]) -> [PolicyFindings] {
    guard coverage || mutate else { return [] }
    return files.policies.enumerated().map { place, policy in
      let own = zip(files.readable, tested).filter { $0.0.policy == place }.flatMap(\.1.results)
      var reached = PolicyTestCoverage(policy.plan)
      for result in own { reached.take(result) }
      let passed = own.filter(\.isPassed).map(\.test)
      return PolicyFindings(
        policy: policy.file.path, coverage: coverage ? reached : nil,
        mutations: mutate ? PolicyMutationRun(file: policy.file, tests: passed).run() : nil)
    }
  }

  /// A run that records proves nothing, so it ends as one that failed; what was recorded is to be read first.
  private func write(_ tested: [TestedFile]) throws {
    var count = 0
    for file in tested {
      let recording = PolicyTestRecorder.record(file.results, in: file.file, file.plan)
      if recording.names.isEmpty { continue }
      count += recording.names.count
      if file.path == "-" {
        Terminal.write(recording.bytes)
      } else {
        try FileWriting.replace(file.path, with: recording.bytes)
      }
      for name in recording.names { Terminal.writeError("recorded: \(file.path): \(name)\n") }
    }
    if count == 0 {
      if !quiet { Terminal.writeError("nothing to record: every `expect` holds\n") }
      return
    }
    if !quiet {
      Terminal.writeError("\(count) recorded; read what was written, then run the tests without --record\n")
    }
    Terminal.exit(.findings)
  }
}
