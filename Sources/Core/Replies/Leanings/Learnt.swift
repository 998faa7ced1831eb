internal import Receivables

/// All that was learnt for one language: what its words lean to, what themes and rules lean to in any language, which words
/// are of which theme, and how much each counts.
package struct Learnt: Sendable {
  /// What a reply can say, in the order of the columns of `words`, `themes` and `weights`.
  package static let intents: [Understanding.Intent] = [
    .promise, .dispute, .claimsPaid, .request, .stop, .question, .contactChange, .thanks, .unclear,
    .outOfOffice, .spam,
  ]
  /// Why somebody objects, in the order of the columns of `reasons`.
  package static let reasons = Meaning.reasons
  /// What can be asked for, in the order of the columns of `requests`.
  package static let requests = Meaning.requests.filter { $0 != "other" }
  /// The columns of `days` and of `returns`.
  package static let dayColumns = ["paying"]
  package static let returnColumns = ["returning"]

  /// The words of the language: whether each thing is said.
  package var words = Leanings()
  /// Themes, what rules found, and whether a program wrote: whether each thing is said.
  package var themes = Leanings()
  /// Themes: why somebody objects.
  package var reasons = Leanings()
  /// Themes: what is asked for.
  package var requests = Leanings()
  /// What stands around a day: whether somebody pays on it.
  package var days = Leanings()
  /// What stands around a day: whether somebody is back on it.
  package var returns = Leanings()
  /// What each piece of evidence counts.
  package var weights = EvidenceWeights()
  /// The themes of the language's words.
  package var vocabulary = Themes()

  /// Nothing learnt.
  package init() {}

  /// True where nothing was learnt of what replies say.
  var isEmpty: Bool { weights.isEmpty }

  /// What signs lean to, each thing by itself, in the order of `intents`: all together, and those of the sentence that leans
  /// to it most. Log-odds, before the evidence is weighed.
  ///
  /// - Parameter count: How many sentences there are.
  func leanings(_ signs: ReplySigns, sentences count: Int) -> [Double] {
    let ofWords = words.isEmpty ? nil : words.sums(signs.words)
    let ofThemes = themes.isEmpty ? nil : themes.sums(signs.sayings)
    let sentences = leanings(signs, ofEach: count)
    return Self.intents.indices.map { column in
      let usual = themes.isEmpty ? 0 : themes.usual[column]
      let whole = (ofWords?[column] ?? 0) + (ofThemes?[column] ?? 0)
      return usual + whole + (sentences.map { $0[column] }.max() ?? 0)
    }
  }

  /// What the signs of each sentence lean to.
  ///
  /// - Parameter count: How many sentences there are.
  func leanings(_ signs: ReplySigns, ofEach count: Int) -> [[Double]] {
    let ofWords = words.isEmpty ? nil : words.sums(signs.words, sentences: count)
    let ofThemes = themes.isEmpty ? nil : themes.sums(signs.sayings, sentences: count)
    return (0..<count).map { sentence in
      Self.intents.indices.map { column in
        (ofWords?[sentence][column] ?? 0) + (ofThemes?[sentence][column] ?? 0)
      }
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

  private static func likeliest(_ table: Leanings, _ signs: ReplySigns, _ found: String) -> String {
    guard !table.isEmpty else { return found }
    var scores = table.scores(signs.themes)
    if found != "other", let column = table.columns.firstIndex(of: found) { scores[column] += worthOfFound }
    guard let most = scores.max(), let column = scores.firstIndex(of: most) else { return found }
    return table.columns[column]
  }
}

/// The signs of a reply, each once in a sentence, in order.
package struct ReplySigns {
  let words: [LeaningSign]
  let themes: [LeaningSign]
  /// The themes, and what rules found, in which language, and whether a program wrote.
  let sayings: [LeaningSign]

  init(_ reading: Reading) {
    let pieces = reading.sentences.indices.map { LeaningPiece.all(of: $0, in: reading) }
    words = LeaningSign.words(pieces, reading.sentences)
    themes = LeaningSign.themes(pieces, reading)
    sayings = themes + LeaningSign.told(reading)
  }
}
