import Receivables

/// An invoice as the books have it: issued 30 days before it is due and wholly open where nothing else is
/// said.
package func invoice(
  _ number: String, _ amount: String = "100", due: Day, issued: Day? = nil, balance: String? = nil,
  collection: Receivable.Collection = .transfer, isDisputed: Bool = false, countsFrom: Day? = nil,
  lastPaid: Day? = nil, details: Receivable.Details? = nil
) -> Receivable {
  let whole = money(amount)
  return Receivable(
    id: ReceivableID(number: number), issued: issued ?? due - 30, due: due, amount: whole,
    balance: balance.map { money("\($0) \(whole.currency)") } ?? whole, collection: collection,
    isDisputedByBooks: isDisputed, countsFrom: countsFrom, lastPaid: lastPaid, details: details)
}

/// An invoice that is paid in parts: the amount and the due day of each.
package func instalments(
  _ number: String, issued: Day, _ parts: [(amount: String, due: Day)]
) -> [Receivable] {
  parts.enumerated().map { place, part in
    Receivable(
      id: ReceivableID(number: number, instalment: place + 1), instalment: place + 1,
      instalments: parts.count,
      issued: issued, due: part.due, invoiceDue: parts[0].due, amount: money(part.amount),
      balance: money(part.amount))
  }
}

/// A customer with what the books hold of them. Without `people` the `email` is the role `billing`.
package func account(
  _ id: String = "C1", email: String? = "ap@c1.example", contact: String? = nil, language: String? = nil,
  country: String? = nil, tags: [String] = [], kind: Customer.Kind = .business, people: [Person]? = nil,
  revenue12m: String? = nil, credits: [String] = [], setAside: [Account.SetAside] = [],
  hasBadRow: Bool = false,
  _ invoices: [Receivable]
) -> Account {
  let billing = email.map { [Person(role: "billing", email: $0)] } ?? []
  return Account(
    customer: Customer(
      id: CustomerID(id), name: "Customer \(id)", contact: contact, email: email, country: country,
      language: language, tags: tags, kind: kind, revenue12m: revenue12m.map { money($0) },
      people: people ?? billing),
    receivables: invoices, credits: credits.map { money($0) }, setAside: setAside, hasBadRow: hasBadRow)
}

/// The customer `C1` with these invoices.
package func account(_ invoices: [Receivable]) -> Account {
  account("C1", invoices)
}
