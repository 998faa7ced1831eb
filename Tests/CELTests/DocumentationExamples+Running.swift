import CEL

/// The examples about running, word for word as they stand in the comments of the sources.
extension DocumentationExamples {
  static let running: [String: Example] = [
    "universalTime": universalTime, "timeZoneDatabase": timeZoneDatabase, "comparison": comparison,
    "budget": budget, "evaluationError": evaluationError, "facts": facts, "program": program,
    "programSpending": programSpending, "costEstimate": costEstimate,
    "estimatedCostExample": estimatedCostExample,
  ]

  static func universalTime(print: Print) throws {
    final class NoFacts: Facts {
      func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
    }
    let text = "timestamp('2026-03-17T09:30:00Z').getHours('+01:00')"
    if let expression = check(text: text, in: Environment(), expecting: .int).expression {
      print(try Program(expression, zones: UniversalTime()).evaluate(NoFacts()))  // int(10)
    }
  }

  static func timeZoneDatabase(print: Print) throws {
    struct Workshop: TimeZoneDatabase {
      func offset(of zone: String, at seconds: Int64) -> Int? { zone == "Workshop" ? 3_600 : nil }
    }
    final class NoFacts: Facts {
      func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
    }
    let text = "timestamp('2026-03-17T09:30:00Z').getHours('Workshop')"
    if let expression = check(text: text, in: Environment(), expecting: .int).expression {
      print(try Program(expression, zones: Workshop()).evaluate(NoFacts()))  // int(10)
    }
  }

  static func comparison(print: Print) throws {
    print(Comparison.less.opposite.holds(3, 3))  // true
    print(Comparison.less.swapped == .greater)  // true
  }

  static func budget(print: Print) throws {
    final class Tags: Facts {
      func fact(_ slot: Int) -> Value { .list([.string("trade"), .string("vip")]) }
    }
    let environment = Environment(variables: [Declaration("tags", .list(.string))])
    let text = "tags.exists(tag, tag == 'vip')"
    if let expression = check(text: text, in: environment, expecting: .bool).expression {
      var budget = Budget(steps: 100)
      _ = try Program(expression).evaluate(Tags(), spending: &budget)
      print(budget.steps < 100)  // true
    }
  }

  static func evaluationError(print: Print) throws {
    final class Count: Facts {
      func fact(_ slot: Int) -> Value { .int(0) }
    }
    let environment = Environment(variables: [Declaration("count", .int)])
    if let expression = check(text: "12 / count > 3", in: environment, expecting: .bool).expression {
      do throws(EvaluationError) {
        _ = try Program(expression).evaluateBool(Count())
      } catch {
        print(error)  // divisionByZero
      }
    }
  }

  static func facts(print: Print) throws {
    final class Order: Facts {
      func fact(_ slot: Int) throws(EvaluationError) -> Value {
        if slot == 0 { return .string("IE") }
        throw .factUnavailable(slot)
      }
    }
    let environment = Environment(
      variables: [Declaration("country", .string), Declaration("weight", .double)])
    let text = "country == 'IE' || weight < 2.0"
    if let expression = check(text: text, in: environment, expecting: .bool).expression {
      print(try Program(expression).evaluateBool(Order()))  // true
    }
  }

  static func program(print: Print) throws {
    let environment = Environment(variables: [Declaration("count", .int)])
    final class Count: Facts {
      func fact(_ slot: Int) -> Value { .int(5) }
    }
    if let checked = check(text: "count > 3", in: environment, expecting: .bool).expression {
      let program = Program(checked)
      print(try program.evaluateBool(Count()))  // true
    }
  }

  static func programSpending(print: Print) throws {
    final class NoFacts: Facts {
      func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
    }
    let text = "lists.range(1000).exists(n, n > 5000)"
    if let expression = check(text: text, in: Environment(), expecting: .bool).expression {
      var budget = Budget(steps: 500)
      do throws(EvaluationError) {
        _ = try Program(expression).evaluate(NoFacts(), spending: &budget)
      } catch {
        print(error)  // stepLimit
      }
      print(budget.steps)  // 0
    }
  }

  static func costEstimate(print: Print) throws {
    let environment = Environment(variables: [Declaration("tags", .list(.string))])
    let condition = check(text: "tags.all(a, tags.all(b, a != b))", in: environment, expecting: .bool)
    let cost = condition.expression?.estimatedCost { _ in 0...20 }
    print(cost?.most ?? -1)  // 820
  }

  static func estimatedCostExample(print: Print) throws {
    let environment = Environment(variables: [Declaration("tags", .list(.string))])
    let condition = check(text: "tags.exists(tag, tag == 'vip')", in: environment, expecting: .bool)
    print(condition.expression?.estimatedCost().most ?? -1)  // -1
  }
}
