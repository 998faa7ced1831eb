import Receivables

/// What is likely to come in during each week, currency by currency (`PaymentForecast`).
package struct ExpectedReceipts: Sendable {
  /// Money that is expected, and between what it is likely to lie.
  package struct Estimate: Sendable, Equatable {
    package let expected: Money
    package let low: Money
    package let high: Money
  }

  /// Of one currency. Whole numbers, so that customers add up to the same in any order.
  private struct Sums: Sendable {
    /// Undisputed money that is open on the first day.
    var open: Int64 = 0
    var means: [Int64]
    var variances: [UInt128]
  }

  package let weeks: ReceiptWeeks
  private var sums: [Currency: Sums] = [:]

  init(_ weeks: ReceiptWeeks) { self.weeks = weeks }

  /// In order of code.
  package var currencies: [Currency] { sums.keys.sorted { $0.code < $1.code } }

  /// What is open in a currency and not disputed: the most that can come.
  package func open(_ currency: Currency) -> Money {
    Money(minorUnits: sums[currency]?.open ?? 0, currency: currency)
  }

  /// The estimate for a week; nil as the place of one stands for all of them.
  package func estimate(_ currency: Currency, week place: Int?) -> Estimate {
    let sums = sums[currency] ?? empty
    let slot = place ?? weeks.count
    let mean = sums.means[slot]
    let half = (1.2816 * Double(sums.variances[slot]).squareRoot()).rounded()
    let low = max(0, Double(mean) - half)
    let high = min(Double(sums.open), Double(mean) + half)
    func money(_ units: Double) -> Money { Money(minorUnits: Int64(units), currency: currency) }
    return Estimate(
      expected: Money(minorUnits: min(mean, sums.open), currency: currency), low: money(low),
      high: money(max(low, high)))
  }

  private var empty: Sums {
    Sums(
      means: Array(repeating: 0, count: weeks.count + 1),
      variances: Array(repeating: 0, count: weeks.count + 1))
  }

  mutating func addOpen(_ money: Money) {
    let empty = empty
    sums[money.currency, default: empty].open += money.minorUnits
  }

  /// - Parameters:
  ///   - mean: One for each week, then one for all, in minor units.
  ///   - spread: The standard deviations, in the same order.
  mutating func add(_ currency: Currency, mean: [Double], spread: [Double]) {
    var sums = sums[currency] ?? empty
    for slot in sums.means.indices {
      sums.means[slot] += Int64(mean[slot].rounded())
      sums.variances[slot] += UInt128((spread[slot] * spread[slot]).rounded())
    }
    self.sums[currency] = sums
  }

  /// Adds what other customers are likely to pay, over the same weeks.
  mutating func add(_ other: ExpectedReceipts) {
    for (currency, more) in other.sums {
      var sums = sums[currency] ?? empty
      sums.open += more.open
      for slot in sums.means.indices {
        sums.means[slot] += more.means[slot]
        sums.variances[slot] += more.variances[slot]
      }
      self.sums[currency] = sums
    }
  }
}
