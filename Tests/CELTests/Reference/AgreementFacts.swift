import CEL

/// The names that the random expressions use: of every type one that is there and one that may be missing.
enum AgreementNames {
  /// The plain variables with their types.
  static let variables: [(name: String, type: CELType)] = [
    ("yes", .bool), ("n", .int), ("m", .int), ("u", .uint), ("d", .double), ("e", .double), ("text", .string),
    ("word", .string), ("raw", .bytes), ("day", .date), ("due", .date), ("span", .dateSpan),
    ("price", .money),
    ("fee", .money), ("moment", .timestamp), ("wait", .duration), ("flag", .nullable(.bool)),
    ("maybe_n", .nullable(.int)),
    ("maybe_u", .nullable(.uint)), ("maybe_d", .nullable(.double)), ("maybe_text", .nullable(.string)),
    ("maybe_day", .nullable(.date)), ("maybe_price", .nullable(.money)),
    ("maybe_moment", .nullable(.timestamp)), ("numbers", .list(.int)),
    ("doubles", .list(.double)), ("words", .list(.string)), ("prices", .list(.money)),
    ("rows", .list(.list(.int))), ("table", .map(.string, .string)), ("counts", .map(.string, .int)),
    ("by_number", .map(.int, .string)), ("anything", .dyn), ("some", .optional(.int)),
    ("invoices", .list(.object("invoice"))), ("customer.name", .string),
    ("customer.first_name", .nullable(.string)), ("customer.tags", .list(.string)),
    ("customer.balance", .money), ("customer.fields", .map(.string, .string)),
  ]

  /// The fields of an invoice, an element of a list.
  static let invoice: [(name: String, type: CELType)] = [
    ("number", .string), ("balance", .money), ("due", .date), ("days_overdue", .int),
    ("payment_url", .nullable(.string)),
  ]

  static let environment = Environment(
    objects: [
      ObjectType(
        "customer",
        fields: variables.filter { $0.name.hasPrefix("customer.") }.map {
          Declaration(String($0.name.dropFirst("customer.".count)), $0.type)
        }),
      ObjectType("invoice", fields: invoice.map { Declaration($0.name, $0.type) }),
    ],
    variables: variables.filter { !$0.name.hasPrefix("customer.") }.map { Declaration($0.name, $0.type) }
      + [Declaration("customer", .object("customer"))],
    functions: [
      HostFunction(name: "shout", parameters: [.string], result: .string, id: 7),
      HostFunction(name: "length", parameters: [.nullable(.string)], result: .int, id: 8),
    ])
}

/// Random facts for the names, with values near the edges of their types.
final class AgreementFacts: Facts, CustomStringConvertible {
  private let values: [Value?]

  init(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    values = AgreementNames.environment.slots.map { slot in
      random.happens(2) ? nil : AgreementFacts.value(of: slot.type, &random)
    }
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    guard let value = values[slot] else { throw .factUnavailable(slot) }
    return value
  }

  func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
    switch (function, arguments.first) {
    case (7, .string(let text)): return .string(text + "!")
    case (8, .string(let text)): return .int(Int64(text.utf8.count))
    case (8, .null): return .int(-1)
    default: throw .typeMismatch
    }
  }

  /// The facts with their names, one a line.
  var description: String {
    zip(AgreementNames.environment.slots, values).map { slot, value in
      "\(slot.name) = \(value.map { "\($0)" } ?? "unavailable")"
    }.joined(separator: "\n")
  }

  /// The currency of bare numbers is the pound; the euro has a rate and the dollar none.
  static let rates: MoneyRates = {
    let codes = ["GBP", "EUR"].compactMap { CurrencyCode($0) }
    return MoneyRates(base: codes[0], rates: [(codes[1], Decimal(mantissa: 85, scale: 2))])
  }()

  private static func value(of type: CELType, _ random: inout RandomNumbers) -> Value {
    switch type {
    case .bool: return .bool(random.happens(50))
    case .int: return .int(random.one(of: EdgeValues.ints))
    case .uint: return .uint(random.one(of: EdgeValues.uints))
    case .double: return .double(random.one(of: EdgeValues.doubles))
    case .string: return .string(random.one(of: EdgeValues.texts))
    case .bytes: return .bytes(random.one(of: EdgeValues.bytes))
    case .date: return .date(random.one(of: EdgeValues.days))
    case .dateSpan: return .dateSpan(random.one(of: EdgeValues.spans))
    case .money: return money(&random)
    case .nullable(let inner): return random.happens(40) ? .null : value(of: inner, &random)
    case .list(let element): return .list((0..<random.below(4)).map { _ in value(of: element, &random) })
    case .optional(let inner): return .optional(random.happens(40) ? nil : value(of: inner, &random))
    case .map(let key, let element): return map(key, element, &random)
    case .object:
      return .object(AgreementInvoice(AgreementNames.invoice.map { value(of: $0.type, &random) }))
    case .dyn: return value(of: random.one(of: [.int, .double, .string, .list(.int), .uint, .bool]), &random)
    case .timestamp:
      let (seconds, nanoseconds) = random.one(of: EdgeValues.instants)
      return Timestamp(seconds: seconds, nanoseconds: nanoseconds).map { .timestamp($0) } ?? .null
    case .duration: return .duration(random.one(of: EdgeValues.durations))
    case .null, .type, .abstract, .parameter: return .null
    }
  }

  private static func map(_ key: CELType, _ element: CELType, _ random: inout RandomNumbers) -> Value {
    var pairs: [(Value, Value)] = []
    for place in 0..<random.below(4) {
      let key: Value = key == .int ? .int(Int64(place)) : .string(EdgeValues.keys[place])
      pairs.append((key, value(of: element, &random)))
    }
    return (try? MapValue(pairs)).map { .map($0) } ?? .null
  }

  private static func money(_ random: inout RandomNumbers) -> Value {
    let currency = random.one(of: ["GBP", "GBP", "GBP", "EUR", "EUR", "USD"])
    guard let amount = Decimal(random.one(of: EdgeValues.amounts)), let code = CurrencyCode(currency) else {
      return .null
    }
    return .money(MoneyAmount(amount: amount, currency: code))
  }
}

/// One invoice with the fields given.
private final class AgreementInvoice: ObjectValue, CustomStringConvertible {
  private let fields: [Value]

  init(_ fields: [Value]) { self.fields = fields }

  func field(_ index: Int) throws(EvaluationError) -> Value { fields[index] }

  var description: String { "invoice\(fields)" }
}
