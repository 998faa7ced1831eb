/// A country that a business can be in: its money, its time, its holidays.
package struct Country: Sendable, Hashable {
  /// Of ISO 3166, two letters.
  package let code: String
  package let name: String
  /// Of ISO 4217.
  package let currency: String
  /// The IANA name of its capital's time, or of the time that most of its businesses keep.
  package let timezone: String
  /// The shipped calendar of its holidays.
  package let calendar: String
  /// The language of its letters, English where none is written yet.
  package let language: StarterLanguage

  /// All that are known, in order of code.
  package static let all: [Country] = [
    Country("AT", "Austria", "EUR", "Europe/Vienna", "at", .german),
    Country("AU", "Australia", "AUD", "Australia/Sydney", "au", .english),
    Country("BE", "Belgium", "EUR", "Europe/Brussels", "be", .dutch),
    Country("CA", "Canada", "CAD", "America/Toronto", "ca", .english),
    Country("CH", "Switzerland", "CHF", "Europe/Zurich", "ch", .german),
    Country("DE", "Germany", "EUR", "Europe/Berlin", "de", .german),
    Country("DK", "Denmark", "DKK", "Europe/Copenhagen", "dk", .english),
    Country("ES", "Spain", "EUR", "Europe/Madrid", "es", .spanish),
    Country("FI", "Finland", "EUR", "Europe/Helsinki", "fi", .english),
    Country("FR", "France", "EUR", "Europe/Paris", "fr", .french),
    Country("GB", "United Kingdom", "GBP", "Europe/London", "gb-eng", .english),
    Country("IE", "Ireland", "EUR", "Europe/Dublin", "ie", .english),
    Country("IT", "Italy", "EUR", "Europe/Rome", "it", .italian),
    Country("LU", "Luxembourg", "EUR", "Europe/Luxembourg", "lu", .french),
    Country("NL", "Netherlands", "EUR", "Europe/Amsterdam", "nl", .dutch),
    Country("NO", "Norway", "NOK", "Europe/Oslo", "no", .english),
    Country("NZ", "New Zealand", "NZD", "Pacific/Auckland", "nz", .english),
    Country("PL", "Poland", "PLN", "Europe/Warsaw", "pl", .english),
    Country("PT", "Portugal", "EUR", "Europe/Lisbon", "pt", .english),
    Country("SE", "Sweden", "SEK", "Europe/Stockholm", "se", .english),
    Country("US", "United States", "USD", "America/New_York", "us-federal", .english),
  ]

  /// The country of a code, in upper or lower case; nil for one that is not known. `UK` is `GB`.
  package init?(code: String) {
    let wanted = code.uppercased() == "UK" ? "GB" : code.uppercased()
    guard let country = Country.all.first(where: { $0.code == wanted }) else { return nil }
    self = country
  }

  private init(
    _ code: String, _ name: String, _ currency: String, _ timezone: String, _ calendar: String,
    _ language: StarterLanguage
  ) {
    self.code = code
    self.name = name
    self.currency = currency
    self.timezone = timezone
    self.calendar = calendar
    self.language = language
  }
}
