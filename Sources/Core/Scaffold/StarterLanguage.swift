/// A language in which `duly init` can write letters.
package enum StarterLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case dutch = "nl"
  case spanish = "es"
  case italian = "it"

  /// The tag by which amounts and days are written in a country: `de-AT` for German in Austria.
  package func tag(in country: Country) -> String {
    switch (self, country.code) {
    case (.english, "US"), (.english, "IE"), (.german, "AT"), (.german, "CH"), (.french, "CH"),
      (.italian, "CH"):
      "\(rawValue)-\(country.code)"
    default: rawValue
    }
  }

  /// The language of a tag such as `de` or `de-AT`; nil for one in which there are no letters yet.
  package init?(tag: String) {
    self.init(rawValue: String(tag.lowercased().prefix { $0 != "-" && $0 != "_" }))
  }

  /// The letters in this language.
  var words: StarterWords {
    switch self {
    case .english: .english
    case .german: .german
    case .french: .french
    case .dutch: .dutch
    case .spanish: .spanish
    case .italian: .italian
    }
  }
}
