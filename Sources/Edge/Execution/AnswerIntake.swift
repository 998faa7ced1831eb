import Correspondence
import JournalModel
import PolicyModel
import Receivables
import Schedule

/// Takes in what a customer answered: the answer, and what the policy makes of it, go into the journal together.
package struct AnswerIntake {
  /// What is to go into the journal, nothing of it without the rest.
  struct Consequences {
    /// What the books say since they were last read.
    var facts: [JournalEvent] = []
    /// The answers, and what the policy makes of them.
    var effects: [JournalEvent] = []
    var flags: [Flag] = []
  }

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
    try append(consequences(of: [.answered(answer)], account, session.state, from: source))
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
    let answer = HeardAnswer.returned(key: key, address: address, isHard: isHard)
    return try append(consequences(of: [answer], account, session.state, from: source))
  }

  private func append(_ consequences: Consequences) throws -> [Flag] {
    try session.append(consequences.facts + consequences.effects)
    return consequences.flags
  }

  /// What answers lead to, one after the other; nothing is appended.
  ///
  /// - Parameter journal: As it stands before them.
  func consequences(
    of answers: [HeardAnswer], _ account: Account, _ journal: JournalState, from source: EventSource
  ) -> Consequences {
    let start = CustomerStart(account, journal, binder, plan, on: day)
    let customer = account.customer.id
    var state = start.state
    var found = Consequences()
    func event(_ source: EventSource, _ what: Happening) -> JournalEvent {
      JournalEvent(at: at, day: day, source: source, customer: customer, what)
    }
    func flag(_ flag: Flag) {
      guard case .response(let kind) = flag.origin else { return }
      found.flags.append(flag)
      found.effects.append(
        event(.policy(flag.source.description), .policy(.responseFlagged(kind, invoice: flag.invoice))))
    }
    found.flags = start.flags
    found.facts = start.happenings.map { event($0.source, $0.what) }
    for answer in answers {
      var led: (events: [Event], flags: [Flag]) = ([], [])
      switch answer {
      case .answered(let answer):
        led = respond(plan, start.account, state, to: reply(answer, start.account), on: day)
        found.effects.append(event(source, .answer(.answered(answer))))
      case .returned(let key, let address, let isHard):
        led = respond(plan, start.account, state, to: .bounce, on: day)
        // With no message before it only the response applies.
        let last = state.messages.last
        let known = address ?? last?.address
        // Its tiers are free again, so the journal has to know which message it is.
        let key = key ?? last?.entry.flatMap(journal.key(ofEntry:))
        found.effects.append(
          event(
            source, .answer(.returned(key: key, address: known ?? "", isHard: isHard && known != nil))))
      case .addressFailed(let address): found.effects.append(event(source, .answer(.addressFailed(address))))
      case .flagged(let kind):
        let line = plan.responses[kind.index]?.source ?? plan.source
        flag(Flag(day: day, invoice: nil, origin: .response(kind), source: line))
      }
      for consequence in led.events {
        evolve(&state, consequence)
        if let happening = PolicyHappening(consequence, plan, start.account) {
          found.effects.append(event(.policy(plan.source.description), .policy(happening)))
        }
      }
      led.flags.forEach(flag)
    }
    return found
  }

  private func reply(_ answer: GivenAnswer, _ account: Account) -> Answer {
    var parts: [Int] = []
    for name in answer.invoices {
      for place in account.places(named: name) where !parts.contains(place) { parts.append(place) }
    }
    return .reply(
      answer.kind, invoice: answer.invoices.first, parts: parts, promised: answer.promised,
      returns: answer.returns)
  }
}
