import Receivables

/// A row of customers.csv, and what later rows add to it.
struct CustomerRow: Sendable {
  let line: Int
  let customer: Customer
  var hasBadRow: Bool
}

/// A row of customers.csv by itself.
struct CustomerReading: Sendable {
  let row: CustomerRow
  /// Of its id.
  let hash: UInt32
  /// The places of the problems that are forgotten where the id stands in an earlier row.
  let problems: Range<Int>
}

extension Gathering {
  /// The columns of customers.csv.
  private struct Columns {
    let id, name, contact, email, phone, country, language, tags, kind: CSVTable.Column
    let postalAddress, since, revenue12m: CSVTable.Column
    let further: [CSVTable.Column]
    let furtherNames: [String]
  }

  /// Makes room for the customers of a file.
  mutating func expectCustomers(_ count: Int) {
    customerIndex = IdentifierIndex(capacity: count)
    customerIDs.reserveCapacity(count)
    customers.reserveCapacity(count)
    lastInvoices.reserveCapacity(count)
  }

  /// Reads customers.csv, or a part of it.
  func readCustomers(_ table: CSVTable) throws(BooksError) -> ReadRows<CustomerReading> {
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .customers, in: table) }
    let further = furtherColumns(of: .customers, in: table)
    let columns = Columns(
      id: column("customer_id"), name: column("name"), contact: column("contact"), email: column("email"),
      phone: column("phone"), country: column("country"), language: column("language"), tags: column("tags"),
      kind: column("kind"), postalAddress: column("postal_address"), since: column("since"),
      revenue12m: column("revenue_12m"), further: further, furtherNames: further.map(\.name))
    var reader = RowReader(table, format)
    var read: [CustomerReading] = []
    read.reserveCapacity(table.estimatedRows)
    while try reader.advance() {
      let before = reader.problems.count
      let hasBadCount = reader.hasBadCount()
      guard let field = reader.identifier(columns.id) else { continue }
      let id = string(reader.table.bytes.span, field)
      let hash = IdentifierIndex.hash(reader.table.bytes.span, field)
      let own = reader.problems.count
      let customer = hasBadCount ? nil : customer(&reader, columns, id: id)
      let row = CustomerRow(
        line: reader.line, customer: customer ?? Customer(id: CustomerID(id), name: ""),
        hasBadRow: reader.problems.count > before)
      read.append(CustomerReading(row: row, hash: hash, problems: own..<reader.problems.count))
    }
    return ReadRows(read, reader)
  }

  /// Takes customers in: every row whose id can be read becomes one.
  mutating func take(_ read: ReadRows<CustomerReading>) throws(BooksError) {
    var forgotten: [Range<Int>] = []
    for reading in read.rows {
      let id = reading.row.customer.id.text
      if let first = customerIndex.place(hash: reading.hash, where: { customerIDs[$0] == id }) {
        customers[first].hasBadRow = true
        forgotten.append(reading.problems)
        report(
          again: id, line: reading.row.line, of: .customers, column: "customer_id",
          "which is in line \(customers[first].line), expected each id once")
        continue
      }
      customerIndex.insert(customers.count, hash: reading.hash)
      customerIDs.append(id)
      lastInvoices.append(0)
      customers.append(reading.row)
    }
    try close(read, of: .customers, without: forgotten)
  }

  private func customer(_ reader: inout RowReader, _ columns: Columns, id: String) -> Customer {
    let name = reader.text(columns.name)
    if name == nil { reader.report(columns.name, "found nothing, expected the customer's name") }
    let kind = reader.word(columns.kind, empty: Customer.Kind.business)
    let since = reader.day(columns.since, mayBeEmpty: true)
    let revenue = reader.amount(columns.revenue12m, baseCurrency, mayBeEmpty: true)
    let tags = tags(&reader, columns.tags)
    let email = reader.text(columns.email)
    let contact = reader.text(columns.contact)
    return Customer(
      id: CustomerID(id), name: name ?? "", contact: contact, email: email,
      phone: reader.text(columns.phone), country: reader.text(columns.country),
      language: reader.text(columns.language), tags: tags, kind: kind ?? .business,
      postalAddress: reader.text(columns.postalAddress), since: since,
      revenue12m: revenue.map { Money(minorUnits: $0, currency: baseCurrency) },
      fields: reader.fields(columns.further, named: columns.furtherNames),
      people: email.map { [Person(role: "billing", email: $0, name: contact)] } ?? [])
  }

  /// Tags are apart by `;` and have no spaces inside; a space could mean either.
  private func tags(_ reader: inout RowReader, _ column: CSVTable.Column) -> [String] {
    guard let text = reader.text(column) else { return [] }
    var tags: [String] = []
    for part in text.split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace)
      guard let tag = words.first else { continue }
      if words.count > 1 {
        let joined = words.joined(separator: " ")
        let apart = words.joined(separator: ";")
        reader.report(
          column,
          "found a space inside a tag, expected `\(words.joined(separator: "-"))` if \(shown(joined)) is one tag "
            + "or \(shown(apart)) if these are \(words.count)")
      }
      tags.append(String(tag))
    }
    return tags
  }
}
