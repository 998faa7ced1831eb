import CEL
import Proofs
import Receivables
import TestSupport
import Vocabulary

/// One random question about many facts, answered by the prover and by z3.
struct SolverComparison {
  let seed: UInt64
  let texts: [String]
  let demands: [SampleOutcome]

  init(seed: UInt64) {
    self.seed = seed
    var generator = ConditionGenerator(seed: seed)
    let facts = generator.facts(5)
    texts = (0..<3).map { _ in generator.condition(facts, depth: 3) }
    demands = (0..<3).map { _ in generator.outcome() }
  }

  /// What came of comparing.
  enum Result {
    case agreed(isPossible: Bool)
    /// The encoding cannot say the question.
    case leftOut
    case wrong(String)
  }

  func compare(_ solver: Z3Process) -> Result {
    let conditions = texts.compactMap {
      CEL.check(text: $0, in: Vocabulary.escalationConditions, expecting: .bool).expression
    }
    guard conditions.count == texts.count, let pound = Currency(code: "GBP") else {
      return .wrong("seed \(seed): a condition does not fit: \(texts)")
    }
    var encoding = SMTEncoding(conditions[0])
    var asserted: [String] = []
    for (condition, demand) in zip(conditions, demands) {
      guard let truth = encoding.encode(condition) else { return .leftOut }
      switch demand {
      case .holds: asserted.append(truth.holds)
      case .fails: asserted.append(truth.fails)
      case .breaks: asserted.append(truth.breaks)
      }
    }
    let script =
      encoding.declarations.sorted { $0.key < $1.key }.map { "(declare-const \($0.key) \($0.value))" }
      + (encoding.relations + asserted).map { "(assert \($0))" }
    let theirs = solver.answer(script.joined(separator: "\n"))
    let asked = demands.enumerated().map { Demand($0.offset, $0.element.asked) }
    let ours: String
    switch Prover(conditions, in: FactWorld(base: pound)).answer(asked) {
    case .never: ours = "unsat"
    case .possible: ours = "sat"
    case .unknown(let part): ours = "unknown for \(part ?? "no part")"
    }
    if ours == theirs { return .agreed(isPossible: ours == "sat") }
    return .wrong(
      "seed \(seed): we say \(ours), z3 says \(theirs), of \(zip(texts, demands).map { "\($0) \($1)" })")
  }
}
