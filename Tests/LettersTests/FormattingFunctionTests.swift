import CEL
import Testing

@testable import Letters

@Suite struct FormattingFunctionTests {
  private func counting(_ count: Int64) -> SampleFacts {
    var facts = SampleFacts()
    facts.values[.history(.sent)] = .int(count)
    return facts
  }

  /// Each function stands by itself, where it is a format, and in an expression, where it is called.
  private func both(_ expression: String, _ facts: SampleFacts, _ language: String) throws -> [String] {
    [
      try text("{{ \(expression) }}", facts, language: language),
      try text("{{ \"\" + \(expression) }}", facts, language: language),
    ]
  }

  @Test(arguments: [
    (0, "days", "jour"), (1, "day", "jour"), (2, "days", "jours"), (-1, "day", "jour"), (-2, "days", "jours"),
  ])
  func `a count takes the word that the language wants`(count: Int64, english: String, french: String) throws
  {
    let facts = counting(count)
    #expect(try both(#"plural(history.sent, "day", "days")"#, facts, "en") == [english, english])
    #expect(try both(#"plural(history.sent, "jour", "jours")"#, facts, "fr") == [french, french])
  }

  @Test(arguments: [
    (0, "faktur"), (1, "faktura"), (2, "faktury"), (4, "faktury"), (5, "faktur"), (12, "faktur"),
    (22, "faktury"),
    (112, "faktur"),
  ])
  func `a count takes one of three words in Polish`(count: Int64, word: String) throws {
    let call = #"plural(history.sent, "faktura", "faktury", "faktur")"#
    #expect(try both(call, counting(count), "pl") == [word, word])
  }

  @Test(arguments: [
    ("en", "1,234", "1,234.568", "1,234.6", "8.5%"), ("de", "1.234", "1.234,568", "1.234,6", "8,5\u{A0}%"),
    ("fr", "1\u{202F}234", "1\u{202F}234,568", "1\u{202F}234,6", "8,5\u{A0}%"),
    ("de-CH", "1’234", "1’234.568", "1’234.6", "8.5%"), ("pl", "1234", "1234,568", "1234,6", "8,5%"),
  ])
  func `numbers and rates are written as the language writes them`(
    language: String, whole: String, free: String, fixed: String, rate: String
  ) throws {
    var facts = counting(1234)
    facts.values[.customer(.averageDaysLate)] = .double(1234.5678)
    let late = "customer.average_days_late.or(0.0)"
    #expect(try both("number(history.sent)", facts, language) == [whole, whole])
    #expect(try both("number(\(late))", facts, language) == [free, free])
    #expect(try both("number(\(late), 1)", facts, language) == [fixed, fixed])
    #expect(try both("percent(8.5)", facts, language) == [rate, rate])
  }

  @Test(arguments: [
    ("number(0.0)", "0"), ("number(2.50)", "2.5"), ("number(2, 2)", "2.00"), ("number(0.0005)", "0.001"),
    ("number(-0.0004)", "0"), ("number(-1.5, 0)", "-2"), ("percent(8)", "8%"), ("percent(-0.25)", "-0.25%"),
    ("number(1.0e20)", "100,000,000,000,000,000,000"),
  ])
  func `a number is rounded half away from zero and loses the zeros it need not have`(
    expression: String, written: String
  ) throws {
    #expect(try both(expression, SampleFacts(), "en") == [written, written])
  }

  @Test(arguments: ["number(LATE)", "number(LATE, 1)", "percent(LATE)", "\"\" + number(LATE)"])
  func `a number without end stops the letter`(expression: String) throws {
    var facts = SampleFacts()
    facts.values[.customer(.averageDaysLate)] = .double(.infinity)
    let late = "customer.average_days_late.or(0.0)"
    let letter = try template(body: "{{ \(expression.replacing("LATE", with: late)) }}")
    let error = #expect(throws: LetterError.self) {
      try letter.render(facts, language: LetterLanguage("en"))
    }
    #expect(error?.kind == .noValue(.overflow))
  }

  /// What is found in a body whose words are in a language.
  private func found(_ body: String, _ language: String?) -> [String] {
    LetterTemplate.check(subject: "x", body: body, rates: .sample, language: language).issues.map {
      "\($0.kind.rawValue) ⟨\(underlined($0.range, in: body))⟩ \($0.message)"
    }
  }

  @Test func `a plural has the words that the language of the text has`() {
    let two = #"plural(history.sent, "a", "b")"#
    let three = #"plural(history.sent, "a", "b", "c")"#
    let tooFew = "a counted word has three forms in `pl-PL`, and two are given"
    #expect(found("{{ \(two) }}", "pl-PL") == ["word-forms ⟨\(two)⟩ \(tooFew)"])
    #expect(found("{{#if \(two) == \"a\"}}x{{/if}}", "pl-PL") == ["word-forms ⟨\(two)⟩ \(tooFew)"])
    let tooMany = "a counted word has two forms in `de`, and three are given"
    #expect(found("{{ \"x\" + \(three) }}", "de") == ["word-forms ⟨\(three)⟩ \(tooMany)"])
    #expect(found("{{ \(three) }}", "pl") == [])
    for language in ["en", "fr", "pt-BR", "cs", nil] { #expect(found("{{ \(two) }}", language) == []) }
    #expect(found("{{ \(two) }}{{ \(three) }}", nil) == [])
  }

  @Test(arguments: ["10", "-1", "history.sent"])
  func `the decimals of a number are written out and few`(decimals: String) {
    #expect(
      found("{{ number(4.5, \(decimals)) }}", "en")
        == ["type-mismatch ⟨\(decimals)⟩ how many decimals to write is a number from 0 to 9"])
  }
}
