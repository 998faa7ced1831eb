import Letters

/// The words of a plan: which template speaks for a tier in a tone and a language.
///
/// Resolution: (tone, tier, language), else (tone, tier, business language), else (tone, `default`) in that
/// language, else (tone, `default`). Source: policy language, section 5 step 9.
package struct LetterTable: Sendable {
  /// The words themselves; the table holds places in it.
  package let templates: [LetterTemplate]
  package let sources: [Source]
  /// The language that each template is written in.
  package let written: [String]
  /// The language in which each template writes amounts and days.
  package let formats: [SupportedLanguage]
  /// Language codes that some template is written in, that of the business first.
  package let languages: [String]
  private let places: [Int]
  private let tierCount: Int

  /// - Parameters:
  ///   - thanks: Place of the tier that `default` does not speak for; nil where there is none.
  ///   - find: The template for (tone, tier or nil for `default`, place in `languages`), nil where none is.
  package init(
    templates: [LetterTemplate], sources: [Source], written: [String], languages: [String], tones: Int,
    tiers: Int, thanks: Int?,
    find: (_ tone: Int, _ tier: Int?, _ language: Int) -> Int?
  ) {
    self.templates = templates
    self.sources = sources
    self.written = written
    formats = written.map { SupportedLanguage($0) }
    self.languages = languages
    tierCount = tiers
    var places: [Int] = []
    for tone in 0..<tones {
      for tier in 0..<tiers {
        for language in languages.indices {
          let own = find(tone, tier, language) ?? find(tone, tier, 0)
          let other = tier == thanks ? nil : find(tone, nil, language) ?? find(tone, nil, 0)
          places.append(own ?? other ?? -1)
        }
      }
    }
    self.places = places
  }

  /// The place in `templates` of the words for a tier, or nil where the policy has none.
  ///
  /// - Parameter language: As the books write it: `de`, `de-AT`. Its first part counts, and where no
  ///   template is written in it, the language of the business.
  package func template(tone: Int, tier: Int, language: String) -> Int? {
    var column = 0
    if languages.count > 1 {
      column =
        languages.firstIndex(of: language)
        ?? languages.firstIndex(of: String(language.prefix { $0 != "-" && $0 != "_" })) ?? 0
    }
    let place = places[(tone * tierCount + tier) * languages.count + column]
    return place < 0 ? nil : place
  }
}
