import CEL
import TestSupport
import Testing

@Suite struct MessagesTests {
  /// Mistakes as people make them, one group to a golden file.
  private static let mistakes: [String: [String]] = [
    "syntax": [
      "", "   ", "// nothing yet", "customer.balance >", "customer.balance > 5000 &&", "&& flag", "(1 == 1",
      "1 == 1)", "size(customer.tags", "[1, 2", "[1, 2)", "{\"a\": 1", "{\"a\" 1}", "{1, 2}", "{\"a\": }",
      "customer.tags[0", "customer.", "customer..name", "customer.\"first name\"", "customer.in",
      "customer.tags.0",
      "customer.balance = 5000", "customer.balance == = 5000", "customer.balance > = 5000",
      "customer.balance => 5000", "customer.balance =< 5000", "customer.balance <> 5000", "1 === 1",
      "1 !== 2",
      "true and false", "true OR false", "true & false", "not true", "NOT (1 == 2)",
      "customer.name is \"Ada\"", "customer.name is not \"Ada\"", "customer.name equals \"Ada\"",
      "\"vip\" not in customer.tags", "\"vip\" !in customer.tags", "\"vip\" IN customer.tags",
      "customer.name contains \"Ltd\"", "customer.name startsWith \"A\"",
      "customer.balance between 100 and 200", "customer.balance over 5000",
      "customer.balance greater than 5000",
      "if customer.balance > 5000 then true else false", "customer.balance > 5000 then true",
      "let x = 5", "for inv in invoices", "return true", "import x", "a.b ? 1", "true ? 1 : ",
      "true ? false ? 1 : 2 : 3", "customer?.name", "customer.first_name ?? \"\"",
      "customer.balance > 10,000", "customer.balance > 1,000,000", "customer.balance > 20,5",
      "customer.balance > 1.000,50", "customer.balance > 10 000", "customer.balance > 10_000",
      "customer.balance > 5000 GBP", "customer.balance > £5000", "customer.balance > 5000€",
      "invoices_overdue > 30 days", "today > 30d", "customer.balance > 8%", "customer.balance * 8 %",
      "customer.balance ^ 2", "2 ** 3", "+5 > 3", "1 ++ 2", "!-customer.invoices_paid == 1", "-!true",
      "customer.invoices_paid == 9223372036854775808", "99999999999999999999999", "18446744073709551616u",
      "1e999",
      "0x", "0X1F", "0xFFz", "1e", "5days", "customer.name == \"Ada", "customer.name == 'O'Brien'",
      "customer.name == \"C:\\\"", "customer.name == \"\"\"Ada", "customer.name == “Ada”",
      "customer.name == “Ada",
      "customer.name == `Ada`", "customer.name == Müller", "customer.name == \"Ada\" \"Ltd\"",
      "customer.name.matches(\"\\d+\")", "\"\\x4\"", "\"\\u12\"", "\"\\400\"", "\"\\uD83D\\uDE03\"",
      "\"\\U00110000\"", "b\"\\u0041\"", "\"a\\\nb\"", "customer.balance ≥ 5000", "customer.balance − 5 > 3",
      "customer.balance\u{A0}> 5", "\u{FEFF}true", "a\u{0}b", "customer.balance > 5000;", "# a comment",
      "/* note */ true", "ada@example.org", "{{ customer.name }}", "{\"a\" = 1}", "f(1,)", "f(,1)", "f(1 2)",
      "[1,,2]", "()", "size(())", "1, 2", "\"a\": 1", "a.`b", "a.``", "a.`ü`", "Account{name: \"x\"}",
      "customer.tags {", "true false", "x y", "1 2",
    ],
    "macros": [
      "has()", "has(1)", "has(customer.name, 1)", "has(customer.?name)", "invoices.exists(inv.balance > 5)",
      "invoices.all(inv.balance, true)", "invoices.all(inv)", "invoices.map(1, 2)",
      "invoices.map(a, b, c, d)",
      "invoices.all(x, x, true)", "invoices.transformMap(v, v)", "cel.bind(x, 1)", "cel.bind(1, 2, 3)",
      "invoices.exist(inv, true)", "invoices.any(inv, true)", "invoices.filter(inv, inv.balance)",
      "customer.name.all(c, true)", "invoices.sortBy(inv, inv)", "invoices.exists(if, true)",
      "customer.name.optMap(x, x)", "[1].transformMapEntry(i, v, v)",
    ],
    "names": [
      "balance > 5", "customer.balanse > 5", "custmer.balance > 5", "customer", "nobody", "True",
      "customer.size",
      "today.weekday == 1", "customer.name.length() > 3", "len(customer.tags) > 1",
      "customer.name.lower() == \"a\"",
      "sizes(customer.tags) > 1", "customer.tags.siz() > 1", "customer.name.startswith(\"A\")",
      "startsWith(customer.name, \"A\")", "customer.name.int() > 5", "math.grates(1, 2) == 2",
      "maths.abs(-1) == 1", "math.max(1, 2) == 2", "math.power(2, 3) == 8", "abs(-1) == 1", "max(1, 2) == 2",
      "customer.invoices_paid.abs() == 1", "string.quote(\"a\") == \"a\"", "quote(\"a\") == \"a\"",
      "optional.off(1)", "lists.ranges(3) == []", "cel.bid(x, 1, x)", "str(5) == \"5\"", "Int(5) == 5",
      "float(5) > 1", "weeks(2)", "sum([1, 2])", "customer.name.isEmpty()", "shot(\"a\")",
      "type(1) == integer",
      "customer.name.orelse(\"x\")", "words2(1)", "isDefined(flag)",
    ],
    "types": [
      "customer.balance", "customer.name", "customer.tags", "flag", "true && customer.invoices_paid",
      "customer.first_name == \"Ada\"", "customer.name > 5", "customer.balance > \"5000\"",
      "customer.name + 5 == \"\"", "customer.invoices_paid + 1.5 > 2.0", "today + 3 > today",
      "today > \"2026-01-01\"",
      "today == 5", "days(3) == 3", "\"a\" in \"abc\"", "1 in 5", "1 in [\"a\"]", "null > 1",
      "customer.name == null",
      "customer.name.or(\"x\") == \"x\"", "customer.first_name.or(5) == \"x\"",
      "customer.name.orValue(\"x\")",
      "true ? 1 : \"a\"", "customer.tags[\"a\"]", "customer.fields[1]", "customer.name[0]", "-customer.name",
      "{1.5: 2}", "[?1]", "customer.tags.startsWith(\"a\")", "customer.name.startsWith(5)",
      "customer.name.startsWith()", "customer.name.substring()", "customer.name.substring(1, 2, 3)",
      "size(5)", "days(\"3\")", "days(1, 2)", "today.weekday(1)", "int(today) > 5", "math.greatest(\"a\", 1)",
      "math.abs(\"a\")", "customer.name.sort()", "shout(5)", "shout(customer.first_name)", "words(5)",
      "optional.of(1).hasValue(2)", "[1].first().value(1)", "5 % 2.0",
    ],
  ]

