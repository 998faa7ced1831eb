import CEL
import Testing

@Suite struct EvaluatorTests {
  private let unavailable = EvaluationError.factUnavailable(
    customerEnvironment.slot("customer.balance") ?? -1)

  @Test(arguments: [
    ("1 + 2 * 3", Value.int(7)), ("7 / 2", .int(3)), ("-7 % 3", .int(-1)), ("'a' + \"b\"", .string("ab")),
    ("[1, 2][1]", .int(2)), ("{'a': 1}.a", .int(1)), ("has({'a': 1}.b)", .bool(false)),
    ("size('né')", .int(2)), ("int('42')", .int(42)), ("string(4.5)", .string("4.5")),
    ("[1, 2, 3].filter(x, x > 1).map(y, y * 2)", .list([.int(4), .int(6)])),
    ("[1, 2].map(x, x > 1, x)", .list([.int(2)])), ("1 < 1.5", .bool(true)), ("2u == 2", .bool(true)),
    ("r'\\n'", .string("\\n")), ("'''a'b'''", .string("a'b")), ("b'\\xff'", .bytes([255])),
    ("{'a': 'x'}.b.or('none')", .string("none")), ("1 / 0 > 0 || true", .bool(true)),
    ("false && 1 / 0 > 0", .bool(false)), ("true ? 1 : 2.5", .double(1)), ("shout('a')", .string("A")),
    ("today.weekday()", .int(5)), ("string(today + days(30))", .string("1970-02-01")),
    ("(today + days(3)) - today", .int(3)), ("today - days(1) < today", .bool(true)),
    ("has(customer.first_name)", .bool(false)), ("customer.first_name.or('there')", .string("there")),
    ("customer.tagged('vip')", .bool(true)), ("customer.tagged('other')", .bool(false)),
  ])
  func `an expression has its value`(text: String, expected: Value) throws {
    let facts: [String: Value] = [
      "today": .date(1), "customer.first_name": .null, "customer.tags": .list([.string("vip")]),
    ]
    #expect(try evaluate(text, facts) == expected)
  }

  @Test(arguments: [
    ("9223372036854775807 + 1", EvaluationError.overflow), ("1 / 0", .divisionByZero),
    ("1 % 0", .divisionByZero), ("{'a': 1}['b']", .noSuchKey("b")), ("[1][3]", .indexOutOfRange(3)),
    ("{1: 1, 1u: 2}", .duplicateKey), ("int('x')", .invalidConversion("int")),
    ("0u - 1u", .overflow), ("-9223372036854775808 / -1", .overflow),
    ("today + days(9223372036854775807)", .overflow), ("dyn(1) && true", .typeMismatch),
  ])
  func `what has no value is an error`(text: String, expected: EvaluationError) throws {
    #expect(throws: expected) { try evaluate(text, ["today": .date(1)]) }
  }

  @Test func `facts that cannot be known are absorbed by a decisive side`() throws {
    #expect(try evaluate("customer.balance > 5 || true") == .bool(true))
    #expect(try evaluate("false && customer.balance > 5") == .bool(false))
    #expect(try evaluate("customer.balance > 5 && false") == .bool(false))
    #expect(throws: unavailable) { try evaluate("1 / 0 > 0 || customer.balance > 5") }
    #expect(throws: unavailable) { try evaluate("customer.balance > 5 && 1 / 0 > 0") }
    #expect(throws: EvaluationError.divisionByZero) { try evaluate("1 / 0 > 0 || [1][3] > 0") }
  }

  @Test func `facts are fetched only when they are reached`() throws {
    let text = "customer.tagged(\"vip\") || customer.revenue_12m >= 50000"
    let checked = try check(text: text, in: customerEnvironment, expecting: .bool).expression.unwrapped
    let facts = TestFacts(["customer.tags": .list([.string("vip")])])
    #expect(try Program(checked, rates: testRates()).evaluateBool(facts))
    #expect(facts.asked == [try customerEnvironment.slot("customer.tags").unwrapped])
  }

