import CEL

/// The names that the tests' conditions use, as a policy would declare them.
let customerEnvironment = Environment(
  objects: [
    ObjectType(
      "customer",
      fields: [
        Declaration("name", .string), Declaration("first_name", .nullable(.string)),
        Declaration("tags", .list(.string)), Declaration("balance", .money),
        Declaration("revenue_12m", .money), Declaration("invoices_paid", .int),
        Declaration("average_days_late", .nullable(.double)), Declaration("since", .nullable(.date)),
        Declaration("fields", .map(.string, .string)),
      ]),
    ObjectType(
      "invoice",
      fields: [
        Declaration("number", .string), Declaration("balance", .money), Declaration("due", .date),
        Declaration("days_overdue", .int), Declaration("payment_url", .nullable(.string)),
      ]),
  ],
  variables: [
    Declaration("today", .date), Declaration("customer", .object("customer")),
    Declaration("invoices", .list(.object("invoice"))), Declaration("flag", .nullable(.bool)),
  ],
  functions: [
    HostFunction(name: "shout", parameters: [.string], result: .string, id: 7),
    HostFunction(name: "words", parameters: [.nullable(.string)], result: .int, id: 8),
  ])

/// Facts by name; a name that is missing is a fact that cannot be known.
final class TestFacts: Facts {
  private let values: [Value?]
  private(set) var asked: [Int] = []

  init(_ facts: [String: Value], in environment: Environment = customerEnvironment) {
    values = environment.slots.map { facts[$0.name] }
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    asked.append(slot)
    guard let value = values[slot] else { throw .factUnavailable(slot) }
    return value
  }

  func call(_ function: Int, _ arguments: [Value]) throws(EvaluationError) -> Value {
    guard function == 7, case .string(let text)? = arguments.first else {
      throw .functionUnavailable(function)
    }
    return .string(text.uppercased())
  }
}

/// One invoice as an element of a list.
final class TestInvoice: ObjectValue {
  private let fields: [Value]

  init(_ number: String, _ balance: Value, url: Value = .null) {
    fields = [.string(number), balance, .date(20_000), .int(3), url]
  }

  func field(_ index: Int) throws(EvaluationError) -> Value { fields[index] }
}

/// An amount of money from its texts.
func money(_ amount: String, _ currency: String) -> Value {
  guard let amount = Decimal(amount), let currency = CurrencyCode(currency) else { return .null }
  return .money(MoneyAmount(amount: amount, currency: currency))
}

/// Rates with the pound as base: a euro is worth 0.85.
func testRates() throws -> MoneyRates {
  let pound = try CurrencyCode("GBP").unwrapped
  let euro = try CurrencyCode("EUR").unwrapped
  return MoneyRates(base: pound, rates: [(euro, try Decimal("0.85").unwrapped)])
}

/// A test's own data were wrong.
struct MissingValue: Error {}

extension Optional {
  /// The value; throws where there is none.
  var unwrapped: Wrapped {
    get throws {
      guard let value = self else { throw MissingValue() }
      return value
    }
  }
}

/// The issues of a condition.
func issues(_ text: String, expecting expected: CELType? = .bool) -> [CEL.Issue] {
  check(text: text, in: customerEnvironment, expecting: expected).issues
}

/// The text that an issue underlines.
func underlined(_ issue: CEL.Issue, in text: String) -> String {
  String(decoding: Array(text.utf8)[issue.range], as: UTF8.self)
}

/// A refusal by the checker, with its messages.
struct Refused: Error {
  let messages: [String]
}

/// The value of an expression for facts.
func evaluate(_ text: String, _ facts: [String: Value] = [:]) throws -> Value {
  let result = check(text: text, in: customerEnvironment, expecting: nil)
  guard let expression = result.expression else { throw Refused(messages: result.issues.map(\.message)) }
  return try Program(expression, rates: testRates()).evaluate(TestFacts(facts))
}
