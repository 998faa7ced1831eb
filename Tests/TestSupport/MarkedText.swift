/// A text with numbered marks (①②③…) that say where things stand, so that tests need not count.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: String
  private let offsets: [Character: Int]

  private static let marks: Set<Character> = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]

  /// A text from which the marks are taken out.
  package init(_ marked: String) {
    var text = ""
    var offsets: [Character: Int] = [:]
    for character in marked {
      if Self.marks.contains(character) {
        offsets[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.offsets = offsets
  }

  /// The text's bytes.
  package var bytes: [UInt8] {
    Array(text.utf8)
  }

  /// The byte offset of a mark; -1 for a mark that is not there, which no span has.
  package subscript(mark: Character) -> Int {
    offsets[mark] ?? -1
  }

  /// The byte offsets from one mark to another.
  package func range(_ start: Character, _ end: Character) -> Range<Int> {
    let first = self[start]
    return first..<max(first, self[end])
  }
}
