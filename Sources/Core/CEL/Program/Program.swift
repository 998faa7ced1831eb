/// An expression ready to run: names are slots, constants are values, nothing is looked up by name.
///
/// Immutable, and so any number of threads may run it; a class only so that running it copies nothing.
///
///     let environment = Environment(variables: [Declaration("count", .int)])
///     final class Count: Facts {
///       func fact(_ slot: Int) -> Value { .int(5) }
///     }
///     if let checked = check(text: "count > 3", in: environment, expecting: .bool).expression {
///       let program = Program(checked)
///       print(try program.evaluateBool(Count()))  // true
///     }
public final class Program: Sendable {
  /// The facts it may read, by the slots of the environment; the host need not have others ready.
  public let slots: Set<Int>
  let instructions: [Instruction]
  let root: Int
  let localCount: Int
  let rates: MoneyRates
  let zones: any TimeZoneDatabase

  /// Makes an expression ready.
  ///
  /// - Parameters:
  ///   - checked: The expression, checked or at least resolved.
  ///   - rates: The rates that comparisons and sums of money go by; without any, only amounts of one
  ///     currency go together.
  ///   - zones: The time zones that functions such as `getHours("Europe/London")` know.
  public init(
    _ checked: CheckedExpression, rates: MoneyRates = .none, zones: any TimeZoneDatabase = UniversalTime()
  ) {
    var compiler = Compiler(checked, rates: rates)
    root = compiler.compile(checked.root)
    instructions = compiler.instructions
    localCount = compiler.localCount
    slots = checked.slots
    self.rates = rates
    self.zones = zones
  }

  /// The value of the expression for these facts, within `ExpressionLimits.evaluationSteps` steps.
  ///
  /// - Throws: Any `EvaluationError`, where the expression has no value; of `&&` and `||` only where neither
  ///   side decides.
  public func evaluate(_ facts: any Facts) throws(EvaluationError) -> Value {
    var evaluator = Evaluator(self, facts, Budget())
    return try evaluator.value(root)
  }

  /// The value of the expression for these facts, and what it cost, also where it throws.
  ///
  ///     final class NoFacts: Facts {
  ///       func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
  ///     }
  ///     let text = "lists.range(1000).exists(n, n > 5000)"
  ///     if let expression = check(text: text, in: Environment(), expecting: .bool).expression {
  ///       var budget = Budget(steps: 500)
  ///       do throws(EvaluationError) {
  ///         _ = try Program(expression).evaluate(NoFacts(), spending: &budget)
  ///       } catch {
  ///         print(error)  // stepLimit
  ///       }
  ///       print(budget.steps)  // 0
  ///     }
  ///
  /// - Throws: Any `EvaluationError`; `stepLimit` where the budget does not suffice.
  public func evaluate(_ facts: any Facts, spending budget: inout Budget) throws(EvaluationError) -> Value {
    var evaluator = Evaluator(self, facts, budget)
    defer { budget = evaluator.budget }
    return try evaluator.value(root)
  }

  /// The truth of the expression for these facts, within `ExpressionLimits.evaluationSteps` steps.
  ///
  /// - Throws: Any `EvaluationError`; `typeMismatch` where the value is not a bool.
  public func evaluateBool(_ facts: any Facts) throws(EvaluationError) -> Bool {
    var evaluator = Evaluator(self, facts, Budget())
    return try evaluator.boolean(root)
  }
}
