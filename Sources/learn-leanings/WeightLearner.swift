import Replies

/// Learns what each piece of evidence counts: a logistic regression for each thing that can be said.
struct WeightLearner {
  private static let rounds = 60
  private static let step = 0.1
  private static let decay = 0.002

  private(set) var rows: [[Double]] = []
  private(set) var usual: [Double] = []

  init(_ examples: [(evidence: Evidence, isSaid: [Bool])], columns: Int) {
    let count = Evidence.names.count
    var learnt: [[Double]] = []
    for column in 0..<columns {
      var steps = AdaptiveSteps(count: count + 1, step: Self.step)
      let known = examples.map { (numbers: $0.evidence.numbers(of: column) + [1], isSaid: $0.isSaid[column]) }
      var order = Shuffled(known.count)
      for round in 0..<Self.rounds {
        for index in order.next() {
          let numbers = known[index].numbers
          let odds = zip(steps.numbers, numbers).reduce(0) { $0 + $1.0 * $1.1 }
          let error = Share.of(odds: odds) - (known[index].isSaid ? 1 : 0)
          for place in numbers.indices {
            let decay = place == count ? 0 : Self.decay * steps.numbers[place]
            steps.descend(place, error * numbers[place] + decay)
          }
        }
        if round >= Self.rounds / 2 { steps.keep() }
      }
      learnt.append(steps.average)
    }
    rows = (0..<count).map { row in learnt.map { $0[row] } }
    usual = learnt.map { $0[count] }
  }
}
