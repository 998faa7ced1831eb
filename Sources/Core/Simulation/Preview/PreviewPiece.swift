import PolicySyntax

/// The rows of one customer as bytes, made where the customer was simulated.
package struct PreviewPiece: Sendable {
  /// The names of the sections, in their order in a preview.
  static let names = ["messages", "flags", "silences", "skipped"]

  /// The rows of each section: each a line, or with a comma and a line end between them.
  let sections: [[UInt8]]

  /// Writes the rows of a customer in the form that the whole preview has.
  package init(_ preview: CustomerPreview, _ rows: PreviewRows, as form: PreviewJSON.Form) {
    sections = [
      PreviewPiece.bytes(preview.messages, form) { rows.message(&$0, $1, preview) },
      PreviewPiece.bytes(preview.flags, form) { rows.flag(&$0, $1, preview) },
      PreviewPiece.bytes(preview.silences, form) { rows.silence(&$0, $1, preview) },
      PreviewPiece.bytes(preview.skipped, form) { rows.skipped(&$0, $1, preview) },
    ]
  }

  private static func bytes<Row>(
    _ list: [Row], _ form: PreviewJSON.Form, _ write: (inout JSONWriter, Row) -> Void
  ) -> [UInt8] {
    if list.isEmpty { return [] }
    var json = JSONWriter(capacity: 768 * list.count)
    for (number, row) in list.enumerated() {
      write(&json, row)
      if form == .lines {
        json.endLine()
      } else if number < list.count - 1 {
        json.separateLine()
      }
    }
    return json.bytes
  }
}
