/// A public declaration, a requirement of a public protocol or a case of a public enum, with its comment.
struct DocumentedDeclaration: CustomStringConvertible {
  /// `FILE:LINE`.
  let place: String
  /// The line of the declaration, without indentation.
  let line: String
  /// The lines of the doc comment, without their slashes and one space.
  let comment: [String]

  var description: String { "\(place): \(line)" }

  /// Whether it declares a type.
  var isType: Bool {
    line.split(separator: " ").prefix(4).contains { ["struct", "class", "enum", "protocol"].contains($0) }
      && line.hasPrefix("public")
  }

  /// Whether it declares a function of its own, outside of any type.
  var isFreeFunction: Bool { line.hasPrefix("public func") && !isIndented }

  /// Whether it stands inside of a type.
  let isIndented: Bool

  /// The first paragraph of the comment.
  var summary: String { comment.prefix { !$0.isEmpty }.joined(separator: " ") }

  /// The blocks of code in the comment: indented by four, behind an empty line.
  var examples: [[String]] {
    var blocks: [[String]] = []
    var block: [String] = []
    var before = ""
    for line in comment {
      if line.hasPrefix("    "), !block.isEmpty || before.isEmpty {
        block.append(String(line.dropFirst(4)))
      } else if line.isEmpty, !block.isEmpty {
        block.append("")
      } else if !block.isEmpty {
        blocks.append(block)
        block = []
      }
      before = line
    }
    return (blocks + [block]).map(Self.trimmed).filter { !$0.isEmpty }
  }

  /// All declarations of a file that users of the library see.
  static func all(in text: String, named file: String) -> [DocumentedDeclaration] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var found: [DocumentedDeclaration] = []
    // The indentation of the members of the public enums and protocols that are open.
    var open: [(indentation: Int, isEnum: Bool)] = []
    for (index, line) in lines.enumerated() {
      let trimmed = String(line.drop { $0 == " " })
      let indentation = line.count - trimmed.count
      if !trimmed.isEmpty { open.removeAll { indentation < $0.indentation } }
      let members = open.last.flatMap { $0.indentation == indentation ? $0 : nil }
      let isMember = members.map { member in
        let words = member.isEnum ? ["case ", "indirect case "] : ["func ", "var ", "init("]
        return words.contains { trimmed.hasPrefix($0) }
      }
      guard trimmed.hasPrefix("public ") || isMember == true else { continue }
      found.append(
        DocumentedDeclaration(
          place: "\(file):\(index + 1)", line: trimmed, comment: comment(above: index, in: lines),
          isIndented: indentation > 0))
      let isEnum = trimmed.split(separator: " ").prefix(3).contains("enum")
      if trimmed.hasSuffix("{"), isEnum || trimmed.hasPrefix("public protocol ") {
        open.append((indentation + 2, isEnum))
      }
    }
    return found
  }

  private static func comment(above index: Int, in lines: [String]) -> [String] {
    var start = index
    func above() -> Substring { start > 0 ? lines[start - 1].drop { $0 == " " } : "" }
    while above().hasPrefix("@") { start -= 1 }
    let end = start
    while above().hasPrefix("///") { start -= 1 }
    return lines[start..<end].filter { $0.contains("///") }.map { line in
      let text = line.drop { $0 == " " }.dropFirst(3)
      return String(text.hasPrefix(" ") ? text.dropFirst() : text)
    }
  }

  private static func trimmed(_ block: [String]) -> [String] {
    Array(block[..<(block.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }
}
