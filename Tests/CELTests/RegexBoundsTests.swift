import Testing

@testable import CEL

@Suite struct RegexBoundsTests {
  private static let long = 50_000

  /// Text of a and b in no order, always the same.
  private func noise(_ count: Int, seed: UInt64 = 88_172_645_463_325_252) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state & 1 == 0 ? 97 : 98
    }
  }

  @Test(arguments: [
    ("(a*)*b", "a", false), ("(a|aa)+$", "a", true), ("(a+a+)+b", "a", false), ("(a|a|b?)*c", "ab", false),
    ("^(a?){30}a{30}$", "a", false), ("(.*)(.*)(.*)(.*)(.*)x", "a", false), ("\\ba.*\\bz", "a ", false),
    ("(?i)(k|\\w)+é$", "K", false), ("\\p{L}+\\d", "ñ", false), ("[ab]*a[ab]{12}c", "ab", false),
  ])
  func `twice the text costs at most little more than twice`(pattern: String, unit: String, isMatch: Bool)
    throws
  {
    let expression = try RegularExpression(pattern)
    let once = try expression.answer(String(repeating: unit, count: Self.long))
    let twice = try expression.answer(String(repeating: unit, count: 2 * Self.long))
    #expect(once.isMatch == isMatch && twice.isMatch == isMatch)
    #expect(twice.cost <= 2 * once.cost + 100)
    #expect(once.cost <= Self.long * unit.utf8.count / 8 + 2_000)
  }

  @Test(arguments: [200, 300])
  func `a table that overflows is begun anew and still right`(gap: Int) throws {
    let expression = try RegularExpression("[ab]*a[ab]{\(gap)}c")
    var text = noise(8_000)
    let costs = try [4_000, 8_000].map { length in
      let (isMatch, cost) = try expression.answer(String(decoding: text[..<length], as: UTF8.self))
      #expect(!isMatch)
      return cost
    }
    #expect(costs[1] <= costs[0] * 5 / 2)
    for place in [gap + 1, 3_999, 7_999] {
      let isMatch = text[place - gap - 1] == 97
      let kept = text[place]
      text[place] = 99
      #expect(try expression.answer(String(decoding: text, as: UTF8.self)).isMatch == isMatch, "at \(place)")
      text[place] = kept
    }
  }

  @Test func `a budget that is used up ends a match`() throws {
    let expression = try RegularExpression("a.*b.*c")
    var budget = 50
    #expect(throws: EvaluationError.stepLimit) {
      try expression.matches(String(repeating: "ab", count: Self.long)) { (cost) throws(EvaluationError) in
        budget -= cost
        if budget < 0 { throw .stepLimit }
      }
    }
  }

  @Test func `an anchored pattern does not read on for nothing`() throws {
    let text = String(repeating: "x", count: Self.long)
    #expect(try RegularExpression("^DE").answer(text).cost < 300)
    #expect(try RegularExpression("^(a|\\Ab)").answer(text).cost < 300)
    #expect(try RegularExpression("DE").answer(text).cost > 3_000)
  }

  @Test func `nesting is bounded and costs no stack`() throws {
    let deepest = PatternLimits.depth
    let allowed = String(repeating: "(", count: deepest) + "a" + String(repeating: "|b)*", count: deepest)
    #expect(try RegularExpression("^\(allowed)c$").answer("abbac").isMatch)
    let error = try #require(throws: RegularExpressionError.self) {
      try RegularExpression(String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000))
    }
    #expect(error.message == "groups are nested more than 1000 deep")
    #expect(error.range == 1_000..<1_001)
  }

  @Test(arguments: [
    (String(repeating: "x{999}", count: 60), "the regular expression is too large"),
    (String(repeating: "(x?y?){0,250}", count: 60), "the regular expression is too large"),
    ("x{1000}{1000}", "`{1000}{1000}` repeats a repetition"),
    ("(x{1000}){1000}", "nested repetitions come to more than 1000"),
    (String(repeating: "a", count: 40_000), "the regular expression is longer than 32768 bytes"),
    (
      String(repeating: "(?i)[a-\\x{10FFFF}]", count: 1_000),
      "the classes of the regular expression are too large"
    ),
    (
      (0..<2_000).map { "[\\pL\\x{\(String(0xE000 + $0, radix: 16))}]" }.joined(),
      "the classes of the regular expression are too large"
    ),
  ])
  func `a pattern that would cost too much is refused`(pattern: String, message: String) throws {
    let error = try #require(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    #expect(error.message == message)
    #expect(!error.range.isEmpty && error.range.upperBound <= pattern.utf8.count)
  }

  @Test(arguments: [
    "x{1000}", "(x{10}){100}", "(x{1000}){0}y", "\\pL{1000}", String(repeating: "(){1000}", count: 500),
    String(repeating: "[^a][^b]", count: 2_000), String(repeating: "\\pL", count: 5_000),
  ])
  func `a large pattern within the bounds is taken`(pattern: String) throws {
    #expect(throws: Never.self) { try RegularExpression(pattern) }
  }

  @Test func `what is not closed is looked for once`() throws {
    let error = try #require(throws: RegularExpressionError.self) {
      try RegularExpression(String(repeating: "[[:", count: 10_000))
    }
    #expect(error.range == 0..<1)
  }
}
