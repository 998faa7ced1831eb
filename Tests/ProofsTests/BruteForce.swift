import CEL
import Proofs
import Receivables
import TestSupport
import Vocabulary

/// One random question, answered by the prover and by trying all worlds.
struct BruteForce {
  let seed: UInt64
  let texts: [String]
  let demands: [SampleOutcome]
  private let samples: [FactSample]

  /// Two conditions over a few facts, each with an outcome that is asked for.
  init(seed: UInt64, facts count: Int = 3, depth: Int = 2) {
    self.seed = seed
    var generator = ConditionGenerator(seed: seed)
    let samples = generator.facts(count)
    self.samples = samples
    texts = [generator.condition(samples, depth: depth), generator.condition(samples, depth: depth)]
    demands = [generator.outcome(), generator.outcome()]
  }

  var description: String { "seed \(seed): \(zip(texts, demands).map { "\($0) \($1)" })" }

  /// What is wrong with the prover's answer; nil where it agrees.
  var disagreement: String? {
    let conditions = texts.compactMap {
      CEL.check(text: $0, in: Vocabulary.escalationConditions, expecting: .bool).expression
    }
    guard conditions.count == texts.count, let pound = Currency(code: "GBP") else {
      return "\(description): a condition does not fit"
    }
    let world = SmallWorld(samples)
    let outcomes = conditions.map { world.outcomes($0) }
    let meeting = world.worlds.indices.filter { place in
      zip(outcomes, demands).allSatisfy { $0[place] == $1 }
    }
    let prover = Prover(conditions, in: FactWorld(base: pound))
    let asked = demands.enumerated().map { Demand($0.offset, $0.element.asked) }
    switch prover.answer(asked) {
    case .never:
      return meeting.first.map { "\(description): never, but \(world.worlds[$0]) meets it" }
    case .unknown(let part):
      return "\(description): unknown, for \(part ?? "no part"); \(meeting.count) worlds meet it"
    case .possible(let witness):
      if meeting.isEmpty {
        return
          "\(description): possible with \(witness.readings.map { "\($0.name) \($0.value)" }), in no sample"
      }
      return prover.isImpossible(asked) == false ? nil : "\(description): both possible and impossible"
    }
  }
}

extension SampleOutcome {
  var asked: Outcome {
    switch self {
    case .holds: .holds
    case .fails: .fails
    case .breaks: .breaks
    }
  }
}
