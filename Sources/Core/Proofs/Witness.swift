import CEL
import Vocabulary

/// A customer and an invoice that show something: the facts that conditions read, each with a value.
package struct Witness: Sendable {
  /// A fact and its value.
  package struct Reading: Sendable {
    /// The slot of `Vocabulary.escalationConditions`.
    package let slot: Int
    /// `customer.overdue`.
    package let name: String
    package let value: Value
  }

  /// The facts that the conditions read, in the order in which the language lists them.
  package let readings: [Reading]

  /// - Parameter values: Of each variable of the prover.
  init(_ prover: Prover, _ values: [Whole], reading conditions: [Int]) {
    let slots = Set(conditions.flatMap { prover.conditions[$0].slots }).sorted()
    readings = slots.map { slot in
      Reading(
        slot: slot, name: FactWorld.slots[slot].name, value: Witness.value(of: slot, prover, values))
    }
  }

  /// The value of a fact; nil where the conditions do not read it.
  package func value(of slot: Int) -> Value? { readings.first { $0.slot == slot }?.value }

  /// Works out a condition with these facts; true where it comes to what is expected.
  func comes(to outcome: Outcome, _ prover: Prover, _ condition: Int) -> Bool {
    let program = Program(prover.conditions[condition], rates: prover.world.rates, zones: prover.world.zones)
    do throws(EvaluationError) {
      return try program.evaluateBool(WitnessFacts(self)) == (outcome == .holds) && outcome != .breaks
    } catch {
      return outcome == .breaks
    }
  }

  private static func value(of slot: Int, _ prover: Prover, _ values: [Whole]) -> Value {
    let type = FactWorld.slots[slot].type
    func value(_ meaning: Meaning) -> Whole? { prover.variables.place(of: meaning).map { values[$0] } }
    if FactWorld.facts[slot] == .invoice(.daysOverdue) {
      let today = value(.fact(FactWorld.slot(of: .today))) ?? 0
      let due = value(.fact(FactWorld.slot(of: .invoice(.due)))) ?? 0
      return .int(Int64(today - due))
    }
    if type.isNullable, value(.isThere(slot)) != 1 { return .null }
    let whole = value(.fact(slot)) ?? FactWorld.plainValue(slot, prover.order)
    switch type.unwrapped {
    case .bool: return .bool(whole != 0)
    case .int: return .int(Int64(whole))
    case .date: return .date(Int32(whole))
    case .double: return .double(DoubleOrder.double(at: whole))
    case .string: return .string(prover.order.text(at: whole))
    case .money:
      let amount = Decimal(mantissa: whole, scale: UInt8(prover.world.moneyScale))
      return .money(MoneyAmount(amount: amount, currency: prover.world.rates.base))
    case .list: return tags(of: slot, prover, values)
    case .map: return .map(fields(of: slot, prover, values))
    default: return .null
    }
  }

  /// The elements that are asked for, and others up to the size that is.
  private static func tags(of slot: Int, _ prover: Prover, _ values: [Whole]) -> Value {
    var tags: [String] = []
    var size = 0
    for (place, meaning) in prover.variables.meanings.enumerated() {
      switch meaning {
      case .contains(slot, let text): if values[place] == 1 { tags.append(text) }
      case .size(slot): size = Int(min(values[place], 1_000))
      default: continue
      }
    }
    tags.sort(by: TextOrder.precedes)
    while tags.count < size { tags.append("tag-\(tags.count + 1)") }
    return .list(tags.map { .string($0) })
  }

  private static func fields(of slot: Int, _ prover: Prover, _ values: [Whole]) -> MapValue {
    var fields: [(String, String)] = []
    for (place, meaning) in prover.variables.meanings.enumerated() {
      guard case .hasKey(slot, let key) = meaning, values[place] == 1 else { continue }
      let text = prover.variables.place(of: .key(slot, key)).map { prover.order.text(at: values[$0]) }
      fields.append((key, text ?? ""))
    }
    return MapValue(strings: fields.sorted { TextOrder.precedes($0.0, $1.0) })
  }
}

/// The facts of a witness, as the interpreter asks for them.
private final class WitnessFacts: Facts {
  private let witness: Witness

  init(_ witness: Witness) { self.witness = witness }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    guard let value = witness.value(of: slot) else { throw .factUnavailable(slot) }
    return value
  }
}
