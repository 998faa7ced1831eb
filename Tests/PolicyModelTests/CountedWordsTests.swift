import Testing

/// Section 6 of the language: `plural` in the language of the words.
@Suite struct CountedWordsTests {
  private static let two = "{{ plural(history.sent, 'x', 'y') }}"
  private static let three = "{{ plural(history.sent, 'x', 'y', 'z') }}"

  /// A policy whose words are in two languages.
  private func read(own: String, polish: String) -> ReadPolicy {
    ReadPolicy(
      """
      tones:
        friendly:
          default:
            subject: Invoice
            body: "\(own)"
            pl: { subject: Faktura, body: "\(polish)" }
      """)
  }

  @Test func `words for one and for many are enough in English, not in Polish`() {
    #expect(read(own: Self.two, polish: Self.three).mistakes.isEmpty)
    let mistaken = read(own: Self.two, polish: Self.two)
    #expect(mistaken.mistakes == ["template-mistake"])
    #expect(mistaken.report.contains("a counted word has three forms in `pl`, and two are given"))
    #expect(mistaken.report.contains("write `plural(n, one, few, many)`"))
    #expect(mistaken.marked("template-mistake") == "plural(history.sent, 'x', 'y')")
  }

  @Test func `a third word is a mistake where there are two`() {
    let mistaken = read(own: Self.three, polish: Self.three)
    #expect(mistaken.mistakes == ["template-mistake"])
    #expect(mistaken.report.contains("a counted word has two forms in `en`, and three are given"))
  }
}
