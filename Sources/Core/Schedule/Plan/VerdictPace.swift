import CEL
import Receivables
import Vocabulary

/// When what a condition says can change while the books stay as they are.
package struct VerdictPace: Sendable {
  /// True if only the days that `turn` names and the history can change it; false where the balances of other invoices
  /// or any day can.
  let isSteady: Bool
  /// True if it reads what was sent or promised: it can change on the day after a message, and with a broken promise.
  let readsHistory: Bool
  /// True if nothing but the books and counted days can change it: no message and no dispute.
  let hangsOnDaysAlone: Bool
  private let daysOverdue: [Int]
  private let daysSinceLast: [Int]

  /// - Parameter condition: Checked in `Vocabulary.escalationConditions`.
  init(_ condition: CheckedExpression) {
    let clockwork = Clockwork([condition])
    let facts = condition.slots.map { Vocabulary.escalationFacts[$0] }
    isSteady =
      !clockwork.isDaily && facts.allSatisfy(\.isCounted)
    readsHistory = clockwork.readsHistory || facts.contains(.customer(.brokenPromises))
    hangsOnDaysAlone =
      isSteady && !readsHistory
      && !facts.contains(.invoice(.disputed))
    daysOverdue = clockwork.daysOverdue
    daysSinceLast = clockwork.daysSinceLast
  }

  /// The first day after `day` on which a count of days changes what it says; nil for none.
  ///
  /// - Parameters:
  ///   - due: The due day of the part that it is asked of; nil where it is asked of the customer.
  ///   - lastMessage: The day of the last message that the history counts.
  func turn(after day: Day, due: Day?, lastMessage: Day?) -> Day? {
    var turn: Day?
    func consider(_ candidate: Day) {
      if candidate > day, turn.map({ candidate < $0 }) ?? true { turn = candidate }
    }
    if let due {
      for days in daysOverdue { consider(due + days) }
    }
    if let lastMessage {
      for days in daysSinceLast { consider(lastMessage + days) }
    }
    return turn
  }
}

extension Vocabulary.Fact {
  /// True for what changes only with the books, with the history, or on the days that `Clockwork` counts.
  fileprivate var isCounted: Bool {
    switch self {
    case .today, .history: true  // Where they can change on any day, `Clockwork.isDaily` says so.
    case .customer(let fact):
      switch fact {
      case .balance, .overdue, .invoicesOpen: false  // They change as invoices are issued and fall due.
      case .id, .name, .kind, .firstName, .email, .phone, .country, .language, .tags, .since, .revenue12m,
        .credit, .invoicesPaid, .brokenPromises, .averageDaysLate, .fields:
        true
      }
    case .invoice(let fact): !fact.isOfCharges
    case .letter: false
    }
  }
}
