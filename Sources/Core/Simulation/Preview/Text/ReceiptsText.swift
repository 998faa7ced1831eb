import PolicySyntax
import Receivables

/// Expected receipts week by week, for reading: whole units of money, for it is an estimate.
struct ReceiptsText {
  private let style: TextStyle
  private let days: DayText
  private static let bars = 24

  init(_ scenario: Scenario, _ style: TextStyle) {
    self.style = style
    days = DayText(scenario)
  }

  func lines(_ receipts: ExpectedReceipts, paidInvoices: Int) -> [String] {
    let title = style.bold("Expected receipts")
    if paidInvoices == 0 {
      return [title]
        + style.hanging("  ", "No invoice in the books has a day on which it was paid: nothing can be said.")
    }
    var lines =
      [title]
      + style.hanging(
        "  ",
        "An estimate from \(style.count(paidInvoices, "paid invoice")): what comes in if each customer goes on paying "
          + "as it did, whatever is sent. Eight weeks of ten should lie in the range.")
    for currency in receipts.currencies { lines += table(receipts, currency) }
    return lines
  }

  private func table(_ receipts: ExpectedReceipts, _ currency: Currency) -> [String] {
    let weeks = (0..<receipts.weeks.count).map { receipts.estimate(currency, week: $0) }
    let whole = receipts.estimate(currency, week: nil)
    let open = receipts.open(currency)
    let width = max(8, units(open).count)
    let most = weeks.map(\.high.minorUnits).max() ?? 0
    func columns(_ label: String, _ estimate: ExpectedReceipts.Estimate) -> String {
      "  " + style.left(label, days.width + 8) + style.right(units(estimate.expected), width + 2) + "  "
        + style.right(units(estimate.low), width + 2) + " \(style.dash) "
        + style.left(units(estimate.high), width + 2)
    }
    let heading =
      "  " + style.left(currency.code, days.width + 8) + style.right("expected", width + 2) + "  "
      + style.right("range", width + 2)
    var lines = [style.dim(heading)]
    for (place, estimate) in weeks.enumerated() {
      let days = receipts.weeks.days(of: place)
      lines.append(
        style.trimmed(columns("week of \(self.days.column(days.lowerBound))", estimate) + bar(estimate, most))
      )
    }
    lines.append(style.bold(style.trimmed(columns("all of it", whole))))
    return lines
      + style.hanging(
        "  ", "\(open) is open and not disputed; what is not expected here comes later, or not at all.")
  }

  /// Filled to what is expected, open to the end of the range.
  private func bar(_ estimate: ExpectedReceipts.Estimate, _ most: Int64) -> String {
    guard most > 0, style.width >= 72 else { return "" }
    func length(_ money: Money) -> Int {
      Int((Double(money.minorUnits) / Double(most) * Double(ReceiptsText.bars)).rounded())
    }
    let filled = length(estimate.expected)
    let range = max(0, length(estimate.high) - filled)
    return style.green(String(repeating: style.bar, count: filled))
      + style.dim(String(repeating: style.barRange, count: range))
  }

  /// Rounded to whole units of the currency.
  private func units(_ money: Money) -> String {
    var unit: Int64 = 1
    for _ in 0..<money.currency.minorDigits { unit *= 10 }
    return "\((money.minorUnits + unit / 2) / unit)"
  }
}
