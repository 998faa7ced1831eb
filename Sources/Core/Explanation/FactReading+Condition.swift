import CEL
import Receivables
import Schedule
import Vocabulary

extension FactReading {
  /// The facts that a condition names, with what they are; in order of name.
  static func all(of condition: Program, _ reader: FactReader) -> [FactReading] {
    let slots = Vocabulary.escalationConditions.slots
    return condition.slots.map { slot in
      let name = slot < slots.count ? slots[slot].name : "a fact"
      do throws(EvaluationError) {
        return FactReading(name: name, value: text(try reader.fact(slot)))
      } catch {
        return FactReading(name: name, value: "not to be had: a rate is missing")
      }
    }.sorted { $0.name < $1.name }
  }

  /// As a person reads it, and mostly as a policy would write it.
  private static func text(_ value: Value) -> String {
    switch value {
    case .null: "nothing"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): "\"\(value)\""
    case .date(let number): "\(Day(number: number))"
    case .money(let amount): "\(amount)"
    case .list(let values):
      "[\(values.prefix(8).map(text).joined(separator: ", "))\(values.count > 8 ? ", …" : "")]"
    case .map: "further columns"
    case .bytes, .dateSpan, .timestamp, .duration, .type, .optional, .object: value.typeName
    }
  }
}
