import Foundation
import TestSupport

/// The page `docs/cel.md`, or another one with examples written as in it.
///
/// An example stands in a block of `cel` as `EXPRESSION  // → VALUE`, or in a table whose first two columns
/// are called `write` and `gives`. Beside a refused one stands `// refused: MESSAGE`, beside one that has no
/// value with the sample `// no value: REASON`.
struct CELPage {
  /// What the page says of an expression.
  enum Claim: Equatable {
    case value(String)
    case refused(String)
    case fails(String)

    /// The words that stand beside an example.
    var text: String {
      switch self {
      case .value(let value): "→ \(value)"
      case .refused(let message): "refused: \(message)"
      case .fails(let reason): "no value: \(reason)"
      }
    }
  }

  /// One expression of the page, with its line and what the page says of it.
  struct Example: CustomStringConvertible {
    let line: Int
    let text: String
    let claim: Claim

    var description: String { "line \(line): \(text)" }
  }

  /// One row of a table, without the marks of code.
  struct Row {
    let line: Int
    let cells: [String]
  }

  private(set) var lines: [String]

  init(_ path: String = "docs/cel.md") throws {
    let data = try Data(contentsOf: BuiltCommand.root.appendingPathComponent(path))
    lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
  }

  /// Writes beside every example what is claimed of it now.
  mutating func rewriteExamples(_ claim: (String) -> Claim) {
    for example in examples {
      let line = lines[example.line - 1]
      if let mark = line.range(of: "  // ") {
        lines[example.line - 1] = line[..<mark.lowerBound] + "  // " + claim(example.text).text
      } else {
        let given = claim(example.text).text.replacingOccurrences(of: "→ ", with: "")
        rewriteRow(Row(line: example.line, cells: []), after: 1, [given])
      }
    }
  }

  /// Writes cells of a row anew, the ones behind the first `kept`.
  mutating func rewriteRow(_ row: Row, after kept: Int, _ cells: [String]) {
    var old = lines[row.line - 1].replacingOccurrences(of: "\\|", with: "\u{0}").components(separatedBy: "|")
    for (place, cell) in cells.enumerated() {
      let text = cell.replacingOccurrences(of: "|", with: "\u{0}")
      old[1 + kept + place] = text.isEmpty ? " " : " `\(text)` "
    }
    lines[row.line - 1] = old.joined(separator: "|").replacingOccurrences(of: "\u{0}", with: "\\|")
  }

  /// Writes other lines into every block of a language.
  mutating func rewriteBlocks(_ language: String, _ change: ([String]) throws -> [String]) rethrows {
    for block in blocks(language).reversed() {
      lines.replaceSubrange(
        (block.line - 1)..<(block.line - 1 + block.lines.count), with: try change(block.lines))
    }
  }

  /// All examples, those of blocks first.
  var examples: [Example] {
    blocks("cel").flatMap { block in
      block.lines.enumerated().compactMap { Self.example($0.element, line: block.line + $0.offset) }
    }
      + tables(headed: ["write", "gives"]).map {
        Example(line: $0.line, text: $0.cells[0], claim: Self.claim("→ " + $0.cells[1]))
      }
  }

  /// The lines of blocks of `cel` that say nothing of what they give.
  var silentLines: [String] {
    blocks("cel").flatMap(\.lines).filter { !$0.isEmpty && Self.example($0, line: 0) == nil }
  }

  /// The blocks of a language, each with the number of its first line.
  func blocks(_ language: String) -> [(line: Int, lines: [String])] {
    var found: [(line: Int, lines: [String])] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].hasPrefix("```") else { continue }
      let start = index + 1
      let isWanted = lines[index] == "```\(language)"
      index = lines[start...].firstIndex(of: "```") ?? lines.count
      if isWanted { found.append((start + 1, Array(lines[start..<min(index, lines.count)]))) }
    }
    return found
  }

  /// A block of any language, in a list or not.
  struct Fence {
    /// The number of its first line within.
    let line: Int
    /// What stands behind its opening.
    let words: [String]
    /// Without the indentation of the list.
    let lines: [String]
  }

  /// All blocks.
  var fences: [Fence] {
    var found: [Fence] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      let indent = lines[index].prefix { $0 == " " }
      guard lines[index].dropFirst(indent.count).hasPrefix("```") else { continue }
      let words = lines[index].dropFirst(indent.count + 3).split(separator: " ").map(String.init)
      let start = index + 1
      index = lines[start...].firstIndex(of: indent + "```") ?? lines.count
      found.append(
        Fence(
          line: start + 1, words: words,
          lines: lines[start..<index].map { String($0.dropFirst(indent.count)) }))
    }
    return found
  }

  /// The rows of all tables whose first columns have these headings.
  func tables(headed headings: [String]) -> [Row] {
    var rows: [Row] = []
    var isWanted = false
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("|") else {
        isWanted = false
        continue
      }
      let cells = Self.cells(line)
      if cells.starts(with: headings) {
        isWanted = true
      } else if isWanted, !line.hasPrefix("| ---") {
        rows.append(Row(line: index + 1, cells: cells))
      }
    }
    return rows
  }

  /// The text of a section, from its heading to the next of the same depth.
  func section(_ heading: String) -> String {
    guard let start = lines.firstIndex(of: heading) else { return "" }
    let mark = String(heading.prefix { $0 == "#" }) + " "
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix(mark) } ?? lines.count
    return lines[start..<end].joined(separator: "\n")
  }

  /// The cells of a row; `\|` is a bar within a cell.
  private static func cells(_ line: String) -> [String] {
    line.replacingOccurrences(of: "\\|", with: "\u{0}").dropFirst().dropLast()
      .components(separatedBy: "|").map { cell in
        var text = cell.replacingOccurrences(of: "\u{0}", with: "|").trimmingCharacters(in: .whitespaces)
        if text.count > 1, text.hasPrefix("`"), text.hasSuffix("`") {
          text = String(text.dropFirst().dropLast())
        }
        return text
      }
  }

  private static func example(_ line: String, line number: Int) -> Example? {
    guard let mark = line.range(of: "  // ") else { return nil }
    return Example(
      line: number, text: line[..<mark.lowerBound].trimmingCharacters(in: .whitespaces),
      claim: claim(String(line[mark.upperBound...])))
  }

  private static func claim(_ text: String) -> Claim {
    let kinds: [(String, (String) -> Claim)] = [
      ("→ ", Claim.value), ("refused: ", Claim.refused), ("no value: ", Claim.fails),
    ]
    for (mark, claim) in kinds where text.hasPrefix(mark) { return claim(String(text.dropFirst(mark.count))) }
    return .refused("the page says nothing: \(text)")
  }
}
