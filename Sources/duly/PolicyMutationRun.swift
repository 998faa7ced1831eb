import PolicySyntax
import PolicyTesting
import Schedule

/// Changes a policy in one place after the other, and asks its tests whether they notice.
struct PolicyMutationRun {
  /// So many changes are tried at most: a policy with more has them spread evenly.
  static let most = 400

  let file: PolicyFile
  /// Tests that pass with the policy as it is.
  let tests: [PolicyTest]

  /// - Complexity: One reading of the policy a change, and tests until one of them fails.
  func run() -> PolicyFindings.Mutations {
    let all = PolicyMutation.all(in: file.roots)
    let tried = PolicyMutation.spread(all, most: PolicyMutationRun.most)
    var valid = 0
    var unnoticed: [PolicyFindings.Unnoticed] = []
    for mutation in tried {
      let bytes = mutation.applied(to: file.map[mutation.span.file].bytes)
      guard let plan = file.plan(with: bytes, in: mutation.span.file) else { continue }
      valid += 1
      let runner = PolicyTestRunner(plan)
      if tests.contains(where: { !runner.run($0, explains: false).isPassed }) { continue }
      unnoticed.append(
        PolicyFindings.Unnoticed(
          place: file.map.place(mutation.span), column: file.map.start(of: mutation.span).column,
          old: mutation.old, new: mutation.new))
    }
    return PolicyFindings.Mutations(
      found: all.count, tried: tried.count, valid: valid, unnoticed: unnoticed)
  }
}
