/// Learns whether each of several things is said, each by itself, from the words of a text, whose meaning is that of its
/// language, and from its themes, whose meaning is that of all: a logistic regression for each thing.
struct SayingLearner {
  struct Example {
    let language: String
    let words: [String]
    let themes: [String]
    let sentences: [(words: [String], themes: [String])]
    /// Nil where nobody said.
    let isSaid: [Bool?]
    let weight: Double
  }

  private static let rounds = 20
  private static let step = 0.15
  private static let decay = 0.0005
  private static let fewest = 2

  /// By the code of the language.
  private(set) var words: [String: SignTable] = [:]
  private(set) var themes: SignTable
  private(set) var usual: AdaptiveSteps

  init(_ examples: [Example], columns: Int) {
    themes = SignTable(examples.map(\.themes), columns: columns, fewest: Self.fewest, step: Self.step)
    usual = AdaptiveSteps(count: columns, step: Self.step / 3)
    for code in Set(examples.map(\.language)) {
      words[code] = SignTable(
        examples.filter { $0.language == code }.map(\.words), columns: columns, fewest: Self.fewest,
        step: Self.step)
    }
    let known = examples.map { example in
      (
        whole: self.known(example.language, example.words, example.themes),
        sentences: example.sentences.map { self.known(example.language, $0.words, $0.themes) }
      )
    }
    var order = Shuffled(examples.count)
    for round in 0..<Self.rounds {
      for index in order.next() {
        let example = examples[index]
        let known = known[index]
        for (column, isSaid) in example.isSaid.enumerated() {
          guard let isSaid else { continue }
          let sums = known.sentences.map { sum($0, example.language, column) }
          let most = sums.max() ?? 0
          let odds = usual.numbers[column] + sum(known.whole, example.language, column) + most
          let error = example.weight * (Share.of(odds: odds) - (isSaid ? 1 : 0))
          learn(known.whole, example.language, column, error)
          if let sentence = sums.firstIndex(of: most) {
            learn(known.sentences[sentence], example.language, column, error)
          }
          usual.descend(column, error)
        }
      }
      guard round >= Self.rounds / 2 else { continue }
      for code in words.keys { words[code]?.keep() }
      themes.keep()
      usual.keep()
    }
  }

  private typealias Known = (words: SignTable.Known, themes: SignTable.Known)

  private func known(_ language: String, _ ofWords: [String], _ ofThemes: [String]) -> Known {
    (words[language]?.known(ofWords) ?? ([], 1), themes.known(ofThemes))
  }

  private func sum(_ known: Known, _ language: String, _ column: Int) -> Double {
    (words[language]?.sum(known.words, column) ?? 0) + themes.sum(known.themes, column)
  }

  private mutating func learn(_ known: Known, _ language: String, _ column: Int, _ error: Double) {
    words[language]?.learn(known.words, column, error: error, decay: Self.decay)
    themes.learn(known.themes, column, error: error, decay: Self.decay)
  }
}
