import Insight
import Receivables
import TestSupport

/// The figures of these accounts on a day; their books hold for that day unless another is given.
func figures(_ accounts: [Account], on day: Day = "2026-02-20", asOf: String? = nil) -> BooksFigures {
  BooksFigures(Snapshot(asOf: asOf ?? "\(day)", accounts: accounts), on: day)
}

/// The figures of one customer `C1` with these invoices.
func figures(_ invoices: [Receivable], on day: Day = "2026-02-20") -> BooksFigures {
  figures([account(invoices)], on: day)
}

/// One line a currency: what is in each bucket, from current to over 90 days, as `count amount`.
func ageing(_ figures: BooksFigures) -> [String] {
  figures.currencies.map { part in
    "\(part.currency): " + AgeingBucket.allCases.map { text(part[$0], part) }.joined(separator: ", ")
  }
}

/// A tally as `count amount`.
func text(_ tally: Tally, _ part: CurrencyFigures) -> String {
  "\(tally.count) \(part.money(tally).amountText)"
}

/// Entries as `customer amount`, or the customer alone.
func lines(_ entries: [CustomerMoney]) -> [String] {
  entries.map { entry in "\(entry.customer.id)" + (entry.money.map { " \($0)" } ?? "") }
}
