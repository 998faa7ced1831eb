/// An expression ready to run: names are slots, constants are values, nothing is looked up by name.
///
/// Immutable; a class only so that running it copies nothing.
///
///     let environment = Environment(variables: [Declaration("count", .int)])
///     guard let checked = check(text: "count > 3", in: environment, expecting: .bool).expression else { return }
///     let program = Program(checked)
///     final class Count: Facts {
///       func fact(_ slot: Int) -> Value { .int(5) }
///     }
///     print(try program.evaluateBool(Count()))  // true
public final class Program: Sendable {
  /// The facts it may read.
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

  /// The value of the expression for these facts; throws where it has none.
  public func evaluate(_ facts: any Facts) throws(EvaluationError) -> Value {
    var evaluator = Evaluator(self, facts, Budget())
    return try evaluator.value(root)
  }

  /// The value of the expression for these facts, and what it cost, also where it throws.
  public func evaluate(_ facts: any Facts, spending budget: inout Budget) throws(EvaluationError) -> Value {
    var evaluator = Evaluator(self, facts, budget)
    defer { budget = evaluator.budget }
    return try evaluator.value(root)
  }

  /// The truth of the expression for these facts; throws `typeMismatch` where it is not a bool.
  public func evaluateBool(_ facts: any Facts) throws(EvaluationError) -> Bool {
    var evaluator = Evaluator(self, facts, Budget())
    return try evaluator.boolean(root)
  }
}
