import TestSupport

/// Makes random conditions over a few facts, in the fragment that the prover decides completely.
struct ConditionGenerator {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func below(_ count: Int) -> Int { random.number(0...count - 1) }

  /// A few different facts.
  mutating func facts(_ count: Int) -> [FactSample] {
    var left = FactSample.all
    var chosen: [FactSample] = []
    while chosen.count < count { chosen.append(left.remove(at: below(left.count))) }
    return chosen
  }

  mutating func condition(_ facts: [FactSample], depth: Int) -> String {
    let kind = below(depth == 0 ? 1 : 8)
    switch kind {
    case 1, 2: return "(\(condition(facts, depth: depth - 1)) && \(condition(facts, depth: depth - 1)))"
    case 3, 4: return "(\(condition(facts, depth: depth - 1)) || \(condition(facts, depth: depth - 1)))"
    case 5: return "!(\(condition(facts, depth: depth - 1)))"
    case 6:
      return "(\(condition(facts, depth: depth - 1)) ? \(condition(facts, depth: depth - 1)) : "
        + "\(condition(facts, depth: depth - 1)))"
    case 7: return "((\(condition(facts, depth: depth - 1))) == (\(condition(facts, depth: depth - 1))))"
    default: return question(facts)
    }
  }

  private mutating func question(_ facts: [FactSample]) -> String {
    let names = facts.map(\.name)
    let joint = FactSample.joint.filter { $0.facts.allSatisfy(names.contains) }
    if !joint.isEmpty, below(3) == 0 { return joint[below(joint.count)].text }
    // The conditional about two facts is left to those cases that have both.
    let fitting = facts[below(facts.count)].questions.filter { text in
      names.contains("customer.kind") || !text.contains("? ") || !text.contains("customer.kind")
    }
    return fitting[below(fitting.count)]
  }

  /// One of the three outcomes.
  mutating func outcome() -> SampleOutcome { random.pick(SampleOutcome.allCases) }
}
