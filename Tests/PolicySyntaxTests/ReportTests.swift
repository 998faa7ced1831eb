import PolicySyntax
import TestSupport
import Testing

@Suite struct ReportTests {
  private static let rule = Rule(
    id: "DN102", name: "unknown-field", severity: .error, title: "unknown field", page: "A page.",
    triggering: "", passing: "")

  /// One finding over marked text: ①② is its span, ③④ and ⑤⑥ are labels where they are.
  private func report(
    _ marked: String, label: String? = nil, labels: [String] = [], notes: [String] = [], help: Help? = nil
  ) -> String {
    let text = MarkedText(marked)
    var map = SourceMap()
    let file = map.add(path: "policies/standard.yaml", bytes: text.bytes)
    func span(_ start: Character, _ end: Character) -> Span {
      let range = text.range(start, end)
      return Span(file: file, start: range.lowerBound, end: range.upperBound)
    }
    let places = [span("③", "④"), span("⑤", "⑥")]
    let diagnostic = Diagnostic(
      Self.rule, message: "unknown field `wen` in segment `rest`", at: span("①", "②"), label: label,
      labels: zip(places, labels).map { Label(span: $0, text: $1) }, notes: notes, help: help)
    return TextReport(map).render(diagnostic)
  }

  @Test func `a finding is drawn with its places, notes and help`() {
    let text = MarkedText("segments:\n  - name: ③rest④\n\n    ①wen②: invoice.days_overdue > 30\n")
    let edit = Edit(
      span: Span(file: FileID(number: 0), start: text["①"], end: text["②"]), replacement: "when")
    let drawn = report(
      "segments:\n  - name: ③rest④\n\n    ①wen②: invoice.days_overdue > 30\n",
      label: "not a field of a segment",
      labels: ["in this segment"], notes: ["the segment has no `when`"],
      help: Help("a field with a similar name exists: `when`", edits: [edit], applicability: .maybeIncorrect))

    #expect(
      drawn == """
        error: unknown field `wen` in segment `rest` [unknown-field]
         --> policies/standard.yaml:4:5
          |
        2 |   - name: rest
          |           ---- in this segment
        4 |     wen: invoice.days_overdue > 30
          |     ^^^ not a field of a segment
          |
          = note: the segment has no `when`
        help: a field with a similar name exists: `when`
          |
        4 |     when: invoice.days_overdue > 30
          |     ~~~~

        """)
  }

  @Test func `several labels on one line hang below it`() {
    let drawn = report("③customer.overdue④ ①>② ⑤\"5000\"⑥\n", labels: ["money", "text"])

    #expect(
      drawn.hasSuffix(
        """
        1 | customer.overdue > "5000"
          | ---------------- ^ ------ text
          | |
          | money

        """))
  }

  @Test func `wide characters, emoji and tabs keep the marks below their text`() {
    let drawn = report("名前: ①😀é②\t③x④\n", label: "first", labels: ["second"])

    #expect(
      drawn.hasSuffix(
        """
        1 | 名前: 😀é   x
          |       ^^^   - second
          |       |
          |       first

        """))
  }

  @Test func `distant lines are parted by dots and numbers line up`() {
    let drawn = report("③a④: 1\n" + String(repeating: "x: 1\n", count: 10) + "①b②: 2\n", labels: ["here"])

    #expect(
      drawn.hasSuffix(
        """
           |
         1 | a: 1
           | - here
        ...
        12 | b: 2
           | ^

        """))
  }

  @Test func `a span over several lines shows its first and its last`() {
    let drawn = report("when: ①a &&\n  b &&\n  c\n②\n", label: "all of it")

    #expect(
      drawn.hasSuffix(
        """
        1 | when: a &&
          |       ^^^^
        3 |   c
          |   ^ all of it

        """))
  }

  @Test func `a long line is cut around what is marked`() {
    let drawn = report(
      String(repeating: "a ", count: 50_000) + "①wen②" + String(repeating: " b", count: 50_000))

    let lines = drawn.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 210 })
    #expect(lines.contains { $0.hasPrefix("1 | …") && $0.contains(" a wen b ") && $0.hasSuffix("…") })
    #expect(lines.last?.contains(" ^^^") == true)
    #expect(drawn.contains(":1:100001\n"))
  }

  @Test func `a label in another file has an excerpt of its own`() {
    var map = SourceMap()
    let first = map.add(path: "a.yaml", bytes: Array("x: 1\n".utf8))
    let second = map.add(path: "b.yaml", bytes: Array("y: 2\n\nx: 3\n".utf8))
    let diagnostic = Diagnostic(
      Self.rule, message: "`x` stands twice", at: Span(file: first, start: 0, end: 1),
      labels: [Label(span: Span(file: second, start: 6, end: 7), text: "first here")],
      help: Help("delete one", applicability: .maybeIncorrect))

    #expect(
      TextReport(map).render(diagnostic) == """
        error: `x` stands twice [unknown-field]
         --> a.yaml:1:1
          |
        1 | x: 1
          | ^
         ::: b.yaml:3:1
          |
        3 | x: 3
          | - first here
        help: delete one [maybe incorrect]

        """)
  }

  @Test func `what a policy says cannot control the terminal`() {
    let drawn = report("①a\u{1B}[31m②\n", label: "\u{1B}[31m", notes: ["\u{7}\n"])

    #expect(!drawn.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `findings are sorted by path, line, rule and column`() {
    var map = SourceMap()
    let late = map.add(path: "b.yaml", bytes: Array("x\ny z\n".utf8))
    let early = map.add(path: "a.yaml", bytes: Array("x\ny\n".utf8))
    let other = Rule(
      id: "DN101", name: "missing-field", severity: .warning, title: "", page: "", triggering: "", passing: ""
    )
    func finding(_ rule: Rule, _ file: FileID, _ offset: Int, _ message: String) -> Diagnostic {
      Diagnostic(rule, message: message, at: Span(file: file, start: offset, end: offset + 1))
    }
    let found = [
      finding(Self.rule, late, 2, "4"), finding(other, late, 4, "3"), finding(Self.rule, late, 0, "2"),
      finding(Self.rule, early, 2, "1"), finding(Self.rule, late, 4, "5"),
    ]

    #expect(map.sorted(found).map(\.message) == ["1", "2", "3", "4", "5"])
  }

  @Test func `a workflow command escapes what would end it`() {
    var map = SourceMap()
    let file = map.add(path: "a,b:c%.yaml", bytes: Array("x: 1\n".utf8))
    let diagnostic = Diagnostic(
      Self.rule, severity: .note, message: "50% of a\nb: c", at: Span(file: file, start: 3, end: 4))

    #expect(
      GitHubReport(map).render([diagnostic])
        == "::notice file=a%2Cb%3Ac%25.yaml,line=1,col=4,endLine=1,endColumn=5,title=unknown-field::"
        + "50%25 of a%0Ab: c\n")
  }

  @Test func `fingerprints stay when lines are added above, and differ between equal findings`() {
    func fingerprints(_ text: String) -> [Substring] {
      var map = SourceMap()
      let file = map.add(path: "a.yaml", bytes: Array(text.utf8))
      let places = text.utf8.enumerated().filter { $0.element == UInt8(ascii: "w") }.map(\.offset)
      let found = places.map {
        Diagnostic(Self.rule, message: "unknown", at: Span(file: file, start: $0, end: $0 + 1))
      }
      let report = SARIFReport(map, version: "1").render(found, layout: .indented)
      return report.split(separator: "\n").filter { $0.contains("duly/v1") }
    }

    #expect(fingerprints("w: 1\nw: 1\n") == fingerprints("# added\n\nw: 1\nw: 1\n"))
    #expect(Set(fingerprints("w: 1\nw: 1\n")).count == 2)
  }
}
