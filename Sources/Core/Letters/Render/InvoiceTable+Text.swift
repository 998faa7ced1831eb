extension InvoiceTable {
  /// The widest line that is kept without shortening the days.
  private static let lineWidth = 72
  private static let gap = 2
  /// How far the charges of an invoice stand in.
  private static let indent = 2

  /// The widths of the columns.
  private struct Widths {
    var number: Int
    var part: Int
    var due: Int
    var open: Int

    var line: Int { number + part + due + open + InvoiceTable.gap * (part > 0 ? 3 : 2) }
  }

  /// Appends the table in plain text: columns aligned, amounts to the right, no line break at its end.
  func append(to text: inout [UInt8]) {
    var days = self.days(.medium)
    var widths = self.widths(days)
    if widths.line > InvoiceTable.lineWidth {
      days = self.days(.short)
      widths = self.widths(days)
    }
    let names = language.headings
    append(
      Cell(names.number[...]), Cell(names.part[...]), Cell(names.due[...]), Cell(names.open[...]), widths,
      to: &text)
    append(others: false, days, widths, to: &text)
    if hasOthers {
      text.append(10)
      text.append(10)
      text += names.alsoOpen
      append(others: true, days, widths, to: &text)
    }
    if let total = chargeLines.last, total.row == rows.count {
      text.append(10)
      append(total, indent: 0, widths, to: &text)
    }
  }

  /// A line with a name in place of all columns but the last.
  private func append(_ line: ChargeLine, indent: Int, _ widths: Widths, to text: inout [UInt8]) {
    text.append(10)
    InvoiceTable.pad(indent, &text)
    text += line.name
    let name = indent + InvoiceTable.width(line.name[...])
    InvoiceTable.pad(widths.line - name - line.amountWidth, &text)
    text += cells[line.amount]
  }

  /// A text with the columns that it takes.
  private struct Cell {
    let bytes: ArraySlice<UInt8>
    let width: Int

    init(_ bytes: ArraySlice<UInt8>, width: Int? = nil) {
      self.bytes = bytes
      self.width = width ?? InvoiceTable.width(bytes)
    }
  }

  /// The due days of all rows, one after the other, where each ends, and the columns that it takes.
  private struct Days {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var widths: [Int] = []

    func cell(_ place: Int) -> Cell {
      Cell(bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]], width: widths[place])
    }
  }

  private func days(_ style: DateStyle) -> Days {
    var days = Days()
    days.bytes.reserveCapacity(20 * rows.count)
    days.ends.reserveCapacity(rows.count)
    days.widths.reserveCapacity(rows.count)
    for row in rows {
      let start = days.bytes.count
      language.append(row.due, style, to: &days.bytes)
      days.ends.append(days.bytes.count)
      days.widths.append(InvoiceTable.width(days.bytes[start...]))
    }
    return days
  }

  private func widths(_ days: Days) -> Widths {
    let names = language.headings
    var widths = Widths(
      number: InvoiceTable.width(names.number[...]), part: hasParts ? InvoiceTable.width(names.part[...]) : 0,
      due: InvoiceTable.width(names.due[...]), open: InvoiceTable.width(names.open[...]))
    for place in rows.indices {
      widths.number = max(widths.number, rows[place].numberWidth)
      if hasParts { widths.part = max(widths.part, rows[place].part.count) }
      widths.due = max(widths.due, days.widths[place])
      widths.open = max(widths.open, rows[place].openWidth)
    }
    for line in chargeLines {
      widths.open = max(widths.open, line.amountWidth)
      // The name has the room of the columns before the last; what it lacks is given to the days.
      let name = InvoiceTable.width(line.name[...]) + InvoiceTable.indent + InvoiceTable.gap
      widths.due += max(0, name - (widths.line - widths.open))
    }
    return widths
  }

  private func append(others: Bool, _ days: Days, _ widths: Widths, to text: inout [UInt8]) {
    for place in rows.indices where rows[place].isAmongOthers == others {
      let row = rows[place]
      text.append(10)
      append(
        Cell(cells[row.number], width: row.numberWidth), Cell(cells[row.part], width: row.part.count),
        days.cell(place), Cell(cells[row.open], width: row.openWidth), widths, to: &text)
      for line in chargeLines where line.row == place {
        append(line, indent: InvoiceTable.indent, widths, to: &text)
      }
    }
  }

  private func append(
    _ number: Cell, _ part: Cell, _ due: Cell, _ open: Cell, _ widths: Widths, to text: inout [UInt8]
  ) {
    func appendLeft(_ cell: Cell, _ width: Int) {
      text += cell.bytes
      InvoiceTable.pad(width - cell.width + InvoiceTable.gap, &text)
    }
    appendLeft(number, widths.number)
    if hasParts { appendLeft(part, widths.part) }
    appendLeft(due, widths.due)
    InvoiceTable.pad(widths.open - open.width, &text)
    text += open.bytes
  }

  private static func pad(_ count: Int, _ text: inout [UInt8]) {
    for _ in 0..<max(0, count) { text.append(32) }
  }

  /// The columns that a text takes in a fixed font: one a character, two where it is East Asian and wide.
  static func width(_ bytes: ArraySlice<UInt8>) -> Int {
    // Up to U+02FF every character is one column wide and two bytes long; what combines begins above.
    var lengthening = 0
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      guard byte >= 0x80 else { continue }
      if byte < 0xC0 {
        lengthening += 1
      } else if byte >= 0xCC {
        guard byte == 0xE2, isNarrowMark(bytes[place...]) else { return wideWidth(bytes) }
        lengthening += 2
        place += 2
      }
    }
    return bytes.count - lengthening
  }

  /// Whether the bytes behind 0xE2 are those of a mark that amounts have: `’`, the narrow no-break space, `€`, `−`.
  private static func isNarrowMark(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.count >= 2 else { return false }
    switch (rest[rest.startIndex], rest[rest.startIndex + 1]) {
    case (0x80, 0x99), (0x80, 0xAF), (0x82, 0xAC), (0x88, 0x92): return true
    default: return false
    }
  }

  private static func wideWidth(_ bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).reduce(0) { width, character in
      let scalar = character.unicodeScalars.first?.value ?? 0
      let isWide =
        (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
        || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
        || (0xFE30...0xFE6F).contains(scalar) || (0xFF00...0xFF60).contains(scalar)
        || (0x1F300...0x1FAFF).contains(scalar) || (0x20000...0x3FFFD).contains(scalar)
      return width + (isWide ? 2 : 1)
    }
  }
}
