/// The source lines of a finding in one file, with what is marked in each.
struct Excerpt {
  /// A marked part of one line, in bytes of the file.
  struct Mark {
    let range: Range<Int>
    let isPrimary: Bool
    let text: String
  }

  let file: SourceFile
  /// The lines with marks, by number, in order.
  private(set) var lines: [(number: Int, marks: [Mark])] = []

  init(_ file: SourceFile) {
    self.file = file
  }

  /// Marks a span; of one over several lines the first and the last are shown, the text beside the last.
  mutating func mark(_ span: Span, isPrimary: Bool, text: String) {
    let range = span.range.clamped(to: 0..<file.bytes.count + 1)
    let first = file.line(at: range.lowerBound)
    // A span that ends with a line end belongs to that line, not to the begin of the next.
    let last = max(first, file.line(at: max(range.lowerBound, range.upperBound - 1)))
    guard last > first else {
      add(first, Mark(range: range, isPrimary: isPrimary, text: text))
      return
    }
    let firstEnd = file.lineRange(first).upperBound
    add(
      first, Mark(range: range.lowerBound..<max(firstEnd, range.lowerBound), isPrimary: isPrimary, text: ""))
    let line = file.lineRange(last)
    var start = line.lowerBound
    while start < line.upperBound, file.bytes[start] == 0x20 || file.bytes[start] == 0x09 { start += 1 }
    let end = min(max(start, range.upperBound), line.upperBound)
    add(last, Mark(range: start..<max(start, end), isPrimary: isPrimary, text: text))
  }

  private mutating func add(_ number: Int, _ mark: Mark) {
    if let index = lines.firstIndex(where: { $0.number == number }) {
      lines[index].marks.append(mark)
    } else {
      let index = lines.firstIndex { $0.number > number } ?? lines.count
      lines.insert((number, [mark]), at: index)
    }
  }
}

extension Excerpt {
  /// One printed row below a source line: text at columns, each part primary or not.
  struct Row {
    var parts: [(column: Int, text: String, isPrimary: Bool)] = []
  }

  /// The source line as printed, and the rows below it that mark and explain.
  static func draw(_ file: SourceFile, _ number: Int, _ marks: [Mark]) -> (source: String, rows: [Row]) {
    let focus = (marks.first { $0.isPrimary } ?? marks.first)?.range.lowerBound ?? 0
    let layout = LineLayout(file, file.lineRange(number), focus: focus)
    let placed = marks.map { mark in
      let start = layout.column(of: mark.range.lowerBound)
      let width = max(1, layout.column(behind: mark.range.upperBound) - start)
      return (start: start, width: width, mark: mark)
    }.sorted { left, right in
      // The primary mark comes first of two at one place, so that it is drawn on top and its text below.
      (left.start, left.mark.isPrimary ? 0 : 1) < (right.start, right.mark.isPrimary ? 0 : 1)
    }

    let width = placed.reduce(0) { max($0, $1.start + $1.width) }
    var signs = [Character](repeating: " ", count: width)
    for (start, width, mark) in placed.filter({ !$0.mark.isPrimary }) + placed.filter({ $0.mark.isPrimary }) {
      for column in start..<start + width { signs[column] = mark.isPrimary ? "^" : "-" }
    }
    var underline = Row(parts: segments(of: signs))
    var labelled = placed.filter { !$0.mark.text.isEmpty }
    // The text of the mark that reaches furthest right stands on the row of the marks itself.
    if let last = labelled.last, last.start + last.width == width,
      labelled.dropLast().allSatisfy({ $0.start < last.start })
    {
      underline.parts.append((width + 1, last.mark.text, last.mark.isPrimary))
      labelled.removeLast()
    }
    var rows = [underline]
    while let last = labelled.popLast() {
      let bars = (labelled.map(\.start) + [last.start])
      if rows.count == 1 { rows.append(Row(parts: bars.map { ($0, "|", last.mark.isPrimary) })) }
      var row = Row(
        parts: labelled.filter { $0.start < last.start }.map { ($0.start, "|", $0.mark.isPrimary) })
      row.parts.append((last.start, last.mark.text, last.mark.isPrimary))
      rows.append(row)
    }
    return (layout.text, rows)
  }

  private static func segments(of signs: [Character]) -> [(column: Int, text: String, isPrimary: Bool)] {
    var parts: [(column: Int, text: String, isPrimary: Bool)] = []
    for (column, sign) in signs.enumerated() where sign != " " {
      let isPrimary = sign == "^"
      if let last = parts.last, last.column + last.text.count == column, last.isPrimary == isPrimary {
        parts[parts.count - 1].text.append(sign)
      } else {
        parts.append((column, String(sign), isPrimary))
      }
    }
    return parts
  }
}
