import Testing

@testable import CEL

@Suite struct LexerTests {
  private func kinds(_ text: String) -> [Token.Kind] {
    let lexer = Lexer(Array(text.utf8))
    #expect(lexer.issues.isEmpty, "\(text): \(lexer.issues.map(\.message))")
    return lexer.tokens.dropLast().map(\.kind)
  }

  private func literal(_ text: String) throws -> Literal {
    var parser = Parser(Array(text.utf8))
    let tree = parser.parse()
    #expect(parser.issues.isEmpty, "\(text): \(parser.issues.map(\.message))")
    return try tree.unwrapped.literal.unwrapped
  }

  private func mistakes(_ text: String) -> [CEL.Issue] {
    var parser = Parser(Array(text.utf8))
    let tree = parser.parse()
    #expect(tree == nil || !parser.issues.isEmpty, "\(text) is read without a mistake")
    return parser.issues
  }

  @Test(arguments: [
    ("\\a", "\u{7}"), ("\\b", "\u{8}"), ("\\f", "\u{C}"), ("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t"),
    ("\\v", "\u{B}"), ("\\\\", "\\"), ("\\?", "?"), ("\\\"", "\""), ("\\'", "'"), ("\\`", "`"),
    ("\\x41", "A"), ("\\X4a", "J"), ("\\xfF", "ÿ"), ("\\x00", "\0"), ("\\000", "\0"), ("\\101", "A"),
    ("\\377", "ÿ"), ("\\303\\277", "Ã¿"), ("\\u0041", "A"), ("\\u01aB", "ƫ"), ("\\uD7FF", "\u{D7FF}"),
    ("\\uE000", "\u{E000}"), ("\\U0001F62C", "😬"), ("\\U0010FFFF", "\u{10FFFF}"),
    ("\\U00088888", "\u{88888}"),
    ("\\x411", "A1"), ("\\1011", "A1"), ("\\u00411", "A1"), ("\\\\n", "\\n"),
  ])
  func `an escape stands for its character in every sort of quotes`(escape: String, character: String) throws
  {
    for quote in ["\"", "'", "\"\"\"", "'''"] {
      #expect(try literal(quote + escape + quote) == .string(character))
      #expect(try literal("\(quote)<\(escape)>\(quote)") == .string("<\(character)>"))
      for prefix in ["r", "R"] where !(quote.count == 1 && escape.hasSuffix(quote)) {
        #expect(try literal(prefix + quote + escape + " " + quote) == .string(escape + " "))
      }
    }
  }

