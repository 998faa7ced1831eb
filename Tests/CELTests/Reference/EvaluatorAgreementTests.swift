import CEL
import Foundation
import Testing

/// The evaluator against the reference: random expressions, random facts, one outcome.
@Suite struct EvaluatorAgreementTests {
  /// How many expressions are tried; the environment may ask for more, from another seed on.
  private static let count = number("CEL_AGREEMENT_CASES") ?? 2_000
  private static let firstSeed = UInt64(number("CEL_AGREEMENT_SEED") ?? 1)

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// What came of the expressions.
  private struct Tally {
    var values = 0
    var errors = 0
    var tooLarge = 0
    var refused = 0
    var unchecked = 0
  }

  @Test func `the evaluator agrees with the reference on random expressions`() {
    var tally = Tally()
    for seed in EvaluatorAgreementTests.firstSeed..<EvaluatorAgreementTests.firstSeed
      + UInt64(EvaluatorAgreementTests.count)
    {
      compare(seed, &tally)
    }
    let compared = tally.values + tally.errors
    print("Agreement from seed \(EvaluatorAgreementTests.firstSeed): \(tally)")
    #expect(compared > EvaluatorAgreementTests.count, "too many expressions are left out: \(tally)")
    #expect(tally.values * 2 > compared, "too few expressions have a value: \(tally)")
    #expect(tally.errors * 50 > compared, "too few expressions have an error: \(tally)")
    #expect(tally.refused * 50 < EvaluatorAgreementTests.count, "the checker refuses too many: \(tally)")
    #expect(tally.unchecked * 2 > compared, "too few expressions were run unchecked: \(tally)")
  }

  /// One expression with two sets of facts.
  private func compare(_ seed: UInt64, _ tally: inout Tally) {
    var generator = ExpressionGenerator(seed: seed)
    let type = generator.random.happens(40) ? .bool : generator.anyType()
    let text = generator.make(type, 1 + generator.random.below(4))
    let result = check(
      text: text, in: AgreementNames.environment, expecting: nil, validatingLiterals: false)
    guard let expression = result.expression else {
      tally.refused += 1
      print("Refused, seed \(seed): \(text)\n  \(result.issues.map(\.message))")
      return
    }
    let program = Program(expression, rates: AgreementFacts.rates)
    let free = resolve(text: text, in: AgreementNames.environment).expression
    let unchecked = free.map { Program($0, rates: AgreementFacts.rates) }
    for round in 0..<UInt64(2) {
      let facts = AgreementFacts(seed: seed &* 31 &+ round)
      let expected = Outcome(reference: expression, facts, rates: AgreementFacts.rates)
      let found = Outcome { () throws(EvaluationError) in try program.evaluate(facts) }
      guard !expected.isTooLarge, !found.isTooLarge else {
        tally.tooLarge += 1
        continue
      }
      if expected.isValue { tally.values += 1 } else { tally.errors += 1 }
      let place = Comment(rawValue: "seed \(seed)\n\(text)\n\(facts)")
      #expect(found.agrees(with: expected), "\(found) instead of \(expected), \(place)")
      if expression.type == .bool {
        let truth = Outcome { () throws(EvaluationError) in .bool(try program.evaluateBool(facts)) }
        #expect(truth.agrees(with: expected), "\(truth) instead of \(expected) as a truth, \(place)")
      }
      guard let free, let unchecked else { continue }
      let loose = Outcome { () throws(EvaluationError) in try unchecked.evaluate(facts) }
      let looselyExpected = Outcome(reference: free, facts, rates: AgreementFacts.rates)
      #expect(
        loose.agrees(with: looselyExpected), "\(loose) unchecked instead of \(looselyExpected), \(place)")
      // What the checker does to literals, and to what an error stands in for, can change the value.
      guard loose.isValue, expected.isValue, !expression.hasConvertedLiterals else { continue }
      tally.unchecked += 1
      #expect(loose.agrees(with: expected), "\(loose) unchecked, \(expected) checked, \(place)")
    }
  }

  @Test func `a result for other facts is noticed`() {
    var differences = 0
    for seed in UInt64(1)...200 {
      var generator = ExpressionGenerator(seed: seed)
      let text = generator.make(.string, 3)
      let result = check(text: text, in: AgreementNames.environment, expecting: nil)
      guard let expression = result.expression else { continue }
      let program = Program(expression, rates: AgreementFacts.rates)
      let found = Outcome { () throws(EvaluationError) in try program.evaluate(AgreementFacts(seed: seed)) }
      let other = Outcome(
        reference: expression, AgreementFacts(seed: seed + 1000), rates: AgreementFacts.rates)
      if !found.agrees(with: other) { differences += 1 }
    }
    #expect(differences > 50)
  }

  @Test func `outcomes that differ are told apart`() {
    let pairs: [(Outcome, Outcome)] = [
      (.value(.int(1)), .value(.int(2))), (.value(.int(1)), .value(.uint(1))),
      (.value(.int(1)), .value(.double(1))), (.value(.double(0)), .value(.double(-0.0))),
      (.value(.double(.nan)), .value(.double(0))), (.value(.int(1)), .failure([.overflow])),
      (.failure([.overflow]), .failure([.divisionByZero])), (.value(.list([])), .value(.list([.null]))),
      (.value(.string("é")), .value(.string("e\u{301}"))), (.value(.optional(nil)), .value(.null)),
      (.value(.optional(.int(1))), .value(.optional(.uint(1)))),
      (.value(.list([.double(0)])), .value(.list([.double(-0.0)]))),
    ]
    for (left, right) in pairs {
      #expect(!left.agrees(with: right) && !right.agrees(with: left), "\(left) and \(right)")
      #expect(left.agrees(with: left) && right.agrees(with: right), "\(left) and \(right)")
    }
    #expect(Outcome.failure([.overflow]).agrees(with: .failure([.overflow, .noRate])))
    #expect(Outcome.value(.double(.nan)).agrees(with: .value(.double(.nan))))
  }
}
