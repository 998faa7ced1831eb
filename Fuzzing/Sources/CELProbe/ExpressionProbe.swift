import CEL

/// What the expression language promises of every input, however hostile, asked of one input.
///
/// The fuzzer asks it of inputs that it makes up, the tests of the seeds in `Fuzzing/Corpus/CEL`; both call
/// the same function, so that what once broke a promise stays a test.
public enum ExpressionProbe {
  /// The promises that an input breaks, in words; none where all is well.
  ///
  /// The first byte says what is done with the rest (`ProbeMode`); a space behind it is left out. Bytes that
  /// are no UTF-8 are replaced, as in any text that reaches the library. Not to return is the other way to
  /// fail.
  public static func brokenPromises(for input: [UInt8]) -> [String] {
    guard let first = input.first else { return [] }
    let rest = input.dropFirst()
    let text = String(decoding: rest.first == 0x20 ? rest.dropFirst() : rest, as: UTF8.self)
    switch ProbeMode(first) {
    case .checked: return promises(text, in: ProbeEnvironments.plain)
    case .unchecked: return promises(text, in: ProbeEnvironments.plain, isChecked: false)
    case .container: return promises(text, in: ProbeEnvironments.inContainer)
    case .estimate: return estimate(text)
    case .written:
      var writer = ExpressionWriter(rest)
      return written(writer.expression())
    case .pattern: return pattern(text)
    case .reading: return reading(text)
    case .format: return format(text)
    }
  }

  private static func promises(
    _ text: String, in environment: Environment, isChecked: Bool = true
  ) -> [String] {
    let free = resolve(text: text, in: environment)
    var broken = IssueProbe.brokenPromises(of: free, text, "resolve")
    let facts = { ProbeFacts(environment) }
    if let expression = free.expression { broken += run(expression, facts).broken }
    guard isChecked else { return broken }
    let checked = check(text: text, in: environment, expecting: nil)
    broken += IssueProbe.brokenPromises(of: checked, text, "check")
    if checked.issues != check(text: text, in: environment, expecting: nil).issues {
      broken.append("checking twice gives other issues")
    }
    for expected in [CELType.bool, .money] {
      let wanted = check(text: text, in: environment, expecting: expected)
      broken += IssueProbe.brokenPromises(of: wanted, text, "check")
      // Where it takes a type of its own, the evaluation differs: a bare number can be money.
      guard let expression = wanted.expression, expression.type != checked.expression?.type else { continue }
      broken += run(expression, facts).broken
    }
    guard let expression = checked.expression else { return broken }
    guard let free = free.expression else { return broken + ["`check` takes what `resolve` refuses"] }
    let (outcome, found) = run(expression, facts)
    broken += found
    if alike(expression, free) {
      let other = run(free, facts).outcome
      if !other.isSame(as: outcome) {
        broken.append("checked it gives \(outcome.result), unchecked \(other.result)")
      }
    }
    return broken
  }

  /// Everything that is promised of an expression, also inside of loops.
  private static func written(_ text: String) -> [String] {
    (promises(text, in: ProbeEnvironments.plain) + estimate(text)).map { "\($0), written: \(text)" }
  }

  /// Estimates an expression alone and in a loop, with and without the sizes of its facts.
  private static func estimate(_ text: String) -> [String] {
    let environment = ProbeEnvironments.plain
    guard let alone = check(text: text, in: environment, expecting: nil).expression else { return [] }
    let facts = { ProbeFacts(environment) }
    var broken = run(alone, facts).broken
    let sizes = facts()
    let (blind, seeing) = (alone.estimatedCost(), alone.estimatedCost { sizes.size($0) })
    if blind.least > seeing.least || (blind.most ?? .max) < seeing.most ?? .max {
      broken.append("knowing sizes widens the estimate \(blind) to \(seeing)")
    }
    // A comment at the end of the text must not hide the parenthesis.
    for loop in ["[1, 2, 3].map(z, \(text)\n)", "ls.transformMap(z, w, \(text)\n)"] {
      guard let looped = check(text: loop, in: environment, expecting: nil).expression else { continue }
      broken += run(looped, facts).broken
    }
    return broken
  }

  /// Evaluates an expression and says which promises about values, facts and costs that breaks.
  static func run(
    _ expression: CheckedExpression, _ facts: () -> ProbeFacts
  ) -> (outcome: Outcome, broken: [String]) {
    let program = Program(expression, rates: ProbeFacts.rates, zones: ProbeZones())
    let outcome = Outcome(program, facts())
    var broken: [String] = []
    let again = Outcome(program, facts())
    if !outcome.isSame(as: again) || outcome.spent != again.spent || outcome.asked != again.asked {
      broken.append("evaluating twice gives \(outcome) and \(again)")
    }
    if !outcome.asked.isSubset(of: expression.slots) { broken.append("it reads facts that it does not name") }
    let sizes = facts()
    let cost = expression.estimatedCost { sizes.size($0) }
    if let most = cost.most, cost.least > most { broken.append("the estimate is empty: \(cost)") }
    switch outcome.result {
    case .success(let value):
      if expression.isChecked, !value.has(expression.type) {
        broken.append("the value \(value) is no \(expression.type)")
      }
      if outcome.spent < cost.least || outcome.spent > cost.most ?? .max {
        broken.append("it takes \(outcome.spent) steps, estimated were \(cost)")
      }
    case .failure(.stepLimit):
      if outcome.spent < Outcome.steps { broken.append("the limit is reached before the steps are spent") }
    case .failure(let error):
      if expression.isChecked, TypeProbe.excludes(error), TypeProbe.isKnown(expression) {
        broken.append("all types are known and fit, and still the error is \(error)")
      }
    }
    return (outcome, broken)
  }

  /// Whether two readings of one text refer to the same things and read its literals alike.
  private static func alike(_ left: CheckedExpression, _ right: CheckedExpression) -> Bool {
    var waiting = [left.root]
    while let node = waiting.popLast() {
      guard left.reference(of: node.id) == right.reference(of: node.id) else { return false }
      // A literal number may stand for money or a double, but only where types are known.
      switch left.type(of: node.id) {
      case .money: return false
      case .double: if case .int = node.literal { return false }
      default: break
      }
      waiting += node.children
    }
    return true
  }
}