  @Test(
    arguments: [
      ("\\a", [7]), ("\\n", [10]), ("\\`", [96]), ("\\x41", [0x41]), ("\\xff", [255]), ("\\Xff", [255]),
      ("\\377", [255]), ("\\303\\277", [195, 191]), ("ÿ", [195, 191]), ("😬", [0xF0, 0x9F, 0x98, 0xAC]),
    ] as [(String, [UInt8])])
  func `an escape in bytes stands for one byte`(escape: String, bytes: [UInt8]) throws {
    for quote in ["\"", "'", "\"\"\"", "'''"] {
      #expect(try literal("b" + quote + escape + quote) == .bytes(bytes))
      #expect(try literal("B" + quote + escape + quote) == .bytes(bytes))
    }
    let raw = escape.hasPrefix("\\") ? Array(escape.utf8) : bytes
    for prefix in ["br", "bR", "Br", "BR"] { #expect(try literal("\(prefix)'\(escape)'") == .bytes(raw)) }
  }

  @Test(arguments: [
    "\\s", "\\A", "\\8", "\\4", "\\400", "\\0", "\\01", "\\18", "\\08 ", "\\x", "\\x4", "\\xg0", "\\u",
    "\\u123",
    "\\u123g", "\\U0001F62", "\\UFFFFFFFF", "\\U00110000", "\\uD800", "\\uDFFF", "\\uD83D\\uDE03",
    "\\UD83DDE03",
    "\\U0000D800", "\\ ", "\\é", "\\\u{1F62C}", "\\\n", "\\/", "\\%",
  ])
  func `a backslash before anything else is a mistake`(escape: String) throws {
    for text in ["\"a\(escape)\"", "'''a\(escape)'''"] {
      let issue = try mistakes(text).first.unwrapped
      #expect(underlined(issue, in: text).hasPrefix("\\"), "\(text): \(issue)")
    }
  }

  @Test(arguments: ["b\"\\u0041\"", "b'\\U00000041'", "b'''\\u0041'''"])
  func `bytes have no escapes of characters`(text: String) { #expect(mistakes(text).count == 1) }

  @Test func `a text ends at the first quotes of its own sort`() throws {
    #expect(try literal("'\"'") == .string("\""))
    #expect(try literal("\"'\"") == .string("'"))
    #expect(try literal("'''x''x'''") == .string("x''x"))
    #expect(try literal("\"\"\"\"a\"\"\"") == .string("\"a"))
    #expect(try literal("\"\"\"\"\"\"") == .string(""))
    #expect(try literal("''") == .string(""))
    #expect(try literal("r'\\'") == .string("\\"))
    #expect(kinds("'' ''") == [.string(""), .string("")])
    #expect(kinds("b''r''") == [.bytes([]), .string("")])
    #expect(kinds("rb''") == [.identifier("rb"), .string("")])
  }

  @Test func `only triple quotes go over lines, whose breaks are line feeds`() throws {
    for quote in ["\"\"\"", "'''"] {
      for prefix in ["", "r"] {
        for lineBreak in ["\n", "\r\n", "\r"] {
          #expect(try literal("\(prefix)\(quote)a\(lineBreak)b\(quote)") == .string("a\nb"))
          #expect(try literal("b\(prefix)\(quote)a\(lineBreak)b\(quote)") == .bytes([97, 10, 98]))
        }
      }
      #expect(try literal("\(quote)\r\r\n\n\(quote)") == .string("\n\n\n"))
      #expect(try literal("\(quote)\\r\\n\(quote)") == .string("\r\n"))
    }
    for text in ["\"a\nb\"", "'a\rb'", "r'a\nb'", "b'a\nb'"] {
      #expect(mistakes(text).first?.message == "the text is not closed", "\(text)")
    }
    #expect(try literal("'\u{B}\u{C}\0\t'") == .string("\u{B}\u{C}\0\t"))
  }

  @Test(
    arguments: [
      ("0", 0), ("42", 42), ("007", 7), ("0x0", 0), ("0x2A", 42), ("0xaBcDeF", 0xAB_CDEF), ("-1", -1),
      ("- 1", -1),
      ("-0x10", -16), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
      ("0x7fffffffffffffff", Int64.max), ("-0x8000000000000000", Int64.min), ("-\n7", -7),
      ("0000000000000000000000042", 42),
    ] as [(String, Int64)])
  func `a whole number is an int`(text: String, value: Int64) throws {
    #expect(try literal(text) == .int(value))
  }

  @Test(
    arguments: [
      ("0u", 0), ("42U", 42), ("0x2Au", 42), ("18446744073709551615u", UInt64.max),
      ("0xFFFFFFFFFFFFFFFFu", UInt64.max),
    ] as [(String, UInt64)])
  func `a number with a u is a uint`(text: String, value: UInt64) throws {
    #expect(try literal(text) == .uint(value))
  }

  @Test(arguments: [
    ("1.5", 1.5), (".5", 0.5), (".5e1", 5), ("1e3", 1000), ("1E+3", 1000), ("1e-3", 0.001), ("0.0", 0),
    ("007.5", 7.5), ("-1.5", -1.5), ("-.5", -0.5), ("1.7976931348623157e308", 1.7976931348623157e308),
    ("1e-999", 0),
    ("5e-324", .leastNonzeroMagnitude), ("12345678901234567168.0", 12345678901234567168),
  ])
  func `a number with a point or an exponent is a double`(text: String, value: Double) throws {
    guard case .double(let found, exact: _) = try literal(text) else {
      Issue.record("\(text) is no double")
      return
    }
    #expect(found == value)
  }

  @Test func `a sign before zero point zero is kept`() throws {
    guard case .double(let found, exact: _) = try literal("-0.0") else { throw MissingValue() }
    #expect(found == 0 && found.sign == .minus)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "18446744073709551616u", "0x8000000000000000",
    "0x10000000000000000", "1e309", "-1e400", "0x", "0xg", "0xu", "0X1F", "1e", "1e+", "1ee1", "42ul", "1_0",
    "5days", "1.5u", "0b11", "1.", "1.+2", "0x1.8", "1..2",
  ])
  func `what is not quite a number is refused`(text: String) { #expect(mistakes(text).count == 1) }

  @Test func `an operator in letters may touch a number`() {
    #expect(kinds("1in[1]") == kinds("1 in [1]"))
    #expect(kinds("0x1Fin x") == kinds("0x1F in x"))
    #expect(kinds("2uin x") == kinds("2u in x"))
    #expect(kinds("1.5in x") == kinds("1.5 in x"))
    #expect(mistakes("1inx").count == 1)
  }

  @Test func `names have letters, digits and underscores`() {
    let names = ["a", "_", "_1", "A9_z", "truely", "inn", "nul", "b", "r", "br", "e1", "x41", "u0041"]
    for name in names { #expect(kinds(name) == [.identifier(name)]) }
    #expect(kinds("a.`b-c.d/e f_1`").last == .quotedIdentifier("b-c.d/e f_1"))
    for text in ["é", "aé", "naïve", "a.``", "a.`b", "a.`é`", "a.`b!`", "`"] {
      #expect(mistakes(text).count == 1, "\(text)")
    }
  }

  @Test func `blanks and comments part tokens and mean nothing`() {
    let plain = kinds("a + b")
    for blank in [" ", "\t", "\n", "\r", "\u{C}", "\r\n", " // c\n", "//\n", "// é // \"\n\t"] {
      #expect(kinds("a\(blank)+\(blank)b") == plain)
      #expect(kinds("\(blank)a+b\(blank)") == plain)
    }
    #expect(kinds("a+b// to the end") == plain)
    #expect(kinds("a // c\r+ b") == [.identifier("a")], "a comment ends at a line feed alone")
    #expect(kinds("'// no comment'") == [.string("// no comment")])
    for text in ["a\u{B}b", "a\u{A0}b", "a\u{2028}b", "\u{FEFF}a", "a\0", "a\u{7F}"] {
      #expect(mistakes(text).count == 1, "\(text.unicodeScalars)")
    }
  }

  @Test func `the longest symbol is taken`() {
    #expect(kinds("<=>=") == [.symbol("<="), .symbol(">=")])
    #expect(kinds("a<-b") == [.identifier("a"), .symbol("<"), .symbol("-"), .identifier("b")])
    #expect(kinds("!!=") == [.symbol("!"), .symbol("!=")])
    #expect(kinds("a?.b") == [.identifier("a"), .symbol("?"), .symbol("."), .identifier("b")])
    #expect(kinds("a?.5:b").contains(.double(0.5, exact: Decimal(literal: "0.5"))))
  }
}
