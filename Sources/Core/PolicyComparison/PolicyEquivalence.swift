import CEL
import PolicyModel
import Proofs
import Vocabulary

/// Whether two policies that are written differently are proved to mean the same, and if not, where they part.
///
/// Asked is, for all customers and invoices that could exist, whether anybody is treated otherwise: in another schedule or
/// tone because of the segments, whatever their order and names, or by a rule that holds, fails or breaks in one and not in
/// the other. All else has to be the same line by line.
package struct PolicyEquivalence {
  /// All questions about two policies together may cost so much; what is asked later is unknown.
  private static let workLimit = 20_000_000

  private let old: Side
  private let new: Side
  private let prover: Prover

  /// One of the two policies, its conditions by their places in the prover.
  private struct Side {
    let meaning: PolicyMeaning
    /// Nil for a segment without a condition.
    let segments: [Int?]
    let rules: [Int]
  }

  /// One end that a customer can come to on the way through the segments.
  private struct End {
    let demands: [Demand]
    /// Nil where a condition cannot be worked out, and the customer is silent.
    let segment: PolicyMeaning.Segment?

    var treatment: String { segment?.treatment ?? "silent" }
    var words: String {
      segment.map { "is in `\($0.name)` (\($0.words))" } ?? "is silent, for a condition cannot be worked out"
    }
  }

  package init(
    _ old: (policy: Policy, meaning: PolicyMeaning), _ new: (policy: Policy, meaning: PolicyMeaning),
    zones: any TimeZoneDatabase
  ) {
    var expressions: [CheckedExpression] = []
    func side(_ given: (policy: Policy, meaning: PolicyMeaning)) -> Side {
      func place(_ condition: Condition) -> Int {
        expressions.append(condition.expression)
        return expressions.count - 1
      }
      return Side(
        meaning: given.meaning, segments: given.policy.segments.map { $0.when.map(place) },
        rules: given.policy.escalations.map { place($0.when) })
    }
    self.old = side(old)
    self.new = side(new)
    let tiers = (old.policy.schedules + new.policy.schedules).flatMap(\.tiers).map(\.name.value)
    prover = Prover(
      expressions,
      in: FactWorld(
        base: old.policy.business.currency, rates: old.policy.rates.map { ($0.currency, $0.worth) },
        tiers: Set(tiers).sorted(), zones: zones))
  }

  /// What is known of the two.
  package func sameness() -> Sameness {
    if old.meaning.isSame(as: new.meaning) { return .same(Sameness.Proof(isNeeded: false)) }
    guard old.meaning.lines == new.meaning.lines else { return .other(nil) }
    var work = Self.workLimit
    var asked: Set<Int> = []
    if let difference = differenceInRules(&work, &asked) ?? differenceInSegments(&work, &asked) {
      return .other(difference.words)
    }
    let schedules = zip(old.meaning.schedules.map(\.name), new.meaning.schedules.map(\.name)).filter {
      $0 != $1
    }
    if !schedules.isEmpty {
      let names = schedules.map { "`\($0)` is called `\($1)`" }.joined(separator: ", ")
      return .other(
        "Only names differ: the schedule \(names). What was sent under the old name counts as another schedule's."
      )
    }
    let readsMoney = asked.contains { place in
      prover.conditions[place].slots.contains {
        Vocabulary.escalationConditions.slots[$0].type.unwrapped == .money
      }
    }
    return .same(
      Sameness.Proof(isNeeded: !asked.isEmpty, leavesOutUnrated: readsMoney, renamed: renamed))
  }

  /// Something that differs, or that nobody could find out.
  private struct Difference {
    /// Nil where it was not found out.
    let words: String?
  }

  // Rules go by their names. Their order matters among those that give a schedule: the last that fired wins.
  private func differenceInRules(_ work: inout Int, _ asked: inout Set<Int>) -> Difference? {
    let (before, after) = (old.meaning.rules, new.meaning.rules)
    let places = Dictionary(after.enumerated().map { ($1.name, $0) }) { first, _ in first }
    guard before.count == after.count, before.filter(\.moves).map(\.name) == after.filter(\.moves).map(\.name)
    else { return Difference(words: nil) }
    for (place, rule) in before.enumerated() {
      guard let other = places[rule.name], rule.does == after[other].does else {
        return Difference(words: nil)
      }
      if rule.condition == after[other].condition { continue }
      let pair = (old.rules[place], new.rules[other])
      asked.formUnion([pair.0, pair.1])
      for outcome in Outcome.allCases {
        for end in Outcome.allCases where end != outcome {
          let demands = [Demand(pair.0, outcome), Demand(pair.1, end)]
          guard let witness = witness(demands, &work) else { continue }
          return Difference(
            words: witness.map {
              "`\(rule.name)` \(Self.words(outcome)) until now and \(Self.words(end)) then, for \($0)."
            })
        }
      }
    }
    return nil
  }

  private func differenceInSegments(_ work: inout Int, _ asked: inout Set<Int>) -> Difference? {
    let (before, after) = (old.meaning.segments, new.meaning.segments)
    if before.map(\.condition) == after.map(\.condition), before.map(\.treatment) == after.map(\.treatment) {
      return nil
    }
    asked.formUnion((old.segments + new.segments).compactMap(\.self))
    for end in ends(old) {
      for other in ends(new) where end.treatment != other.treatment {
        guard let witness = witness(end.demands + other.demands, &work) else { continue }
        return Difference(words: witness.map { "\($0) \(end.words) until now, and \(other.words) then." })
      }
    }
    return nil
  }

  /// All ends that customers can come to.
  private func ends(_ side: Side) -> [End] {
    var ends: [End] = []
    var above: [Demand] = []
    for (number, segment) in zip(side.segments, side.meaning.segments) {
      guard let number else {
        ends.append(End(demands: above, segment: segment))
        break
      }
      ends.append(End(demands: above + [Demand(number, .holds)], segment: segment))
      ends.append(End(demands: above + [Demand(number, .breaks)], segment: nil))
      above.append(Demand(number, .fails))
    }
    return ends
  }

  /// Nil where it is proved that nothing meets the demands; else facts that do, in words, or nil within where none were
  /// found out.
  private func witness(_ demands: [Demand], _ work: inout Int) -> String?? {
    if prover.isImpossible(demands, spending: &work) == true { return nil }
    guard work > 0, case .possible(let witness) = prover.answer(demands) else { return .some(nil) }
    return .some(WitnessText.text(witness))
  }

  private static func words(_ outcome: Outcome) -> String {
    switch outcome {
    case .holds: "holds"
    case .fails: "does not hold"
    case .breaks: "cannot be worked out"
    }
  }

  /// Names that differ and that nothing hangs on.
  private var renamed: [String] {
    let (before, after) = (old.meaning, new.meaning)
    var found = zip(before.tones, after.tones).filter { $0 != $1 }.map {
      "the tone `\($0)` is called `\($1)`"
    }
    let names = Dictionary(
      after.segments.map { ("\($0.condition ?? "")\u{0}\($0.treatment)", $0.name) }
    ) { first, _ in first }
    for segment in before.segments {
      guard let name = names["\(segment.condition ?? "")\u{0}\(segment.treatment)"], name != segment.name
      else { continue }
      found.append("the segment `\(segment.name)` is called `\(name)`")
    }
    let said = Dictionary(after.partials.map { ($0.says, $0.name) }) { first, _ in first }
    for partial in before.partials.sorted(by: { $0.name < $1.name })
    where !after.partials.contains(where: { $0.name == partial.name }) {
      if let name = said[partial.says] { found.append("the partial `\(partial.name)` is called `\(name)`") }
    }
    return found
  }
}
