import Receivables

/// One day of one customer as the journal tells it: what happened, what was known when the day ended, and which runs
/// there were.
///
/// Neither the policy nor the books of today have a part in it: what was sent and heard then stays what it was.
package struct PastDay: Sendable {
  /// Something of the day about the customer.
  package struct Entry: Sendable {
    package let number: Int64
    package let event: JournalEvent
    /// What became of a message that was claimed on the day, on the day or later; empty for anything else.
    package internal(set) var outcome: [JournalEvent] = []
  }

  /// A run of the day.
  package struct Run: Sendable {
    package let began: Instant
    package internal(set) var ended: Instant?
    package internal(set) var outcome: RunOutcome?
  }

  package let customer: CustomerID
  package let day: Day
  /// In order.
  package private(set) var entries: [Entry] = []
  package private(set) var runs: [Run] = []
  /// True if the journal has anything about the customer, on any day.
  package private(set) var isKnown = false
  /// The first and the last day of which the journal tells; nil for an empty one.
  package private(set) var reach: ClosedRange<Day>?
  /// All that the journal knew when the day ended.
  private var state = JournalState()
  /// The places in `entries` of the messages that were claimed on the day.
  private var claimed: [String: Int] = [:]

  package init(_ customer: CustomerID, on day: Day) {
    self.customer = customer
    self.day = day
  }

  /// Takes in the next event of the journal.
  ///
  /// - Parameter number: Its number, above that of all events before.
  package mutating func take(_ event: JournalEvent, number: Int64) {
    let first = reach.map { min($0.lowerBound, event.day) } ?? event.day
    reach = first...max(reach?.upperBound ?? event.day, event.day)
    if case .message(let happening) = event.what, let place = claimed[happening.key] {
      entries[place].outcome.append(event)
    }
    if event.customer == customer { isKnown = true }
    guard event.day <= day else { return }
    if case .run(let happening) = event.what { take(happening, event) }
    state.apply(event, number: number)
    guard event.customer == customer, event.day == day else { return }
    if case .message(let happening) = event.what {
      guard case .claimed(let claim) = happening else {
        // Of a message that was claimed before: what became of it belongs to this day too.
        if claimed[happening.key] == nil { entries.append(Entry(number: number, event: event)) }
        return
      }
      claimed[claim.key] = entries.count
    }
    entries.append(Entry(number: number, event: event))
  }

  /// What was known of the customer when the day ended.
  package var standing: PastStanding {
    PastStanding(after: state.histories[customer] ?? [], state.balances[customer])
  }

  /// What kept the customer's invoices quiet when the day ended, but for time: that no tier was reached.
  package var quiet: [Quiet] { state.quiet[customer] ?? [] }

  /// The policy that was in force when the day ended; nil where none was yet.
  package var policy: (digest: String, name: String)? { state.policy }

  /// What waited for the owner about the customer when the day ended, in order.
  package var waiting: [ReviewItem] { state.openItems(of: customer) }

  private mutating func take(_ happening: RunHappening, _ event: JournalEvent) {
    switch happening {
    case .began where event.day == day: runs.append(Run(began: event.at))
    case .ended(let outcome) where event.day == day && !runs.isEmpty:
      runs[runs.count - 1].ended = event.at
      runs[runs.count - 1].outcome = outcome
    default: break
    }
  }
}

extension MessageHappening {
  /// The key of the message.
  package var key: String {
    switch self {
    case .claimed(let claim): claim.key
    case .handedOver(let key), .voided(let key, _), .sent(let key, _, _), .refused(let key, _),
      .unknown(let key, _), .resolved(let key, _):
      key
    }
  }
}
