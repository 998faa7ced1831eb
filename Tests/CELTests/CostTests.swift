import CEL
import Testing

/// What an expression may cost, told before it runs, and what it does cost.
@Suite struct CostTests {
  private static let environment = Environment(
    variables: [
      Declaration("tags", .list(.string)), Declaration("numbers", .list(.int)), Declaration("x", .dyn),
      Declaration("name", .string),
    ])

  private func facts(_ count: Int) -> [String: Value] {
    [
      "tags": .list((0..<count).map { .string("tag-\($0)") }),
      "numbers": .list((0..<count).map { .int(Int64($0)) }), "name": .string("Ada"),
    ]
  }

  @Test(arguments: [
    "name == 'Ada'", "'tag-3' in tags", "tags.exists(t, t == 'tag-1')", "tags.all(t, t.startsWith('tag'))",
    "numbers.map(n, n * 2).filter(n, n > 3).size() > 1", "tags.all(a, tags.exists(b, a == b))",
    "numbers.exists_one(n, n == 2)", "numbers.transformList(i, n, i + n)[1] == 2", "tags == tags + []",
    "lists.range(20).all(n, n >= 0)", "numbers.sortBy(n, -n)[0] > 0", "x.y || name == 'Ada'",
    "(1 / 0 in numbers.map(n, n)) || 'a'.matches('a')", "tags.distinct().size() > 2",
    "tags.join(',').size() > 5",
  ])
  func `the steps that are spent lie within the estimate`(text: String) throws {
    let expression = try check(text: text, in: Self.environment, expecting: nil).expression.unwrapped
    for count in [3, 8, 40] {
      let seen = expression.estimatedCost { _ in 0...64 }
      let blind = expression.estimatedCost()
      var budget = Budget()
      let before = budget.steps
      _ = try Program(expression).evaluate(
        TestFacts(facts(count), in: Self.environment), spending: &budget)
      let spent = before - budget.steps
      for cost in [seen, blind] {
        #expect(spent >= cost.least, "\(spent) steps, at least \(cost.least) were expected")
        #expect(spent <= cost.most ?? .max, "\(spent) steps, at most \(cost.most ?? 0) were expected")
      }
    }
  }

  @Test(arguments: [
    "lists.range(2000000).size() > 0", "lists.range(2000).map(a, lists.range(2000).map(b, a * b)).size() > 0",
  ])
  func `what cannot end within the budget is refused before it runs`(text: String) {
    let result = check(text: text, in: Self.environment, expecting: .bool)
    #expect(result.issues.map(\.kind) == [.limit])
  }

  @Test func `a loop over a list squared ends in the step limit`() throws {
    let text = "numbers.map(a, numbers.map(b, a * b).size()).size() > 0"
    let expression = try check(text: text, in: Self.environment, expecting: .bool).expression.unwrapped
    #expect(expression.estimatedCost().most == nil)
    let program = Program(expression)
    #expect(throws: EvaluationError.stepLimit) {
      try program.evaluateBool(TestFacts(facts(2000), in: Self.environment))
    }
    #expect(try program.evaluateBool(TestFacts(facts(200), in: Self.environment)))
  }

  @Test func `a side that decides outweighs the step limit, and no step more is taken`() throws {
    let text = "numbers.all(a, numbers.all(b, numbers.all(c, a + b + c >= 0))) || name == 'Ada'"
    let expression = try check(text: text, in: Self.environment, expecting: .bool).expression.unwrapped
    var budget = Budget(steps: 5000)
    let value = try Program(expression).evaluate(
      TestFacts(facts(200), in: Self.environment), spending: &budget)
    #expect(value == .bool(true))
    #expect(budget.steps == 0)
  }
}
