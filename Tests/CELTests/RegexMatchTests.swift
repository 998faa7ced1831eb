import Testing

@testable import CEL

extension RegularExpression {
  /// Whether a text matches, and what that cost.
  func answer(_ text: String) throws -> (isMatch: Bool, cost: Int) {
    var cost = 0
    let isMatch = try matches(text) { cost += $0 }
    return (isMatch, cost)
  }
}

@Suite struct RegexMatchTests {
  /// A pattern, a text that matches, and one that does not.
  private static let pairs: [(String, String, String)] = [
    ("ubb", "hubba", "huba"), ("gr(a|e)y", "grey", "groy"), ("ba(na)*$", "bananana", "banan"),
    ("a+ñ+a+", "mañana", "manana"), ("(a|🐱){2}", "🐱🐱", "🐱b🐱"), ("^DE", "DE-1", "ADE"),
    ("GmbH$", "Muster GmbH", "GmbH & Co"), ("^[A-Z]{2}-\\d{4}-\\d+$", "RE-2024-17", "RE-24-17"),
    ("^$", "", "a"), ("a.c", "aßc", "a\nc"), ("(?s)a.c", "a\nc", "ac"), ("[^a]", "\n", "a"),
    ("[]a]+", "]", "b"), ("[a-]", "-", "b"), ("[\\]\\-x]", "]", "a"), ("[a\\-c]", "-", "b"),
    ("\\d\\D", "1a", "11"), ("\\s", "\u{C}", "\u{B}"), ("[[:space:]]", "\u{B}", "\u{A0}"),
    ("\\w\\W", "a-", "ab"), ("[[:alpha:][:digit:]]", "7", "_"), ("[[:^alpha:]]", "7", "q"),
    ("^[[:word:]]+$", "a_1", "a-1"), ("[[:punct:]]", "$", "a"), ("[[:xdigit:]]{4}", "Be9f", "Bg9f"),
    ("[:alpha:]", "p", "q"), ("\\pN", "Ⅷ", "x"), ("\\p{Lu}\\p{Ll}", "Éa", "éa"), ("^\\PL+$", "12", "1a"),
    ("\\p{Greek}", "σ", "s"), ("\\p{^Greek}", "s", "σ"), ("\\P{^Greek}", "σ", "s"), ("\\p{Any}", "\0", ""),
    ("[\\p{Han}\\d]{3}", "漢1字", "漢a字"), ("\\pS", "€", "e"), ("^\\p{C}$", "\u{7}", "\u{378}"),
    ("\\a\\f\\t\\n\\r\\v", "\u{7}\u{C}\t\n\r\u{B}", "a"), ("\\123", "S", "s"), ("\\x7F", "\u{7F}", "\u{7E}"),
    ("\\x{10FFFF}", "\u{10FFFF}", "\u{10FFFE}"), ("\\0", "\0", "0"), ("\\012", "\n", "\u{1}2"),
    ("\\Qa.b*\\E+", "a.b**", "axb"), ("\\Q\\\\E", "\\", "/"), ("\\Qa.", "a.", "ab"),
    ("\\.\\_", "._", "a_"),
    ("\\Aa\\z", "a", "a\n"), ("a$", "a", "a\n"), ("(?m)^b$", "a\nb\nc", "a\nbc"), ("(?m:^)b", "a\nb", "ab"),
    ("(?m)\\Ab", "b", "a\nb"), ("(?m)a\\z", "b\na", "a\nb"), ("\\bfoo\\b", "a foo.", "afoo"),
    ("\\Boo\\B", "fooo", "foo"), ("\\b", "a", "-"), ("\\B", "", "a"), ("^\\B$", "", "-a"),
    ("é\\b", "éa", "é"),
    ("(?i)strasse", "STRAſSE", "straße"), ("(?i)k", "\u{212A}", "c"), ("\u{212A}", "\u{212A}", "k"),
    ("(?i)[k]", "\u{212A}", "c"), ("(?i)[^k]", "c", "\u{212A}"), ("(?i)\\w", "ſ", "é"), ("\\w", "s", "ſ"),
    ("(?i)\\W", "é", "\u{212A}"), ("(?i)ǆ", "ǅ", "d"), ("(?i)σ", "ς", "s"), ("(?i)ß", "ẞ", "SS"),
    ("(?i)i", "I", "ı"), ("(?i)\\p{Lu}", "a", "1"), ("(?i)[[:upper:]]", "a", "é"),
    ("(?i)[^[:^upper:]]", "a", "1"),
    ("a(?i)b", "aB", "AB"), ("a(?i:b)c", "aBc", "aBC"), ("(?i)a(?-i)b", "Ab", "AB"), ("((?i)a)b", "Ab", "AB"),
    ("a|(?i)b|c", "C", "A"), ("(?i-s:a.)", "Ab", "A\n"), ("(?is-m:^a.b)", "A\nB", "x\na\nb"),
    ("(?)a", "a", "b"),
    ("^a{2}$", "aa", "aaa"), ("^a{2,}$", "aaa", "a"), ("^a{1,2}$", "aa", "aaa"), ("^a{0}$", "", "a"),
    ("^(ab){2}c?$", "abab", "aab"), ("^a{,2}$", "a{,2}", "aa"), ("a{2", "a{2", "aa"),
    ("^a{02}$", "a{02}", "aa"),
    ("{", "{", "}"), ("a{x}", "a{x}", "ax"), ("^a*?b+?c??$", "aabb", "aac"), ("^a{2}?$", "aa", "a"),
    ("^(|a)b$", "b", "aab"), ("^(a||b)$", "", "c"), ("^()$", "", "a"), ("^a(?i)*$", "aa", "ab"),
    ("^*a", "ba", "b"),
    ("(?P<x>a)(?<y>b)(?:c)", "abc", "ab"), ("(?U)a+", "a", "b"), ("(a*)*b", "aab", "aac"),
    ("(^a|b)c", "ac", "xac"),
    ("(?:a|b|c)+d$", "abcd", "abcde"), ("x*", "", "\u{0}never"), ("[^\\x00-\\x{10FFFF}]|a", "a", "b"),
    ("\\b\\n^a(?m:^)", "\0never", "a"), ("(?m)a\\b$\\n^b", "a\nb", "a b"), ("]", "]", "["), ("a}", "a}", "a"),
  ]

