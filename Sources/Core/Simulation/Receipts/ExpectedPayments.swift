import Receivables

/// When a customer pays if it goes on as before: `--behaviour history`.
///
/// From its own settled invoices come the days from due to the last payment. An open invoice is expected to
/// be paid as late as the median of those that were paid later than it already is; where it is later than any
/// that was ever paid, nothing is assumed. An estimate, and said to be one.
struct ExpectedPayments {
  let events: [ScenarioEvent]

  /// - Parameter today: The first day; only later payments are expected.
  init(_ account: Account, on today: Day) {
    let late = account.receivables.compactMap { part in
      part.balance.minorUnits == 0 ? part.lastPaid.map { $0 - part.invoiceDue } : nil
    }.sorted()
    guard !late.isEmpty else {
      events = []
      return
    }
    var events: [ScenarioEvent] = []
    for part in account.receivables where part.balance.minorUnits > 0 && !part.isDisputedByBooks {
      let already = today - part.due
      let later = late.filter { $0 > already }
      guard !later.isEmpty else { continue }
      events.append(
        ScenarioEvent(
          on: part.due + later[later.count / 2], customer: account.customer.id, invoice: "\(part.id)",
          kind: .settles))
    }
    self.events = events
  }
}
