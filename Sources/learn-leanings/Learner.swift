import Replies

/// Learns from labelled texts what each sign leans to: multinomial logistic regression, by gradient steps whose size
/// shrinks with what a sign has been moved already. The same texts give the same table, to the last figure.
///
/// Source: Duchi, Hazan, Singer: Adaptive Subgradient Methods, 2011.
struct Learner {
  /// A text with what it says above all.
  struct Example {
    let signs: [String]
    let column: Int
  }

  /// What is to be said about the texts.
  struct Settings {
    /// A sign of fewer texts than that says nothing.
    let fewest: Int
    /// How much each step takes off a number: the more, the less is believed of what few texts say.
    let decay: Double
  }

  private static let rounds = 12
  private static let step = 0.3

  private(set) var signs: [String] = []
  private(set) var weights: [[Double]] = []
  private(set) var usual: [Double]
  private let columns: Int
  private let decay: Double

  init(_ examples: [Example], columns: Int, _ settings: Settings) {
    self.columns = columns
    decay = settings.decay
    usual = Array(repeating: 0, count: columns)
    var counts: [String: Int] = [:]
    for example in examples { for sign in example.signs { counts[sign, default: 0] += 1 } }
    signs = counts.filter { $0.value >= settings.fewest }.keys.sorted()
    weights = Array(repeating: Array(repeating: 0, count: columns), count: signs.count)
    let places = Dictionary(uniqueKeysWithValues: signs.enumerated().map { ($1, $0) })
    let known = examples.map { example in
      (places: example.signs.compactMap { places[$0] }.sorted(), column: example.column)
    }
    learn(known.filter { !$0.places.isEmpty })
  }

  private mutating func learn(_ examples: [(places: [Int], column: Int)]) {
    var moved = Array(repeating: Array(repeating: 1e-8, count: columns), count: signs.count)
    var usualMoved = Array(repeating: 1e-8, count: columns)
    var order = Array(examples.indices)
    var random: UInt64 = 8
    for _ in 0..<Self.rounds {
      for index in order.indices.reversed() where index > 0 {
        // Source: Knuth's MMIX generator.
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int(random >> 33) % (index + 1))
      }
      for index in order {
        let example = examples[index]
        let size = Double(example.places.count).squareRoot()
        var errors = Self.shares(
          (0..<columns).map { column in
            usual[column] + example.places.reduce(0) { $0 + weights[$1][column] } / size
          })
        errors[example.column] -= 1
        for place in example.places {
          for column in 0..<columns {
            let slope = errors[column] / size + decay * weights[place][column]
            moved[place][column] += slope * slope
            weights[place][column] -= Self.step * slope / moved[place][column].squareRoot()
          }
        }
        for column in 0..<columns {
          usualMoved[column] += errors[column] * errors[column]
          usual[column] -= Self.step / 3 * errors[column] / usualMoved[column].squareRoot()
        }
      }
    }
  }

  /// The shares that scores stand for; they add up to 1.
  private static func shares(_ scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let powers = scores.map { Exponential.of($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
