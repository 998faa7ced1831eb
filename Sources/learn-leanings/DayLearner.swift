/// Learns which one of the days that a text names is the day of something, if any: a text without such a day says that it
/// is none of them.
struct DayLearner {
  struct Example {
    let days: [(signs: [String], isRight: Bool)]
    let weight: Double
  }

  private static let rounds = 15
  private static let step = 0.15
  private static let decay = 0.0001
  private static let fewest = 3

  private(set) var table: SignTable
  private(set) var usual = AdaptiveSteps(count: 1, step: Self.step / 3)

  init(_ examples: [Example]) {
    table = SignTable(
      examples.flatMap { $0.days.map(\.signs) }, columns: 1, fewest: Self.fewest, step: Self.step)
    let known = examples.map { $0.days.map { table.known($0.signs) } }
    var order = Shuffled(examples.count)
    for round in 0..<Self.rounds {
      for index in order.next() {
        let days = examples[index].days
        // That it is none of them has a score of 0.
        let scores = [0] + known[index].map { usual.numbers[0] + table.sum($0, 0) }
        let shares = Share.of(scores: scores)
        let right =
          days.map(\.isRight).contains(true)
          ? [false] + days.map(\.isRight) : [true] + days.map { _ in false }
        let shareOfRight = zip(shares, right).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        for (place, day) in known[index].enumerated() {
          let wanted = right[place + 1] ? shares[place + 1] / max(shareOfRight, 1e-12) : 0
          let error = examples[index].weight * (shares[place + 1] - wanted)
          table.learn(day, 0, error: error, decay: Self.decay)
          usual.descend(0, error)
        }
      }
      guard round >= Self.rounds / 2 else { continue }
      table.keep()
      usual.keep()
    }
  }
}
