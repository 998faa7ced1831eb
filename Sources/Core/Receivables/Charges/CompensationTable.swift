/// Fixed sums for the cost of collecting a late debt, by the size of the debt.
package struct CompensationTable: Hashable, Sendable {
  /// The sum for debts below a bound.
  package struct Band: Hashable, Sendable {
    /// In minor units; nil for the last band, which has no bound.
    package let below: Int64?
    /// In minor units.
    package let amount: Int64

    package init(below: Int64?, amount: Int64) {
      self.below = below
      self.amount = amount
    }
  }

  /// As policies write it: `uk-late-payment`, `./ours.yaml`.
  package let name: String
  package let currency: Currency
  /// In rising order of their bounds; the last one has none.
  package let bands: [Band]

  package init(name: String, currency: Currency, bands: [Band]) {
    self.name = name
    self.currency = currency
    self.bands = bands
  }

  /// The sum for a debt, in minor units: none for no debt, and none in another currency than the table's, for
  /// which the law names no figure and a guess is not made.
  package func amount(for debt: Money) -> Int64 {
    guard debt.minorUnits > 0, debt.currency == currency else { return 0 }
    for band in bands {
      guard let below = band.below, debt.minorUnits >= below else { return band.amount }
    }
    return 0
  }
}
