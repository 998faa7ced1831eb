/// A small HTML document that says what a text says: paragraphs, line breaks, links and the table.
enum HTMLDocument {
  /// Stands for a table in a draft; text and values hold no control characters.
  static let tableMark: UInt8 = 1

  private static let style =
    "margin:0 auto;padding:16px;max-width:40em;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,"
    + "sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;background:#ffffff"

  /// Appends the inside of a document made from a draft.
  ///
  /// - Parameters:
  ///   - draft: Plain text, nothing of it escaped, with `tableMark` on lines of their own.
  ///   - table: The table as HTML.
  static func appendContent(of draft: [UInt8], table: [UInt8], to html: inout [UInt8]) {
    var isInParagraph = false
    func endParagraph(_ html: inout [UInt8]) {
      if isInParagraph { html += "</p>\n".utf8 }
      isInParagraph = false
    }
    for line in draft.split(separator: 10, omittingEmptySubsequences: false) {
      guard html.count <= TemplateLimits.letterBytes else { return }
      if line.contains(tableMark) {
        endParagraph(&html)
        for _ in 0..<line.count(where: { $0 == tableMark }) where html.count <= TemplateLimits.letterBytes {
          html += table
        }
      } else if line.allSatisfy({ $0 == 32 || $0 == 9 }) {
        endParagraph(&html)
      } else {
        html += (isInParagraph ? "<br>\n" : "<p style=\"margin:0 0 1em\">").utf8
        isInParagraph = true
        HTMLText.appendLinked(line, to: &html)
      }
    }
    endParagraph(&html)
  }

  /// The whole document around its content.
  static func document(content: [UInt8], subject: String, language: LetterLanguage) -> [UInt8] {
    var html = Array("<!DOCTYPE html>\n<html lang=\"".utf8)
    HTMLText.append(language.tag.utf8, to: &html)
    html += "\">\n<head>\n<meta charset=\"utf-8\">\n".utf8
    html += "<meta name=\"viewport\" content=\"width=device-width\">\n<title>".utf8
    HTMLText.append(subject.utf8, to: &html)
    html += "</title>\n</head>\n<body style=\"\(style)\">\n".utf8
    html += content
    html += "</body>\n</html>\n".utf8
    return html
  }
}
