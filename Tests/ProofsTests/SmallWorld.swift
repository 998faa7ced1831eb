import CEL

/// All combinations of the sample values of a few facts that can occur together.
struct SmallWorld {
  let samples: [FactSample]
  /// The values of the facts, in the order of `samples`.
  let worlds: [[Value]]

  init(_ samples: [FactSample]) {
    self.samples = samples
    var worlds: [[Value]] = [[]]
    for sample in samples { worlds = worlds.flatMap { world in sample.values.map { world + [$0] } } }
    self.worlds = worlds.filter { world in
      Self.canOccur { name in samples.firstIndex { $0.name == name }.map { world[$0] } }
    }
  }

  /// What holds between facts in every world, said a second time and in other words than the prover's.
  private static func canOccur(_ value: (String) -> Value?) -> Bool {
    func amount(_ name: String) -> Decimal? {
      if case .money(let money)? = value(name) { return money.amount }
      return nil
    }
    func int(_ name: String) -> Int64? {
      if case .int(let int)? = value(name) { return int }
      return nil
    }
    if let overdue = amount("customer.overdue"), let balance = amount("customer.balance"), overdue > balance {
      return false
    }
    if let unanswered = int("history.unanswered"), let sent = int("history.sent"), unanswered > sent {
      return false
    }
    if let since = value("history.days_since_last") {
      if let sent = int("history.sent"), (since == .null) != (sent == 0) { return false }
      if let unanswered = int("history.unanswered"), since == .null, unanswered > 0 { return false }
    }
    if let late = value("customer.average_days_late"), late != .null, int("customer.invoices_paid") == 0 {
      return false
    }
    if case .date(let due)? = value("invoice.due"), due < FactSample.today,
      amount("customer.overdue") == Decimal(0)
    {
      return false
    }
    return true
  }

  /// What a condition comes to in each world.
  func outcomes(_ condition: CheckedExpression) -> [SampleOutcome] {
    let program = Program(condition, rates: Self.rates)
    let facts = SampleFacts(samples.map(\.slot))
    return worlds.map { world in
      facts.values = world
      do throws(EvaluationError) {
        return try program.evaluateBool(facts) ? .holds : .fails
      } catch {
        return .breaks
      }
    }
  }

  static let rates = MoneyRates(base: CurrencyCode("GBP") ?? CurrencyCode(packed: 0))
}

/// What a condition came to.
enum SampleOutcome: CaseIterable { case holds, fails, breaks }

/// The facts of one world, as the interpreter asks for them.
final class SampleFacts: Facts {
  private let slots: [Int]
  var values: [Value] = []

  init(_ slots: [Int]) { self.slots = slots }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    if let place = slots.firstIndex(of: slot) { return values[place] }
    if slot == FactSample.slot("today") { return .date(FactSample.today) }
    if slot == FactSample.slot("invoice.days_overdue"),
      let place = slots.firstIndex(of: FactSample.slot("invoice.due")), case .date(let due) = values[place]
    {
      return .int(Int64(FactSample.today - due))
    }
    throw .factUnavailable(slot)
  }
}
