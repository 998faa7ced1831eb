/// One source line as it is printed: tabs spread, what cannot be seen named, long lines cut around what is marked.
struct LineLayout {
  /// Wider lines are cut.
  static let widestLine = 200
  private static let tabWidth = 4
  /// How many bytes of a very long line are looked at, before and behind the first marked byte.
  private static let bytesBefore = 600
  private static let bytesBehind = 2_400

  let text: String
  private let offsets: [Int]
  private let columns: [Int]

  /// - Parameters:
  ///   - range: The line's bytes in the file, without its line end.
  ///   - focus: The byte that has to stay in sight.
  init(_ file: SourceFile, _ range: Range<Int>, focus: Int) {
    var window = range
    if range.count > Self.bytesBefore + Self.bytesBehind {
      let focus = min(max(focus, range.lowerBound), range.upperBound)
      window =
        max(range.lowerBound, focus - Self.bytesBefore)..<min(range.upperBound, focus + Self.bytesBehind)
      window = Self.aligned(window, in: file.bytes)
    }
    let cells = Self.cells(file.text(in: window), from: window.lowerBound)
    let width = cells.last.map { $0.column + $0.width } ?? 0
    let isCut = window != range || width > Self.widestLine
    guard isCut else {
      text = cells.reduce(into: "") { $0 += $1.text }
      offsets = cells.map(\.offset) + [window.upperBound]
      columns = cells.map(\.column) + [width]
      return
    }
    let focusColumn = cells.last { $0.offset <= focus }?.column ?? 0
    let first = max(0, min(focusColumn - 40, width - Self.widestLine))
    let shown = cells.filter { $0.column >= first && $0.column + $0.width <= first + Self.widestLine }
    let cutsBefore = shown.first?.offset != range.lowerBound
    let shift = (shown.first?.column ?? 0) - (cutsBefore ? 1 : 0)
    let end = shown.last.map { $0.column + $0.width } ?? 0
    let isCutBehind =
      shown.last.map { $0.offset } != cells.last?.offset || window.upperBound != range.upperBound
    text =
      (cutsBefore ? "…" : "") + shown.reduce(into: "") { $0 += $1.text } + (isCutBehind ? "…" : "")
    let endOffset = cells.first { $0.column >= end }?.offset ?? window.upperBound
    offsets = shown.map(\.offset) + [endOffset]
    columns = shown.map { $0.column - shift } + [end - shift]
  }

  /// The column, from 0, at which a byte is printed; bytes out of sight are moved to the nearer end.
  func column(of offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return columns[max(0, low - 1)]
  }

  /// The column at which the character ends that holds the byte before an offset.
  func column(behind offset: Int) -> Int {
    guard let index = offsets.firstIndex(where: { $0 >= offset }) else { return columns.last ?? 0 }
    return columns[index]
  }

  private struct Cell {
    let offset: Int
    let column: Int
    let width: Int
    let text: String
  }

  private static func cells(_ line: String, from start: Int) -> [Cell] {
    var cells: [Cell] = []
    var offset = start
    var column = 0
    for character in line {
      var text = String(character)
      var width = DisplayWidth.of(character)
      if character == "\t" {
        width = tabWidth - column % tabWidth
        text = String(repeating: " ", count: width)
      } else if let visible = visible(character) {
        text = visible
        width = visible.unicodeScalars.count
      }
      cells.append(Cell(offset: offset, column: column, width: width, text: text))
      offset += character.utf8.count
      column += width
    }
    return cells
  }

  /// The name of a character that cannot be seen or would turn the line around: `<U+202E>`; nil for all others.
  private static func visible(_ character: Character) -> String? {
    guard character.unicodeScalars.contains(where: isHidden) else { return nil }
    return character.unicodeScalars.reduce(into: "") { text, scalar in
      if isHidden(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0A...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060,
      0x2066...0x2069:
      true
    case 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func aligned(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
