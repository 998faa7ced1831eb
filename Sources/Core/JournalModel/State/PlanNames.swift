import PolicyModel
import Receivables
import Schedule

/// The names of a plan and their places in it, looked up once.
package struct PlanNames: Sendable {
  let tiers: [String: Int]
  let schedules: [String: Int]
  /// Rules that the policy no longer has follow the others.
  let rules: [String: Int]
  let plan: Plan

  package init(_ plan: Plan) {
    self.plan = plan
    func places(_ names: [String]) -> [String: Int] {
      Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    tiers = places(plan.tiers.map(\.name))
    schedules = places(plan.schedules.map(\.name))
    rules = places(plan.escalations.map(\.name) + plan.formerRules)
  }

  /// The reason of a hold as the journal writes it; the inverse of `reasonText`.
  func reason(_ text: String) -> SilenceReason? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("rule", 2): return rules[words[1]].map { .heldByEscalation($0) }
    case ("response", 2): return Response.Kind(rawValue: words[1]).map { .heldByResponse($0) }
    default: return nil
    }
  }

  /// `rule silent`, `response dispute`; nil for a reason that no event of the policy gives.
  static func reasonText(_ reason: SilenceReason, _ plan: Plan) -> String? {
    switch reason {
    case .heldByEscalation(let rule): "rule \(plan.nameOfRule(rule))"
    case .heldByResponse(let kind): "response \(kind.rawValue)"
    default: nil
    }
  }
}

extension JournalState {
  /// What the journal speaks of by name and a plan has to know.
  package var formerNames: FormerNames {
    var names = FormerNames()
    var levels: [String: Int] = [:]
    var rules: Set<String> = []
    for history in histories.values {
      for entry in history {
        switch entry.kind {
        case .sent(let claim, _) where claim.purpose == .reminder:
          for part in claim.parts { levels[part.tier] = part.level }
        case .policy(.holdBegan(_, let reason)) where reason.hasPrefix("rule "):
          rules.insert(String(reason.dropFirst("rule ".count)))
        default: break
        }
      }
    }
    names.tiers = levels.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
      PlannedTier(name: $0.key, level: $0.value)
    }
    names.rules = rules.sorted()
    return names
  }
}
