import Receivables

/// How late the invoices of one customer were paid, and how late those are that are still open.
///
/// Lateness is counted in days from due, negative before. Each invoice is watched from the day it was issued: to
/// the day of its last payment, or, where it is open, to yesterday. Open ones count as not paid so far; a record of
/// the paid ones alone would make everybody look faster than they are. Disputed ones are left out: what they wait
/// for is no habit.
struct PaymentRecord {
  /// An invoice while it was watched.
  struct Watch {
    let first: Int
    let last: Int
    /// Whether it was paid on `last`.
    let isPaid: Bool
  }

  /// Lateness beyond these days is taken as these: nobody's habit is told by such a day.
  static let range = -400...800

  private(set) var watches: [Watch] = []

  /// - Complexity: O(parts).
  init(_ account: Account, on today: Day) {
    for part in account.receivables where !part.isDisputedByBooks && part.issued < today {
      // An invoice in instalments is watched as its last one: payments settle the oldest first.
      guard part.instalment == part.instalments else { continue }
      if part.balance.minorUnits > 0 {
        watch(part, to: today - 1, isPaid: false)
      } else if let paid = part.lastPaid {
        watch(part, to: paid, isPaid: true)
      }
    }
  }

  private mutating func watch(_ part: Receivable, to last: Day, isPaid: Bool) {
    let range = PaymentRecord.range
    let end = min(range.upperBound, max(range.lowerBound, last - part.due))
    let start = min(end, max(range.lowerBound, part.issued - part.due))
    watches.append(Watch(first: start, last: end, isPaid: isPaid))
  }
}

/// On how many days of each lateness invoices were watched, and on how many they were paid.
struct PaymentCounts {
  private let range: ClosedRange<Int>
  private var changes: [Int]
  private var paid: [Int]

  init(_ range: ClosedRange<Int>) {
    self.range = range
    changes = Array(repeating: 0, count: range.count + 1)
    paid = Array(repeating: 0, count: range.count)
  }

  mutating func add(_ record: PaymentRecord) {
    for watch in record.watches where watch.last >= range.lowerBound && watch.first <= range.upperBound {
      changes[max(watch.first, range.lowerBound) - range.lowerBound] += 1
      changes[min(watch.last, range.upperBound) - range.lowerBound + 1] -= 1
      if watch.isPaid, range.contains(watch.last) { paid[watch.last - range.lowerBound] += 1 }
    }
  }

  /// For each lateness of the range: how many were watched on it, and how many of them were paid.
  var byDay: [(watched: Int, paid: Int)] {
    var watched = 0
    return paid.indices.map { place in
      watched += changes[place]
      return (watched, paid[place])
    }
  }
}
