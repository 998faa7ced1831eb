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
  ///
  /// A line break in triple quotes is a line feed however the file writes it: so do the language's other
  /// implementations, and an expression means the same on every system.
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
      } else if byte == 13 {
        bytes.append(10)
        position += peek(1) == 10 ? 2 : 1
      } else {
        bytes.append(byte)
        position += 1
      }
    }
    throw unclosed(style, from: first)
  }

  private func closes(_ style: QuoteStyle) -> Bool {
    !style.isTriple || (peek(1) == style.quote && peek(2) == style.quote)
  }

  private func unclosed(_ style: QuoteStyle, from first: Int) -> Issue {
    let quote = style.quote == UInt8(ascii: "\"") ? "\"" : "'"
    let mark = String(repeating: quote, count: style.isTriple ? 3 : 1)
    var help = "end it with `\(mark)`"
    if isInsideWord(first, quote) {
      help = "a `\(quote)` inside a text is written `\\\(quote)`"
      help += quote == "'" ? ", or put the text in double quotes" : ", or put the text in single quotes"
    } else if !style.isRaw, position - first > 2, source[position - 1] == style.quote,
      source[position - 2] == UInt8(ascii: "\\")
    {
      help += "; a backslash before it is written `\\\\`"
    }
    return Issue(
      range: first..<position, kind: .syntax, message: "the text is not closed", help: help, expected: [mark])
  }

  /// Whether a quote stands right behind a word that itself stands right behind a text: `'O'Brien'`.
  private func isInsideWord(_ place: Int, _ quote: String) -> Bool {
    guard tokens.count >= 2, let word = tokens.last, word.range.upperBound == place, word.isName,
      text(place..<place + 1) == quote
    else { return false }
    let before = tokens[tokens.count - 2]
    return before.isText && before.range.upperBound == word.range.lowerBound
  }

  private mutating func escape(into bytes: inout [UInt8], isBytes: Bool) throws(Issue) {
    let start = position
    position += 1
    guard let letter = peek() else { return }
    position += 1
    if let simple = Lexer.simpleEscape(letter) {
      bytes.append(simple)
      return
    }
    let code = try codePoint(letter, from: start, isBytes: isBytes)
    if isBytes {
      bytes.append(UInt8(truncatingIfNeeded: code))
      return
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw code < 0x11_0000
        ? badEscape(
          start, "is half of a character", help: "write the character itself, or `\\U` with its eight digits")
        : badEscape(start, "is no Unicode character", help: "the last one is `\\U0010FFFF`")
    }
    bytes.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// The byte that a backslash before a letter or mark stands for; nil where it takes digits, or is none.
  private static func simpleEscape(_ letter: UInt8) -> UInt8? {
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
  }

  private mutating func codePoint(_ letter: UInt8, from start: Int, isBytes: Bool) throws(Issue) -> UInt32 {
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return try digits(2, radix: 16, from: start)
    case UInt8(ascii: "u") where !isBytes: return try digits(4, radix: 16, from: start)
    case UInt8(ascii: "U") where !isBytes: return try digits(8, radix: 16, from: start)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      throw badEscape(
        start, "stands for a character, and bytes have none",
        help: "write the character itself, or its bytes, as in `\\xC3\\xA9`")
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      return try digits(3, radix: 8, from: start)
    case 10, 13:
      throw badEscape(
        start, "is no escape sequence", help: "a text over several lines stands in triple quotes: `\"\"\"`")
    default:
      // A character of several bytes is skipped and shown whole.
      while let byte = peek(), letter >= 0x80, byte & 0xC0 == 0x80 { position += 1 }
      throw unknownEscape(start)
    }
  }

  private mutating func digits(_ count: Int, radix: UInt32, from start: Int) throws(Issue) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let byte = peek(), let digit = Lexer.hexadecimal(byte), digit < radix else {
        throw badEscape(
          start, "needs \(count) \(radix == 16 ? "hexadecimal" : "octal") digits",
          help: "a backslash itself is written `\\\\`",
          expected: [radix == 16 ? "a hexadecimal digit" : "an octal digit"])
      }
      value = value &* radix &+ digit
      position += 1
    }
    return value
  }

  private func unknownEscape(_ start: Int) -> Issue {
    var issue = badEscape(
      start, "is no escape sequence",
      help:
        "a backslash itself is written `\\\\`; with `r` before the quotes, `r\"\\d+\"`, it is one as it is")
    issue.replacement = Issue.Replacement(range: start..<start + 1, text: "\\\\")
    return issue
  }

  private func badEscape(
    _ start: Int, _ why: String, help: String,
    expected: [String] = ["\\\\", "\\n", "\\\"", "\\u0041", "\\x41"]
  ) -> Issue {
    let shown = text(start..<position).contains { $0.isNewline } ? "a backslash at the end of a line" : nil
    return Issue(
      range: start..<position, kind: .syntax, message: "\(shown ?? "`\(text(start..<position))`") \(why)",
      help: help, expected: expected)
  }
}
