internal import Receivables

/// All that was learnt for one language: what its words lean to, what themes lean to in any language, and which words are
/// of which theme.
package struct Learnt: Sendable {
  /// What a reply can say, in the order of the columns of `words` and `themes`.
  package static let intents: [Understanding.Intent] = [
    .promise, .dispute, .claimsPaid, .request, .stop, .question, .contactChange, .thanks, .unclear,
    .outOfOffice, .spam,
  ]
  /// What customers say more often than what was learnt from does, and what less often; by `intents`.
  private static let usual = [0.4, -1.5, -0.2, 0.6, 0.4, -0.5, -0.3, 0.8, -0.5, 1.9, 0]
  /// Why somebody objects, in the order of the columns of `reasons`.
  package static let reasons = Meaning.reasons
  /// What can be asked for, in the order of the columns of `requests`.
  package static let requests = Meaning.requests.filter { $0 != "other" }
  /// The columns of `days`.
  package static let dayColumns = ["paying", "other"]
  /// The columns of `absences` and `returns`.
  package static let absenceColumns = ["away", "here"]
  package static let returnColumns = ["returning", "other"]
  /// What the themes count beside the words.
  private static let weightOfThemes = 1.1

  /// The words of the language: what replies say above all.
  package var words = Leanings()
  /// Themes: what replies say above all.
  package var themes = Leanings()
  /// Themes: why somebody objects.
  package var reasons = Leanings()
  /// Themes: what is asked for.
  package var requests = Leanings()
  /// What stands around a day: whether somebody pays on it.
  package var days = Leanings()
  /// Themes: whether somebody is away, whatever else is said.
  package var absences = Leanings()
  /// What stands around a day: whether somebody is back on it.
  package var returns = Leanings()
  /// The themes of the language's words.
  package var vocabulary = Themes()

  /// Nothing learnt.
  package init() {}

  /// True where nothing was learnt of what replies say.
  var isEmpty: Bool { words.isEmpty && themes.isEmpty }

  /// What signs lean to together, in the order of `intents`.
  func scores(_ signs: ReplySigns, in sentence: Int? = nil) -> [Double] {
    let ofWords = Self.scores(words, signs.words, sentence)
    let ofThemes = Self.scores(themes, signs.themes, sentence)
    return Self.intents.indices.map { column in
      (ofWords.isEmpty ? 0 : ofWords[column])
        + (ofThemes.isEmpty ? 0 : Self.weightOfThemes * ofThemes[column] + Self.usual[column])
    }
  }

  /// What a reason or a request is worth that a rule found.
  private static let worthOfFound = 1.0

  /// The likeliest reason of an objection.
  ///
  /// - Parameter found: The reason that the rules found, `other` for none.
  func reason(_ signs: ReplySigns, found: String) -> String { Self.likeliest(reasons, signs, found) }

  /// The likeliest thing that is asked for.
  ///
  /// - Parameter found: What the rules found, `other` for nothing.
  func request(_ signs: ReplySigns, found: String) -> String { Self.likeliest(requests, signs, found) }

  /// What the day is worth that the rules chose.
  private static let worthOfFoundDay = 0.3

  /// The day on which somebody pays, of those that a reply names.
  ///
  /// - Parameter found: The day that the rules chose; nil for none.
  func payingDay(_ reading: Reading, found: Day?) -> Day? {
    Self.likeliest(days, reading, found)
  }

  /// The day on which somebody is back, of those that a reply names.
  ///
  /// - Parameter found: The day that the rules chose; nil for none.
  func dayOfReturn(_ reading: Reading, found: Day?) -> Day? {
    Self.likeliest(returns, reading, found)
  }

  /// By how much more a reply leans to an absence than to none.
  func absence(_ signs: ReplySigns) -> Double {
    guard !absences.isEmpty else { return -1 }
    let scores = absences.scores(signs.themes)
    return scores[0] - scores[1]
  }

  /// The sentence that leans most to an absence.
  func sentenceOfAbsence(_ signs: ReplySigns, of count: Int) -> Int {
    let leads = (0..<count).map { sentence in
      let scores = absences.scores(signs.themes.lazy.filter { $0.sentence == sentence })
      return scores[0] - scores[1]
    }
    return leads.indices.max { leads[$0] < leads[$1] } ?? 0
  }

  private static func likeliest(_ table: Leanings, _ reading: Reading, _ found: Day?) -> Day? {
    guard !table.isEmpty else { return found }
    let likely = NamedDay.all(in: reading).map { named -> (day: Day, lead: Double) in
      let scores = table.scores(named.signs)
      return (named.day, scores[0] - scores[1] + (named.day == found ? worthOfFoundDay : 0))
    }
    return likely.max { $0.lead < $1.lead }?.day ?? found
  }

  private static func likeliest(_ table: Leanings, _ signs: ReplySigns, _ found: String) -> String {
    guard !table.isEmpty else { return found }
    var scores = table.scores(signs.themes)
    if found != "other", let column = table.columns.firstIndex(of: found) { scores[column] += worthOfFound }
    guard let most = scores.max(), let column = scores.firstIndex(of: most) else { return found }
    return table.columns[column]
  }

  private static func scores(_ table: Leanings, _ signs: [LeaningSign], _ sentence: Int?) -> [Double] {
    guard !table.isEmpty else { return [] }
    guard let sentence else { return table.scores(signs) }
    return table.scores(signs.lazy.filter { $0.sentence == sentence })
  }
}

/// The signs of a reply, each once, in order.
package struct ReplySigns {
  let words: [LeaningSign]
  let themes: [LeaningSign]

  init(_ reading: Reading) {
    let pieces = reading.sentences.indices.map { LeaningPiece.all(of: $0, in: reading) }
    words = LeaningSign.words(pieces, reading.sentences)
    themes = LeaningSign.themes(pieces, reading)
  }
}
