import Receivables

/// What waits for the owner now, with what is at stake: the items of the review that are neither done nor settled by money.
package struct ReviewBoard: Sendable {
  /// An item and the money that it is about.
  package struct Entry: Sendable {
    package let item: ReviewItem
    /// What is open of the invoice, or of all of the customer's, one sum a currency; empty for what is about no customer.
    package let open: [Money]
  }

  /// The largest amount first, then the oldest.
  package let entries: [Entry]

  /// - Parameter journal: Knows what was open when the books were last read.
  package init(_ journal: JournalState) {
    entries = journal.review.compactMap { item -> Entry? in
      guard journal.waits(item) else { return nil }
      return Entry(item: item, open: item.customer.map { ReviewBoard.open(item, journal.balances[$0]) } ?? [])
    }.sorted { left, right in
      let (one, other) = (ReviewBoard.weight(left), ReviewBoard.weight(right))
      return one == other ? left.item.number < right.item.number : one > other
    }
  }

  fileprivate static func open(_ item: ReviewItem, _ seen: SeenBalances?) -> [Money] {
    if case .vanished(let balance) = item.kind { return [balance] }
    var sums: [Money] = []
    for part in seen?.parts ?? [] where item.invoice.map({ means($0, part.id) }) ?? true {
      if let place = sums.firstIndex(where: { $0.currency == part.balance.currency }) {
        sums[place].minorUnits += part.balance.minorUnits
      } else {
        sums.append(part.balance)
      }
    }
    return sums
  }

  private static func means(_ invoice: String, _ id: ReceivableID) -> Bool {
    id.number == invoice || "\(id)" == invoice
  }

  /// Whole units of the largest sum, whatever the currency: only for the order.
  private static func weight(_ entry: Entry) -> Int64 {
    entry.open.map { money in
      (0..<money.currency.minorDigits).reduce(money.minorUnits) { units, _ in units / 10 }
    }.max() ?? 0
  }
}

extension JournalState {
  /// True while an item waits for the owner: it is not done, and money has not settled it.
  package func waits(_ item: ReviewItem) -> Bool {
    if item.isDone { return false }
    guard let customer = item.customer else { return true }
    // A flag about what has been paid since needs nobody any more; what nobody knows, or waits for a yes, does.
    switch item.kind {
    case .rule(_, let actions) where actions.allSatisfy({ $0.hasPrefix("schedule") }): return false
    case .rule, .ownFlag(.scheduleFinished), .ownFlag(.collection), .ownFlag(.noRecipient), .answer,
      .promiseBroken, .failedSend, .refusedCopies:
      return !ReviewBoard.open(item, balances[customer]).isEmpty
    case .ownFlag(.chargesOpen), .approval, .unknownSend, .vanished, .question, .mail: return true
    }
  }
}
