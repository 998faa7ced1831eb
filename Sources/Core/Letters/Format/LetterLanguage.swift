/// How a language writes amounts, days, counted words and the headings of the table.
///
/// One value a language, all of it data; a language is chosen once a letter, not looked up value by value.
/// Source: Unicode CLDR 47, the locales of the same names.
package struct LetterLanguage: Sendable {
  /// The language tag (BCP 47), such as `en-GB`.
  package var tag: String { conventions.tag }
  var numbers: Numbers { conventions.numbers }
  var dates: Dates { conventions.dates }
  var headings: Headings { conventions.headings }
  var usesSingularForZero: Bool { conventions.usesSingularForZero }

  /// All of it behind one reference: a language is handed on for every letter.
  let conventions: Conventions

  init(tag: String, numbers: Numbers, dates: Dates, headings: Headings, usesSingularForZero: Bool = false) {
    conventions = Conventions(tag, numbers, dates, headings, usesSingularForZero)
  }

  /// What a language prescribes.
  final class Conventions: Sendable {
    let tag: String
    let numbers: Numbers
    let dates: Dates
    let headings: Headings
    /// Whether zero takes the singular: `0 jour`.
    let usesSingularForZero: Bool

    init(
      _ tag: String, _ numbers: Numbers, _ dates: Dates, _ headings: Headings, _ usesSingularForZero: Bool
    ) {
      self.tag = tag
      self.numbers = numbers
      self.dates = dates
      self.headings = headings
      self.usesSingularForZero = usesSingularForZero
    }
  }

  /// The headings of the table of invoices.
  struct Headings: Sendable {
    let number: [UInt8]
    let part: [UInt8]
    let due: [UInt8]
    let open: [UInt8]
    let alsoOpen: [UInt8]

    init(number: String, part: String, due: String, open: String, alsoOpen: String) {
      self.number = Array(number.utf8)
      self.part = Array(part.utf8)
      self.due = Array(due.utf8)
      self.open = Array(open.utf8)
      self.alsoOpen = Array(alsoOpen.utf8)
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

    init(
      months: String, weekdays: String, firstDay: String? = nil, medium: String, long: String, short: String
    ) {
      self.months = months.split(separator: " ").map { Array($0.utf8) }
      self.weekdays = weekdays.split(separator: " ").map { Array($0.utf8) }
      self.firstDay = firstDay.map { Array($0.utf8) }
      self.medium = DatePattern(medium)
      self.long = DatePattern(long)
      self.short = DatePattern(short)
    }
  }
}

extension LetterLanguage {
  /// The languages that letters can be written in; the first is for all that are not among them.
  package static let all: [LetterLanguage] = [
    english, americanEnglish, german, french, spanish, italian, dutch,
  ]

  /// The language of a tag, such as `de-AT` or `pt_BR`: that language, else its first part, else English.
  package init(_ tag: String) {
    if let exact = LetterLanguage.all.first(where: { $0.tag == tag }) {
      self = exact
      return
    }
    let wanted = LetterLanguage.normalised(tag)
    let first = wanted.prefix { $0 != UInt8(ascii: "-") }
    self =
      LetterLanguage.table.first { $0.key == wanted }?.language
      ?? LetterLanguage.table.first { $0.key.elementsEqual(first) }?.language ?? LetterLanguage.english
  }

  private static let table: [(key: [UInt8], language: LetterLanguage)] =
    all.map { (normalised($0.tag), $0) } + [(Array("en-gb".utf8), english)]

  private static func normalised(_ tag: String) -> [UInt8] {
    tag.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "_"): UInt8(ascii: "-")
      case 65...90: byte | 0x20
      default: byte
      }
    }
  }
}
