extension Lexer {
  /// Reads `42`, `42u`, `0x2A`, `4.2`, `.42e1`.
  mutating func number() throws(Issue) -> Token.Kind {
    let start = position
    if peek() == 48, let mark = peek(1), mark | 0x20 == UInt8(ascii: "x") {
      return try hexadecimalNumber(from: start)
    }
    skipDigits()
    var isDouble = false
    if peek() == UInt8(ascii: "."), let digit = peek(1), Lexer.isDigit(digit) {
      isDouble = true
      position += 1
      skipDigits()
    }
    if let mark = peek(), mark | 0x20 == UInt8(ascii: "e") {
      let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if let digit = peek(hasSign ? 2 : 1), Lexer.isDigit(digit) {
        isDouble = true
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    let digits = text(start..<position)
    if isDouble {
      try refuseLetters(after: start)
      let full = digits.utf8.first == UInt8(ascii: ".") ? "0" + digits : digits
      guard let double = Double(full), double.isFinite else {
        throw tooLarge(start..<position, "a double")
      }
      return .double(double, exact: Decimal(literal: full))
    }
    return try whole(UInt64(digits), from: start)
  }

  private mutating func hexadecimalNumber(from start: Int) throws(Issue) -> Token.Kind {
    position += 2
    let first = position
    while let byte = peek(), Lexer.hexadecimal(byte) != nil { position += 1 }
    guard position > first else {
      throw Issue(
        range: start..<position, kind: .syntax, message: "`0x` is not followed by hexadecimal digits")
    }
    return try whole(UInt64(text(first..<position), radix: 16), from: start)
  }

  private mutating func whole(_ value: UInt64?, from start: Int) throws(Issue) -> Token.Kind {
    let isUnsigned = peek().map { $0 | 0x20 == UInt8(ascii: "u") } ?? false
    if isUnsigned { position += 1 }
    try refuseLetters(after: start)
    // The parser knows the sign, and so whether a number of this size is an int.
    guard let value else { throw tooLarge(start..<position, isUnsigned ? "a uint" : "an int") }
    return isUnsigned ? .unsigned(value) : .integer(value)
  }

  private func tooLarge(_ range: Range<Int>, _ type: String) -> Issue {
    Issue(range: range, kind: .syntax, message: "the number is too large for \(type)")
  }

  private mutating func refuseLetters(after start: Int) throws(Issue) {
    let end = position
    while let byte = peek(), Lexer.startsName(byte) || Lexer.isDigit(byte) { position += 1 }
    guard position > end else { return }
    throw Issue(
      range: start..<position, kind: .syntax,
      message: "`\(text(start..<position))` is neither a number nor a name",
      help: "a number stands alone, without a unit: `\(text(start..<end))`")
  }

  private mutating func skipDigits() {
    while let byte = peek(), Lexer.isDigit(byte) { position += 1 }
  }
}
