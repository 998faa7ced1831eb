import PolicyModel

/// What a state under one plan is under another: names stay, places change.
///
/// What was sent counts at the level its name has now, or at the level it had, if the name is gone. A hold stays, also that of a
/// rule that is gone. Source: policy language, section 4, "Levels".
package struct PlanTranslation: Sendable {
  private let tiers: [Int]
  private let levels: [Int]
  private let schedules: [Int?]
  private let rules: [Int?]

  package init(from old: Plan, to new: Plan) {
    tiers = old.tiers.map { tier in
      if let same = new.tiers.firstIndex(where: { $0.name == tier.name }) { return same }
      // Levels alone decide what comes after a name that is gone: any tier that it passed anyway may stand for it.
      return new.tiers.lastIndex { $0.level <= tier.level } ?? 0
    }
    levels = old.tiers.map { tier in new.tiers.first { $0.name == tier.name }?.level ?? tier.level }
    schedules = old.schedules.map { schedule in new.schedules.firstIndex { $0.name == schedule.name } }
    rules = old.escalations.map { rule in new.escalations.firstIndex { $0.name == rule.name } }
  }

  /// The same history under the new plan.
  package func state(_ state: State) -> State {
    var state = state
    for place in state.parts.indices { state.parts[place].sent = state.parts[place].sent.map(sent) }
    state.messages = state.messages.map { message in
      let parts = message.parts.map { SentMessage.Part(place: $0.place, sent: sent($0.sent)) }
      return SentMessage(
        day: message.day, level: parts.map(\.sent.level).max() ?? message.level, address: message.address,
        parts: parts, thanked: message.thanked, entry: message.entry)
    }
    state.holds = state.holds.map { Hold(parts: $0.parts, reason: reason($0.reason), entry: $0.entry) }
    state.firings = state.firings.compactMap { firing in
      rules[firing.rule].map {
        Firing(
          rule: $0, first: firing.first, isCleared: firing.isCleared, wasFalse: firing.wasFalse,
          clearedUntil: firing.clearedUntil)
      }
    }
    state.movedTo = state.movedTo.flatMap { schedules[$0] }
    return state
  }

  private func sent(_ sent: SentTier) -> SentTier {
    SentTier(
      day: sent.day, tier: tiers[sent.tier], level: levels[sent.tier],
      schedule: sent.schedule.flatMap { schedules[$0] },
      position: sent.position, deadline: sent.deadline)
  }

  /// A hold of a rule that is gone is nobody's any more, and holds.
  private func reason(_ reason: SilenceReason) -> SilenceReason {
    guard case .heldByEscalation(let rule) = reason else { return reason }
    let now = rules.indices.contains(rule) ? rules[rule] : nil
    return now.map { .heldByEscalation($0) } ?? .heldByResponse(.reply)
  }
}
