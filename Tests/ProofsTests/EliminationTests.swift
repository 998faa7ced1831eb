import TestSupport
import Testing

@testable import Proofs

/// Taking variables out of sums, compared with trying all values.
@Suite struct EliminationTests {
  private let range: ClosedRange<Whole> = -3...3

  @Test(arguments: RandomCases.seeds(300))
  func `a contradiction is only said where no values fit, and always where differences go round`(
    _ seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let isDifferences = random.chance(50)
    let sums = (0..<random.number(2...5)).map { _ in
      let first = random.number(0...2)
      let second = (first + random.number(1...2)) % 3
      let factors = isDifferences ? [1, -1] : [random.pick([1, -1, 2, -3]), random.pick([1, -1, 2, 3])]
      return Sum(
        terms: [
          Sum.Term(variable: first, factor: Whole(factors[0])),
          Sum.Term(variable: second, factor: Whole(factors[1])),
        ], bound: Whole(random.number(-4...2)))
    }
    var isPossible = false
    for first in range {
      for second in range {
        for third in range {
          let values = [first, second, third]
          isPossible =
            isPossible
            || sums.allSatisfy { sum in
              sum.terms.reduce(0) { $0 + $1.factor * values[$1.variable] } <= sum.bound
            }
        }
      }
    }
    let found = Elimination.isContradiction(sums, Array(repeating: Domain(range), count: 3))
    #expect(!(found && isPossible), "seed \(seed): \(sums)")
    // Of differences nothing is lost by looking at numbers that are not whole.
    if isDifferences { #expect(found == !isPossible, "seed \(seed): \(sums)") }
  }
}
