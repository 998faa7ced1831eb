import PolicySyntax
import Receivables

// What a test assumes of the books: customers, their people and their invoices.
extension PolicyTestReader {
  private static let customerKeys = [
    "id", "name", "contact", "email", "phone", "country", "language", "tags", "kind", "postal_address",
    "since", "revenue_12m", "credit", "fields", "contacts",
  ]
  private static let contactKeys = ["role", "email", "name", "language", "phone"]
  private static let invoiceKeys = [
    "number", "customer", "amount", "balance", "issued", "due", "paid", "currency", "disputed", "collection",
    "purchase_order", "payment_url", "fields", "instalments",
  ]
  private static let instalmentKeys = ["amount", "due", "balance"]

  /// The books of a test, as of its first day.
  mutating func snapshot(_ test: Node, _ from: Day) -> Snapshot {
    var customers: [(customer: Customer, credit: Money?)] = []
    let nodes = test["customer"].map { [$0] } ?? test["customers"]?.sequence ?? []
    if let both = test["customers"], test["customer"] != nil {
      report(both, "a test has a `customer` or several `customers`, not both")
    } else if nodes.isEmpty {
      report(test["customers"] ?? test["name"] ?? test, "the test has no `customer`")
    }
    for node in nodes {
      guard let found = customer(node) else { continue }
      if customers.contains(where: { $0.customer.id == found.customer.id }) {
        report(node["id"] ?? node, "another customer of the test is called `\(found.customer.id)` too")
      }
      customers.append(found)
    }
    var invoices: [CustomerID: [Receivable]] = [:]
    var paid: [CustomerID: [PartPayment]] = [:]
    for node in test["invoices"]?.sequence ?? [] {
      guard let (owner, parts) = invoice(node, customers.map(\.customer.id), from) else { continue }
      if invoices[owner]?.contains(where: { $0.id.number == parts[0].id.number }) ?? false {
        report(
          node["number"] ?? node, "another invoice of `\(owner)` has the number `\(parts[0].id.number)` too")
      }
      invoices[owner, default: []] += parts
      for part in parts {
        guard let day = part.lastPaid else { continue }
        paid[owner, default: []].append(
          PartPayment(id: part.id, day: day, minorUnits: part.amount.minorUnits))
      }
    }
    if let node = test["invoices"], node.sequence == nil {
      report(node, "`invoices` is a list of invoices, and this is \(node.kindInWords)")
    }
    let accounts = customers.map { customer, credit in
      Account(
        customer: customer, receivables: invoices[customer.id] ?? [], credits: credit.map { [$0] } ?? [],
        payments: plan.charges == nil ? nil : paid[customer.id] ?? [],
        billed: billed(invoices[customer.id] ?? [], asOf: from))
    }
    return Snapshot(asOf: "\(from)", accounts: accounts)
  }

  /// What was invoiced in the twelve months up to the first day.
  private func billed(_ parts: [Receivable], asOf day: Day) -> [Money] {
    var sums: [Money] = []
    for part in parts where part.issued > day.adding(months: -12) && part.issued <= day {
      if let place = sums.firstIndex(where: { $0.currency == part.amount.currency }) {
        sums[place].minorUnits += part.amount.minorUnits
      } else {
        sums.append(part.amount)
      }
    }
    return sums
  }

  private mutating func customer(_ node: Node) -> (customer: Customer, credit: Money?)? {
    guard node.mapping != nil else {
      report(node, "a customer is a mapping such as `{ id: C1, name: Ada Ltd, email: ap@ada.example }`")
      return nil
    }
    checkKeys(node, PolicyTestReader.customerKeys, "a customer")
    let id = text(node["id"]) ?? "C1"
    let email = text(node["email"])
    let language = text(node["language"])
    var people: [Person] = []
    for contact in node["contacts"]?.sequence ?? [] {
      checkKeys(contact, PolicyTestReader.contactKeys, "a contact")
      guard let role = text(contact["role"]), let address = text(contact["email"]) else {
        report(contact, "a contact has a `role` and an `email`")
        continue
      }
      people.append(
        Person(
          role: role, email: address, name: text(contact["name"]), language: text(contact["language"]),
          phone: text(contact["phone"])))
    }
    if let email, !people.contains(where: { $0.role == "billing" }) {
      people.insert(Person(role: "billing", email: email, name: text(node["contact"])), at: 0)
    }
    let kind = word(node["kind"], Customer.Kind.allCases.map(\.rawValue), "kind")
    let customer = Customer(
      id: CustomerID(id), name: text(node["name"]) ?? id, contact: text(node["contact"]), email: email,
      phone: text(node["phone"]), country: text(node["country"]), language: language,
      tags: texts(node["tags"], "tags") ?? [],
      kind: kind.flatMap { Customer.Kind(rawValue: $0) } ?? .business,
      postalAddress: text(node["postal_address"]), since: day(node["since"]),
      revenue12m: amount(node["revenue_12m"], plan.base, "revenue_12m"), fields: fields(node["fields"]),
      people: people)
    return (customer, amount(node["credit"], plan.base, "credit"))
  }

