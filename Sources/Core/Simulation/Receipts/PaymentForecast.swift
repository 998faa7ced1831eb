import Receivables

/// What is likely to come in, and when, if customers go on paying as they did: an estimate.
///
/// The method: from all records together comes, for each day of lateness, the share of the invoices still open on
/// it that were paid on it. A customer's own share on that day takes the place of this the more, the more of its own
/// invoices were watched on it: the common share weighs as much as `commonWeight` invoices. Day after day this gives
/// for each open, undisputed invoice how likely it is to be paid on it, given that it was not until now; beyond the
/// latest day on which any invoice was ever paid it is zero. (Kaplan and Meier's estimate with open invoices as
/// censored, drawn towards the whole.) A week's expectation is the sum of balance times likelihood.
///
/// The range is meant to hold in eight weeks of ten: 1.2816 standard deviations to each side, as if a customer's
/// invoices were paid together or not at all and customers had nothing to do with each other. No randomness, and
/// no effect of reminders: books do not tell what would have been paid without them.
package struct PaymentForecast: Sendable {
  private static let commonWeight = 5.0

  private let common: [Double]
  /// How many paid invoices are behind it; with none nothing is expected.
  package let paidInvoices: Int
  let weeks: ReceiptWeeks

  /// - Complexity: O(parts).
  init(_ accounts: [Account], from: Day, days: Int) {
    weeks = ReceiptWeeks(from: from, days: days)
    var counts = PaymentCounts(PaymentRecord.range)
    for account in accounts where !account.hasBadRow { counts.add(PaymentRecord(account, on: from)) }
    let byDay = counts.byDay
    common = byDay.map { $0.watched > 0 ? Double($0.paid) / Double($0.watched) : 0 }
    paidInvoices = byDay.reduce(0) { $0 + $1.paid }
  }

  /// What one customer is likely to pay.
  ///
  /// - Parameters:
  ///   - account: As it is on the first morning.
  ///   - isDisputed: Of each part, by place.
  /// - Complexity: O(parts × days).
  func receipts(_ account: Account, isDisputed: (Int) -> Bool) -> ExpectedReceipts {
    var receipts = ExpectedReceipts(weeks)
    let open = account.receivables.indices.filter { account.isOpen($0, on: weeks.from) && !isDisputed($0) }
    guard let chances = chances(account, open) else { return receipts }
    var spreads: [Currency: [Double]] = [:]
    var means: [Currency: [Double]] = [:]
    for place in open {
      let part = account.receivables[place]
      let currency = part.balance.currency
      receipts.addOpen(part.balance)
      let likely = likelihoods(chances, late: weeks.from - part.due)
      var mean = means[currency] ?? Array(repeating: 0, count: likely.count)
      var spread = spreads[currency] ?? mean.map { _ in 0 }
      for slot in likely.indices {
        let balance = Double(part.balance.minorUnits)
        mean[slot] += balance * likely[slot]
        // Summed, not squared first: a customer's invoices are taken to be paid together.
        spread[slot] += balance * max(0, likely[slot] * (1 - likely[slot])).squareRoot()
      }
      means[currency] = mean
      spreads[currency] = spread
    }
    for (currency, mean) in means {
      receipts.add(currency, mean: mean, spread: spreads[currency] ?? [])
    }
    return receipts
  }

  /// The customer's share for each day of lateness that its open parts can reach; nil where none is open.
  private func chances(_ account: Account, _ open: [Int]) -> (first: Int, shares: [Double])? {
    let late = open.map { weeks.from - account.receivables[$0].due }
    guard let least = late.min(), let most = late.max() else { return nil }
    let range = least...(most + weeks.days)
    var counts = PaymentCounts(range)
    counts.add(PaymentRecord(account, on: weeks.from))
    let weight = PaymentForecast.commonWeight
    return (
      least,
      zip(range, counts.byDay).map { late, own in
        let place = late - PaymentRecord.range.lowerBound
        let share = common.indices.contains(place) ? common[place] : 0
        return (Double(own.paid) + weight * share) / (Double(own.watched) + weight)
      }
    )
  }

  /// How likely it is paid in each week; the last entry is for all of them.
  private func likelihoods(_ chances: (first: Int, shares: [Double]), late: Int) -> [Double] {
    var likely = Array(repeating: 0.0, count: weeks.count + 1)
    var isOpen = 1.0
    for offset in 0..<weeks.days {
      let share = chances.shares[late - chances.first + offset]
      likely[weeks.place(of: offset)] += isOpen * share
      isOpen *= 1 - share
    }
    likely[weeks.count] = 1 - isOpen
    return likely
  }
}
