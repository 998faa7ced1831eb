import CEL
import PolicyComparison
import PolicyModel
import PolicySyntax
import PolicyYAML
import Receivables
import Schedule
import Simulation
import TestSupport
import Testing

/// Two policies on the same books, compared from 2 March 2026 on.
struct ComparedPolicies {
  let report: ChangeReport

  /// - Parameters:
  ///   - old: Sections of a policy (`completed`).
  ///   - new: The same for the other one.
  init(
    _ old: String, _ new: String, _ accounts: [Account], events yaml: String = "[]", days: Int = 60,
    historyDays: Int = 0
  ) throws {
    let snapshot = Snapshot(asOf: "2026-03-02", accounts: accounts)
    let (oldPlan, newPlan) = (try plan(old), try plan(new))
    let assumed = try events(yaml, about: snapshot, base: oldPlan.base)
    func scenario(_ plan: Plan) -> Scenario {
      Scenario(plan: plan, snapshot: snapshot, from: "2026-03-02", days: days, events: assumed)
    }
    let (first, second) = (scenario(oldPlan), scenario(newPlan))
    let comparer = PolicyComparer(first, second, historyDays: historyDays)
    var changes: [CustomerChange] = []
    var counts = ChangeCounts()
    for batch in 0..<comparer.batchCount {
      let (found, more) = comparer.run(batch: batch)
      changes += found
      counts.add(more)
    }
    report = ChangeReport(
      old: first, new: second, paths: ("old.yaml", "new.yaml"), sameness: .other(nil),
      beginning: historyDays == 0 ? .emptyHistory : .days(historyDays),
      changes: changes.sorted(), counts: counts)
  }

  /// `C1 earlier, harsher`, the largest balance first.
  var words: [String] {
    report.changes.map { "\($0.customer.id) \($0.kinds.map(\.rawValue).joined(separator: ", "))" }
  }
}

/// What a policy means, from its whole text.
func meaning(_ yaml: String) throws -> PolicyMeaning {
  let text = completed(yaml)
  var map = SourceMap()
  let bytes = Array(text.utf8)
  let (tree, _) = PolicyYAMLReader.read(bytes, file: map.add(path: "policy.yaml", bytes: bytes))
  return PolicyMeaning(try wholePlan(text), roots: tree.map { [$0] } ?? [])
}

/// What is known of two policies beyond any books.
func sameness(_ old: String, _ new: String) throws -> Sameness {
  func side(_ yaml: String) throws -> (policy: Policy, meaning: PolicyMeaning) {
    let text = completed(yaml)
    let loaded = SourceLoader.load(bytes: Array(text.utf8), path: "policy.yaml")
    let main = try #require(loaded.documents.first)
    let (policy, _) = PolicyReader.read(
      PolicySources(
        map: loaded.map, main: main.node, mainFile: main.file, charges: shippedCharges(),
        yamlFindings: loaded.diagnostics))
    return (try #require(policy), try meaning(yaml))
  }
  return PolicyEquivalence(try side(old), try side(new), zones: UniversalTime()).sameness()
}
