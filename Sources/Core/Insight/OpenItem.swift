import Receivables

/// An invoice, or an instalment of one, with money still to come.
package struct OpenItem: Sendable {
  package let customer: Customer
  package let id: ReceivableID
  package let due: Day
  /// Above zero.
  package let balance: Money
  package let isDisputed: Bool

  init(_ part: Receivable, of customer: Customer) {
    self.customer = customer
    id = part.id
    due = part.due
    balance = part.balance
    isDisputed = part.isDisputedByBooks
  }
}

/// The few open items that have been due for longest, picked out while all of them pass by.
struct OldestItems {
  /// The earliest due first; of one day in the order in which they came.
  private(set) var items: [OpenItem] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// - Complexity: O(1) for an item that is too young, O(limit) for one that is kept.
  mutating func offer(_ part: Receivable, of customer: Customer) {
    if items.count == limit {
      guard let last = items.last, part.due < last.due else { return }
      items.removeLast()
    }
    let place = items.firstIndex { part.due < $0.due } ?? items.count
    items.insert(OpenItem(part, of: customer), at: place)
  }
}
