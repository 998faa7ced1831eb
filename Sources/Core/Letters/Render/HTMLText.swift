/// Text in HTML: escaping, paragraphs and links.
enum HTMLText {
  /// Appends text so that none of it can be markup, neither between tags nor in a quoted attribute.
  static func append(_ bytes: some Sequence<UInt8>, to html: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: ">"): html += "&gt;".utf8
      case UInt8(ascii: "\""): html += "&quot;".utf8
      case UInt8(ascii: "'"): html += "&#39;".utf8
      default: html.append(byte)
      }
    }
  }

  /// The same text, escaped.
  static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var html: [UInt8] = []
    append(bytes, to: &html)
    return html
  }

  /// Appends a line of text with the bare links in it as links.
  static func appendLinked(_ line: ArraySlice<UInt8>, to html: inout [UInt8]) {
    var rest = line
    // Spaces at the start of a line are an indent, which HTML would swallow.
    while rest.first == 32 {
      html += "&nbsp;".utf8
      rest.removeFirst()
    }
    var pending = rest.startIndex
    var place = rest.startIndex
    while place < rest.endIndex {
      guard rest[place] == UInt8(ascii: "h"), place == rest.startIndex || !isLetter(rest[place - 1]),
        let end = linkEnd(rest[place...])
      else {
        place += 1
        continue
      }
      append(rest[pending..<place], to: &html)
      let address = escaped(rest[place..<end])
      html += "<a href=\"".utf8
      html += address
      html += "\">".utf8
      html += address
      html += "</a>".utf8
      (place, pending) = (end, end)
    }
    append(rest[pending...], to: &html)
  }

  /// Whether a text is the address of a web page, which can be linked to without harm.
  static func isWebAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["http://", "https://"].contains { bytes.starts(with: $0.utf8) && bytes.count > $0.utf8.count }
  }

  /// The end of the link that begins here; nil where none does.
  private static func linkEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard isWebAddress(text) else { return nil }
    var end = text.startIndex
    var open = 0
    while end < text.endIndex, text[end] > 32, text[end] < 127, !"<>\"`".utf8.contains(text[end]) {
      if text[end] == UInt8(ascii: "(") { open += 1 }
      if text[end] == UInt8(ascii: ")") {
        guard open > 0 else { break }
        open -= 1
      }
      end += 1
    }
    while end > text.startIndex, ".,;:!?'".utf8.contains(text[end - 1]) { end -= 1 }
    return isWebAddress(text[..<end]) ? end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte)
  }
}
