import JournalModel
import PolicyModel
import Receivables
import Schedule

/// Takes in what a customer answered: the answer, and what the policy makes of it, go into the journal together.
package struct AnswerIntake {
  private let plan: Plan
  private let session: JournalSession
  private let binder: HistoryBinder
  private let at: Instant
  private let day: Day

  /// - Parameters:
  ///   - at: Of the answer.
  ///   - day: The day of it in the business's time zone.
  package init(_ plan: Plan, _ session: JournalSession, at: Instant, day: Day) {
    self.plan = plan
    self.session = session
    self.at = at
    self.day = day
    binder = HistoryBinder(plan)
  }

  /// A reply of a person, or an automatic one.
  ///
  /// - Parameters:
  ///   - account: What the books say of the customer now.
  ///   - source: The mail, or who heard it.
  /// - Returns: The flags that it raises, and those of what the books say since.
  @discardableResult
  package func take(_ answer: GivenAnswer, of account: Account, from source: EventSource) throws -> [Flag] {
    let start = CustomerStart(account, session.state, binder, plan, on: day)
    let (events, flags) = respond(
      plan, start.account, start.state,
      to: .reply(
        answer.kind, invoice: answer.invoice,
        parts: answer.invoice.map(start.account.places(named:)) ?? [], promised: answer.promised,
        returns: answer.returns), on: day)
    try append(start, .answer(.answered(answer)), events, flags, from: source)
    return start.flags + flags
  }

  /// A message that came back from all its addresses.
  ///
  /// - Parameters:
  ///   - key: Of the message; nil for the last one to the customer that stands.
  ///   - address: Where it went; nil for where that message went.
  ///   - isHard: True where the address takes no mail for good.
  @discardableResult
  package func takeReturn(
    key: String?, address: String? = nil, isHard: Bool, of account: Account, from source: EventSource
  ) throws -> [Flag] {
    let start = CustomerStart(account, session.state, binder, plan, on: day)
    let (events, flags) = respond(plan, start.account, start.state, to: .bounce, on: day)
    // With no message before it only the response applies.
    let last = start.state.messages.last
    let known = address ?? last?.address
    // Its tiers are free again, so the journal has to know which message it is.
    let key = key ?? last?.entry.flatMap(session.state.key(ofEntry:))
    try append(
      start, .answer(.returned(key: key, address: known ?? "", isHard: isHard && known != nil)), events,
      flags,
      from: source)
    return start.flags + flags
  }

  private func append(
    _ start: CustomerStart, _ what: Happening, _ events: [Event], _ flags: [Flag], from source: EventSource
  ) throws {
    let customer = start.account.customer.id
    func event(_ source: EventSource, _ what: Happening) -> JournalEvent {
      JournalEvent(at: at, day: day, source: source, customer: customer, what)
    }
    var found = start.happenings.map { event($0.source, $0.what) }
    found.append(event(source, what))
    for consequence in events {
      if let happening = PolicyHappening(consequence, plan, start.account) {
        found.append(event(.policy(plan.source.description), .policy(happening)))
      }
    }
    for flag in flags {
      guard case .response(let kind) = flag.origin else { continue }
      found.append(
        event(.policy(flag.source.description), .policy(.responseFlagged(kind, invoice: flag.invoice))))
    }
    try session.append(found)
  }
}
