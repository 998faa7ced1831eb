/// An expression ready to run: names are slots, constants are values, nothing is looked up by name.
///
/// Immutable; a class only so that running it copies nothing.
public final class Program: Sendable {
  /// The facts it may read.
  public let slots: Set<Int>
  let instructions: [Instruction]
  let root: Int
  let localCount: Int
  let rates: MoneyRates

  /// Compiles a checked expression; the rates are those that its comparisons of money go by.
  public init(_ checked: CheckedExpression, rates: MoneyRates) {
    var compiler = Compiler(checked, rates: rates)
    root = compiler.compile(checked.root)
    instructions = compiler.instructions
    localCount = compiler.localCount
    slots = checked.slots
    self.rates = rates
  }

  /// The value of the expression for these facts.
  public func evaluate(_ facts: any Facts) throws(EvaluationError) -> Value {
    var evaluator = Evaluator(self, facts)
    return try evaluator.value(root)
  }

  /// The truth of the expression for these facts; throws `typeMismatch` where it is not a bool.
  public func evaluateBool(_ facts: any Facts) throws(EvaluationError) -> Bool {
    var evaluator = Evaluator(self, facts)
    return try evaluator.boolean(root)
  }
}
