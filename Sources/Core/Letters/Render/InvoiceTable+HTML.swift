extension InvoiceTable {
  private static let left = "padding:4px 16px 4px 0;text-align:left"
  private static let charge = "padding:4px 16px 4px 16px;text-align:left;font-weight:normal"
  private static let total = "padding:12px 16px 4px 0;text-align:left"
  private static let right = "padding:4px 0;text-align:right;white-space:nowrap"

  /// Appends the table in HTML: a table of its own, every value escaped.
  func appendHTML(to html: inout [UInt8]) {
    let names = language.headings
    html += "<table style=\"border-collapse:collapse;margin:0 0 1em\">\n<thead>\n<tr>".utf8
    let headings = [names.number] + (hasParts ? [names.part] : []) + [names.due, names.open]
    for (column, heading) in headings.enumerated() {
      let style = column == headings.count - 1 ? InvoiceTable.right : InvoiceTable.left
      html += "<th scope=\"col\" style=\"\(style);border-bottom:1px solid #999999\">".utf8
      HTMLText.append(heading, to: &html)
      html += "</th>".utf8
    }
    html += "</tr>\n</thead>\n<tbody>\n".utf8
    for place in rows.indices where !rows[place].isAmongOthers { append(rows[place], place, to: &html) }
    html += "</tbody>\n".utf8
    if hasOthers {
      html += "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"\(headings.count)\" style=\"".utf8
      html += "padding:12px 0 4px;text-align:left\">".utf8
      HTMLText.append(names.alsoOpen, to: &html)
      html += "</th></tr>\n".utf8
      for place in rows.indices where rows[place].isAmongOthers { append(rows[place], place, to: &html) }
      html += "</tbody>\n".utf8
    }
    if let total = chargeLines.last, total.row == rows.count {
      html += "<tfoot>\n".utf8
      append(total, InvoiceTable.total, to: &html)
      html += "</tfoot>\n".utf8
    }
    html += "</table>\n".utf8
  }

  /// A line with a name in place of all columns but the last.
  private func append(_ line: ChargeLine, _ style: String, to html: inout [UInt8]) {
    html += "<tr><th scope=\"row\" colspan=\"\(hasParts ? 3 : 2)\" style=\"\(style)\">".utf8
    HTMLText.append(line.name, to: &html)
    html += "</th>".utf8
    append(line.amount, InvoiceTable.right, to: &html)
    html += "</tr>\n".utf8
  }

  private func append(_ row: Row, _ place: Int, to html: inout [UInt8]) {
    html += "<tr>".utf8
    append(row.number, InvoiceTable.left, to: &html)
    if hasParts { append(row.part, InvoiceTable.left, to: &html) }
    append(row.due, InvoiceTable.left, to: &html)
    append(row.open, InvoiceTable.right, to: &html)
    html += "</tr>\n".utf8
    for line in chargeLines where line.row == place { append(line, InvoiceTable.charge, to: &html) }
  }

  private func append(_ cell: Cell, _ style: String, to html: inout [UInt8]) {
    html += "<td style=\"\(style)\">".utf8
    HTMLText.append(bytes[cell.bytes], to: &html)
    html += "</td>".utf8
  }
}
