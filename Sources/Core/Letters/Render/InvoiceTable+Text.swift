extension InvoiceTable {
  /// The widest line that is kept without shortening the days.
  private static let lineWidth = 72
  private static let gap = 2

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
    var (days, ends) = self.days(.medium)
    var widths = self.widths(days, ends)
    if widths.line > InvoiceTable.lineWidth {
      (days, ends) = self.days(.short)
      widths = self.widths(days, ends)
    }
    let names = language.headings
    append(names.number[...], names.part[...], names.due[...], names.open[...], widths, to: &text)
    append(others: false, days, ends, widths, to: &text)
    if hasOthers {
      text.append(10)
      text.append(10)
      text += names.alsoOpen
      append(others: true, days, ends, widths, to: &text)
    }
  }

  /// The due days of all rows, one after the other, and where each ends.
  private func days(_ style: DateStyle) -> (days: [UInt8], ends: [Int]) {
    var days: [UInt8] = []
    var ends: [Int] = []
    days.reserveCapacity(20 * rows.count)
    ends.reserveCapacity(rows.count)
    for row in rows {
      language.append(row.due, style, to: &days)
      ends.append(days.count)
    }
    return (days, ends)
  }

  private func widths(_ days: [UInt8], _ ends: [Int]) -> Widths {
    let names = language.headings
    var widths = Widths(
      number: InvoiceTable.width(names.number[...]), part: hasParts ? InvoiceTable.width(names.part[...]) : 0,
      due: InvoiceTable.width(names.due[...]), open: InvoiceTable.width(names.open[...]))
    var start = 0
    for (place, row) in rows.enumerated() {
      widths.number = max(widths.number, InvoiceTable.width(cells[row.number]))
      if hasParts { widths.part = max(widths.part, row.part.count) }
      widths.due = max(widths.due, InvoiceTable.width(days[start..<ends[place]]))
      widths.open = max(widths.open, InvoiceTable.width(cells[row.open]))
      start = ends[place]
    }
    return widths
  }

  private func append(
    others: Bool, _ days: [UInt8], _ ends: [Int], _ widths: Widths, to text: inout [UInt8]
  ) {
    var start = 0
    for (place, row) in rows.enumerated() {
      if row.isAmongOthers == others {
        text.append(10)
        append(
          cells[row.number], cells[row.part], days[start..<ends[place]], cells[row.open], widths, to: &text)
      }
      start = ends[place]
    }
  }

  private func append(
    _ number: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>, _ due: ArraySlice<UInt8>,
    _ open: ArraySlice<UInt8>, _ widths: Widths, to text: inout [UInt8]
  ) {
    func appendLeft(_ cell: ArraySlice<UInt8>, _ width: Int) {
      text += cell
      InvoiceTable.pad(width - InvoiceTable.width(cell) + InvoiceTable.gap, &text)
    }
    appendLeft(number, widths.number)
    if hasParts { appendLeft(part, widths.part) }
    appendLeft(due, widths.due)
    InvoiceTable.pad(widths.open - InvoiceTable.width(open), &text)
    text += open
  }

  private static func pad(_ count: Int, _ text: inout [UInt8]) {
    for _ in 0..<max(0, count) { text.append(32) }
  }

  /// The columns that a text takes in a fixed font: one a character, two where it is East Asian and wide.
  private static func width(_ bytes: ArraySlice<UInt8>) -> Int {
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
