import Receivables

extension Gathering {
  /// Reads contacts.csv, where there is one: people at the customers, with their roles.
  mutating func readContacts() throws(BooksError) {
    guard var table = try open(.contacts) else { return }
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .contacts, in: table) }
    let (id, role, email) = (column("customer_id"), column("role"), column("email"))
    let (name, language, phone) = (column("name"), column("language"), column("phone"))
    while try table.advance() {
      let before = problems.count
      let hasBadCount = try hasBadCount(table)
      let place = try customer(table, id)
      if !hasBadCount { _ = try identifier(table, role) }
      guard let place else { continue }
      if problems.count > before {
        customers[place].hasBadRow = true
        continue
      }
      people[place, default: []].append(
        Person(
          role: text(table, role) ?? "", email: text(table, email) ?? "", name: text(table, name),
          language: text(table, language), phone: text(table, phone)))
    }
    rows[.contacts] = table.rows
  }
}