  @Test(arguments: pairs.filter { !$0.1.contains("never") })
  func `a pattern matches what it describes`(pattern: String, text: String, other: String) throws {
    #expect(try RegularExpression(pattern).answer(text).isMatch)
  }

  @Test(arguments: pairs.filter { !$0.2.contains("never") })
  func `a pattern does not match what it does not describe`(pattern: String, text: String, other: String)
    throws
  {
    #expect(try !RegularExpression(pattern).answer(other).isMatch)
  }

  @Test(arguments: ["", "(", "a", "aaa\u{301}", "\u{10FFFF}"])
  func `an empty pattern is found in everything`(text: String) throws {
    #expect(try RegularExpression("").answer(text).isMatch)
    #expect(try RegularExpression("a*|b").answer(text).isMatch)
  }

  @Test func `scalars count, not characters or their canonical equivalents`() throws {
    #expect(try RegularExpression("^..$").answer("e\u{301}").isMatch)
    #expect(try !RegularExpression("é").answer("e\u{301}").isMatch)
    #expect(try RegularExpression("^.{7}$").answer("👩‍👩‍👧‍👦").isMatch)
  }

  @Test func `a table of categories agrees with the standard library in the first blocks`() throws {
    typealias Category = Unicode.GeneralCategory
    let categories: [(String, Category)] = [
      ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lo", .otherLetter),
      ("Nd", .decimalNumber), ("Mn", .nonspacingMark), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
      ("Pd", .dashPunctuation), ("Po", .otherPunctuation), ("Zs", .spaceSeparator), ("Cc", .control),
    ]
    for (name, category) in categories {
      let set = ScalarSet(try #require(UnicodeProperty.ranges(named: name)))
      // Unicode 16 made a lower-case letter of this one an other letter.
      for scalar in UInt32(0)..<0x1000 where scalar != 0x295 {
        guard let properties = Unicode.Scalar(scalar)?.properties, properties.generalCategory != .unassigned
        else { continue }
        let isNewer = properties.age.map { $0.major > 15 } ?? true
        #expect(
          isNewer || set.contains(scalar) == (properties.generalCategory == category), "\(name) \(scalar)")
      }
    }
  }

  @Test func `one expression may be matched by many at once`() async throws {
    // Too large to be worked out beforehand, so that each match extends a copy of its own.
    let expression = try RegularExpression("[ab]*a[ab]{20}c")
    let tail = String(repeating: "ab", count: 10)
    let found = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<16 {
        group.addTask {
          let text = String(repeating: "ab", count: task + 1) + (task % 2 == 0 ? "a" : "b") + tail + "c"
          return (try? expression.answer(text).isMatch) == (task % 2 == 0)
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(found == Array(repeating: true, count: 16))
  }
}
