import PolicySyntax
import Receivables

extension PreviewRows {
  /// One row for each currency and week, then one for all weeks of the currency: `span` tells them apart.
  func receipts(_ receipts: ExpectedReceipts, _ write: (_ row: (inout JSONWriter) -> Void) -> Void) {
    for currency in receipts.currencies {
      for week in 0..<receipts.weeks.count {
        write { json in
          receiptsRow(
            &json, "week", receipts.weeks.days(of: week), receipts.estimate(currency, week: week), open: nil)
        }
      }
      write { json in
        receiptsRow(
          &json, "horizon", receipts.weeks.horizon, receipts.estimate(currency, week: nil),
          open: receipts.open(currency))
      }
    }
  }

  private func receiptsRow(
    _ json: inout JSONWriter, _ span: String, _ days: ClosedRange<Day>,
    _ estimate: ExpectedReceipts.Estimate, open: Money?
  ) {
    json.object { json in
      json.member("kind", "receipts")
      json.member("span", span)
      json.member("from", "\(days.lowerBound)")
      json.member("to", "\(days.upperBound)")
      json.member("estimate", true)
      json.member("expected") { PreviewRows.money(&$0, estimate.expected) }
      json.member("low") { PreviewRows.money(&$0, estimate.low) }
      json.member("high") { PreviewRows.money(&$0, estimate.high) }
      if let open { json.member("open") { PreviewRows.money(&$0, open) } }
    }
  }
}
