import PolicySyntax
import Testing

@Suite struct SourceFileTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "a.yaml", bytes: Array(text.utf8))
  }

  @Test func `lines end at LF, CR LF and CR, and at nothing else`() {
    let file = file("a\nb\r\nc\rd\u{85}e\u{2028}f\n")

    #expect(file.lineCount == 5)
    #expect((1...5).map { file.line($0) } == ["a", "b", "c", "d\u{85}e\u{2028}f", ""])
    #expect(file.line(6) == "" && file.line(0) == "")
  }

  @Test(
    arguments: [
      ("ab\ncd", 0, 1, 1), ("ab\ncd", 2, 1, 3), ("ab\ncd", 3, 2, 1), ("ab\ncd", 99, 2, 3), ("äb", 2, 1, 2),
      ("😀b", 4, 1, 2), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("\u{FEFF}ab", 0, 1, 1),
      ("", 0, 1, 1),
      ("a\r\nb", 3, 2, 1), ("a\tb", 2, 1, 3),
    ])
  func `a place counts Unicode scalars from 1, without the byte order mark`(
    _ text: String, _ offset: Int, _ line: Int, _ column: Int
  ) {
    #expect(file(text).position(at: offset) == Position(line: line, column: column))
  }

  @Test func `bytes that are no UTF-8 have lines and places too`() {
    let file = SourceFile(path: "", bytes: [0x61, 0xFF, 0x0A, 0x80, 0x62])

    #expect(file.line(1) == "a\u{FFFD}")
    #expect(file.position(at: 4).line == 2)
  }

  @Test func `a map names the place of a span`() {
    var map = SourceMap()
    _ = map.add(path: "one.yaml", bytes: Array("a\n".utf8))
    let second = map.add(path: "two.yaml", bytes: Array("a\nbc\n".utf8))
    let span = Span(file: second, start: 2, end: 4)

    #expect(map.place(span) == "two.yaml:2")
    #expect(map.text(of: span) == "bc")
    #expect(map.place(Span(file: FileID(number: 9), start: 2, end: 4)) == ":1")
  }
}