  @Test(arguments: mistakes.keys.sorted())
  func `every mistake is told in words that help`(group: String) throws {
    let texts = try Self.mistakes[group].unwrapped
    let told = texts.map { text in
      ([picture(text)] + issues(text).map { rendered($0, in: text) }).joined(separator: "\n")
    }
    #expect(texts.filter { issues($0).isEmpty } == [], "these are no mistakes")
    expectGolden(told.joined(separator: "\n\n") + "\n", "messages-\(group).txt")
  }

  @Test(arguments: mistakes.keys.sorted())
  func `every issue has the form that it promises`(group: String) throws {
    for text in try Self.mistakes[group].unwrapped {
      for issue in issues(text) { #expect(Self.flaws(issue, text) == [], "\(text)") }
    }
  }

  @Test(arguments: mistakes.keys.sorted())
  func `what is proposed in place of a mistake is none`(group: String) throws {
    for text in try Self.mistakes[group].unwrapped {
      for issue in issues(text) {
        guard let mended = mended(text, issue) else { continue }
        let rest = issues(mended).filter { $0.range == issue.range && $0.message == issue.message }
        #expect(mended != text && rest.isEmpty, "\(text): \(mended)")
      }
    }
  }

  @Test func `a flaw of an issue is found`() {
    let bad = CEL.Issue(range: 2..<2, kind: .syntax, message: "An `odd one.", expected: [""])
    #expect(Self.flaws(bad, "abcde").count == 5)
    #expect(Self.flaws(CEL.Issue(range: 3..<9, kind: .syntax, message: "x", help: "y"), "abcde") == ["range"])
  }

  /// What is wrong with an issue itself.
  static func flaws(_ issue: CEL.Issue, _ text: String) -> [String] {
    let end = text.utf8.count
    var flaws: [String] = []
    let ranges = [issue.range] + issue.labels.map(\.range) + (issue.replacement.map { [$0.range] } ?? [])
    if ranges.contains(where: { $0.upperBound > end }) { flaws.append("range") }
    if issue.range.isEmpty, issue.range.lowerBound < end { flaws.append("empty range") }
    for words in [issue.message] + (issue.help.map { [$0] } ?? []) {
      if words.hasSuffix(".") && !words.hasSuffix("…") { flaws.append("full stop") }
      if words.first?.isUppercase == true || words.isEmpty { flaws.append("capital") }
      let shown = text.contains("`") || words.contains("backtick")
      if !shown, words.utf8.count(where: { $0 == UInt8(ascii: "`") }) % 2 != 0 { flaws.append("backticks") }
    }
    if issue.expected.count > 5 || issue.expected.contains("") { flaws.append("expected") }
    return flaws
  }
}

/// A text on one line, with pictures of its control characters.
private func picture(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map(pictured)))
}

private func pictured(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<32: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
  case 0xA0, 0xFEFF: "␣"
  default: scalar
  }
}

/// An issue below the text that it is about.
private func rendered(_ issue: CEL.Issue, in text: String) -> String {
  let before = text.utf8.prefix(issue.range.lowerBound)
  let place = String(decoding: before, as: UTF8.self).unicodeScalars.count
  let length = underlined(issue, in: text).unicodeScalars.count
  var lines = [
    String(repeating: " ", count: place) + String(repeating: "^", count: max(1, length)),
    "\(issue.kind.rawValue): \(issue.message)",
  ]
  if let help = issue.help { lines.append("  help: \(help)") }
  if let mended = mended(text, issue) { lines.append("  so: \(picture(mended))") }
  for label in issue.labels {
    lines.append("  \(label.range.lowerBound)–\(label.range.upperBound): \(label.text)")
  }
  if !issue.expected.isEmpty { lines.append("  expected: " + issue.expected.joined(separator: " | ")) }
  return picture(lines.map { $0.replacing("\n", with: "␊") }.joined(separator: "\u{1}")).replacing(
    "␁", with: "\n")
}

/// The text with what an issue proposes in its place.
private func mended(_ text: String, _ issue: CEL.Issue) -> String? {
  guard let change = issue.replacement else { return nil }
  var bytes = Array(text.utf8)
  bytes.replaceSubrange(change.range, with: change.text.utf8)
  return String(decoding: bytes, as: UTF8.self)
}
