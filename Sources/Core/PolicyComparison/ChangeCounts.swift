/// How many customers a change of policy reaches, and how.
package struct ChangeCounts: Sendable, Equatable {
  /// All that were compared.
  package internal(set) var customers = 0
  /// Those for whom anything is other.
  package internal(set) var changed = 0
  /// Those changed that had been written to before the first day about an invoice that is still open.
  package internal(set) var midLadder = 0
  /// Customers by kind of change; one customer can be of several.
  package internal(set) var byKind: [CustomerChange.Kind: Int] = [:]
  package internal(set) var oldMessages = 0
  package internal(set) var newMessages = 0
  package internal(set) var oldFlags = 0
  package internal(set) var newFlags = 0

  package init() {}

  mutating func count(_ change: CustomerChange) {
    changed += 1
    if !change.standings.isEmpty { midLadder += 1 }
    for kind in change.kinds { byKind[kind, default: 0] += 1 }
  }

  /// Adds the counts over other customers.
  package mutating func add(_ other: ChangeCounts) {
    customers += other.customers
    changed += other.changed
    midLadder += other.midLadder
    byKind.merge(other.byKind) { $0 + $1 }
    oldMessages += other.oldMessages
    newMessages += other.newMessages
    oldFlags += other.oldFlags
    newFlags += other.newFlags
  }

  /// The kinds that occur, in their order.
  package var kinds: [(kind: CustomerChange.Kind, count: Int)] {
    CustomerChange.Kind.allCases.compactMap { kind in byKind[kind].map { (kind, $0) } }
  }
}
