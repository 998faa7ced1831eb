/// A number for each sign and each column.
struct SignTable {
  let signs: [String]
  let columns: Int
  private(set) var steps: AdaptiveSteps
  private let places: [String: Int]

  /// Where the numbers of the signs of a text begin, and what each of them counts.
  typealias Known = (places: [Int], share: Double)

  /// - Parameters:
  ///   - texts: The signs of each text.
  ///   - fewest: A sign of fewer texts than that says nothing.
  init(_ texts: [[String]], columns: Int, fewest: Int, step: Double) {
    self.columns = columns
    var counts: [String: Int] = [:]
    for text in texts { for sign in text { counts[sign, default: 0] += 1 } }
    signs = counts.filter { $0.value >= fewest }.keys.sorted()
    places = Dictionary(uniqueKeysWithValues: signs.enumerated().map { ($1, $0) })
    steps = AdaptiveSteps(count: signs.count * columns, step: step)
  }

  /// Where the numbers of a text's signs begin, and what each of them counts: all signs of a text count, also the unknown.
  func known(_ text: [String]) -> Known {
    (
      text.compactMap { places[$0].map { $0 * columns } }.sorted(),
      1 / Double(max(text.count, 1)).squareRoot()
    )
  }

  func sum(_ text: Known, _ column: Int) -> Double {
    text.places.reduce(0) { $0 + steps.numbers[$1 + column] } * text.share
  }

  /// - Parameters:
  ///   - error: How far what is said of the text lies above what is true.
  ///   - decay: How much each step takes off a number: the more, the less is believed of what few texts say.
  mutating func learn(_ text: Known, _ column: Int, error: Double, decay: Double) {
    for place in text.places {
      steps.descend(place + column, error * text.share + decay * steps.numbers[place + column])
    }
  }

  mutating func keep() { steps.keep() }

  /// For each sign its numbers in the end.
  func averages() -> [[Double]] {
    let average = steps.average
    return signs.indices.map { Array(average[$0 * columns..<($0 + 1) * columns]) }
  }
}
