import Receivables

extension Gathering {
  /// Reads contacts.csv: people at the customers, with their roles.
  mutating func readContacts(_ table: CSVTable) throws(BooksError) {
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .contacts, in: table) }
    let (id, role, email) = (column("customer_id"), column("role"), column("email"))
    let (name, language, phone) = (column("name"), column("language"), column("phone"))
    var reader = RowReader(table, format)
    while try reader.advance() {
      let before = reader.problems.count
      let hasBadCount = reader.hasBadCount()
      let place = customer(&reader, id)
      if !hasBadCount { _ = reader.identifier(role) }
      guard let place else { continue }
      if reader.problems.count > before {
        customers[place].hasBadRow = true
        continue
      }
      people[place, default: []].append(
        Person(
          role: reader.text(role) ?? "", email: reader.text(email) ?? "", name: reader.text(name),
          language: reader.text(language), phone: reader.text(phone)))
    }
    try close(ReadRows<Never>([], reader), of: .contacts)
  }
}
