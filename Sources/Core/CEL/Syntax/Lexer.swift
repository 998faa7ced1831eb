/// Cuts the text of an expression into tokens; what is no token is reported and left out.
struct Lexer {
  private(set) var tokens: [Token] = []
  private(set) var issues: [Issue] = []
  let source: [UInt8]
  var position = 0

  /// Cuts up a text of at most `ExpressionLimits.textBytes` bytes; stops after `Parser.issueLimit` mistakes.
  init(_ source: [UInt8]) {
    self.source = source
    while issues.count < Parser.issueLimit {
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
    if Lexer.startsName(byte) { return try identifier() }
    if byte == UInt8(ascii: "`") { return try quotedIdentifier() }
    for length in [3, 2, 1] where position + length <= source.count {
      let symbol = text(position..<position + length)
      guard Token.symbols.contains(symbol) else { continue }
      position += length
      return .symbol(symbol)
    }
    throw stranger()
  }

  private mutating func identifier() throws(Issue) -> Token.Kind {
    let start = position
    while let byte = peek(), Lexer.startsName(byte) || Lexer.isDigit(byte) { position += 1 }
    if peek().map({ $0 >= 0x80 }) ?? false, let issue = foreignWord(from: start) { throw issue }
    return .identifier(text(start..<position))
  }

  private mutating func quotedIdentifier() throws(Issue) -> Token.Kind {
    let start = position
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      let isAllowed = Lexer.startsName(byte) || Lexer.isDigit(byte) || "-. /".utf8.contains(byte)
      guard isAllowed else { break }
      position += 1
    }
    guard peek() == UInt8(ascii: "`"), position > start + 1 else { throw badName(from: start) }
    position += 1
    return .quotedIdentifier(text(start + 1..<position - 1))
  }

  /// The issue of what stands behind a backtick and is no name; read to the closing one if it is near.
  private mutating func badName(from start: Int) -> Issue {
    let rest = source[position...].prefix(200)
    let closing = rest.firstIndex { $0 == UInt8(ascii: "`") || $0 == 10 }
    let help = "between backticks stand letters, digits and `_`, `-`, `.`, `/`, spaces"
    guard let closing, source[closing] == UInt8(ascii: "`") else {
      return Issue(
        range: start..<position, kind: .syntax, message: "a name between backticks is not closed", help: help,
        expected: ["`"])
    }
    position = closing + 1
    let name = text(start + 1..<closing)
    return Issue(
      range: start..<position, kind: .syntax,
      message: name.isEmpty
        ? "the name between backticks is empty" : "`\(name)` is no name that can stand between backticks",
      help: help, expected: ["a name"])
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
