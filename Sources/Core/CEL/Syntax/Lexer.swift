/// Cuts the text of an expression into tokens; what is no token is reported and left out.
struct Lexer {
  private(set) var tokens: [Token] = []
  private(set) var issues: [Issue] = []
  let source: [UInt8]
  var position = 0

  /// Cuts up a text of at most `ExpressionLimits.textBytes` bytes.
  init(_ source: [UInt8]) {
    self.source = source
    while true {
      skipBlanks()
      guard position < source.count else { break }
      let start = position
      do throws(Issue) {
        let kind = try next()
        tokens.append(Token(kind: kind, range: start..<position))
      } catch {
        issues.append(error)
        position = max(position, start + 1, error.range.upperBound)
      }
    }
    tokens.append(Token(kind: .end, range: source.count..<source.count))
  }

  /// The byte some places ahead; nil behind the end.
  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < source.count ? source[position + ahead] : nil
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte == 32 || (9...13).contains(byte) && byte != 11 {
        position += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        while let byte = peek(), byte != 10 { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func next() throws(Issue) -> Token.Kind {
    let byte = source[position]
    if Lexer.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Lexer.isDigit) == true) {
      return try number()
    }
    if let prefix = quotePrefix() { return try quoted(prefix) }
    if Lexer.startsName(byte) {
      let start = position
      while let byte = peek(), Lexer.startsName(byte) || Lexer.isDigit(byte) { position += 1 }
      return .identifier(text(start..<position))
    }
    if byte == UInt8(ascii: "`") { return try quotedIdentifier() }
    for symbol in Token.symbols where source[position...].starts(with: symbol.utf8) {
      position += symbol.utf8.count
      return .symbol(symbol)
    }
    if let text = curlyText() { throw text }
    throw unexpectedCharacter()
  }

  /// A text in curly quotes, as word processors set them: one mistake from the first quote to the last.
  private func curlyText() -> Issue? {
    let marks = ["“", "”", "„", "‘", "’", "«", "»"].map { Array($0.utf8) }
    func mark(at place: Int) -> [UInt8]? { marks.first { source[place...].starts(with: $0) } }
    guard let opening = mark(at: position) else { return nil }
    var end = position + opening.count
    while end < source.count, end - position < 200, source[end] != 10, source[end] != 34 {
      guard let closing = mark(at: end) else {
        end += 1
        continue
      }
      let range = position..<end + closing.count
      let straight = "\"" + text(position + opening.count..<end) + "\""
      return Issue(
        range: range, kind: .syntax,
        message: "`\(text(range))` stands in curly quotes, which are no quotes here",
        help: "write straight quotes: `\(straight)`",
        replacement: Issue.Replacement(range: range, text: straight))
    }
    return nil
  }

  private mutating func quotedIdentifier() throws(Issue) -> Token.Kind {
    let start = position
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      let isAllowed = Lexer.startsName(byte) || Lexer.isDigit(byte) || "-. /".utf8.contains(byte)
      guard isAllowed else { break }
      position += 1
    }
    guard peek() == UInt8(ascii: "`"), position > start + 1 else {
      throw Issue(
        range: start..<position, kind: .syntax, message: "a name between backticks is not closed",
        help: "between backticks stand letters, digits and `_`, `-`, `.`, `/`, spaces")
    }
    position += 1
    return .quotedIdentifier(text(start + 1..<position - 1))
  }

  private func unexpectedCharacter() -> Issue {
    let lead = source[position]
    let length = lead < 0x80 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4))
    let range = position..<min(position + length, source.count)
    let character = text(range)
    var help: String?
    var replacement: Issue.Replacement?
    if ["“", "”", "„", "‘", "’", "«", "»"].contains(character) {
      help = "write straight quotes: `\"`"
      replacement = Issue.Replacement(range: range, text: "\"")
    } else if ["€", "£", "$", "¥"].contains(character) {
      help = "write the number alone: it is in the base currency"
    } else if ["≥", "≤", "≠"].contains(character) {
      let plain = character == "≥" ? ">=" : (character == "≤" ? "<=" : "!=")
      help = "write `\(plain)`"
      replacement = Issue.Replacement(range: range, text: plain)
    } else if character == ";" {
      help = "a condition is one expression; join two with `&&` or `||`"
    }
    let shown = lead < 0x20 || lead == 0x7F ? "a control character" : "`\(character)`"
    return Issue(
      range: range, kind: .syntax, message: "\(shown) has no meaning in an expression", help: help,
      replacement: replacement)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  static func startsName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return byte == 95 || (letter >= 97 && letter <= 122)
  }

  /// The value of a hexadecimal digit; nil for any other byte.
  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 48) }
    let letter = byte | 0x20
    return letter >= 97 && letter <= 102 ? UInt32(letter - 87) : nil
  }
}
