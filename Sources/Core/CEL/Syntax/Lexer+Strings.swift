/// What stands before and between the quotes of a text.
struct QuoteStyle {
  let start: Int
  let isRaw: Bool
  let isBytes: Bool
  let quote: UInt8
  let isTriple: Bool
}

extension Lexer {
  /// The style of the text that begins here; nil where none does.
  func quotePrefix() -> QuoteStyle? {
    var ahead = 0
    var isBytes = false
    var isRaw = false
    if let byte = peek(ahead), byte | 0x20 == UInt8(ascii: "b") {
      isBytes = true
      ahead += 1
    }
    if let byte = peek(ahead), byte | 0x20 == UInt8(ascii: "r") {
      isRaw = true
      ahead += 1
    }
    guard let quote = peek(ahead), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    let isTriple = peek(ahead + 1) == quote && peek(ahead + 2) == quote
    return QuoteStyle(
      start: position + ahead, isRaw: isRaw, isBytes: isBytes, quote: quote, isTriple: isTriple)
  }

  /// Reads the text of a style to its closing quotes.
  mutating func quoted(_ style: QuoteStyle) throws(Issue) -> Token.Kind {
    let first = position
    position = style.start + (style.isTriple ? 3 : 1)
    var bytes: [UInt8] = []
    var mistake: Issue?
    while let byte = peek() {
      if byte == style.quote, closes(style) {
        position += style.isTriple ? 3 : 1
        if let mistake { throw mistake }
        return style.isBytes ? .bytes(bytes) : .string(String(decoding: bytes, as: UTF8.self))
      }
      if !style.isTriple, byte == 10 || byte == 13 { break }
      if byte == UInt8(ascii: "\\"), !style.isRaw {
        do throws(Issue) {
          try escape(into: &bytes, isBytes: style.isBytes)
        } catch {
          // The text is read to its end, so that what follows is not misread.
          mistake = mistake ?? error
        }
      } else {
        bytes.append(byte)
        position += 1
      }
    }
    let mark = String(repeating: style.quote == 34 ? "\"" : "'", count: style.isTriple ? 3 : 1)
    throw Issue(
      range: first..<position, kind: .syntax, message: "the text is not closed",
      help: "end it with `\(mark)`", expected: [mark])
  }

  private func closes(_ style: QuoteStyle) -> Bool {
    !style.isTriple || (peek(1) == style.quote && peek(2) == style.quote)
  }

  private mutating func escape(into bytes: inout [UInt8], isBytes: Bool) throws(Issue) {
    let start = position
    position += 1
    guard let letter = peek() else { return }
    position += 1
    let simple: UInt8? =
      switch letter {
      case UInt8(ascii: "a"): 7
      case UInt8(ascii: "b"): 8
      case UInt8(ascii: "f"): 12
      case UInt8(ascii: "n"): 10
      case UInt8(ascii: "r"): 13
      case UInt8(ascii: "t"): 9
      case UInt8(ascii: "v"): 11
      case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        letter
      default: nil
      }
    if let simple {
      bytes.append(simple)
      return
    }
    let code = try codePoint(letter, from: start, isBytes: isBytes)
    if isBytes {
      bytes.append(UInt8(truncatingIfNeeded: code))
      return
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw badEscape(start, "is no Unicode character")
    }
    bytes.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func codePoint(_ letter: UInt8, from start: Int, isBytes: Bool) throws(Issue) -> UInt32 {
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return try digits(2, radix: 16, from: start)
    case UInt8(ascii: "u") where !isBytes: return try digits(4, radix: 16, from: start)
    case UInt8(ascii: "U") where !isBytes: return try digits(8, radix: 16, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      return try digits(3, radix: 8, from: start)
    default:
      // A character of several bytes is skipped and shown whole.
      while let byte = peek(), letter >= 0x80, byte & 0xC0 == 0x80 { position += 1 }
      throw badEscape(start, "is no escape sequence")
    }
  }

  private mutating func digits(_ count: Int, radix: UInt32, from start: Int) throws(Issue) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let byte = peek(), let digit = Lexer.hexadecimal(byte), digit < radix else {
        throw badEscape(start, "needs \(count) \(radix == 16 ? "hexadecimal" : "octal") digits")
      }
      value = value &* radix &+ digit
      position += 1
    }
    return value
  }

  private func badEscape(_ start: Int, _ why: String) -> Issue {
    let shown = text(start..<position).contains { $0.isNewline } ? "a backslash at the end of a line" : nil
    return Issue(
      range: start..<position, kind: .syntax,
      message: "\(shown ?? "`\(text(start..<position))`") \(why)",
      help: "a backslash itself is written `\\\\`")
  }
}
