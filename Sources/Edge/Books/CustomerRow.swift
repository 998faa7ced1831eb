import Receivables

/// A row of customers.csv, and what later rows add to it.
struct CustomerRow {
  let line: Int
  /// Nil once it was put into an account.
  var customer: Customer?
  var hasBadRow: Bool
}

extension Gathering {
  /// The columns of customers.csv.
  private struct Columns {
    let id, name, contact, email, phone, country, language, tags, kind: CSVTable.Column
    let postalAddress, since, revenue12m: CSVTable.Column
    let further: [CSVTable.Column]
    let furtherNames: [String]
  }

  /// Reads customers.csv: every row whose id can be read becomes a customer.
  mutating func readCustomers() throws(BooksError) {
    guard var table = try open(.customers) else {
      throw BooksError(
        "customers.csv is not in the folder of the books: put it there, with "
          + BooksFormat.File.customers.required.joined(separator: ", "))
    }
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .customers, in: table) }
    let further = furtherColumns(of: .customers, in: table)
    let columns = Columns(
      id: column("customer_id"), name: column("name"), contact: column("contact"), email: column("email"),
      phone: column("phone"), country: column("country"), language: column("language"), tags: column("tags"),
      kind: column("kind"), postalAddress: column("postal_address"), since: column("since"),
      revenue12m: column("revenue_12m"), further: further, furtherNames: further.map(\.name))
    let base = CurrencyTable.Entry(baseCurrency)
    let estimate = table.estimatedRows
    customerIndex = IdentifierIndex(capacity: estimate)
    customerIDs.reserveCapacity(estimate)
    customers.reserveCapacity(estimate)
    lastInvoices.reserveCapacity(estimate)
    while try table.advance() {
      try readCustomer(table, columns, base)
    }
    rows[.customers] = table.rows
  }

  private mutating func readCustomer(
    _ table: CSVTable, _ columns: Columns, _ base: CurrencyTable.Entry
  ) throws(BooksError) {
    let before = problems.count
    let hasBadCount = try hasBadCount(table)
    guard let field = try identifier(table, columns.id) else { return }
    let id = string(table.bytes.span, field)
    let hash = IdentifierIndex.hash(table.bytes.span, field)
    if let first = customerIndex.place(hash: hash, where: { customerIDs[$0] == id }) {
      customers[first].hasBadRow = true
      try report(
        table, columns.id,
        "found \(shown(id)) again, which is in line \(customers[first].line), expected each id once")
      return
    }
    let customer = hasBadCount ? nil : try customer(table, columns, base, id: id)
    customerIndex.insert(customers.count, hash: hash)
    customerIDs.append(id)
    lastInvoices.append(0)
    customers.append(
      CustomerRow(
        line: table.line, customer: customer ?? Customer(id: CustomerID(id), name: ""),
        hasBadRow: problems.count > before))
  }

  private mutating func customer(
    _ table: CSVTable, _ columns: Columns, _ base: CurrencyTable.Entry, id: String
  ) throws(BooksError) -> Customer {
    let name = text(table, columns.name)
    if name == nil { try report(table, columns.name, "found nothing, expected the customer's name") }
    let kind = try word(table, columns.kind, empty: Customer.Kind.business)
    let since = try day(table, columns.since, mayBeEmpty: true)
    let revenue = try amount(table, columns.revenue12m, base, mayBeEmpty: true)
    let tags = try tags(table, columns.tags)
    let email = text(table, columns.email)
    let contact = text(table, columns.contact)
    return Customer(
      id: CustomerID(id), name: name ?? "", contact: contact, email: email,
      phone: text(table, columns.phone), country: text(table, columns.country),
      language: text(table, columns.language), tags: tags, kind: kind ?? .business,
      postalAddress: text(table, columns.postalAddress), since: since,
      revenue12m: revenue.map { Money(minorUnits: $0, currency: baseCurrency) },
      fields: fields(table, columns.further, named: columns.furtherNames),
      people: email.map { [Person(role: "billing", email: $0, name: contact)] } ?? [])
  }

  /// The values of further columns, empty ones too.
  func fields(_ table: CSVTable, _ columns: [CSVTable.Column], named names: [String]) -> Fields {
    columns.isEmpty ? Fields() : Fields(names: names, values: columns.map { text(table, $0) ?? "" })
  }

  /// Tags are apart by `;` and have no spaces inside; a space could mean either.
  private mutating func tags(_ table: CSVTable, _ column: CSVTable.Column) throws(BooksError) -> [String] {
    guard let text = text(table, column) else { return [] }
    var tags: [String] = []
    for part in text.split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace)
      guard let tag = words.first else { continue }
      if words.count > 1 {
        let joined = words.joined(separator: " ")
        let apart = words.joined(separator: ";")
        try report(
          table, column,
          "found a space inside a tag, expected `\(words.joined(separator: "-"))` if \(shown(joined)) is one tag "
            + "or \(shown(apart)) if these are \(words.count)")
      }
      tags.append(String(tag))
    }
    return tags
  }
}
