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
    let widths = self.widths
    guard widths.line > InvoiceTable.lineWidth else { return append(widths, to: &text) }
    let table = withShortDays
    table.append(table.widths, to: &text)
  }

  private func append(_ widths: Widths, to text: inout [UInt8]) {
    let names = language.headings
    text += names.number
    InvoiceTable.pad(widths.number - names.numberWidth + InvoiceTable.gap, &text)
    if hasParts {
      text += names.part
      InvoiceTable.pad(widths.part - names.partWidth + InvoiceTable.gap, &text)
    }
    text += names.due
    InvoiceTable.pad(widths.due - names.dueWidth + InvoiceTable.gap + widths.open - names.openWidth, &text)
    text += names.open
    appendRows(amongOthers: false, widths, to: &text)
    if hasOthers {
      text.append(10)
      text.append(10)
      text += names.alsoOpen
      appendRows(amongOthers: true, widths, to: &text)
    }
    if let total = chargeLines.last, total.row == rows.count {
      text.append(10)
      append(total, indent: 0, widths, to: &text)
    }
  }

  private func appendRows(amongOthers: Bool, _ widths: Widths, to text: inout [UInt8]) {
    for place in rows.indices where rows[place].isAmongOthers == amongOthers {
      text.append(10)
      append(rows[place], widths, to: &text)
      for line in chargeLines where line.row == place {
        append(line, indent: InvoiceTable.indent, widths, to: &text)
      }
    }
  }

  private func append(_ row: Row, _ widths: Widths, to text: inout [UInt8]) {
    append(row.number, to: &text)
    InvoiceTable.pad(widths.number - row.number.width + InvoiceTable.gap, &text)
    if hasParts {
      append(row.part, to: &text)
      InvoiceTable.pad(widths.part - row.part.width + InvoiceTable.gap, &text)
    }
    append(row.due, to: &text)
    InvoiceTable.pad(widths.due - row.due.width + InvoiceTable.gap + widths.open - row.open.width, &text)
    append(row.open, to: &text)
  }

  /// A line with a name in place of all columns but the last.
  private func append(_ line: ChargeLine, indent: Int, _ widths: Widths, to text: inout [UInt8]) {
    text.append(10)
    InvoiceTable.pad(indent, &text)
    text += line.name
    let name = indent + InvoiceTable.width(line.name)
    InvoiceTable.pad(widths.line - name - line.amount.width, &text)
    append(line.amount, to: &text)
  }

  private func append(_ cell: Cell, to text: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[cell.bytes])) }
  }

  private static func pad(_ count: Int, _ text: inout [UInt8]) {
    for _ in 0..<max(0, count) { text.append(32) }
  }

  private var widths: Widths {
    let names = language.headings
    var widths = Widths(
      number: names.numberWidth, part: hasParts ? names.partWidth : 0, due: names.dueWidth,
      open: names.openWidth)
    for row in rows {
      widths.number = max(widths.number, row.number.width)
      if hasParts { widths.part = max(widths.part, row.part.width) }
      widths.due = max(widths.due, row.due.width)
      widths.open = max(widths.open, row.open.width)
    }
    for line in chargeLines {
      widths.open = max(widths.open, line.amount.width)
      // The name has the room of the columns before the last; what it lacks is given to the days.
      let name = InvoiceTable.width(line.name) + InvoiceTable.indent + InvoiceTable.gap
      widths.due += max(0, name - (widths.line - widths.open))
    }
    return widths
  }

  /// The columns that a text takes in a fixed font: one a character, two where it is East Asian and wide.
  static func width(_ text: [UInt8]) -> Int { width(text, text.indices) }

  /// The columns of a part of a text.
  static func width(_ text: [UInt8], _ range: Range<Int>) -> Int {
    text.withUnsafeBufferPointer { text in
      let bytes = UnsafeBufferPointer(rebasing: text[range])
      return bytes.reduce(0, |) < 0x80 ? bytes.count : width(bytes)
    }
  }

  private static func width(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // Up to U+02FF every character is one column wide and two bytes long; what combines begins above.
    var lengthening = 0
    var place = 0
    while place < bytes.count {
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
  private static func isNarrowMark(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard rest.count >= 2 else { return false }
    switch (rest[rest.startIndex], rest[rest.startIndex + 1]) {
    case (0x80, 0x99), (0x80, 0xAF), (0x82, 0xAC), (0x88, 0x92): return true
    default: return false
    }
  }

  private static func wideWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
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
