import Testing

@testable import CEL

@Suite struct TextFunctionsTests {
  private static let positions: [(StandardFunction, [Value], Value)] = [
    (.charAt, ["straße", 4], "ß"), (.charAt, ["straße", 6], ""), (.charAt, ["", 0], ""),
    (.charAt, ["e\u{301}x", 1], "\u{301}"), (.charAt, ["🇫🇷", 1], "🇷"),
    (.substring, ["invoice", 2], "voice"), (.substring, ["invoice", 7], ""), (.substring, ["", 0], ""),
    (.substring, ["invoice", 2, 4], "vo"), (.substring, ["invoice", 3, 3], ""),
    (.substring, ["αβγδ", 1, 3], "βγ"), (.substring, ["e\u{301}", 1, 2], "\u{301}"),
    (.indexOf, ["invoice", "i"], 0), (.indexOf, ["invoice", "i", 1], 4), (.indexOf, ["invoice", "x"], -1),
    (.indexOf, ["invoice", "ice", 4], 4), (.indexOf, ["invoice", "ice", 5], -1),
    (.indexOf, ["invoice", "i", 7], -1), (.indexOf, ["", "a"], -1), (.indexOf, ["a", "aa"], -1),
    (.indexOf, ["äöü€x", "x"], 4), (.indexOf, ["äöü€x€", "€", 4], 5), (.indexOf, ["aab", "ab"], 1),
    (.indexOf, ["e\u{301}", "e"], 0), (.indexOf, ["é", "e\u{301}"], -1),
    (.indexOf, ["abc", ""], 0), (.indexOf, ["abc", "", 2], 2), (.indexOf, ["abc", "", 30], 30),
    (.lastIndexOf, ["invoice", "i"], 4), (.lastIndexOf, ["invoice", "i", 3], 0),
    (.lastIndexOf, ["invoice", "ice", 4], 4), (.lastIndexOf, ["invoice", "ice", 3], -1),
    (.lastIndexOf, ["invoice", "ice", 7], 4), (.lastIndexOf, ["", "a"], -1),
    (.lastIndexOf, ["a", "aa"], -1), (.lastIndexOf, ["äöü€ö", "ö"], 4),
    (.lastIndexOf, ["abc", ""], 3), (.lastIndexOf, ["äöü", ""], 3), (.lastIndexOf, ["abc", "", 1], 1),
    (.lastIndexOf, ["aaaa", "aa"], 2), (.lastIndexOf, ["aaaa", "aa", 1], 1),
  ]

  @Test(arguments: positions)
  func `positions count code points`(
    function: StandardFunction, arguments: [Value], expected: Value
  ) throws {
    #expect(try call(function, arguments) == expected)
  }

  private static let parts: [(StandardFunction, [Value], Value)] = [
    (.replace, ["a-b-c", "-", "+"], "a+b+c"), (.replace, ["a-b-c", "-", "+", 1], "a+b-c"),
    (.replace, ["a-b-c", "-", "+", 0], "a-b-c"), (.replace, ["a-b-c", "-", "+", -1], "a+b+c"),
    (.replace, ["a-b-c", "-", "+", 9], "a+b+c"), (.replace, ["a-b-c", "-", ""], "abc"),
    (.replace, ["abc", "x", "y"], "abc"), (.replace, ["aaa", "aa", "b"], "ba"),
    (.replace, ["", "x", "y"], ""), (.replace, ["", "", "y"], "y"),
    (.replace, ["äb", "", "-"], "-ä-b-"), (.replace, ["äb", "", "-", 2], "-ä-b"),
    (.replace, ["äb", "", "-", 0], "äb"), (.replace, ["äb", "", "-", 9], "-ä-b-"),
    (.split, ["a,b,,c", ","], list("a", "b", "", "c")), (.split, ["a,b,,c", ",", 2], list("a", "b,,c")),
    (.split, ["a,b", ",", 1], list("a,b")), (.split, ["a,b", ",", 0], list()),
    (.split, ["a,b", ",", -5], list("a", "b")), (.split, ["a,b", ",", 9], list("a", "b")),
    (.split, ["", ","], list("")), (.split, ["abc", ";"], list("abc")), (.split, [",", ","], list("", "")),
    (.split, ["äβ🙂", ""], list("ä", "β", "🙂")), (.split, ["äβ🙂", "", 2], list("ä", "β🙂")),
    (.split, ["äβ🙂", "", 1], list("äβ🙂")), (.split, ["äβ🙂", "", 3], list("ä", "β", "🙂")),
    (.split, ["", ""], list()), (.split, ["", "", 4], list()), (.split, ["abc", "", 0], list()),
    (.join, [list("a", "b", "c")], "abc"), (.join, [list("a", "b", "c"), ", "], "a, b, c"),
    (.join, [list()], ""), (.join, [list(), "-"], ""), (.join, [list("a"), "-"], "a"),
    (.join, [list("", ""), "-"], "-"),
  ]

