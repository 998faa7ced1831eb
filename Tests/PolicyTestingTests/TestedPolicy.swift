import PolicySyntax
import PolicyTesting
import PolicyYAML
import Schedule
import TestSupport

/// A file of tests that is no YAML.
struct UnreadableTests: Error, CustomStringConvertible {
  let description: String
}

/// A policy and a file of tests, as their texts; other sections of the policy are filled in.
struct TestedPolicy {
  let plan: Plan
  let file: SourceFile
  let tests: [PolicyTest]
  /// `line:column message`, in order.
  let mistakes: [String]

  /// - Parameters:
  ///   - policy: Sections of a policy (`completed`).
  ///   - tests: The list under `tests:`, or with `isWhole` the whole file.
  init(_ policy: String, tests yaml: String, isWhole: Bool = false) throws {
    plan = try TestSupport.plan(policy)
    let text = isWhole ? yaml : "policy: ./policy.yaml\ntests:\n" + yaml
    var map = SourceMap()
    let id = map.add(path: "policy.test.yaml", bytes: Array(text.utf8))
    let (tree, found) = PolicyYAMLReader.read(Array(text.utf8), file: id)
    file = map[id]
    guard let tree else { throw UnreadableTests(description: found.map(\.message).joined(separator: "\n")) }
    var reader = PolicyTestReader(plan)
    let (tests, diagnostics) = reader.read(tree)
    self.tests = tests
    mistakes = diagnostics.map {
      let start = map.start(of: $0.span)
      return "\(start.line):\(start.column) \($0.message)"
    }
  }

  var results: [PolicyTestResult] { tests.map { PolicyTestRunner(plan).run($0) } }

  var tested: TestedFile {
    TestedFile(path: "policy.test.yaml", file: file, plan: plan, results: results)
  }

  /// True where all tests passed.
  var isPassed: Bool { results.allSatisfy { $0.isPassed } }

  /// What a person reads.
  var text: String { PolicyTestText(hasColour: false).render(tested) }

  /// The kinds of the rows of the only test: `same`, `missing` …
  var kinds: [String] { results.flatMap(\.rows).map(\.kind.rawValue) }
}

/// One customer with one invoice, due on a Monday; three tiers follow 5, 14 and 30 days later.
let oneInvoice = """
      from: 2026-03-02
      days: 40
      customer: { id: C1, email: ap@c1.example }
      invoices: [{ number: A1, amount: 100, due: 2026-03-02 }]
  """
