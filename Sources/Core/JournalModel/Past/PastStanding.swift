import Receivables

/// What was known of a customer when a day ended: what was open, what had been sent, and what kept reminders quiet.
package struct PastStanding: Sendable {
  /// A reminder that stands for a part.
  package struct Reminder: Sendable, Equatable {
    package let tier: String
    package let day: Day
    package let deadline: Day?
  }

  /// What keeps reminders quiet.
  package struct Stop: Sendable, Equatable {
    /// Why, as the journal has it: `rule silent`, `response dispute`, `disputed`, `owner`, `unknown send`, `failed send`.
    package let reason: String
    /// Nil for the customer.
    package let parts: [ReceivableID]?
    package let since: Day
    /// The last quiet day; nil where somebody has to release it.
    package let last: Day?
  }

  /// What the books said when they were last read; nil where they were never read for the customer.
  package let balances: SeenBalances?
  /// The last day on which the customer answered or paid.
  package private(set) var answeredOn: Day?
  private var sent: [(entry: Int64, day: Day, claim: Claim)] = []
  private var pauses: [Stop] = []
  private var holds: [(stop: Stop, entry: Int64?)] = []

  /// - Parameters:
  ///   - history: What had happened so far (`JournalState.histories`).
  ///   - balances: What the books said last.
  init(after history: [HistoryEntry], _ balances: SeenBalances?) {
    self.balances = balances
    for entry in history { take(entry) }
  }

  /// Holds and disputes in the order in which they began, then pauses, as they were in force on a day.
  package func stops(on day: Day) -> [Stop] {
    (holds.map(\.stop) + pauses).filter { stop in stop.since <= day && stop.last.map { day <= $0 } ?? true }
  }

  /// The last reminder of a part that stands.
  package func reminder(of part: ReceivableID) -> Reminder? {
    for message in sent.reversed() {
      if let own = message.claim.parts.first(where: { $0.id == part }) {
        return Reminder(tier: own.tier, day: message.day, deadline: own.deadline)
      }
    }
    return nil
  }

  private mutating func take(_ entry: HistoryEntry) {
    switch entry.kind {
    case .sent(let claim, let isUnknown):
      guard claim.purpose == .reminder else { return }
      sent.append((entry.number, entry.day, claim))
      if isUnknown { hold(claim.parts.map(\.id), "unknown send", entry.day, entry: entry.number) }
    case .resolved(let number, let wasSent):
      holds.removeAll { $0.entry == number }
      if !wasSent { sent.removeAll { $0.entry == number } }
    case .returned(let number): sent.removeAll { $0.entry == number }
    case .failed(let parts): hold(parts, "failed send", entry.day)
    case .answered: answeredOn = entry.day
    case .policy(let happening): take(happening, entry.day)
    case .held(let invoice): hold(invoice.map(parts), "owner", entry.day)
    // Who releases a customer releases all but what nobody knows yet.
    case .released: holds.removeAll { $0.entry == nil }
    case .cleared, .wroteByHand: break
    }
  }

  private mutating func take(_ happening: PolicyHappening, _ day: Day) {
    switch happening {
    case .pauseBegan(let given): pause(given)
    case .promised(_, _, let given): if let given { pause(given) }
    case .holdBegan(let parts, let reason): hold(parts, reason, day)
    case .disputed(let parts): hold(parts, "disputed", day)
    case .settled, .promiseBroken, .fired, .lapsed, .scheduleMoved, .scheduleEnded, .flagged,
      .responseFlagged, .keptQuiet:
      break
    }
  }

  private mutating func pause(_ given: PauseGiven) {
    pauses.append(
      Stop(
        reason: "response \(given.response.rawValue)", parts: given.parts, since: given.first,
        last: given.last))
  }

  private mutating func hold(_ parts: [ReceivableID]?, _ reason: String, _ day: Day, entry: Int64? = nil) {
    holds.append((Stop(reason: reason, parts: parts, since: day, last: nil), entry))
  }

  /// The parts that a number or a part names, among those that are known.
  private func parts(named text: String) -> [ReceivableID] {
    let known = Set((balances?.parts.map(\.id) ?? []) + sent.flatMap { $0.claim.parts.map(\.id) })
    return known.filter { $0.number == text || "\($0)" == text }.sorted { "\($0)" < "\($1)" }
  }
}
