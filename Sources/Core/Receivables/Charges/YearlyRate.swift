/// A rate of interest for a year, exact to the millionth of a percent.
package struct YearlyRate: Hashable, Sendable {
  /// In millionths of a percent: 8 % is 8,000,000. Negative reference rates exist.
  package let millionths: Int64

  /// The largest rate that can be read, on either side of zero: 1,000 %.
  package static let limit: Int64 = 1_000_000_000
  /// How many decimals a percentage may have.
  package static let decimals = 6

  package init(millionths: Int64) {
    self.millionths = millionths
  }

  /// The percentage written `8`, `13.25` or `-0.88`: digits, at most one point, at most six decimals. Nil for
  /// any other text and beyond `limit`.
  package init?(percent text: some StringProtocol) {
    guard let millionths = Money.minorUnits(of: text.utf8, decimals: YearlyRate.decimals),
      abs(millionths) <= YearlyRate.limit
    else { return nil }
    self.init(millionths: millionths)
  }

  /// The sum, never below zero: a reference rate below zero makes no one pay for being owed money.
  func added(to other: YearlyRate) -> YearlyRate {
    YearlyRate(millionths: max(0, millionths + other.millionths))
  }
}

extension YearlyRate: CustomStringConvertible {
  /// The percentage in plain digits: `8`, `13.25`, `-0.88`.
  package var description: String {
    let whole = millionths.magnitude / 1_000_000
    var fraction = millionths.magnitude % 1_000_000
    let sign = millionths < 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    var digits = YearlyRate.decimals
    while fraction.isMultiple(of: 10) {
      fraction /= 10
      digits -= 1
    }
    let text = String(fraction)
    return "\(sign)\(whole)." + String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
