extension Lexer {
  /// Reads `42`, `42u`, `0x2A`, `4.2`, `.42e1`.
  mutating func number() throws(Issue) -> Token.Kind {
    let start = position
    if peek() == 48, let mark = peek(1), mark | 0x20 == UInt8(ascii: "x") {
      return try hexadecimalNumber(from: start, mark)
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
        throw Lexer.tooLarge(digits, .double, start..<position)
      }
      return .double(double, exact: Decimal(literal: full))
    }
    return try whole(UInt64(digits), from: start)
  }

  private mutating func hexadecimalNumber(from start: Int, _ mark: UInt8) throws(Issue) -> Token.Kind {
    position += 2
    let first = position
    while let byte = peek(), Lexer.hexadecimal(byte) != nil { position += 1 }
    guard position > first else {
      try refuseLetters(after: start)
      throw Issue(
        range: start..<position, kind: .syntax,
        message: "`\(text(start..<position))` is not followed by hexadecimal digits",
        help: "a number with the digits 0 to 9 and a to f is written as `0x1F`",
        expected: ["a hexadecimal digit"])
    }
    guard mark == UInt8(ascii: "x") else {
      let range = start..<position
      let small = "0x" + text(first..<position)
      throw Issue(
        range: range, kind: .syntax, message: "`\(text(range))` begins with a capital `X`",
        help: "write `\(small)`", replacement: Issue.Replacement(range: range, text: small),
        expected: [small])
    }
    return try whole(UInt64(text(first..<position), radix: 16), from: start)
  }

  private mutating func whole(_ value: UInt64?, from start: Int) throws(Issue) -> Token.Kind {
    let isUnsigned = peek().map { $0 | 0x20 == UInt8(ascii: "u") } ?? false
    if isUnsigned { position += 1 }
    try refuseLetters(after: start)
    // The parser knows the sign, and so whether a number of this size is an int.
    guard let value else {
      throw Lexer.tooLarge(text(start..<position), isUnsigned ? .uint : .int, start..<position)
    }
    return isUnsigned ? .unsigned(value) : .integer(value)
  }

  /// The issue of a number beyond the bounds of its type.
  static func tooLarge(_ number: String, _ type: CELType, _ range: Range<Int>) -> Issue {
    let shown = number.utf8.count <= 40 ? number : number.prefix(39) + "…"
    let help: String? =
      switch type {
      case .int: "the greatest int is `9223372036854775807`, and a number with a point may be larger"
      case .uint: "the greatest uint is `18446744073709551615u`"
      default: "the greatest double is about `1.79e308`"
      }
    return Issue(
      range: range, kind: .syntax, message: "`\(shown)` is too large for \(type.phrase)", help: help,
      expected: ["a smaller number"])
  }

  /// Refuses a number that letters follow, but for the operator `in`, which needs no space before it.
  private mutating func refuseLetters(after start: Int) throws(Issue) {
    let end = position
    while let byte = peek(), Lexer.startsName(byte) || Lexer.isDigit(byte) { position += 1 }
    if position == end { return }
    if text(end..<position) == "in" {
      position = end
      return
    }
    let range = start..<position
    let written = text(range)
    let digits = written.filter { $0 != "_" }
    var issue = Issue(
      range: range, kind: .syntax, message: "`\(written)` is neither a number nor a name",
      help: "a number stands alone, without a unit: `\(text(start..<end))`", expected: ["a number"])
    if digits.utf8.allSatisfy(Lexer.isDigit) {
      issue.help = "a number is written without `_`: `\(digits)`"
      issue.replacement = Issue.Replacement(range: range, text: digits)
    } else if position - end == 1, source[end] | 0x20 == UInt8(ascii: "e") {
      issue.help = "an exponent needs digits, as in `\(written)3`"
    }
    throw issue
  }

  private mutating func skipDigits() {
    while let byte = peek(), Lexer.isDigit(byte) { position += 1 }
  }
}
