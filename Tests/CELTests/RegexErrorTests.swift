import Testing

@testable import CEL

@Suite struct RegexErrorTests {
  private static let overLong = "cannot be matched in linear time, so it is not part of the language"

  /// A pattern, the part of it that is wrong, and what is said.
  private static let mistakes: [(pattern: String, part: String, message: String)] = [
    ("a\\1", "\\1", "a backreference such as `\\1` \(overLong)"),
    ("(a)\\8", "\\8", "a backreference such as `\\8` \(overLong)"),
    ("(?P<n>a)(?P=n)", "(?P=", "a backreference, `(?P=…)` \(overLong)"),
    ("\\k<n>", "\\k", "a backreference such as `\\k` \(overLong)"),
    ("a(?=b)", "(?=", "look-ahead, `(?=…)` \(overLong)"),
    ("a(?!b)", "(?!", "look-ahead, `(?!…)` \(overLong)"),
    ("(?<=a)b", "(?<=", "look-behind, `(?<=…)` \(overLong)"),
    ("(?<!a)b", "(?<!", "look-behind, `(?<!…)` \(overLong)"),
    ("(?>a)", "(?>", "an atomic group, `(?>…)` \(overLong)"),
    ("xa++", "++", "a possessive quantifier such as `++` \(overLong)"),
    ("a{2}+", "{2}+", "a possessive quantifier such as `{2}+` \(overLong)"),
    ("(?R)", "(?R", "a call of the whole, `(?R)` \(overLong)"),
    ("a**", "**", "`**` repeats a repetition"), ("a+?*", "+?*", "`+?*` repeats a repetition"),
    ("*a", "*", "there is nothing that `*` could repeat"),
    ("(+)", "+", "there is nothing that `+` could repeat"),
    ("a|?", "?", "there is nothing that `?` could repeat"),
    ("{2}", "{2}", "there is nothing that `{2}` could repeat"),
    ("a(b", "(", "the group that `(` opens is not closed"), ("a)b", ")", "`)` closes no group"),
    ("a[b", "[", "the class that `[` opens is not closed"),
    ("x[]", "[", "the class that `[` opens is not closed"),
    ("[z-a]", "z-a", "the range `z-a` goes backwards"),
    ("[a-\\d]", "\\d", "a range cannot end with the class `\\d`"),
    ("[[:alfa:]]", "[:alfa:]", "`[:alfa:]` is no class of POSIX"),
    ("é\\p{Greak}", "\\p{Greak}", "`\\p{Greak}` is no class of Unicode"),
    ("\\p{greek", "\\p{", "`\\p{` is not closed with `}`"), ("a\\p", "\\p", "`\\p` names no class"),
    ("a{1001}", "{1001}", "`{1001}` counts further than 1000"),
    ("a{3,2}", "{3,2}", "`{3,2}` counts backwards"),
    ("(a{100}){11}", "{11}", "nested repetitions come to more than 1000"),
    ("((a{10}){10,}){11}", "{11}", "nested repetitions come to more than 1000"),
    ("a\\", "\\", "the backslash at the end escapes nothing"),
    ("\\x4g", "\\x4", "`\\x4` is not a whole character code"),
    ("\\x{}", "\\x{", "`\\x{` is not a whole character code"),
    ("\\x{110000}", "\\x{110000", "`\\x{110000…` is beyond the last character, `\\x{10FFFF}`"),
    ("a\\Z", "\\Z", "`\\Z` has no meaning"), ("\\C", "\\C", "`\\C` has no meaning"),
    ("\\é", "\\é", "`\\é` has no meaning"),
    ("[\\b]", "\\b", "`\\b` has no meaning in a class"), ("[\\A]", "\\A", "`\\A` has no meaning in a class"),
    ("(?x)a", "(?x", "`(?x` opens no known kind of group"),
    ("(?i-)a", "(?i-)", "`(?i-)` opens no known kind of group"),
    ("(?--i)", "(?--", "`(?--` opens no known kind of group"),
    ("(?i", "(?i", "the group that `(?i` opens is not closed"),
    ("(?P<n-m>a)", "(?P<n-", "the name of the group is not one"),
    ("(?<>a)", "(?<>", "the name of the group is not one"),
    ("(?Pn)", "(?P", "`(?P` is followed by no name"),
    ("(?#a)", "(?#", "a regular expression has no comments"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told with its place`(pattern: String, part: String, message: String) throws {
    let error = try #require(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    #expect(error.message == message)
    let bytes = Array(pattern.utf8)
    #expect(String(decoding: bytes[error.range], as: UTF8.self) == part)
  }

  @Test(arguments: [
    ("a*+", "leave out the `+`"), ("(?!a)", "join two calls of `matches` with `&&` and `!` instead"),
    ("a\\Z", "write `\\z` for the end of the text"), ("[\\b]", "write `\\x08` for a backspace"),
    ("\\p{greek}", "the name is `Greek`, as in `\\p{Greek}`"),
    ("\\p{Letter}", "the name is `L`, as in `\\p{L}`"),
    ("\\pl", "the name is `L`, as in `\\p{L}`"), ("[[:dgit:]]", "write `[:digit:]`"),
    ("a{3,2}", "write the smaller count first: `{2,3}`"), ("*", "write `\\*` for the character itself"),
    ("\\ü", "leave out the backslash: `ü` stands for itself"),
    ("[a", "close it with `]`, or write `\\[` for the character itself"),
  ])
  func `a mistake comes with advice`(pattern: String, help: String) throws {
    let error = try #require(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    #expect(error.help == help)
  }
}
