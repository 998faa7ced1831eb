import PolicyModel
import Receivables
import Schedule

/// Where a customer stands at the beginning of a day: the history in the journal, and what the books say since.
///
/// `execute` records `happenings` and decides from `state`; `simulate` begins there too, so that it shows what `execute`
/// would do at that moment.
package struct CustomerStart: Sendable {
  /// The books, with the days that the journal knows of failed collections.
  package private(set) var account: Account
  package private(set) var state: State
  /// What is new today, in order, each with where it comes from.
  package private(set) var happenings: [(source: EventSource, what: Happening)] = []
  /// The flags among them: what responses to payments raise.
  package private(set) var flags: [Flag] = []

  /// - Parameters:
  ///   - account: The books now.
  ///   - unseen: Of this journal as it is; found anew where it is left out.
  package init(
    _ account: Account, _ journal: JournalState, _ binder: HistoryBinder, _ plan: Plan, on today: Day,
    unseen: UnseenFlags? = nil
  ) {
    let id = account.customer.id
    let before = journal.balances[id]
    let change = BooksChange(
      account, since: before, vanished: journal.vanished[id] ?? [:],
      failedCollections: journal.failedCollections[id] ?? [:])
    self.account = account
    for place in account.receivables.indices where account.receivables[place].collection == .failed {
      let part = account.receivables[place]
      self.account.receivables[place] = part.counting(
        fromFailureReadOn: journal.failedCollections[id]?[part.id] ?? today)
    }
    state = binder.state(after: journal.histories[id] ?? [], self.account)
    state.unseenFlagSince = (unseen ?? UnseenFlags(journal, plan)).since(of: id, journal)
    breakPromises(before, plan, today, journal.lookedOn)
    take(change, plan, today)
  }

  /// Judged by what was open when the books were last read: before what came in today.
  private mutating func breakPromises(_ before: SeenBalances?, _ plan: Plan, _ today: Day, _ looked: Day?) {
    guard !state.promises.isEmpty, let looked, looked < today else { return }
    var earlier = account
    if let before {
      let seen = Dictionary(before.parts.map { ($0.id, $0.balance) }) { first, _ in first }
      for place in earlier.receivables.indices {
        let id = earlier.receivables[place].id
        earlier.receivables[place].balance.minorUnits = seen[id]?.minorUnits ?? 0
      }
    }
    for event in brokenPromises(earlier, state, on: today, lookedOn: looked) {
      evolve(&state, event)
      if let happening = PolicyHappening(event, plan, account) {
        happenings.append((.run, .policy(happening)))
      }
    }
  }

  private mutating func take(_ change: BooksChange, _ plan: Plan, _ today: Day) {
    for payment in change.payments {
      guard case .paid(let invoice, _, let leftOpen) = payment else { continue }
      happenings.append((.books, .answer(payment)))
      let open = leftOpen.compactMap { id in account.receivables.firstIndex { $0.id == id } }
      take(respond(plan, account, state, to: .payment(invoice: invoice, leftOpen: open), on: today), plan)
    }
    for part in change.failedCollections { note(.collectionFailed(part: part)) }
    for part in change.vanished { note(.vanished(part: part.id, balance: part.balance)) }
    for part in change.cameBack { note(.cameBack(part: part)) }
    if let seen = change.seen { note(.balancesSeen(seen)) }
  }

  private mutating func note(_ happening: BooksHappening) { happenings.append((.books, .books(happening))) }

  private mutating func take(_ consequence: (events: [Event], flags: [Flag]), _ plan: Plan) {
    for event in consequence.events {
      evolve(&state, event)
      if let happening = PolicyHappening(event, plan, account) {
        happenings.append((.policy(plan.source.description), .policy(happening)))
      }
    }
    flags += consequence.flags
    for flag in consequence.flags {
      guard case .response(let kind) = flag.origin else { continue }
      happenings.append(
        (.policy(flag.source.description), .policy(.responseFlagged(kind, invoice: flag.invoice))))
    }
  }
}

extension JournalState {
  /// The messages of earlier days to the addresses of these customers, and which of them are closed.
  package func addressLog(of customers: [Customer]) -> AddressLog {
    var log = AddressLog()
    for address in Set(customers.flatMap { $0.people.map(\.email) }).sorted() {
      for message in addressed[address] ?? [] {
        log.note(address, on: message.day, isThanks: message.isThanks)
      }
      if closedAddresses.contains(address) { log.close(address) }
    }
    return log
  }
}
