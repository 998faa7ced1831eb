import Receivables

/// How many things there are, and what they come to in the minor unit of one currency.
package struct Tally: Hashable, Sendable {
  package private(set) var count = 0
  /// In the minor unit of the currency to which the tally belongs.
  package private(set) var minorUnits: Int64 = 0

  /// A tally of nothing.
  package init() {}

  /// Counts one thing more.
  package mutating func add(_ minorUnits: Int64) {
    count += 1
    // Readers of books keep the sum of all amounts within 10^18 minor units, so this cannot overflow.
    self.minorUnits += minorUnits
  }

  /// Counts what another tally of the same currency has counted.
  package mutating func add(_ other: Tally) {
    count += other.count
    minorUnits += other.minorUnits
  }
}