  @Test(arguments: parts)
  func `texts are replaced, split and joined`(
    function: StandardFunction, arguments: [Value], expected: Value
  ) throws {
    #expect(try call(function, arguments) == expected)
  }

  private static let letters: [(StandardFunction, Value, Value)] = [
    (.lowerAscii, "AZ[ÄÉ]az@`{", "az[ÄÉ]az@`{"), (.upperAscii, "az[äé]AZ@`{", "AZ[äé]AZ@`{"),
    (.lowerAscii, "", ""), (.upperAscii, "ß", "ß"),
    (.trim, " \t\n\u{B}\u{C}\r\u{85}\u{A0}a b\u{2003}\u{3000}", "a b"), (.trim, " \u{2028} ", ""),
    (.trim, "\u{200B}a\u{FEFF}", "\u{200B}a\u{FEFF}"), (.trim, "", ""), (.trim, "a", "a"),
    (.reverse, "Straße", "eßartS"), (.reverse, "", ""), (.reverse, "e\u{301}🙂", "🙂\u{301}e"),
    (.quote, "", "\"\""), (.quote, "a\"b\\c", "\"a\\\"b\\\\c\""),
    (.quote, "\u{7}\u{8}\t\n\u{B}\u{C}\r", "\"\\a\\b\\t\\n\\v\\f\\r\""),
    (.quote, "é'🙂\u{1}", "\"é'🙂\u{1}\""),
  ]

  @Test(arguments: letters)
  func `letters are changed, turned, trimmed and quoted`(
    function: StandardFunction, text: Value, expected: Value
  ) throws {
    #expect(try call(function, [text]) == expected)
  }

  private static let outside: [(StandardFunction, [Value], Int64)] = [
    (.charAt, ["abc", 4], 4), (.charAt, ["abc", -1], -1), (.charAt, ["äöü", 4], 4),
    (.charAt, ["abc", .int(.max)], .max), (.charAt, ["abc", .int(.min)], .min),
    (.substring, ["abc", 4], 4), (.substring, ["abc", -1], -1), (.substring, ["abc", -2, 2], -2),
    (.substring, ["abc", 1, 4], 4), (.substring, ["abc", 9, 12], 9),
    (.substring, ["abc", 0, .int(.max)], .max), (.substring, ["abc", .int(.min), .int(.max)], .min),
    (.indexOf, ["abc", "a", 4], 4), (.indexOf, ["abc", "a", -1], -1),
    (.lastIndexOf, ["abc", "a", 4], 4), (.lastIndexOf, ["abc", "a", -1], -1),
  ]

  @Test(arguments: outside)
  func `a position outside of the text is an error`(
    function: StandardFunction, arguments: [Value], position: Int64
  ) {
    #expect(throws: EvaluationError.indexOutOfRange(position)) { try call(function, arguments) }
  }

