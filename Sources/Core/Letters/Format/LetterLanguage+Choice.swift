extension LetterLanguage {
  /// The languages that letters can be written in; the first is for all that are not among them.
  package static var all: [LetterLanguage] { SupportedLanguage.allCases.map { LetterLanguage($0) } }

  /// The nearest language of a tag, such as `de-AT` or `pt_BR`; English where there is none.
  package init(_ tag: String) { self.init(SupportedLanguage(tag)) }

  /// A language, made ready when it is first asked for.
  package init(_ language: SupportedLanguage) {
    switch language {
    case .english: self = LetterLanguage.english
    case .irishEnglish: self = LetterLanguage.irishEnglish
    case .americanEnglish: self = LetterLanguage.americanEnglish
    case .german: self = LetterLanguage.german
    case .austrianGerman: self = LetterLanguage.austrianGerman
    case .swissGerman: self = LetterLanguage.swissGerman
    case .french: self = LetterLanguage.french
    case .swissFrench: self = LetterLanguage.swissFrench
    case .spanish: self = LetterLanguage.spanish
    case .italian: self = LetterLanguage.italian
    case .swissItalian: self = LetterLanguage.swissItalian
    case .dutch: self = LetterLanguage.dutch
    case .portuguese: self = LetterLanguage.portuguese
    case .brazilianPortuguese: self = LetterLanguage.brazilianPortuguese
    case .polish: self = LetterLanguage.polish
    case .swedish: self = LetterLanguage.swedish
    case .danish: self = LetterLanguage.danish
    case .norwegian: self = LetterLanguage.norwegian
    case .finnish: self = LetterLanguage.finnish
    }
  }

  private static let english = LetterLanguage(made: .english)
  private static let irishEnglish = LetterLanguage(made: .irishEnglish)
  private static let americanEnglish = LetterLanguage(made: .americanEnglish)
  private static let german = LetterLanguage(made: .german)
  private static let austrianGerman = LetterLanguage(made: .austrianGerman)
  private static let swissGerman = LetterLanguage(made: .swissGerman)
  private static let french = LetterLanguage(made: .french)
  private static let swissFrench = LetterLanguage(made: .swissFrench)
  private static let spanish = LetterLanguage(made: .spanish)
  private static let italian = LetterLanguage(made: .italian)
  private static let swissItalian = LetterLanguage(made: .swissItalian)
  private static let dutch = LetterLanguage(made: .dutch)
  private static let portuguese = LetterLanguage(made: .portuguese)
  private static let brazilianPortuguese = LetterLanguage(made: .brazilianPortuguese)
  private static let polish = LetterLanguage(made: .polish)
  private static let swedish = LetterLanguage(made: .swedish)
  private static let danish = LetterLanguage(made: .danish)
  private static let norwegian = LetterLanguage(made: .norwegian)
  private static let finnish = LetterLanguage(made: .finnish)
}
