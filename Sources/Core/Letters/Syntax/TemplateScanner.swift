/// Cuts the text of a template into pieces; a tag that cannot be read is reported and left out.
struct TemplateScanner {
  private(set) var pieces: [TemplatePiece] = []
  private(set) var issues: [TemplateIssue] = []
  private let part: TemplatePart
  private let source: [UInt8]
  private var position = 0
  private var textStart = 0
  private var text: [UInt8] = []

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")

  init(_ source: [UInt8], part: TemplatePart) {
    self.part = part
    self.source = source
    while position < source.count { step() }
    endText()
    pieces = TemplateLines.arranged(pieces)
  }

  private func byte(_ ahead: Int) -> UInt8? {
    position + ahead < source.count ? source[position + ahead] : nil
  }

  private mutating func step() {
    switch source[position] {
    case UInt8(ascii: "\\") where byte(1) == Self.open && byte(2) == Self.open:
      text += [Self.open, Self.open]
      position += 3
    case Self.open where byte(1) == Self.open:
      endText()
      tag()
      textStart = position
    case 13:
      if byte(1) == 10 { position += 1 }
      endLine()
    case 10: endLine()
    case let byte:
      if byte < 32 && byte != 9 || byte == 127 { reportControlCharacter() }
      text.append(byte)
      position += 1
    }
  }

  private mutating func endLine() {
    text.append(10)
    position += 1
    endText()
  }

  private mutating func endText() {
    if !text.isEmpty {
      pieces.append(TemplatePiece(range: textStart..<position, kind: .text(text)))
      text.removeAll(keepingCapacity: true)
    }
    textStart = position
  }

  private mutating func reportControlCharacter() {
    issues.append(
      TemplateIssue(
        part: part, range: position..<position + 1, kind: .syntax,
        message: "a control character has no place in a letter", help: "remove it",
        replacement: TemplateIssue.Replacement(range: position..<position + 1, text: "")))
  }

  /// Reads the tag that begins here.
  private mutating func tag() {
    let start = position
    position += 2
    let isComment = byte(0) == UInt8(ascii: "!")
    guard let end = isComment ? plainEnd(from: position) : TagEnd.find(in: source, from: position) else {
      issues.append(
        TemplateIssue(
          part: part, range: start..<start + 2, kind: .syntax,
          message: "the tag that begins here is not closed",
          help: "close it with `}}`; two braces that are meant as text are written `\\{{`"))
      position = source.count
      return
    }
    let inside = position..<end
    position = end + 2
    let range = start..<position
    if isComment {
      pieces.append(TemplatePiece(range: range, kind: .comment))
      return
    }
    if source[inside].first == Self.open, source[inside].last == Self.close {
      issues.append(
        TemplateIssue(
          part: part, range: range, kind: .syntax, message: "a value stands in two braces, not three",
          help: "write `{{ … }}`; what must be escaped is always escaped"))
      return
    }
    guard var reader = TagReader(source, inside, tag: range, part: part) else {
      issues.append(
        TemplateIssue(
          part: part, range: range, kind: .syntax, message: "the tag is empty",
          help: "write an expression between the braces, or remove them"))
      return
    }
    if let kind = reader.kind() { pieces.append(TemplatePiece(range: range, kind: kind)) }
    issues += reader.issues
  }

  private func plainEnd(from start: Int) -> Int? {
    var place = start
    while place + 1 < source.count {
      if source[place] == Self.close, source[place + 1] == Self.close { return place }
      place += 1
    }
    return nil
  }
}

/// Finds the `}}` that closes a tag: not one inside a text or a map of its expression.
enum TagEnd {
  /// The place of the `}}`; nil where there is none.
  ///
  /// Where the quotes or braces of the expression do not pair up, the first `}}` counts.
  static func find(in source: [UInt8], from start: Int) -> Int? {
    var place = start
    var depth = 0
    var first: Int?
    while place < source.count {
      let byte = source[place]
      let isEnd = byte == UInt8(ascii: "}") && place + 1 < source.count && source[place + 1] == byte
      if isEnd, depth == 0 { return place }
      if isEnd, first == nil { first = place }
      switch byte {
      case UInt8(ascii: "{"):
        // The next tag begins: whatever is open in this one, its end has been passed.
        if let first, place + 1 < source.count, source[place + 1] == byte { return first }
        depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = quoteEnd(in: source, from: place, isRaw: isRaw(source, place, start)) else {
          return first ?? plainEnd(in: source, from: place)
        }
        place = end
        continue
      default: break
      }
      place += 1
    }
    return first
  }

  private static func isRaw(_ source: [UInt8], _ place: Int, _ start: Int) -> Bool {
    place > start && source[place - 1] | 0x20 == UInt8(ascii: "r")
  }

  private static func plainEnd(in source: [UInt8], from start: Int) -> Int? {
    let close = UInt8(ascii: "}")
    return (start..<source.count).first {
      source[$0] == close && $0 + 1 < source.count && source[$0 + 1] == close
    }
  }

  /// The place behind the closing quotes; nil where the text is not closed.
  private static func quoteEnd(in source: [UInt8], from start: Int, isRaw: Bool) -> Int? {
    let quote = source[start]
    func isTriple(_ place: Int) -> Bool {
      place + 2 < source.count && source[place...place + 2].allSatisfy { $0 == quote }
    }
    let triple = isTriple(start)
    var place = start + (triple ? 3 : 1)
    while place < source.count {
      let byte = source[place]
      if byte == UInt8(ascii: "\\"), !isRaw {
        place += 2
      } else if byte == quote, !triple || isTriple(place) {
        return place + (triple ? 3 : 1)
      } else if !triple, byte == 10 || byte == 13 {
        return nil
      } else {
        place += 1
      }
    }
    return nil
  }
}
