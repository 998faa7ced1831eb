/// Writes HTML into bytes: markup stands in the program, and what comes from outside is escaped on its way.
struct HTMLWriter: Sendable {
  /// What was written so far, as UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes a piece that stands in the program.
  mutating func markup(_ piece: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// Writes what this writer, or a letter's renderer, has made: every value in it is escaped already.
  mutating func made(_ html: some Sequence<UInt8>) { bytes += html }

  /// Writes a number that was worked out here.
  mutating func number(_ number: Int) { bytes += String(number).utf8 }

  /// Writes a text so that none of it can be markup, neither between tags nor in a quoted attribute; what nobody can see
  /// shows as a box.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup("&amp;")
      case "<": markup("&lt;")
      case ">": markup("&gt;")
      case "\"": markup("&quot;")
      case "'": markup("&#39;")
      case "\n", "\t": markup(" ")
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": markup("\u{FFFD}")
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }

  /// Writes a name from the books: whatever its direction, it turns nothing around it.
  mutating func name(_ name: String) {
    markup("<bdi>")
    text(name)
    markup("</bdi>")
  }

  /// Writes a text in an element, with a class.
  mutating func element(_ tag: StaticString, _ style: StaticString, _ content: String) {
    open(tag, style)
    text(content)
    close(tag)
  }

  /// Opens an element with a class.
  mutating func open(_ tag: StaticString, _ style: StaticString) {
    markup("<")
    markup(tag)
    markup(" class=\"")
    markup(style)
    markup("\">")
  }

  /// Closes an element.
  mutating func close(_ tag: StaticString) {
    markup("</")
    markup(tag)
    markup(">")
  }
}
