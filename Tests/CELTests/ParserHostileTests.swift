import CEL
import Foundation
import TestSupport
import Testing

@Suite struct ParserHostileTests {
  private static func many(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

  /// Texts that grow a tree or a stack without end, with what nests in them.
  private static let openings = [
    "(", "[", "{", "{1:", "!", "-", "- -", "!(", "-(", "f(", "a.f(", "a[", "a.b[", "true ? ", "true ? 1 : ",
    "1 + ", "1 + (",
    "1 + 2 * (", "a || b && c == d + e * (", "[1].all(x, ", "[1].map(x, x > 0, ", "has(a.b) && (",
    "cel.bind(x, 1, ",
    "optional.of(1).optMap(x, ", "[?", "{?1:", "not ", "not (", "a = ", "a = (", "a and (", "+", "1 in [",
    "{1: [",
  ]

  private static let closings = [
    "(": ")", "!(": ")", "-(": ")", "[": "]", "{1:": "}", "f(": ")", "a[": "]", "1 + (": ")",
    "[1].all(x, ": ")", "{1: [": "]}",
  ]

  @Test(arguments: openings)
  func `ten thousand levels are one clear mistake`(opening: String) throws {
    let count = min(10_000, 60_000 / opening.utf8.count)
    for end in ["", Self.many(Self.closings[opening] ?? "", 1)] {
      let text = Self.many(opening, count) + "1" + Self.many(end, min(count, 4_000))
      for found in [issues(text, expecting: nil), resolve(text: text, in: customerEnvironment).issues] {
        let isTold = found.count == 1 || found.count == 20 || found.contains { $0.kind == .limit }
        #expect(isTold && found.count <= 20, "\(opening): \(found.count)")
        for issue in found { #expect(MessagesTests.flaws(issue, text) == [], "\(opening)") }
      }
    }
  }

  @Test func `a text that is too long is one mistake`() {
    for text in [
      "\"" + Self.many("x", 1_000_000) + "\"", Self.many("&", 70_000), Self.many("1+", 40_000) + "1",
      Self.many("\u{1F62C}", 20_000),
    ] {
      #expect(issues(text, expecting: nil).map(\.kind) == [.limit])
    }
  }

  @Test func `the longest texts that are allowed are read`() throws {
    let limit = ExpressionLimits.textBytes
    let literal = "\"" + Self.many("x", limit - 2) + "\""
    #expect(try evaluate(literal) == .string(Self.many("x", limit - 2)))
    #expect(try evaluate("1" + Self.many(" ", limit - 1)) == .int(1))
    #expect(try evaluate("1//" + Self.many("/", limit - 3)) == .int(1))
    let list = "[" + Self.many("1,", (limit - 2) / 2) + "]"
    guard case .list(let elements) = try evaluate(list) else { throw MissingValue() }
    #expect(elements.count == (limit - 2) / 2)
  }

  @Test(arguments: [
    "&", "|", "=", "*", "<", "!=", "<>", "=>", "%", "?", ":", ".", ",", ")", "]", "}", "'", "`", "\\", "#",
    "\0", "é", "“", "0x",
    "1e", "1.", "\"\\x\"", "and ", "not ", "in ", "if ", "a.", "a?", "''", "0 ", "+", "a b ", "\u{FEFF}",
  ])
  func `a row of one and the same token is told in few words`(part: String) {
    let text = Self.many(part, 64_000 / part.utf8.count)
    for whole in [text, "1 " + text] {
      let found = resolve(text: whole, in: customerEnvironment).issues
      #expect((1...20).contains(found.count), "\(found.count)")
      for issue in found { #expect(MessagesTests.flaws(issue, whole) == []) }
    }
  }

  @Test(arguments: RandomCases.seeds(20))
  func `random bytes are refused with ranges inside the text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let bytes = (0..<random.number(1...200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let text = String(decoding: bytes, as: UTF8.self)
      for issue in issues(text, expecting: nil) {
        #expect(MessagesTests.flaws(issue, text) == [], "seed \(seed): \(text)")
      }
    }
  }

  private static let pieces = [
    "customer", ".name", ".", "(", ")", "[", "]", "{", "}", ",", ":", "?", "&&", "||", "==", "<", "in", "+",
    "-", "*", "!", "not",
    "and", "or", "is", "=", "=>", "&", "1", "2.5", "10,000", "0x", "1e", "30d", "'a'", "\"", "'", "\"\"\"",
    "\\", "r'", "b'x'",
    "\\d", "true", "null", "if", "for", "has(", ".all(x,", ".map(", "cel.bind(", "math.", "optional.", ".?",
    "[?", "`", "`a-b`",
    "//", "\n", "\r\n", "é", "“", "”", "€", "\u{A0}", "\u{FEFF}", "\0", "today", "invoices", "flag", "size(",
    "GBP", "days", "%",
  ]

  @Test(arguments: RandomCases.seeds(20))
  func `a soup of tokens is refused with ranges inside the text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var refused = 0
    for _ in 0..<100 {
      let parts = (0..<random.number(1...16)).map { _ in random.pick(Self.pieces) }
      let text = parts.joined(separator: random.chance(50) ? " " : "")
      let found = issues(text, expecting: nil)
      refused += found.isEmpty ? 0 : 1
      for issue in found { #expect(MessagesTests.flaws(issue, text) == [], "seed \(seed): \(text)") }
    }
    #expect(refused > 80, "seed \(seed)")
  }

  /// Expressions of the greatest depth, by what nests in them; a macro is as deep as its range and its body
  /// together.
  private static let deepest: [String] = [
    many("(", 249) + "1" + many(")", 249), many("-(", 248) + "1" + many(")", 248),
    many("[", 248) + many("]", 248),
    many("{1:", 248) + "1" + many("}", 248), many("int(", 248) + "1" + many(")", 248), many("1+", 248) + "1",
    many("1+(", 248) + "1" + many(")", 248), many("!", 248) + "true", many("true?1:", 248) + "1",
    many("(true?", 248) + "1" + many(":1)", 248), many("[1].map(x,", 82) + "1" + many(")", 82),
    many("cel.bind(x,1,", 124) + "1" + many(")", 124),
    many("optional.of(1).optMap(x,", 82) + "1" + many(")", 82),
    many("[1].all(x,true||", 60) + "true" + many(")", 60), many("dyn(1+1*(1+", 60) + "1" + many("))", 60),
    many("{1:[", 124) + "1" + many("]}", 124),
  ]

  /// The stack of a thread as the system's thread pools make them; what is not optimised needs more.
  private static var stackBytes: Int {
    var isOptimised = true
    assert(
      {
        isOptimised = false
        return true
      }())
    return (isOptimised ? 512 : 4096) * 1024
  }

  @Test(arguments: deepest.indices)
  func `an expression of the greatest depth runs on a small stack`(place: Int) async {
    let text = Self.deepest[place]
    let outcome = await withCheckedContinuation { (done: CheckedContinuation<String, Never>) in
      let thread = Thread {
        done.resume(returning: Self.outcome(text))
      }
      thread.stackSize = Self.stackBytes
      thread.start()
    }
    #expect(outcome == "a value", "\(text.prefix(20))")
  }

  private static func outcome(_ text: String) -> String {
    let checked = check(text: text, in: customerEnvironment, expecting: nil)
    let resolved = resolve(text: text, in: customerEnvironment)
    guard let first = checked.expression, let second = resolved.expression else {
      return "refused: \(checked.issues.map(\.message))"
    }
    do {
      let facts = TestFacts([:])
      let values = [
        try Program(first, rates: testRates()).evaluate(facts),
        try Program(second, rates: testRates()).evaluate(facts),
      ]
      return values[0] == values[1] ? "a value" : "two values"
    } catch {
      return "an error: \(error)"
    }
  }
}
