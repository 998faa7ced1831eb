import PolicyModel
import Receivables
import Schedule

/// Binds what the journal knows of a customer to a plan and to the books of today: names become places.
///
/// What the books no longer have, and what the policy no longer has, is left out of what decides; a message keeps counting
/// for gap, cap and answers whatever became of its parts.
package struct HistoryBinder: Sendable {
  private let names: PlanNames

  package init(_ plan: Plan) { names = PlanNames(plan) }

  /// The state of a customer after its history.
  ///
  /// - Parameters:
  ///   - history: In order (`JournalState.histories`).
  ///   - account: What the books say now; the state is about its parts.
  /// - Complexity: O(parts + events of the customer).
  package func state(after history: [HistoryEntry], _ account: Account) -> State {
    var state = State(partCount: account.receivables.count)
    if history.isEmpty { return state }
    let places = Dictionary(
      account.receivables.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    for entry in history {
      for event in events(entry, account, places, state) { evolve(&state, event) }
    }
    return state
  }

  private func events(
    _ entry: HistoryEntry, _ account: Account, _ places: [ReceivableID: Int], _ state: State
  ) -> [Event] {
    switch entry.kind {
    case .sent(let claim, let isUnknown):
      let message = message(claim, entry, places)
      let sent = Event.sent(message)
      if !isUnknown { return [sent] }
      // An unknown one counts as sent and holds its invoices until a person resolves it.
      return [
        sent,
        .holdBegan(Hold(parts: message.parts.map(\.place), reason: .unknownSend, entry: entry.number)),
      ]
    case .resolved(let number, let wasSent):
      return wasSent
        ? [.unknownEnded(entry: number)] : [.unknownEnded(entry: number), .takenBack(entry: number)]
    case .failed(let parts):
      return [.holdBegan(Hold(parts: parts.compactMap { places[$0] }, reason: .failedSend))]
    case .returned(let number): return [.takenBack(entry: number)]
    case .answered: return [.answered(on: entry.day)]
    case .policy(let happening): return event(happening, entry.day, account, places).map { [$0] } ?? []
    case .held(let invoice):
      return [.holdBegan(Hold(parts: invoice.map(account.places(named:)), reason: .heldByOwner))]
    case .released(let until): return [.released(until: until)]
    case .cleared(let rule, let invoice, let until):
      guard let number = names.rules[rule] else { return [] }
      guard let invoice else { return [.cleared(rule: number, first: nil, until: until)] }
      return account.places(ofNumber: invoice).first.map {
        [.cleared(rule: number, first: $0, until: until)]
      } ?? []
    case .wroteByHand(let address):
      return [
        .sent(
          SentMessage(
            day: entry.day, level: 0, address: address ?? account.customer.email ?? "", parts: [],
            entry: entry.number))
      ]
    }
  }

  private func message(_ claim: Claim, _ entry: HistoryEntry, _ places: [ReceivableID: Int]) -> SentMessage {
    if claim.purpose == .thanks {
      return SentMessage(
        day: entry.day, level: 0, address: claim.to, parts: [],
        thanked: claim.parts.compactMap { places[$0.id] }, entry: entry.number)
    }
    let plan = names.plan
    let schedule = names.schedules[claim.schedule]
    var parts: [SentMessage.Part] = []
    var highest = 0
    for part in claim.parts {
      // What was sent counts at the level its name has now.
      let tier = names.tiers[part.tier]
      let level = tier.map { plan.tiers[$0].level } ?? part.level
      highest = max(highest, level)
      guard let place = places[part.id], let tier else { continue }
      let position =
        schedule.flatMap { plan.schedules[$0].steps.first { $0.tier == tier }?.position } ?? part.position
      parts.append(
        SentMessage.Part(
          place: place,
          sent: SentTier(
            day: entry.day, tier: tier, level: level, schedule: schedule, position: position,
            deadline: part.deadline)))
    }
    return SentMessage(day: entry.day, level: highest, address: claim.to, parts: parts, entry: entry.number)
  }

  /// The event of the decider that a happening of the journal stands for; nil where nothing of it is left.
  private func event(
    _ happening: PolicyHappening, _ day: Day, _ account: Account, _ places: [ReceivableID: Int]
  ) -> Event? {
    func bound(_ parts: [ReceivableID]) -> [Int] { parts.compactMap { places[$0] } }
    func pause(_ given: PauseGiven) -> Pause {
      Pause(
        parts: given.parts.map(bound), first: given.first, last: given.last, reason: .paused(given.response))
    }
    /// Calls `make` with the first part of a number, nil for the customer; nil where the number is gone.
    func forNumber(_ invoice: String?, _ make: (Int?) -> Event) -> Event? {
      guard let invoice else { return make(nil) }
      return account.places(ofNumber: invoice).first.map { make($0) }
    }
    switch happening {
    case .pauseBegan(let given): return .pauseBegan(pause(given))
    case .holdBegan(let parts, let reason):
      return names.reason(reason).map { .holdBegan(Hold(parts: parts.map(bound), reason: $0)) }
    case .disputed(let parts): return .disputed(parts: bound(parts))
    case .settled(let parts): return .settled(parts: bound(parts), on: day)
    case .promised(let named, let granted, let given):
      return .promised(named: bound(named), granted: bound(granted), pause: given.map(pause))
    case .promiseBroken(let promise): return .promiseBroken(promise)
    case .fired(let rule, let invoice, _):
      guard let number = names.rules[rule], number < names.plan.escalations.count else { return nil }
      return forNumber(invoice) { .fired(rule: number, first: $0) }
    case .lapsed(let rule, let invoice):
      guard let number = names.rules[rule] else { return nil }
      return forNumber(invoice) { .lapsed(rule: number, first: $0) }
    case .scheduleMoved(let name): return names.schedules[name].map { .scheduleMoved(to: $0) }
    case .scheduleEnded: return .scheduleEnded
    case .flagged(let flag, let part): return places[part].map { .flagged(flag, place: $0) }
    case .responseFlagged, .keptQuiet: return nil
    }
  }
}
