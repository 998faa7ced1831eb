import Receivables

/// A row of instalments.csv.
struct InstalmentRow: Sendable {
  let instalment: Int
  let due: Day
  let amount: Int64
}

extension Gathering {
  /// The largest number of an instalment.
  private static let largestInstalment = 9999

  /// Reads instalments.csv.
  mutating func readInstalments(_ table: CSVTable) throws(BooksError) {
    func column(_ name: String) -> CSVTable.Column { self.column(name, of: .instalments, in: table) }
    let (number, instalment) = (column("invoice_number"), column("instalment"))
    let (due, amount) = (column("due_date"), column("amount"))
    var lines: [PartKey: Int] = [:]
    var reader = RowReader(table, format)
    while try reader.advance() {
      let before = reader.problems.count
      let hasBadCount = reader.hasBadCount()
      guard let field = reader.identifier(number) else { continue }
      guard let invoice = invoicePlace(reader.table.bytes.span, field) else {
        reader.report(
          number,
          "found invoice \(shown(string(reader.table.bytes.span, field))), expected one of \(format[.invoices].file)"
        )
        continue
      }
      defer { if reader.problems.count > before { markBad(invoices[invoice]) } }
      if hasBadCount || invoices[invoice].status == .unreadable { continue }
      let part = Gathering.partNumber(&reader, instalment)
      let dueDay = reader.day(due)
      let units = reader.amount(amount, invoices[invoice].currency)
      guard let part, let dueDay, let units else { continue }
      let key = PartKey(invoice: invoice, instalment: part)
      if let line = lines[key] {
        reader.report(
          instalment,
          "found instalment \(part) of \(shown(invoices[invoice].number)) again, which is in line \(line), "
            + "expected each once")
        continue
      }
      lines[key] = reader.line
      parts[invoice, default: []].append(instalments.count)
      instalments.append(InstalmentRow(instalment: part, due: dueDay, amount: units))
    }
    try close(ReadRows<Never>([], reader), of: .instalments)
  }

  private static func partNumber(_ reader: inout RowReader, _ column: CSVTable.Column) -> Int? {
    let text = reader.text(column) ?? ""
    if text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      (1...Gathering.largestInstalment).contains(number)
    {
      return number
    }
    let found = text.isEmpty ? "nothing" : shown(text)
    reader.report(column, "found \(found), expected a number from 1 to \(Gathering.largestInstalment)")
    return nil
  }

  /// The place of the invoice and the number of its part that a payment names as `A1/2`.
  func part(named bytes: Span<UInt8>, _ field: CSVScanner.Field) -> PartKey? {
    var slash = field.end - 1
    var number = 0
    var unit = 1
    while slash > field.start, bytes[slash] &- 48 < 10, unit <= Gathering.largestInstalment {
      number += unit * Int(bytes[slash] &- 48)
      unit *= 10
      slash -= 1
    }
    guard slash > field.start, slash < field.end - 1, bytes[slash] == UInt8(ascii: "/") else { return nil }
    let whole = CSVScanner.Field(start: field.start, end: slash)
    return invoicePlace(bytes, whole).map { PartKey(invoice: $0, instalment: number) }
  }
}
