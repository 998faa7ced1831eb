/// The rows of one customer as bytes, made where the customer was simulated.
package struct PreviewPiece: Sendable {
  /// The names of the sections, in their order in a preview.
  static let names = ["messages", "flags", "silences", "skipped"]

  /// The rows of all sections, one after the other: each a line, or with a comma and a line end between those of a
  /// section.
  let bytes: [UInt8]
  /// Where each section ends.
  private let ends: (Int, Int, Int, Int)

  /// Writes the rows of a customer in the form that the whole preview has.
  package init(_ preview: CustomerPreview, _ rows: PreviewRows, as form: PreviewJSON.Form) {
    let names = RowNames(preview)
    let others = preview.flags.count + preview.silences.count + preview.skipped.count
    // As long as most rows are; the buffer grows where a letter makes one longer.
    var row = RowBytes(capacity: 640 * preview.messages.count + 208 * others)
    PreviewPiece.write(preview.messages, form, &row) { rows.message(&$0, $1, names) }
    let messages = row.count
    PreviewPiece.write(preview.flags, form, &row) { rows.flag(&$0, $1, names) }
    let flags = row.count
    PreviewPiece.write(preview.silences, form, &row) { rows.silence(&$0, $1, names) }
    let silences = row.count
    PreviewPiece.write(preview.skipped, form, &row) { rows.skipped(&$0, $1, names) }
    bytes = row.bytes
    ends = (messages, flags, silences, row.count)
  }

  /// The rows as lines, each with its end; only of a piece that was written as lines.
  package var lines: [UInt8] { bytes }

  /// The places of the bytes of each section.
  var sections: [Range<Int>] { [0..<ends.0, ends.0..<ends.1, ends.1..<ends.2, ends.2..<ends.3] }

  private static func write<Row>(
    _ list: [Row], _ form: PreviewJSON.Form, _ row: inout RowBytes, _ write: (inout RowBytes, Row) -> Void
  ) {
    for place in list.indices {
      write(&row, list[place])
      if form == .lines {
        row.endLine()
      } else if place < list.count - 1 {
        row.separateLine()
      }
    }
  }
}
