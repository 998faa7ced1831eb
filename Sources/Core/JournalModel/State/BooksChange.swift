import Receivables

/// What changed in the books of one customer since they were last read.
package struct BooksChange: Sendable, Equatable {
  /// Money that came in: a part whose balance fell, or money that is not allocated and grew.
  package private(set) var payments: [AnswerHappening] = []
  package private(set) var vanished: [SeenBalances.Part] = []
  package private(set) var cameBack: [ReceivableID] = []
  /// Parts of which it is first read that their collection failed.
  package private(set) var failedCollections: [ReceivableID] = []
  /// What the books say now; nil where that is what was seen.
  package private(set) var seen: SeenBalances?

  /// - Parameters:
  ///   - account: The books now; nothing is taken from one with a row that cannot be read.
  ///   - before: What was seen last; nil for a customer that was never seen.
  package init(
    _ account: Account, since before: SeenBalances?, vanished gone: [ReceivableID: Money],
    failedCollections failed: [ReceivableID: Day]
  ) {
    if account.hasBadRow { return }
    for part in account.receivables where part.collection == .failed && failed[part.id] == nil {
      failedCollections.append(part.id)
    }
    for part in account.receivables where gone[part.id] != nil { cameBack.append(part.id) }
    if let before { compare(account, before, gone) }
    let now = SeenBalances(account)
    if now != before, before != nil || !now.parts.isEmpty || !now.credits.isEmpty { seen = now }
  }

  private mutating func compare(_ account: Account, _ before: SeenBalances, _ gone: [ReceivableID: Money]) {
    let places = Dictionary(
      account.receivables.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    let setAside = Set(account.setAside.map(\.number))
    var paid: [(number: String, amount: Money, leftOpen: [ReceivableID])] = []
    for part in before.parts {
      guard let place = places[part.id] else {
        if gone[part.id] == nil, !setAside.contains(part.id.number) { vanished.append(part) }
        continue
      }
      let now = account.receivables[place].balance
      guard now.minorUnits < part.balance.minorUnits, now.currency == part.balance.currency else { continue }
      if paid.last?.number != part.id.number {
        paid.append((part.id.number, Money(minorUnits: 0, currency: now.currency), []))
      }
      paid[paid.count - 1].amount.minorUnits += part.balance.minorUnits - now.minorUnits
      if now.minorUnits > 0 { paid[paid.count - 1].leftOpen.append(part.id) }
    }
    payments = paid.map { .paid(invoice: $0.number, amount: $0.amount, leftOpen: $0.leftOpen) }
    for credit in account.credits {
      let was = before.credits.first { $0.currency == credit.currency }?.minorUnits ?? 0
      guard credit.minorUnits > was else { continue }
      payments.append(
        .paid(
          invoice: nil, amount: Money(minorUnits: credit.minorUnits - was, currency: credit.currency),
          leftOpen: []))
    }
  }
}

extension SeenBalances {
  /// What the books say of a customer.
  init(_ account: Account) {
    self.init(
      parts: account.receivables.compactMap {
        $0.balance.minorUnits > 0 ? Part(id: $0.id, balance: $0.balance) : nil
      },
      credits: account.credits.filter { $0.minorUnits != 0 }.sorted { $0.currency.code < $1.currency.code })
  }
}
