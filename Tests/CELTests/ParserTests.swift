import Testing

@testable import CEL

@Suite struct ParserTests {
  private func tree(_ text: String) throws -> String {
    var parser = Parser(Array(text.utf8))
    let tree = parser.parse()
    #expect(parser.issues.isEmpty, "\(text): \(parser.issues.map(\.message))")
    return treeText(try tree.unwrapped)
  }

  private func mistakes(_ text: String) -> [CEL.Issue] {
    var parser = Parser(Array(text.utf8))
    let tree = parser.parse()
    #expect(tree == nil || !parser.issues.isEmpty, "\(text) is read without a mistake")
    return parser.issues
  }

  @Test(arguments: [
    // Binary operators of one level stand from left to right.
    ("a - b + c", "((a - b) + c)"), ("a * b / c % d", "(((a * b) / c) % d)"),
    ("a < b == c", "((a < b) == c)"), ("a == b in c", "((a == b) in c)"),
    ("a != b >= c <= d", "(((a != b) >= c) <= d)"),
    // Each level binds tighter than the one before.
    ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
    ("a || b ? c || d : e || f", "((a || b) ? (c || d) : (e || f))"),
    ("a ? b : c || d", "(a ? b : (c || d))"), ("(a ? b : c) || d", "((a ? b : c) || d)"),
    ("a || b && c || d", "(a || ((b && c) || d))"), ("(a || b) && c", "((a || b) && c)"),
    ("a && b == c", "(a && (b == c))"), ("a == b && c", "((a == b) && c)"), ("a < b + c", "(a < (b + c))"),
    ("a + b < c", "((a + b) < c)"), ("a + b * c", "(a + (b * c))"), ("a * b + c", "((a * b) + c)"),
    ("(a + b) * c", "((a + b) * c)"), ("a in b || c", "((a in b) || c)"), ("a in b + c", "(a in (b + c))"),
    ("a || b && c == d + e * -f", "(a || (b && (c == (d + (e * (-f))))))"),
    ("-a * b + c == d && e || f", "((((((-a) * b) + c) == d) && e) || f)"),
    // Signs and `!` bind tighter than operators, and looser than members.
    ("!a && b", "((!a) && b)"), ("!a.b", "(!(a.b))"),
    ("-a.b[c](d)".replacing("(d)", with: ""), "(-((a.b)[c]))"),
    ("!!a", "(!(!a))"), ("--a", "(-(-a))"), ("---a", "(-(-(-a)))"), ("a - -b", "(a - (-b))"),
    ("a--b", "(a - (-b))"),
    ("-5", "-5"), ("- 5", "-5"), ("--5", "(--5)"), ("-(5)", "(-5)"), ("a -5", "(a - 5)"),
    ("a - -5", "(a - -5)"),
    ("-5.size()", "(-5.size())"), ("-a.size()", "(-(a.size()))"), ("-1.5.x", "(-1.5.x)"), ("!-5", "(!-5)"),
    ("-5u", "(-5u)"), ("-9223372036854775808", "-9223372036854775808"), ("[-1, - 2]", "[-1, -2]"),
  ])
  func `operators bind as the definition says`(text: String, expected: String) throws {
    #expect(try tree(text) == expected)
    // The tree as a text is itself an expression, with the same tree.
    if !expected.contains("(--5)"), !expected.contains("(-5)") { #expect(try tree(expected) == expected) }
  }

  @Test(arguments: [
    ("a.b.c", "((a.b).c)"), (".a.b", "(.a.b)"), (". a", ".a"), ("a . b", "(a.b)"), ("a.b(c)", "(a.b(c))"),
    ("f()", "(f())"), ("f(a, b)", "(f(a, b))"), (".f(a)", "(f(a))"),
    ("a.f().g(b)[c].d", "((((a.f()).g(b))[c]).d)"),
    ("a[b][c]", "((a[b])[c])"), ("a[b ? c : d]", "(a[(b ? c : d)])"), ("(a)", "a"), ("((a)).b", "(a.b)"),
    ("\"a\".size()", "('a'.size())"), ("1.5.f()", "(1.5.f())"), ("1.f()", "(1.f())"), ("true.a", "(true.a)"),
    ("a.`b-c`", "(a.b-c)"), ("a.`b`.c", "((a.b).c)"), ("a.?b", "(a.?b)"), ("a.?`b c`", "(a.?b c)"),
    ("a[?b]", "(a[?b])"),
    ("a.?b.c[?d].?e", "((((a.?b).c)[?d]).?e)"), ("a . ? b", "(a.?b)"),
    ("[]", "[]"), ("[a]", "[a]"), ("[a,]", "[a]"), ("[a, b]", "[a, b]"), ("[a, b, ]", "[a, b]"),
    ("[,]", "[]"),
    ("[?a, b]", "[?a, b]"), ("[a, ?b,]", "[a, ?b]"), ("[[]]", "[[]]"), ("[a][b]", "([a][b])"),
    ("{}", "{}"), ("{,}", "{}"), ("{a: b}", "{a: b}"), ("{a: b,}", "{a: b}"),
    ("{a: b, c: d}", "{a: b, c: d}"),
    ("{?a: b}", "{?a: b}"), ("{a: b ? c : d}", "{a: (b ? c : d)}"), ("{a ? b : c: d}", "{(a ? b : c): d}"),
    ("{}.a", "({}.a)"), ("{a: b}[c]", "({a: b}[c])"), ("{{}: 1}", "{{}: 1}"),
    ("null", "null"), ("true", "true"), ("false", "false"), ("a?.5:1", "(a ? 0.5 : 1)"),
    ("a?.b:c", "(a ? .b : c)"),
  ])
  func `every production of the grammar is read`(text: String, expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(arguments: [
    ("has(a.b)", "has((a.b))"), ("has(a)", "has(a)"), ("a.all(x, x)", "all<a>(x, x)"),
    ("a.exists(x, x)", "exists<a>(x, x)"),
    ("a.exists_one(x, x)", "exists_one<a>(x, x)"), ("a.existsOne(x, x)", "exists_one<a>(x, x)"),
    ("a.map(x, x)", "map<a>(x, x)"), ("a.map(x, b, x)", "map<a>(x, b, x)"),
    ("a.filter(x, x)", "filter<a>(x, x)"),
    ("a.all(i, v, v)", "all<a>(i, v, v)"), ("a.exists(i, v, v)", "exists<a>(i, v, v)"),
    ("a.existsOne(i, v, v)", "exists_one<a>(i, v, v)"),
    ("a.transformList(i, v, v)", "transformList<a>(i, v, v)"),
    ("a.transformList(i, v, b, v)", "transformList<a>(i, v, b, v)"),
    ("a.transformMap(k, v, v)", "transformMap<a>(k, v, v)"),
    ("a.transformMap(k, v, b, v)", "transformMap<a>(k, v, b, v)"),
    ("a.transformMapEntry(k, v, {v: k})", "transformMapEntry<a>(k, v, {v: k})"),
    ("a.sortBy(x, x)", "sortBy<a>(x, x)"), ("a.optMap(x, x)", "optMap<a>(x, x)"),
    ("a.optFlatMap(x, x)", "optFlatMap<a>(x, x)"), ("cel.bind(x, a, x)", "cel.bind<a>(x, x)"),
    ("a.tagged(b)", "(b in (a.tags))"), ("all(x, x)", "(all(x, x))"),
    ("a.bind(x, b, x)", "(a.bind(x, b, x))"),
    ("a.has(b)", "(a.has(b))"),
  ])
  func `a macro is read as one`(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test(arguments: Token.reserved.sorted())
  func `a reserved word is a field but no name`(word: String) throws {
    #expect(try tree("a.\(word)") == "(a.\(word))")
    #expect(try tree("a.\(word)(1)") == "(a.\(word)(1))")
    #expect(try tree("has(a.\(word))") == "has((a.\(word)))")
    #expect(try tree("a.?\(word)") == "(a.?\(word))")
    for text in [
      word, ".\(word)", "\(word)(1)", "\(word).a", "[1].all(\(word), true)", "1 + \(word)", "{\(word): 1}",
    ] {
      let issue = try mistakes(text).first.unwrapped
      #expect(issue.message == "`\(word)` is a reserved word and cannot be a name", "\(text)")
      #expect(underlined(issue, in: text) == word)
    }
  }

  @Test(arguments: Token.keywords.sorted())
  func `a word of the language is neither a name nor a field`(word: String) {
    for text in [
      "a.\(word)", "a.?\(word)", ".\(word)", "\(word)(1)", "a.\(word)()", "[1].all(\(word), true)",
    ] {
      #expect(mistakes(text).count == 1, "\(text)")
    }
    #expect(mistakes("a \(word == "in" ? "in in b" : word)").count == 1)
  }

  @Test(arguments: [
    "", " ", "a b", "a +", "* a", "a + * b", "(a", "a)", "()", "[a", "[a b]", "[a,,b]", "[,a]", "[,,]", "{a}",
    "{a:}", "{:a}",
    "{a: b", "{a: b,,}", "{,a: b}", "f(", "f(a", "f(a,)", "f(,)", "f(a b)", "a.", "a..b", "a.1", "a.b.", "a[",
    "a[]", "a[b",
    "a[b, c]", "a ? b", "a ? b :", "a ? : b", "a ? b ? c : d : e", "a : b", "? a : b", "!", "-", "a !", "a -",
    "!-a", "-!a",
    "-!5", "!--5", "-!-5", "a.?", "a?.b", "a.b?", "?a", "[?]", "{?}", "f(?a)", "a.?b()", "a.`b`()", "`a`",
    "`a`.b", ".`a`", "..a",
    ".", ". 5", "a = b", "a and b", "not a", "a => b", "a && && b", "a ||| b", "a, b", "a; b",
    "\"a\" \"b\"", "1 2",
    "a in", "in a", "a not in b", "a{", "a{}", "a.b{c: d}", ".a.b{,}", "a{`b`: c}", "a{?b: c}", "f(a){}",
    "(a){}", "a[0]{}",
  ])
  func `what is no expression is refused with one mistake`(text: String) throws {
    let found = mistakes(text)
    #expect(found.count == 1, "\(found.map(\.message))")
    #expect(MessagesTests.flaws(try found.first.unwrapped, text) == [])
    #expect(try !found.first.unwrapped.expected.isEmpty || found.first?.kind == .unsupported, "\(found)")
  }

  @Test func `the lengths that the definition asks for are allowed`() throws {
    func row(_ operation: String, _ count: Int) -> String {
      Array(repeating: "a", count: count).joined(separator: operation)
    }
    func many(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }
    let parts = (0..<200).map { "a\($0)" }
    let texts = [
      row(" || ", 5000), row(" && ", 5000), row(" + ", 240), row(" * ", 240), row(" < ", 240),
      many("a ? b : ", 240) + "c",
      "f(\(parts.joined(separator: ", ")))", "[\(parts.joined(separator: ", "))]",
      "{\(parts.map { $0 + ": 1" }.joined(separator: ", "))}", many("f(", 240) + "a" + many(")", 240),
      "a" + many(".b", 240), "a" + many("[b]", 240), many("[", 240) + many("]", 240),
      many("{a: ", 240) + "b" + many("}", 240), many("(", 240) + "a" + many(")", 240), many("!", 240) + "a",
      many("-", 240) + "a", "a" + many(".f()", 240), "a" + many(".?b", 240),
    ]
    for text in texts { #expect(try !tree(text).isEmpty) }
  }

  @Test func `a node stands where its text stands`() throws {
    let text = "  a.b( 1 , [x] )  ||  -5 < y ? {k : 2} : (z)  "
    var parser = Parser(Array(text.utf8))
    var open = [try parser.parse().unwrapped]
    var found: [String] = []
    var numbers: [Int] = []
    while let node = open.popLast() {
      found.append(String(decoding: Array(text.utf8)[node.range], as: UTF8.self))
      numbers.append(node.id)
      open += node.children
    }
    #expect(numbers.sorted() == Array(0..<parser.nodeCount), "nodes are numbered without gaps")
    let expected = [
      "a.b( 1 , [x] )  ||  -5 < y ? {k : 2} : (z", "a.b( 1 , [x] )  ||  -5 < y", "a.b( 1 , [x] )", "a", "1",
      "[x]", "x",
      "-5 < y", "-5", "y", "{k : 2}", "k", "2", "z",
    ]
    #expect(
      Set(found) == Set(expected + ["a.b( 1 , [x] )  ||  -5 < y ? {k : 2} : (z)"]).subtracting([expected[0]]))
  }
}
