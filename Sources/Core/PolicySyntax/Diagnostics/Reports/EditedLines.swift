/// The lines of a help as they would be after its edits.
struct EditedLines {
  /// One line after the edits, with where it was changed; a width of 0 where text was only taken away.
  struct Line {
    let number: Int
    let text: String
    let column: Int
    let width: Int
  }

  /// More lines than this are left to the person who applies the edits.
  private static let mostLines = 6

  private(set) var lines: [Line] = []

  /// Nil for a help without edits, and for edits over several lines, which are told and not drawn.
  init?(_ help: Help, _ map: SourceMap) {
    var byLine: [(file: FileID, number: Int, edits: [Edit])] = []
    for edit in help.edits.sorted(by: { ($0.span.file, $0.span.start) < ($1.span.file, $1.span.start) }) {
      let file = map[edit.span.file]
      let number = file.line(at: Int(edit.span.start))
      guard Int(edit.span.end) <= file.lineRange(number).upperBound else { return nil }
      if let last = byLine.last, last.file == edit.span.file, last.number == number {
        byLine[byLine.count - 1].edits.append(edit)
      } else {
        byLine.append((edit.span.file, number, [edit]))
      }
    }
    for (file, number, edits) in byLine {
      lines += Self.apply(edits, map[file], number)
    }
    if lines.isEmpty || lines.count > Self.mostLines { return nil }
  }

  private static func apply(_ edits: [Edit], _ file: SourceFile, _ number: Int) -> [Line] {
    let range = file.lineRange(number)
    guard range.count <= LineLayout.widestLine * 2 else { return [] }
    var bytes: [UInt8] = []
    var changed: [Range<Int>] = []
    var position = range.lowerBound
    for edit in edits where Int(edit.span.start) >= position {
      bytes += file.bytes[position..<Int(edit.span.start)]
      let start = bytes.count
      bytes += Array(edit.replacement.utf8)
      changed.append(start..<bytes.count)
      position = Int(edit.span.end)
    }
    bytes += file.bytes[position..<max(position, range.upperBound)]

    let result = SourceFile(path: "", bytes: bytes)
    return (1...result.lineCount).map { line in
      let range = result.lineRange(line)
      let layout = LineLayout(result, range, focus: changed.first?.lowerBound ?? 0)
      let parts = changed.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
      guard let first = parts.first, let last = parts.last else {
        return Line(number: number + line - 1, text: layout.text, column: 0, width: 0)
      }
      let column = layout.column(of: first.lowerBound)
      return Line(
        number: number + line - 1, text: layout.text, column: column,
        width: layout.column(behind: last.upperBound) - column)
    }
  }
}