  @Test func `a range that ends before it begins is an error`() {
    #expect(throws: EvaluationError.invalidArgument("a part of a text from 3 to 2")) {
      try call(.substring, ["abc", 3, 2])
    }
  }

  private static let refused: [(StandardFunction, [Value])] = [
    (.charAt, []), (.charAt, ["abc"]), (.charAt, ["abc", "1"]), (.charAt, ["abc", .uint(1)]),
    (.charAt, [42, 1]), (.charAt, [.null, 1]), (.charAt, ["abc", 1, 1]),
    (.substring, ["abc"]), (.substring, ["abc", .bool(true)]), (.substring, ["abc", 0, .double(1)]),
    (.substring, ["abc", 0, 1, 2]), (.indexOf, ["abc"]), (.indexOf, ["abc", 1]),
    (.indexOf, ["abc", "a", "b"]), (.indexOf, ["abc", "a", 0, 0]), (.lastIndexOf, ["abc", .null]),
    (.lastIndexOf, ["abc", "a", .null]), (.replace, ["abc", "a"]), (.replace, ["abc", "a", 1]),
    (.replace, ["abc", 1, "a"]), (.replace, ["abc", "a", "b", "c"]), (.replace, ["abc", "a", "b", 1, 1]),
    (.split, ["abc"]), (.split, ["abc", 1]), (.split, ["abc", ",", ","]), (.split, ["abc", ",", 1, 1]),
    (.join, ["abc"]), (.join, [list("a"), 1]), (.join, [list("a"), "-", "-"]),
    (.join, [.list(["a", 1])]), (.join, [.list([.null]), "-"]),
    (.lowerAscii, [1]), (.lowerAscii, ["a", "b"]), (.trim, [.null]), (.reverse, [list("a")]),
    (.quote, [.bytes([1])]), (.format, ["abc"]), (.format, ["abc", "d"]), (.format, [1, list()]),
    (.format, ["abc", list(), list()]), (.size, ["abc"]),
  ]

  @Test(arguments: refused)
  func `arguments of other types or numbers are refused`(function: StandardFunction, arguments: [Value]) {
    #expect(throws: EvaluationError.typeMismatch) { try call(function, arguments) }
  }

  @Test func `what a text grows by is paid for before it is made`() {
    let text = Value.string(String(repeating: "a", count: 1000))
    let long = Value.string(String(repeating: "b", count: 1000))
    // A million letters are 62,500 steps.
    for arguments in [[text, "a", long], [text, "", long]] {
      #expect(throws: EvaluationError.stepLimit) { try call(.replace, arguments, steps: 60_000) }
      #expect(throws: Never.self) { try call(.replace, arguments, steps: 70_000) }
    }
    let parts = Value.list(Array(repeating: long, count: 1000))
    #expect(throws: EvaluationError.stepLimit) { try call(.join, [parts], steps: 60_000) }
    #expect(throws: Never.self) { try call(.join, [parts], steps: 70_000) }
    #expect(throws: EvaluationError.stepLimit) { try call(.split, [text, ""], steps: 900) }
    #expect(throws: EvaluationError.stepLimit) { try call(.split, [text, "a"], steps: 900) }
    #expect(throws: EvaluationError.stepLimit) { try call(.reverse, [text], steps: 50) }
  }

  @Test(arguments: [StandardFunction.indexOf, .lastIndexOf])
  func `a search that would be quadratic ends at the limit`(function: StandardFunction) {
    let many = String(repeating: "a", count: 40_000)
    let near = String(repeating: "a", count: 20_000) + "b"
    #expect(throws: EvaluationError.stepLimit) {
      try call(function, [.string(many), .string(near)], steps: 100_000)
    }
  }

  private static func list(_ texts: String...) -> Value { .list(texts.map { .string($0) }) }
}

/// The result of one function for a budget of steps.
private func call(
  _ function: StandardFunction, _ arguments: [Value], steps: Int = 100_000
) throws(EvaluationError) -> Value {
  var budget = Budget(steps: steps)
  return try TextFunctions.call(function, arguments, &budget)
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral int: Int64) { self = .int(int) }
}
