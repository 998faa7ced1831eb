import CEL

/// Facts for every slot of an environment, of the declared types and always the same.
final class ProbeFacts: Facts {
  private let values: [Value?]
  private(set) var asked: Set<Int> = []

  /// Makes up the facts; the texts given replace the value of the variable `s` and of `customer.name`.
  init(_ environment: Environment, text: String = "né\u{1F600}a.b,c", name: String = "Ada Lovelace") {
    values = environment.slots.map { slot in
      switch slot.name {
      case "gone": nil
      case "s": .string(text)
      case "customer.name": .string(name)
      default: Self.value(of: slot.type, name: slot.name)
      }
    }
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    asked.insert(slot)
    guard let value = values[slot] else { throw .factUnavailable(slot) }
    return value
  }

  /// Gives the first argument back; the function 1 always fails.
  func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
    guard function == 0, let first = arguments.first else { throw .functionUnavailable(function) }
    return first
  }

  /// How large the fact of a slot is, in the terms of a cost estimate.
  func size(_ slot: Int) -> ClosedRange<Int>? {
    switch values[slot] {
    case .string(let text): text.utf8.count...text.utf8.count
    case .bytes(let bytes): bytes.count...bytes.count
    case .list(let elements): elements.count...elements.count
    case .map(let map): map.entries.count...map.entries.count
    default: nil
    }
  }

  private static func value(of type: CELType, name: String) -> Value {
    switch type {
    case .null: .null
    case .bool: .bool(true)
    case .int: .int(-3)
    case .uint: .uint(.max)
    case .double: .double(2.5)
    case .string: .string("trade")
    case .bytes: .bytes([0x61, 0xFF, 0x00])
    case .timestamp: Timestamp(seconds: 1_234_567_890, nanoseconds: 5).map(Value.timestamp) ?? .null
    case .duration: .duration(-5_400_000_000_001)
    case .date: .date(20_521)
    case .dateSpan: .dateSpan(30)
    case .money: money(name)
    case .list(let element): .list([value(of: element, name: name), value(of: element, name: "1" + name)])
    case .map(let key, let content): map([(value(of: key, name: name), value(of: content, name: name))])
    case .type: .type("int")
    case .optional(.object): .optional(nil)
    case .optional(let content): .optional(value(of: content, name: name))
    case .nullable(let content): name == "ns" ? .null : value(of: content, name: name)
    case .object: .object(ProbeLine())
    case .abstract, .parameter: .null
    case .dyn:
      .list([
        .int(1), .string("two"), .double(.nan), .optional(.null),
        map([(.int(1), .string("one")), (.bool(true), .list([.null]))]),
      ])
    }
  }

  /// Rates with the pound as base: a euro is worth 0.85; no others are known.
  static let rates: MoneyRates = {
    guard let pound = CurrencyCode("GBP"), let euro = CurrencyCode("EUR") else { return .none }
    return MoneyRates(base: pound, rates: [(euro, Decimal(mantissa: 85, scale: 2))])
  }()

  private static func money(_ name: String) -> Value {
    guard let currency = CurrencyCode(name == "e" ? "EUR" : "GBP") else { return .null }
    return .money(MoneyAmount(amount: Decimal(mantissa: 123_450, scale: 2), currency: currency))
  }

  private static func map(_ pairs: [(Value, Value)]) -> Value {
    do throws(EvaluationError) {
      return .map(try MapValue(pairs))
    } catch {
      return .null
    }
  }
}

/// The one object of the probe.
final class ProbeLine: ObjectValue {
  func field(_ index: Int) throws(EvaluationError) -> Value { index == 0 ? .string("text") : .null }
}

/// A database of one zone, an hour east of UTC.
struct ProbeZones: TimeZoneDatabase {
  func offset(of zone: String, at seconds: Int64) -> Int? { zone == "Europe/Paris" ? 3_600 : nil }
}
