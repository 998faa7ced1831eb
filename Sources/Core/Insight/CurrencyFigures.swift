import Receivables

/// What the books say in one currency; amounts of two currencies are never put together.
package struct CurrencyFigures: Sendable {
  package let currency: Currency
  /// By `AgeingBucket.rawValue`; one open invoice, or one open instalment of it, counts one.
  private var buckets = [Tally](repeating: Tally(), count: AgeingBucket.allCases.count)
  /// What of the open items the books call disputed.
  package private(set) var disputed = Tally()
  /// Open items that are issued after the day that is looked at; they are in no bucket.
  package internal(set) var notIssuedYet = Tally()
  /// Customers' money that is set against no invoice: payments, credit notes, surplus.
  package internal(set) var unallocated = Tally()
  /// What of the open items are instalments.
  package private(set) var instalments = Tally()
  /// What of the open instalments is past due.
  package private(set) var instalmentsPastDue = Tally()

  init(_ currency: Currency) { self.currency = currency }

  /// What is open in a bucket.
  package subscript(bucket: AgeingBucket) -> Tally { buckets[bucket.rawValue] }

  /// All open items.
  package var open: Tally { sum(AgeingBucket.allCases) }

  /// The open items that are past due.
  package var pastDue: Tally { sum(AgeingBucket.allCases.filter { $0 != .current }) }

  /// What is open less the money that is set against no invoice; negative where that is more.
  package var net: Money {
    Money(minorUnits: open.minorUnits - unallocated.minorUnits, currency: currency)
  }

  /// An amount in the currency of these figures.
  package func money(_ tally: Tally) -> Money { Money(minorUnits: tally.minorUnits, currency: currency) }

  mutating func add(_ part: borrowing Receivable, on day: Day) {
    let open = part.balance.minorUnits
    let bucket = AgeingBucket(due: part.due, on: day)
    buckets[bucket.rawValue].add(open)
    if part.isDisputedByBooks { disputed.add(open) }
    guard part.id.instalment > 0 else { return }
    instalments.add(open)
    if bucket != .current { instalmentsPastDue.add(open) }
  }

  private func sum(_ buckets: [AgeingBucket]) -> Tally {
    var sum = Tally()
    for bucket in buckets { sum.add(self[bucket]) }
    return sum
  }
}
