extension PatternParser {
  /// Reads `(`, `(?:`, `(?i:`, `(?P<name>`, `(?<name>` or `(?i)`.
  mutating func readOpening() throws(RegularExpressionError) {
    let start = position
    position += 1
    guard peek() == UInt8(ascii: "?") else { return try open(at: start, with: flags) }
    position += 1
    if let error = foreignGroup(start) { throw error }
    if peek() == UInt8(ascii: "P") || peek() == UInt8(ascii: "<") {
      try readName(start)
      return try open(at: start, with: flags)
    }
    try readFlags(start)
  }

  private mutating func readName(_ start: Int) throws(RegularExpressionError) {
    position += peek() == UInt8(ascii: "P") ? 2 : 1
    let nameStart = position
    while let byte = peek(), Lexer.startsName(byte) || Lexer.isDigit(byte) { position += 1 }
    guard position > nameStart, peek() == UInt8(ascii: ">") else {
      throw RegularExpressionError(
        start..<min(position + 1, bytes.count), "the name of the group is not one",
        help: "a name is made of letters a to z, digits and `_`, and ends with `>`: `(?P<name>…)`")
    }
    position += 1
  }

  private mutating func readFlags(_ start: Int) throws(RegularExpressionError) {
    var inner = flags
    var isSet = true
    var hasFlag = true
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "i"): inner.ignoresCase = isSet
      case UInt8(ascii: "m"): inner.isMultiline = isSet
      case UInt8(ascii: "s"): inner.dotTakesNewline = isSet
      case UInt8(ascii: "U"): break
      case UInt8(ascii: "-") where isSet:
        isSet = false
        hasFlag = false
        continue
      case UInt8(ascii: ")") where hasFlag:
        flags = inner
        return
      case UInt8(ascii: ":") where hasFlag:
        return try open(at: start, with: inner)
      default:
        position -= 1
        _ = readScalar()
        let written = text(start..<position)
        throw RegularExpressionError(
          start..<position, "`\(written)` opens no known kind of group",
          help:
            "the kinds are `(…)`, `(?:…)`, `(?P<name>…)`, and flags of i, m, s and U as in `(?i)` or `(?i:…)`"
        )
      }
      hasFlag = true
    }
    throw RegularExpressionError(
      start..<position, "the group that `\(text(start..<position))` opens is not closed",
      help: "close it with `)`")
  }

  // Groups of other dialects, by what follows `(?`.
  private static let foreignGroups: [(opening: String, what: String)] = [
    ("<=", "look-behind, `(?<=…)`"), ("<!", "look-behind, `(?<!…)`"), ("=", "look-ahead, `(?=…)`"),
    ("!", "look-ahead, `(?!…)`"), (">", "an atomic group, `(?>…)`"), ("P=", "a backreference, `(?P=…)`"),
    ("P>", "a call of a group, `(?P>…)`"), ("&", "a call of a group, `(?&…)`"),
    ("R", "a call of the whole, `(?R)`"), ("(", "a group with a condition, `(?(…)…)`"),
  ]

  private func foreignGroup(_ start: Int) -> RegularExpressionError? {
    let rest = bytes[position...]
    for (opening, what) in PatternParser.foreignGroups where rest.starts(with: opening.utf8) {
      let isLook = what.hasPrefix("look")
      let help = isLook ? "join two calls of `matches` with `&&` and `!` instead" : nil
      return .unbounded(start..<position + opening.utf8.count, what, help: help)
    }
    switch peek() {
    case UInt8(ascii: "#"):
      return RegularExpressionError(start..<position + 1, "a regular expression has no comments")
    case UInt8(ascii: "'"):
      return RegularExpressionError(
        start..<position + 1, "the name of a group stands in angle brackets", help: "write `(?P<name>…)`")
    case UInt8(ascii: "P") where peek(1) != UInt8(ascii: "<"):
      return RegularExpressionError(
        start..<position + 1, "`(?P` is followed by no name", help: "write `(?P<name>…)`")
    default: return nil
    }
  }
}
