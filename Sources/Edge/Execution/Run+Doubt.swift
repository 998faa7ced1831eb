import JournalModel
import Receivables

extension Run {
  /// Distrust of the books: a sudden change of what they come to, or a currency that was never seen, is a question to the
  /// owner, and nothing is sent until it is answered.
  ///
  /// - Returns: The questions, and what the books come to: from here on they count as looked at.
  func doubts(_ snapshot: Snapshot) -> [JournalEvent] {
    let now = totals(snapshot)
    let questions = session.state.lastTotals.map { doubts($0, now) } ?? []
    return questions.map { event(.books(.doubted($0)), from: .books) }
      + [event(.books(.seen(now)), from: .books)]
  }

  private func totals(_ snapshot: Snapshot) -> BooksTotals {
    var open: [Currency: Int64] = [:]
    var parts = 0
    for account in snapshot.accounts {
      for part in account.receivables {
        if part.balance.minorUnits > 0 { parts += 1 }
        // A currency in which all is settled was seen all the same.
        open[part.balance.currency, default: 0] += part.balance.minorUnits
      }
    }
    return BooksTotals(
      asOf: snapshot.asOf, customers: snapshot.accounts.count, openParts: parts,
      open: open.map { Money(minorUnits: $1, currency: $0) }.sorted { $0.currency.code < $1.currency.code })
  }

  private func doubts(_ before: BooksTotals, _ now: BooksTotals) -> [String] {
    var doubts: [String] = []
    if before.customers >= RunLimits.doubtedFrom, now.customers * 2 < before.customers {
      doubts.append("the books had \(before.customers) customers and have \(now.customers)")
    }
    if before.openParts >= RunLimits.doubtedFrom,
      now.openParts * 2 < before.openParts || now.openParts > before.openParts * 3
    {
      doubts.append("\(before.openParts) invoices were open, and \(now.openParts) are")
    }
    for sum in now.open
    where sum.currency != settings.plan.base && !before.open.contains(where: { $0.currency == sum.currency })
    {
      doubts.append("a currency was never seen before: \(sum) open")
    }
    return doubts
  }
}

extension JournalState {
  /// The oldest question about the books that the owner has not answered; nil where there is none.
  package var openQuestion: ReviewItem? {
    review.first { item in
      if case .question = item.kind { !item.isDone } else { false }
    }
  }
}
