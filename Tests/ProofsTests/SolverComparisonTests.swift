import TestSupport
import Testing

/// The prover compared with z3, on random questions about five facts each.
@Suite struct SolverComparisonTests {
  private static let isThere = Z3Process() != nil

  @Test(.enabled(if: isThere, "z3 is not installed: scripts/install-packages installs it"))
  func `thousands of random questions are answered as z3 answers them`() throws {
    let solver = try #require(Z3Process())
    var possible = 0
    var impossible = 0
    for seed in RandomCases.seeds(3_000) {
      switch SolverComparison(seed: seed).compare(solver) {
      case .agreed(let isPossible): if isPossible { possible += 1 } else { impossible += 1 }
      case .leftOut: continue
      case .wrong(let text): Issue.record("\(text)")
      }
    }
    // Both answers are frequent, so that neither is right by habit.
    #expect(possible > 300 && impossible > 900, "\(possible) possible, \(impossible) impossible")
  }
}