  @Test func `nested loops end in the step limit`() {
    let loop = Array(repeating: "[1,2,3,4,5,6,7,8,9,10].all(x, ", count: 20).joined()
    #expect(throws: EvaluationError.stepLimit) {
      try evaluate(loop + "true" + String(repeating: ")", count: 20))
    }
  }

  @Test func `elements of a list of objects are read by field`() throws {
    let invoices = Value.list([
      .object(TestInvoice("A1", money("10", "GBP"))), .object(TestInvoice("A2", money("99", "GBP"))),
    ])
    let text = "invoices.filter(inv, inv.balance > 50).map(inv, inv.number)"
    #expect(try evaluate(text, ["invoices": invoices]) == .list([.string("A2")]))
  }
}

@Suite struct MoneyTests {
  @Test(arguments: [
    ("customer.balance == 499.99", "499.99", "GBP", true),
    ("customer.balance > 499.99", "499.99", "GBP", false),
    ("499.99 >= customer.balance", "499.99", "GBP", true), ("customer.balance == 85", "100", "EUR", true),
    ("customer.balance * 0.1 == 0.3", "3", "GBP", true), ("customer.balance - 10 == 75", "100", "EUR", true),
    ("customer.balance / 3 * 3 < 100", "100", "GBP", true),
    ("customer.balance > customer.balance - 0.000000000001", "1", "GBP", true),
    ("customer.balance + customer.balance == customer.balance * 2", "7.77", "USD", true),
    ("customer.balance * double('0.1') == 0.7", "7", "GBP", true),
  ])
  func `money is compared and computed exactly`(
    text: String, amount: String, currency: String, expected: Bool
  ) throws {
    #expect(try evaluate(text, ["customer.balance": money(amount, currency)]) == .bool(expected))
  }

  @Test func `a missing rate is an error that a decisive side absorbs`() throws {
    let facts = ["customer.balance": money("5", "USD"), "customer.revenue_12m": money("1", "GBP")]
    let noRate = EvaluationError.noRate(try CurrencyCode("USD").unwrapped)
    #expect(throws: noRate) { try evaluate("customer.balance > 3", facts) }
    #expect(throws: noRate) { try evaluate("customer.balance > customer.revenue_12m", facts) }
    #expect(try evaluate("customer.balance > 3 || true", facts) == .bool(true))
    #expect(try evaluate("false && customer.balance > 3", facts) == .bool(false))
    #expect(try evaluate("customer.balance == customer.balance", facts) == .bool(true))
  }

  @Test(arguments: [
    ("1.50", "1.5"), ("-0.030", "-0.03"), ("1200", "1200"), ("0.00", "0"), ("-3", "-3"),
  ])
  func `a decimal is read and written`(text: String, expected: String) throws {
    #expect(try Decimal(text).unwrapped.description == expected)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e3", "+1", "1,5", "１", String(repeating: "9", count: 60)])
  func `what is no decimal is refused`(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func `decimals compare exactly at any scale`() {
    let tiny = Decimal(mantissa: 1, scale: 255)
    let huge = Decimal(mantissa: .max, scale: 0)
    let least = Decimal(mantissa: .min, scale: 0)
    #expect(tiny < huge && least < tiny && Decimal(0) < tiny && !(tiny < Decimal(0)))
    #expect(Decimal(mantissa: .max, scale: 38) < Decimal(mantissa: .max, scale: 37))
    #expect(Decimal(mantissa: .max - 7, scale: 1) < huge && least.description.hasPrefix("-1701"))
    #expect(throws: EvaluationError.overflow) { try huge + Decimal(1) }
    #expect(throws: EvaluationError.overflow) { try huge * huge }
  }

  @Test func `division rounds half to even at eighteen places`() throws {
    #expect(try (Decimal(1) / Decimal(3)).description == "0.333333333333333333")
    #expect(try (Decimal(2) / Decimal(-3)).description == "-0.666666666666666667")
    #expect(try (Decimal(mantissa: 25, scale: 19) / Decimal(1)).description == "0.000000000000000002")
    #expect(try (Decimal(mantissa: 35, scale: 19) / Decimal(1)).description == "0.000000000000000004")
    #expect(throws: EvaluationError.divisionByZero) { try Decimal(1) / Decimal(0) }
  }
}
