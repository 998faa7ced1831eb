/// Values from outside, made fit for a terminal: they can neither steer it nor break a line.
package enum PlainText {
  /// The text with a space in place of each control character, line break and mark that turns the direction
  /// of writing around.
  package static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<32, 127...159, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text, or its beginning with `…` where it is wider than so many columns of a terminal.
  ///
  /// - Parameter ellipsis: What stands for the rest; not wider than `width`.
  package static func cut(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.of(text) > width else { return text }
    return prefix(of: text[...], width: width - DisplayWidth.of(ellipsis)) + ellipsis
  }

  /// The words of a text on lines of at most so many columns; a word that is wider is broken.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in clean(text).split(separator: " ") {
      var word = word
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while DisplayWidth.of(String(word)) > width {
        let part = prefix(of: word, width: width)
        if part.isEmpty { break }
        lines.append(part)
        word = word.dropFirst(part.count)
      }
      line = String(word)
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func prefix(of text: Substring, width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { break }
      result.append(character)
    }
    return result
  }
}
