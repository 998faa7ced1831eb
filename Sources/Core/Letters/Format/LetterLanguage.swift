/// How a language writes amounts, numbers, days, counted words and the headings of the table.
///
/// One value a language, all of it data, made when the language is first asked for; a language is chosen once a
/// letter, not looked up value by value. Source: Unicode CLDR 47, the locales of the same names.
package struct LetterLanguage: Sendable {
  /// The language tag (BCP 47), such as `en-US`.
  package var tag: String { conventions.tag }
  var numbers: Numbers { conventions.numbers }
  var dates: Dates { conventions.dates }
  var headings: Headings { conventions.headings }
  var pluralRule: PluralRule { conventions.pluralRule }

  /// All of it behind one reference: a language is handed on for every letter.
  let conventions: Conventions

  init(made language: SupportedLanguage) {
    conventions = Conventions(language.facts, language.headings)
  }

  /// What a language prescribes.
  final class Conventions: Sendable {
    let tag: String
    let numbers: Numbers
    let dates: Dates
    let headings: Headings
    let pluralRule: PluralRule

    init(_ facts: LanguageFacts, _ headings: Headings) {
      tag = facts.tag
      numbers = Numbers(facts.numbers, facts.money)
      dates = Dates(facts.dates)
      self.headings = headings
      pluralRule = facts.plural
    }
  }

  /// The names and patterns of days.
  struct Dates: Sendable {
    /// January to December.
    let months: [[UInt8]]
    /// Monday to Sunday.
    let weekdays: [[UInt8]]
    /// What the first of a month is called, where that is no plain number.
    let firstDay: [UInt8]?
    let medium: DatePattern
    let long: DatePattern
    let short: DatePattern

    init(_ facts: LanguageFacts.Dates) {
      months = facts.months.split(separator: " ").map { Array($0.utf8) }
      weekdays = facts.weekdays.split(separator: " ").map { Array($0.utf8) }
      firstDay = facts.firstDay.map { Array($0.utf8) }
      medium = DatePattern(facts.medium)
      long = DatePattern(facts.long)
      short = DatePattern(facts.short)
    }
  }
}
