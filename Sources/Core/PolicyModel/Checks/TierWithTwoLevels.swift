import PolicySyntax

/// DN110: one tier name with two levels in the policy.
enum TierWithTwoLevels {
  static let rule = Rule(
    id: "DN110", name: "tier-with-two-levels", severity: .error,
    title: "one tier name with two levels in the policy",
    page: """
      A tier's level says how far the matter has gone: 0 before the due day, then 1, 2, 3 and so on. Levels are what
      keeps a customer who moves to another schedule from hearing the same thing twice or a softer thing after a
      harder one. That works only if a name has one level wherever it stands: `final` cannot be the third step here
      and the second one there.

      Levels count by position, or go on from a `level:` that is written.

      To mend it, give the tier `level: N` in the shorter schedule, or another name.
      """,
    triggering: """
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        gentle:
          - { tier: final, send: 20 days after due, approval: owner }
      """,
    passing: """
      segments:
        - { name: vip, when: customer.tagged("vip"), schedule: gentle, tone: friendly }
        - { name: everyone, schedule: standard, tone: friendly }
      schedules:
        standard:
          - { tier: first, send: 5 days after due }
          - { tier: final, send: 14 days after due, approval: owner }
        gentle:
          - { tier: final, send: 20 days after due, level: 2, approval: owner }
      """)

  /// One finding for each pair of schedules whose levels lie apart by one number: it is one mistake, in one place.
  static func diagnostics(_ schedules: [ScheduleDefinition]) -> [Diagnostic] {
    var first: [String: Place] = [:]
    var found: [Conflict] = []
    for schedule in schedules {
      for tier in schedule.tiers {
        let place = Place(tier: tier, schedule: schedule.name.value)
        guard let before = first[tier.name.value] else {
          first[tier.name.value] = place
          continue
        }
        if before.tier.level == tier.level || before.schedule == place.schedule { continue }
        let conflict = Conflict(here: place, there: before)
        if let same = found.firstIndex(where: { $0.isOneMistake(with: conflict) }) {
          found[same].others.append(tier.name.value)
        } else {
          found.append(conflict)
        }
      }
    }
    return found.map(diagnostic)
  }

  private struct Place {
    let tier: Tier
    let schedule: String
  }

  private struct Conflict {
    let here: Place
    let there: Place
    /// The further tiers of the two schedules that lie apart by as much.
    var others: [String] = []

    func isOneMistake(with other: Conflict) -> Bool {
      here.schedule == other.here.schedule && there.schedule == other.there.schedule
        && here.tier.level - there.tier.level == other.here.tier.level - other.there.tier.level
    }
  }

  private static func diagnostic(_ conflict: Conflict) -> Diagnostic {
    let (here, there) = (conflict.here.tier, conflict.there.tier)
    let others = Nearest.list(conflict.others)
    return Diagnostic(
      rule,
      message:
        "the tier `\(here.name.value)` has level \(here.level) here and level \(there.level) in "
        + "`\(conflict.there.schedule)`",
      at: here.name.span, label: "level \(here.level)",
      labels: [Label(span: there.name.span, text: "level \(there.level)")],
      notes: others.isEmpty ? [] : ["the same goes for \(others)"],
      help: Help("say `level:` in one of the two, or give one of them another name"))
  }
}
