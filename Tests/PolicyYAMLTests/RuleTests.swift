import PolicySyntax
import PolicyYAML
import TestSupport
import Testing

@Suite struct RuleTests {
  private func read(_ text: String) -> (map: SourceMap, diagnostics: [Diagnostic]) {
    var map = SourceMap()
    let file = map.add(path: "policies/acme.yaml", bytes: Array(text.utf8))
    return (map, PolicyYAMLReader.read(map[file].bytes, file: file).diagnostics)
  }

  @Test(arguments: Rule.reading)
  func `a rule's own example triggers it alone, and the mended one does not`(_ rule: Rule) {
    #expect(read(rule.triggering).diagnostics.map(\.rule) == [rule])
    #expect(read(rule.passing).diagnostics == [])
  }

  @Test(arguments: Rule.reading)
  func `each rule's finding looks as recorded in every format`(_ rule: Rule) {
    let (map, diagnostics) = read(rule.triggering)

    expectGolden(TextReport(map).render(diagnostics), "\(rule.id).txt")
    expectGolden(TextReport(map, hasColour: true).render(diagnostics), "\(rule.id).colour.txt")
    expectGolden(JSONReport(map).render(diagnostics, policies: 1, layout: .indented), "\(rule.id).json")
    expectGolden(
      SARIFReport(map, version: "0.1.0").render(diagnostics, layout: .indented), "\(rule.id).sarif.json")
    expectGolden(GitHubReport(map).render(diagnostics), "\(rule.id).github.txt")
  }

  /// What owners get wrong, one text each.
  private static let mistakes: [String] = [
    "name: \"Acme\ncurrency: GBP\n",
    "name: 'Acme\ncurrency: GBP\n",
    "when: \"vip\" in customer.tags\n",
    "when: !customer.blocked && customer.overdue > 5\n",
    "when: !customer.blocked\n",
    "when: ! customer.blocked\n",
    "name: !!str Acme\n",
    "name: Acme: the joiners\n",
    "business:\n  name: Acme\n currency: GBP\n",
    "business:\n  name: Acme\n   currency: GBP\n",
    "name: Acme\ncurrency GBP\nlanguage: en\n",
    "tags: [a, b\nname: Acme\n",
    "tags: [a, b",
    "tags: {a: 1, b: 2\n",
    "tags: [a b: c d: e]\n",
    "tags: [a]]\n",
    "name:\n\t- a\n",
    "a:\n \tb: 1\n",
    "name: @acme\n",
    "name: `acme`\n",
    "name: %acme\n",
    "%YAML 1.2\n---\nname: acme\n",
    "%FOO 1.2\n---\nname: acme\n",
    "a: 1\n---\nb: 2\n",
    "name: \"a\\d+\"\n",
    "name: \"a\\u12\"\n",
    "body: | some text\n  more\n",
    "rate: *\n",
    "rate: *50\n",
    "a: &b\n  <<: *b\n",
    "a: &b 1\n<<: *b\n",
    "? [a, b]\n: c\n",
    "{a: 1}: c\n",
    "a: 1\n'a': 2\n",
    "1: a\n0x1: b\n",
    "- a\nb: c\n",
    "a: - b\n",
    "a: b\n- c\n",
    "a: {b: 1,, c: 2}\n",
    "name: \"Acme\ntitle: \"Boss\"\n",
    "",
    "# only words\n",
    "name: A\u{202E}B\n",
    "na\u{200B}me: A\u{85}B\u{2028}C\n",
    "name: \"a\\0b\\rc\"\n",
  ]

  @Test func `what owners get wrong is said in plain words`() {
    let reports = Self.mistakes.map { text in
      let (map, diagnostics) = read(text)
      #expect(!diagnostics.isEmpty, "\(text)")
      return TextReport(map).render(diagnostics)
    }

    expectGolden(reports.joined(separator: "\n" + String(repeating: "=", count: 40) + "\n\n"), "mistakes.txt")
  }
}
