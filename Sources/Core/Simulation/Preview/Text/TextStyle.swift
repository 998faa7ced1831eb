import PolicySyntax

/// How text for reading is laid out: how wide, and with what the terminal can show.
///
/// Only drawing depends on it. What comes from the books and the policy, names and words, stays as it is.
package struct TextStyle: Sendable {
  /// Columns of the terminal that are used, 40 to 120: longer lines are hard to read.
  package let width: Int
  /// True writes ANSI colours.
  package let isColoured: Bool
  /// True draws with characters beyond ASCII.
  package let isUnicode: Bool

  /// - Parameter width: Columns there are.
  package init(width: Int = 80, isColoured: Bool = false, isUnicode: Bool = false) {
    self.width = min(120, max(40, width))
    self.isColoured = isColoured
    self.isUnicode = isUnicode
  }

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func red(_ text: String) -> String { paint(text, "31") }
  func green(_ text: String) -> String { paint(text, "32") }
  func yellow(_ text: String) -> String { paint(text, "33") }
  func cyan(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  var ellipsis: String { isUnicode ? "…" : "..." }
  /// Between things of one line that are of equal rank.
  var dot: String { isUnicode ? "·" : "-" }
  var dash: String { isUnicode ? "–" : "-" }
  var messageMark: String { isUnicode ? "▸" : ">" }
  var flagMark: String { "!" }
  var quietMark: String { isUnicode ? "·" : "." }
  /// In front of the words of a message.
  var margin: String { isUnicode ? "│" : "|" }
  /// Two columns for a day on which nothing may leave.
  var closedDay: String { isUnicode ? "░░" : "xx" }
  /// One column of a bar.
  var bar: String { isUnicode ? "█" : "#" }
  /// One column of what a bar may still grow by.
  var barRange: String { isUnicode ? "░" : "." }

  /// A value from outside, fit for one line.
  func clean(_ text: String) -> String { PlainText.clean(text) }

  /// A value, cut short where it is wider.
  func cut(_ text: String, to width: Int) -> String {
    PlainText.cut(text, to: max(width, DisplayWidth.of(ellipsis)), ellipsis: ellipsis)
  }

  /// Text with spaces behind it; one at least where `width` is not reached.
  func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// Text with spaces in front of it.
  func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  /// Without the spaces at its end.
  func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The words of a text behind a first part, wrapped under themselves.
  ///
  /// - Parameters:
  ///   - first: What stands in front of the first line, without colours; its width indents the others.
  ///   - keep: Columns that stay free on the first line.
  func hanging(_ first: String, _ text: String, keep: Int = 0) -> [String] {
    let indent = DisplayWidth.of(first)
    let blank = String(repeating: " ", count: indent)
    let lines = PlainText.wrapped(text, width: max(16, width - indent - keep))
    if lines.isEmpty { return [first] }
    return lines.enumerated().map { ($0.offset == 0 ? first : blank) + $0.element }
  }

  /// A count with its noun: `1 invoice`, `2 invoices`.
  func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
