import PolicySyntax

/// Rows of text in columns that keep within a width.
///
/// Where all of it is too wide, columns on the left-hand side of their place (names, ids) are cut short with
/// `…`, the widest first; those on the right-hand side are numbers and stay whole.
struct ReportTable {
  /// On which side of its column a value stands.
  enum Side { case left, right }

  private static let gap = 2
  private static let narrowest = 4
  private static let longest = 80
  private let sides: [Side]
  private let least: [Int]
  private var rows: [[String]] = []

  /// - Parameters:
  ///   - sides: One for each column.
  ///   - least: The widths that columns have at the least, for tables that stand above each other.
  init(_ sides: [Side], least: [Int] = []) {
    self.sides = sides
    self.least = least
  }

  /// Adds a row with one value for each column; nobody reads more of a value than `longest`.
  mutating func add(_ row: [String]) {
    rows.append(row.map { PlainText.cut(PlainText.clean($0), to: ReportTable.longest) })
  }

  /// The lines, without spaces at their ends.
  ///
  /// - Parameter width: In columns of a terminal.
  func lines(width: Int) -> [String] {
    let widths = fitted(to: width)
    return rows.map { row in
      var line = ""
      for (column, value) in row.enumerated() {
        let text = sides[column] == .left ? PlainText.cut(value, to: widths[column]) : value
        let space = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
        if column > 0 { line += String(repeating: " ", count: ReportTable.gap) }
        line += sides[column] == .left ? text + space : space + text
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func fitted(to width: Int) -> [Int] {
    var widths = sides.indices.map { column in
      max(
        rows.map { DisplayWidth.of($0[column]) }.max() ?? 0, column < least.count ? least[column] : 0)
    }
    var excess = widths.reduce(0, +) + ReportTable.gap * (sides.count - 1) - width
    while excess > 0 {
      let elastic = sides.indices.filter { sides[$0] == .left && widths[$0] > ReportTable.narrowest }
      guard let widest = elastic.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
