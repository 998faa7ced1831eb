/// Turns HTML into the text that a reader of it sees, quotations marked with `> ` as in plain text.
///
/// What HTML hides (no display, no size, white on white) is left out: it was not meant to be seen by the person who
/// is said to have been answered. Bounded: depth, and one pass over the bytes.
package struct HTMLText {
  /// The text as it is seen.
  package private(set) var text = ""
  /// Bytes of text that were hidden.
  package private(set) var hiddenBytes = 0

  private let html: [UInt8]
  private var at = 0
  private var stack: [Element] = []
  private var line: [UInt8] = []
  private var output: [UInt8] = []
  private var pendingBlank = false
  /// How deep the quotation was where the empty line came.
  private var blankDepth = 0
  private var quoteDepth = 0
  private var hiddenClasses: Set<String> = []
  private var pendingSpace = false

  private struct Element {
    let name: String
    let isHidden: Bool
    let isSkipped: Bool
    let isQuote: Bool
    let isPreformatted: Bool
  }

  private static let deepest = 256
  private static let void: Set<String> = [
    "br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "source", "wbr", "o:p/",
  ]
  private static let blocks: Set<String> = [
    "div", "p", "table", "tr", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
    "section",
    "article", "header", "footer", "center", "address", "form", "dl", "dt", "dd", "body", "tbody", "fieldset",
  ]
  private static let spaced: Set<String> = ["p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre"]
  private static let skipped: Set<String> = [
    "script", "style", "head", "title", "template", "noscript", "svg", "object", "select", "textarea", "math",
  ]
  private static let signatures = [
    "gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "applemailsignature",
    "mobile_signature",
  ]

  /// Converts HTML; never fails, whatever the text is.
  package init(_ html: String) {
    self.html = Array(html.utf8)
    collectHiddenClasses()
    run()
    endLine()
    text = String(decoding: output, as: UTF8.self)
  }

  private mutating func run() {
    while at < html.count {
      if html[at] == UInt8(ascii: "<") { tag() } else { character() }
    }
  }

  private var isShown: Bool { !(stack.last.map { $0.isHidden || $0.isSkipped } ?? false) }

  // MARK: Text

  private mutating func character() {
    let byte = html[at]
    if byte == UInt8(ascii: "&"), let (scalar, length) = HTMLEntity.decode(html, at) {
      at += length
      emit(Array(String(Character(scalar)).utf8))
      return
    }
    at += 1
    if byte == 32 || byte == 10 || byte == 13 || byte == 9 {
      guard isShown else { return }
      if stack.last?.isPreformatted == true {
        if byte == 10 { endLine() } else if byte != 13 { line.append(32) }
      } else {
        pendingSpace = true
      }
      return
    }
    emit([byte])
  }

  private mutating func emit(_ bytes: [UInt8]) {
    guard isShown else {
      hiddenBytes += stack.last?.isHidden == true && bytes != [0xC2, 0xA0] ? bytes.count : 0
      return
    }
    if pendingSpace, !line.isEmpty, line.last != 32 { line.append(32) }
    pendingSpace = false
    line += bytes
  }

  private mutating func endLine() {
    pendingSpace = false
    while line.last == 32 { line.removeLast() }
    let isBlank = line.isEmpty || line == [0xC2, 0xA0]
    if isBlank {
      if !output.isEmpty { leaveBlank() }
      line.removeAll()
      return
    }
    if pendingBlank {
      output += Array(repeating: UInt8(ascii: ">"), count: min(quoteDepth, blankDepth))
      output.append(10)
      pendingBlank = false
    }
    if quoteDepth > 0 { output += Array(repeating: UInt8(ascii: ">"), count: quoteDepth) + [32] }
    output += line
    output.append(10)
    line.removeAll()
  }

  private mutating func leaveBlank() {
    if !pendingBlank { blankDepth = quoteDepth }
    pendingBlank = true
    blankDepth = min(blankDepth, quoteDepth)
  }

  private mutating func breakBlock() {
    if !line.isEmpty { endLine() }
  }

  // MARK: Tags

  private mutating func tag() {
    if html[at...].starts(with: "<!--".utf8) { return skip(past: "-->") }
    guard at + 1 < html.count else {
      at += 1
      return emit([UInt8(ascii: "<")])
    }
    let next = html[at + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return skip(past: ">") }
    guard next.isLetter || next == UInt8(ascii: "/") else {
      at += 1
      return emit([UInt8(ascii: "<")])
    }
    let start = at + 1
    var end = start
    var quote: UInt8?
    while end < html.count {
      let byte = html[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // Only behind a `=` does a quotation mark begin a value.
        if html[end - 1] == UInt8(ascii: "=") || html[end - 1] == 32 { quote = byte }
      } else if byte == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    at = min(end + 1, html.count)
    let content = html[start..<end]
    if content.first == UInt8(ascii: "/") {
      close(name(content.dropFirst()))
    } else {
      open(content)
    }
  }

  private mutating func skip(past mark: String) {
    let mark = Array(mark.utf8)
    while at < html.count, !(html[at] == mark[0] && html[at...].starts(with: mark)) { at += 1 }
    at = min(at + mark.count, html.count)
  }

  private func name(_ content: ArraySlice<UInt8>) -> String {
    String(
      decoding: content.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ":") }.prefix(20).map(
        \.small), as: UTF8.self)
  }

  private mutating func open(_ content: ArraySlice<UInt8>) {
    let name = name(content)
    let attributes = String(
      decoding: content.dropFirst(name.utf8.count).prefix(4000).map(\.small), as: UTF8.self)
    if name == "br" {
      if isShown { endLine() }
      return
    }
    if name == "hr" {
      if isShown {
        breakBlock()
        line += Array("________________________________".utf8)
        endLine()
      }
      return
    }
    if ["td", "th"].contains(name), isShown, !line.isEmpty { line += [32, 32] }
    if Self.blocks.contains(name), isShown {
      breakBlock()
      if Self.spaced.contains(name), !output.isEmpty { leaveBlank() }
    }
    guard !Self.void.contains(name), content.last != UInt8(ascii: "/") else { return }
    if name == "p" || name == "li" { closeOpen(name) }
    guard stack.count < Self.deepest else { return }
    let parent = stack.last
    let isQuote =
      name == "blockquote" || attributes.holds("yahoo_quoted") || attributes.holds("protonmail_quote")
    let element = Element(
      name: name, isHidden: parent?.isHidden == true || HTMLStyle.hides(attributes, hiddenClasses),
      isSkipped: parent?.isSkipped == true || Self.skipped.contains(name)
        || Self.signatures.contains { attributes.holds($0) },
      isQuote: isQuote, isPreformatted: parent?.isPreformatted == true || name == "pre")
    if isQuote, isShown { quoteDepth += 1 }
    stack.append(element)
    if Self.skipped.contains(name), name != "head", name != "noscript", name != "object" { skipRaw(name) }
    if name == "li", isShown { line += Array("- ".utf8) }
  }

  /// Scripts and styles hold no tags: on to where they close.
  private mutating func skipRaw(_ name: String) {
    let mark = Array("</\(name)".utf8)
    while at < html.count {
      if html[at] == UInt8(ascii: "<"), at + mark.count <= html.count,
        zip(html[at..<at + mark.count], mark).allSatisfy({ $0.small == $1 })
      {
        return
      }
      at += 1
    }
  }

  /// A paragraph ends where the next begins, whether closed or not.
  private mutating func closeOpen(_ name: String) {
    if stack.last?.name == name { close(name) }
  }

  private mutating func close(_ name: String) {
    guard let index = stack.lastIndex(where: { $0.name == name }) else { return }
    if Self.blocks.contains(name), isShown {
      breakBlock()
      if Self.spaced.contains(name), !output.isEmpty { leaveBlank() }
    }
    while stack.count > index {
      let element = stack.removeLast()
      if element.isQuote, !element.isHidden, !element.isSkipped, quoteDepth > 0 {
        breakBlock()
        quoteDepth -= 1
      }
    }
  }

  // MARK: Styles

  /// Classes that a style sheet of the mail itself hides.
  private mutating func collectHiddenClasses() {
    var index = 0
    let mark = Array("<style".utf8)
    while index + mark.count < html.count {
      guard html[index] == UInt8(ascii: "<"),
        zip(html[index..<index + mark.count], mark).allSatisfy({ $0.small == $1 })
      else {
        index += 1
        continue
      }
      var end = index
      while end < html.count, !html[end...].prefix(7).map(\.small).elementsEqual("</style".utf8) { end += 1 }
      hiddenClasses.formUnion(
        HTMLStyle.hiddenClasses(
          String(decoding: html[index..<end].prefix(20_000).map(\.small), as: UTF8.self)))
      index = end + 1
    }
  }
}