  private mutating func fields(_ node: Node?) -> Fields {
    guard let node else { return Fields() }
    guard let entries = node.mapping, entries.allSatisfy({ $0.value.scalar != nil }) else {
      report(node, "`fields` is a mapping of names to texts")
      return Fields()
    }
    return Fields(names: entries.map(\.name), values: entries.map { $0.value.scalar?.text ?? "" })
  }

  private mutating func invoice(
    _ node: Node, _ customers: [CustomerID], _ from: Day
  ) -> (CustomerID, [Receivable])? {
    guard node.mapping != nil else {
      report(node, "an invoice is a mapping such as `{ number: A1, amount: 1200, due: 2026-03-02 }`")
      return nil
    }
    checkKeys(node, PolicyTestReader.invoiceKeys, "an invoice")
    guard let owner = owner(node, customers) else { return nil }
    guard let number = text(node["number"]), !number.isEmpty else {
      report(node, "the invoice has no `number`")
      return nil
    }
    var currency = plan.base
    if let stated = node["currency"] {
      guard let known = Currency(code: text(stated) ?? "") else {
        report(stated, "`\(text(stated) ?? stated.kindInWords)` is no currency of ISO 4217")
        return nil
      }
      currency = known
    }
    guard let due = neededDay(node, "due", of: "the invoice") else { return nil }
    let paid = day(node["paid"])
    if let paid, paid > from, let node = node["paid"] {
      report(node, "`paid` is a day before the test begins; a payment to come is one of its `events`")
    }
    let words = Receivable.Collection.allCases.map(\.rawValue)
    let frame = InvoiceFrame(
      number: number, issued: day(node["issued"]) ?? due - 30, due: due, currency: currency,
      collection: word(node["collection"], words, "collection").flatMap { .init(rawValue: $0) } ?? .transfer,
      isDisputed: flag(node["disputed"], "disputed") ?? false, paid: paid, from: from,
      details: details(node))
    if frame.issued > due { report(node["issued"] ?? node, "the invoice is due before it is issued") }
    if let list = node["instalments"] { return instalments(list, frame).map { (owner, $0) } }
    guard let amount = amount(node["amount"], currency, "amount") else {
      if node["amount"] == nil { report(node, "the invoice `\(number)` has no `amount`") }
      return nil
    }
    guard let balance = balance(node, amount, frame) else { return nil }
    return (owner, [frame.part(0, of: 1, due: due, amount: amount, balance: balance)])
  }

  private mutating func owner(_ node: Node, _ customers: [CustomerID]) -> CustomerID? {
    if let named = node["customer"] {
      return word(named, customers.map(\.text), "customer").map { CustomerID($0) }
    }
    if customers.count > 1 { report(node, "the invoice does not say which `customer` it is for") }
    return customers.count == 1 ? customers[0] : nil
  }

  private mutating func balance(_ node: Node, _ amount: Money, _ frame: InvoiceFrame) -> Money? {
    if frame.paid != nil { return Money(minorUnits: 0, currency: amount.currency) }
    guard let stated = node["balance"] else { return amount }
    guard let balance = self.amount(stated, amount.currency, "balance") else { return nil }
    if balance.minorUnits > amount.minorUnits {
      report(stated, "the `balance` is more than the `amount`")
      return nil
    }
    return balance
  }

  private mutating func instalments(_ list: Node, _ frame: InvoiceFrame) -> [Receivable]? {
    guard let items = list.sequence, !items.isEmpty else {
      report(list, "`instalments` is a list such as `[ { amount: 600, due: 2026-03-02 } ]`")
      return nil
    }
    var parts: [Receivable] = []
    for (place, item) in items.enumerated() {
      checkKeys(item, PolicyTestReader.instalmentKeys, "an instalment")
      guard let due = neededDay(item, "due", of: "the instalment"),
        let amount = amount(item["amount"], frame.currency, "amount"),
        let balance = balance(item, amount, frame)
      else {
        if item["amount"] == nil { report(item, "the instalment has no `amount`") }
        return nil
      }
      parts.append(frame.part(place + 1, of: items.count, due: due, amount: amount, balance: balance))
    }
    return parts
  }

  private func details(_ node: Node) -> Receivable.Details? {
    let keys = ["purchase_order", "payment_url", "fields"]
    guard keys.contains(where: { node[$0] != nil }) else { return nil }
    let entries = node["fields"]?.mapping ?? []
    return Receivable.Details(
      purchaseOrder: text(node["purchase_order"]), paymentURL: text(node["payment_url"]), pdf: nil,
      fields: Fields(names: entries.map(\.name), values: entries.map { $0.value.scalar?.text ?? "" }))
  }
}

/// What all parts of an invoice have in common.
private struct InvoiceFrame {
  let number: String
  let issued: Day
  let due: Day
  let currency: Currency
  let collection: Receivable.Collection
  let isDisputed: Bool
  let paid: Day?
  let from: Day
  let details: Receivable.Details?

  func part(_ instalment: Int, of count: Int, due: Day, amount: Money, balance: Money) -> Receivable {
    Receivable(
      id: ReceivableID(number: number, instalment: instalment), instalment: max(instalment, 1),
      instalments: count, issued: issued, due: due, invoiceDue: self.due, amount: amount, balance: balance,
      collection: collection, isDisputedByBooks: isDisputed,
      countsFrom: collection == .failed ? max(due, from) : due, lastPaid: paid, details: details)
  }
}
