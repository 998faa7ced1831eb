import CEL
import PolicyModel
import Proofs
import Vocabulary

/// Whether conditions that are written differently in two policies are proved to mean the same.
///
/// Asked is, for all customers and invoices that could exist, whether one condition can hold, fail or break where the other
/// does not. Of a segment only those count who reach it: for whom no segment above holds.
package struct ConditionEquivalence {
  private let prover: Prover
  /// The places of the conditions in the prover, of the old policy and of the new one; nil for a segment without.
  private let old: [Int?]
  private let new: [Int?]
  private let segments: Int

  /// Both policies are the same in all else (`PolicyMeaning.differingConditions`).
  package init(_ old: Policy, _ new: Policy, zones: any TimeZoneDatabase) {
    var expressions: [CheckedExpression] = []
    func places(_ policy: Policy) -> [Int?] {
      (policy.segments.map(\.when) + policy.escalations.map { Optional($0.when) }).map { condition in
        guard let condition else { return nil }
        expressions.append(condition.expression)
        return expressions.count - 1
      }
    }
    self.old = places(old)
    self.new = places(new)
    segments = old.segments.count
    let tiers = old.schedules.flatMap(\.tiers).map(\.name.value)
    prover = Prover(
      expressions,
      in: FactWorld(
        base: old.business.currency, rates: old.rates.map { ($0.currency, $0.worth) }, tiers: tiers,
        zones: zones))
  }

  /// True where it is proved that the conditions at these places mean the same; false where they do not, or nobody knows.
  ///
  /// - Parameter places: Those of segments, then of escalations, in the order of the policy.
  package func isProved(at places: [Int]) -> Bool {
    old.count == new.count && places.allSatisfy(isProved)
  }

  private func isProved(at place: Int) -> Bool {
    guard old.indices.contains(place) else { return false }
    // Who reaches a segment: the conditions above it mean the same in both policies, or nothing is claimed at all.
    var reached: [Demand] = []
    if place < segments { reached = old[..<place].compactMap { $0.map { Demand($0, .fails) } } }
    let outcomes: [Outcome] = [.holds, .fails, .breaks]
    return outcomes.allSatisfy { outcome in
      outcomes.filter { $0 != outcome }.allSatisfy { other in
        guard let demands = demands(place, outcome, other) else { return true }
        return prover.isImpossible(reached + demands) == true
      }
    }
  }

  /// What it would mean that the conditions come to different ends; nil where a missing one cannot come to that end.
  private func demands(_ place: Int, _ outcome: Outcome, _ other: Outcome) -> [Demand]? {
    var demands: [Demand] = []
    for (number, end) in [(old[place], outcome), (new[place], other)] {
      guard let number else {
        if end != .holds { return nil }
        continue
      }
      demands.append(Demand(number, end))
    }
    return demands
  }
}
