/// A language that letters can be written in: which one, before any of it is made ready.
///
/// The first is for all that are not among them.
package enum SupportedLanguage: Sendable, CaseIterable {
  case english, irishEnglish, americanEnglish
  case german, austrianGerman, swissGerman
  case french, swissFrench
  case spanish
  case italian, swissItalian
  case dutch
  case portuguese, brazilianPortuguese
  case polish, swedish, danish, norwegian, finnish

  /// The nearest language of a tag, such as `de-AT` or `pt_BR`: that one, else the one left when its last part is
  /// taken off, and so on, else English. Upper and lower case are the same, as are `-` and `_`.
  /// - Complexity: O(languages) comparisons of short texts.
  package init(_ tag: String) {
    var rest = String(decoding: tag.utf8.map(SupportedLanguage.normalised), as: UTF8.self)[...]
    while !rest.isEmpty {
      if let known = SupportedLanguage.known(String(rest)) {
        self = known
        return
      }
      guard let end = rest.lastIndex(of: "-") else { break }
      rest = rest[..<end]
    }
    self = .english
  }

  private static func known(_ tag: String) -> SupportedLanguage? {
    switch tag {
    case "en", "en-gb": .english
    case "en-us": .americanEnglish
    case "en-ie": .irishEnglish
    case "de": .german
    case "de-at": .austrianGerman
    case "de-ch": .swissGerman
    case "fr": .french
    case "fr-ch": .swissFrench
    case "es": .spanish
    case "it": .italian
    case "it-ch": .swissItalian
    case "nl": .dutch
    case "pt": .portuguese
    case "pt-br": .brazilianPortuguese
    case "pl": .polish
    case "sv": .swedish
    case "da": .danish
    // Norwegian by itself is Bokmål, and the nearest to Nynorsk.
    case "nb", "no", "nn": .norwegian
    case "fi": .finnish
    default: nil
    }
  }

  private static func normalised(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "_"): UInt8(ascii: "-")
    case 65...90: byte | 0x20
    default: byte
    }
  }

  /// What CLDR says of it.
  var facts: LanguageFacts {
    switch self {
    case .english: .english
    case .irishEnglish: .irishEnglish
    case .americanEnglish: .americanEnglish
    case .german: .german
    case .austrianGerman: .austrianGerman
    case .swissGerman: .swissGerman
    case .french: .french
    case .swissFrench: .swissFrench
    case .spanish: .spanish
    case .italian: .italian
    case .swissItalian: .swissItalian
    case .dutch: .dutch
    case .portuguese: .portuguese
    case .brazilianPortuguese: .brazilianPortuguese
    case .polish: .polish
    case .swedish: .swedish
    case .danish: .danish
    case .norwegian: .norwegian
    case .finnish: .finnish
    }
  }

  /// The headings of its table.
  var headings: LetterLanguage.Headings {
    switch self {
    case .english, .irishEnglish, .americanEnglish: .english
    case .german, .austrianGerman, .swissGerman: .german
    case .french, .swissFrench: .french
    case .spanish: .spanish
    case .italian, .swissItalian: .italian
    case .dutch: .dutch
    case .portuguese: .portuguese
    case .brazilianPortuguese: .brazilianPortuguese
    case .polish: .polish
    case .swedish: .swedish
    case .danish: .danish
    case .norwegian: .norwegian
    case .finnish: .finnish
    }
  }
}
