extension PatternParser {
  /// Reads what begins with a backslash outside of a class in brackets.
  mutating func readEscape() throws(RegularExpressionError) {
    switch peek(1) {
    case UInt8(ascii: "A"): return addAssertion(.textStart, length: 2)
    case UInt8(ascii: "z"): return addAssertion(.textEnd, length: 2)
    case UInt8(ascii: "b"): return addAssertion(.wordBoundary, length: 2)
    case UInt8(ascii: "B"): return addAssertion(.noWordBoundary, length: 2)
    case UInt8(ascii: "Q"): return try readQuotation()
    default: break
    }
    let start = position
    if let ranges = try readNamedEscape() {
      let key = text(start..<position) + (flags.ignoresCase ? "i" : "")
      if let place = knownSets[key] { return addSet(at: place) }
      let place = try place(of: ScalarSet(ranges))
      knownSets[key] = place
      return addSet(at: place)
    }
    try addLiteral(readEscapedScalar(inClass: false))
  }

  // \Q…\E, or as far as the pattern goes: every character stands for itself.
  private mutating func readQuotation() throws(RegularExpressionError) {
    position += 2
    while position < bytes.count {
      if peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "E") {
        position += 2
        return
      }
      try addLiteral(readScalar())
    }
  }

  /// Reads an escape that stands for one scalar: `\n`, `\123`, `\x7F`, `\x{10FFFF}`, `\.` and so on.
  mutating func readEscapedScalar(inClass: Bool) throws(RegularExpressionError) -> UInt32 {
    let start = position
    position += 1
    guard let byte = peek() else {
      throw RegularExpressionError(
        start..<position, "the backslash at the end escapes nothing",
        help: "write `\\\\` for the character itself")
    }
    switch byte {
    case UInt8(ascii: "a"): return simple(7)
    case UInt8(ascii: "f"): return simple(12)
    case UInt8(ascii: "n"): return simple(10)
    case UInt8(ascii: "r"): return simple(13)
    case UInt8(ascii: "t"): return simple(9)
    case UInt8(ascii: "v"): return simple(11)
    case UInt8(ascii: "x"): return try readHexadecimal(start)
    case UInt8(ascii: "0"): return readOctal()
    case UInt8(ascii: "1")...UInt8(ascii: "7"):
      if let next = peek(1), (48...55).contains(next) { return readOctal() }
      throw foreignEscape(start, inClass: inClass)
    case 0..<0x80 where !Lexer.isDigit(byte) && (!Lexer.startsName(byte) || byte == UInt8(ascii: "_")):
      return simple(UInt32(byte))
    default: throw foreignEscape(start, inClass: inClass)
    }
  }

  private mutating func simple(_ scalar: UInt32) -> UInt32 {
    position += 1
    return scalar
  }

  private mutating func readOctal() -> UInt32 {
    let end = position + 3
    var number: UInt32 = 0
    while position < end, let byte = peek(), (48...55).contains(byte) {
      number = number * 8 + UInt32(byte - 48)
      position += 1
    }
    return number
  }

  private mutating func readHexadecimal(_ start: Int) throws(RegularExpressionError) -> UInt32 {
    position += 1
    let isBraced = peek() == UInt8(ascii: "{")
    if isBraced { position += 1 }
    let digits = position
    var number: UInt32 = 0
    while isBraced || position < digits + 2, let digit = peek().flatMap(Lexer.hexadecimal) {
      number = number * 16 + digit
      position += 1
      if number > ScalarSet.greatest { break }
    }
    guard number <= ScalarSet.greatest else {
      throw RegularExpressionError(
        start..<position, "`\(text(start..<position))…` is beyond the last character, `\\x{10FFFF}`")
    }
    let isWhole = isBraced ? position > digits && peek() == UInt8(ascii: "}") : position == digits + 2
    guard isWhole else {
      throw RegularExpressionError(
        start..<position, "`\(text(start..<position))` is not a whole character code",
        help: "write two hexadecimal digits, as in `\\x7F`, or any number in braces, as in `\\x{20AC}`")
    }
    if isBraced { position += 1 }
    return number
  }

  // What to write instead of escapes that other dialects have.
  private static let substitutes: [Character: String] = [
    "Z": "write `\\z` for the end of the text", "e": "write `\\x1B` for the escape character",
    "h": "write `[ \\t]` for a blank", "H": "write `[^ \\t]` for anything but a blank",
    "R": "write `\\r?\\n` for the end of a line", "N": "write `[^\\n]` for anything but the end of a line",
    "u": "write `\\x{20AC}` for a character by its code",
    "U": "write `\\x{20AC}` for a character by its code",
    "X": "write `\\PM\\pM*` for a character with its marks", "C": "write `.` for one character",
    "E": "it ends what `\\Q` begins, and there is no `\\Q`",
    "c": "write `\\x01` for a control character by its code",
  ]

  private mutating func foreignEscape(_ start: Int, inClass: Bool) -> RegularExpressionError {
    let isNumber = peek().map(Lexer.isDigit) ?? false
    let scalar = readScalar()
    let written = text(start..<position)
    let isReference = isNumber || ((scalar == 0x6B || scalar == 0x67) && (peek() == 0x7B || peek() == 0x3C))
    if isReference && !inClass { return .unbounded(start..<position, "a backreference such as `\(written)`") }
    let letter = Unicode.Scalar(scalar).map(Character.init) ?? " "
    var help = PatternParser.substitutes[letter]
    if inClass { help = scalar == 0x62 ? "write `\\x08` for a backspace" : help }
    if scalar >= 0x80 { help = "leave out the backslash: `\(letter)` stands for itself" }
    let place = inClass ? " in a class" : ""
    return RegularExpressionError(start..<position, "`\(written)` has no meaning\(place)", help: help)
  }
}
