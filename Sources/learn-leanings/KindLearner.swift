/// Learns which one of several things each text is: multinomial logistic regression.
struct KindLearner {
  private static let rounds = 12
  private static let step = 0.3

  private(set) var table: SignTable
  private(set) var usual: AdaptiveSteps

  init(_ examples: [(signs: [String], column: Int)], columns: Int, fewest: Int, decay: Double) {
    table = SignTable(examples.map(\.signs), columns: columns, fewest: fewest, step: Self.step)
    usual = AdaptiveSteps(count: columns, step: Self.step / 3)
    let known = examples.map { table.known($0.signs) }
    var order = Shuffled(examples.count)
    for _ in 0..<Self.rounds {
      for index in order.next() {
        let shares = Share.of(
          scores: (0..<columns).map { usual.numbers[$0] + table.sum(known[index], $0) })
        for column in 0..<columns {
          let error = shares[column] - (column == examples[index].column ? 1 : 0)
          table.learn(known[index], column, error: error, decay: decay)
          usual.descend(column, error)
        }
      }
    }
  }
}
