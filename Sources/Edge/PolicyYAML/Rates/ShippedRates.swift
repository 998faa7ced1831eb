import Receivables

/// The tables for charges that come with Duly, by name: the files in `policies/rates`, in a short form.
///
/// The form is read when a policy names the table, so that the others cost nothing.
package enum ShippedRates {
  /// The reference rates of a table; nil for a name that is not shipped.
  package static func table(named name: String) -> RateTable? {
    guard let words = rateText(name)?.split(separator: " "), let until = words.first else { return nil }
    let steps = words.dropFirst().compactMap { word -> RateTable.Step? in
      let parts = word.split(separator: "=")
      guard parts.count == 2, let day = Day(iso: parts[0]), let rate = YearlyRate(percent: parts[1]) else {
        return nil
      }
      return RateTable.Step(from: day, rate: rate)
    }
    return RateTable(name: name, steps: steps, until: Day(iso: until))
  }

  /// The fixed sums of a table; nil for a name that is not shipped.
  package static func compensation(named name: String) -> CompensationTable? {
    guard let words = compensationText(name)?.split(separator: " "),
      let currency = words.first.flatMap({ Currency(code: $0) })
    else { return nil }
    let bands = words.dropFirst().compactMap { word -> CompensationTable.Band? in
      let parts = word.split(separator: "<")
      guard let amount = parts.first.flatMap({ Money($0, currency) }) else { return nil }
      let below = parts.count > 1 ? Money(parts[1], currency)?.minorUnits : nil
      return CompensationTable.Band(below: below, amount: amount.minorUnits)
    }
    return CompensationTable(name: name, currency: currency, bands: bands)
  }
}
