/// What CLDR says of one language, as text; `LetterLanguage` makes it ready for letters.
///
/// The constants stand in `Languages` and are made by `scripts/make-language-tables.py`. Lists are words with a blank
/// between them. Source: Unicode CLDR; the forms of patterns are those of Unicode Technical Standard 35.
struct LanguageFacts: Sendable {
  /// The language tag (BCP 47), such as `de-AT`.
  let tag: String
  let numbers: Numbers
  let money: Money
  let dates: Dates
  let plural: PluralRule

  /// Numbers that are no amounts.
  struct Numbers: Sendable {
    let decimalMark: String
    let groupMark: String
    /// How many digits a whole number needs before it is grouped: 4, or 5 where `1234` stays as it is.
    let groupedFrom: Int
    let minusSign: String
    /// A pattern such as `#,##0 %`.
    let percent: String
  }

  /// Amounts of money, which some languages group otherwise than numbers.
  struct Money: Sendable {
    let decimalMark: String
    let groupMark: String
    /// Patterns such as `¤ #,##0.00`.
    let positive: String
    let negative: String
    /// `EUR=€ USD=US$`; a currency that is not among them is written with its code.
    let symbols: String
  }

  /// The names and patterns of days.
  struct Dates: Sendable {
    /// January to December, as they stand beside a day.
    let months: String
    /// Monday to Sunday.
    let weekdays: String
    /// What the first of a month is called beside its name, where that is no plain number.
    let firstDay: String?
    /// CLDR's short form, with the whole year.
    let short: String
    /// CLDR's long form.
    let medium: String
    /// CLDR's full form, with the weekday.
    let long: String
  }
}
