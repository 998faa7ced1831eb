import Testing

@testable import Letters

@Suite struct PluralRuleTests {
  // The samples of whole numbers in CLDR's plurals.xml.
  @Test(
    arguments: [
      (PluralRule.one, PluralRule.Form.one, [1...1]),
      (.one, .other, [0...0, 2...16, 100...100, 1000...1000, 1_000_000...1_000_000]),
      (.noneOrOne, .one, [0...1]),
      (.noneOrOne, .other, [2...17, 100...100, 1000...1000, 1_000_000...1_000_000]),
      (.oneFewMany, .one, [1...1]),
      (.oneFewMany, .few, [2...4, 22...24, 32...34, 42...44, 52...54, 62...62, 102...102, 1002...1002]),
      (
        .oneFewMany, .other,
        [0...0, 5...19, 21...21, 100...100, 112...112, 1000...1000, 10_000...10_000, 1_000_000...1_000_000]
      ),
    ] as [(PluralRule, PluralRule.Form, [ClosedRange<Int64>])])
  func `a count takes the form of CLDR's samples`(
    rule: PluralRule, form: PluralRule.Form, samples: [ClosedRange<Int64>]
  ) {
    for count in samples.joined() {
      #expect(rule.form(of: count) == form, "\(count)")
      #expect(rule.form(of: -count) == form, "-\(count)")
    }
  }

  @Test func `the smallest number has a form`() {
    #expect(PluralRule.one.form(of: .min) == .other)
    #expect(PluralRule.oneFewMany.form(of: .min) == .other)
  }

  @Test(arguments: [("pl", 3), ("en", 2), ("fr", 2), ("de-CH", 2), ("fi", 2), ("pt-BR", 2)])
  func `a language knows how many words a counted thing has`(language: String, count: Int) {
    #expect(LetterLanguage(language).pluralRule.wordCount == count)
  }
}
