import Testing

@testable import CEL

@Suite struct OptionalFunctionsTests {
  private static let zeros: [Value] = [
    .null, .bool(false), .int(0), .uint(0), .double(0), .double(-0.0), .string(""), .bytes([]), .list([]),
    .map(MapValue(strings: [])), .dateSpan(0), money("0.00", "GBP"), .duration(0),
    Timestamp(seconds: 0).map(Value.timestamp) ?? .int(1),
  ]

  private static let others: [Value] = [
    .bool(true), .int(-1), .uint(1), .double(.nan), .double(.leastNonzeroMagnitude), .string("\0"),
    .bytes([0]),
    .list([.null]), .map(MapValue(strings: [("", "")])), .date(0), .dateSpan(1), money("0.01", "GBP"),
    .duration(-1), Timestamp(seconds: 0, nanoseconds: 1).map(Value.timestamp) ?? .int(0),
    Timestamp(seconds: -62_135_596_800).map(Value.timestamp) ?? .int(0), .type("null_type"), .optional(nil),
    .optional(.int(0)), .object(TestInvoice("", .null)),
  ]

  @Test(arguments: zeros)
  func `a zero value makes no optional and another does`(value: Value) throws {
    #expect(try call(.optionalOfNonZeroValue, [value]) == .optional(nil))
    #expect(try call(.optionalOf, [value]) == .optional(value))
    #expect(OptionalFunctions.isZero(value))
  }

  @Test(arguments: others)
  func `a value that is not zero makes an optional of itself`(value: Value) throws {
    let wrapped = try call(.optionalOfNonZeroValue, [value])
    #expect(try call(.hasValue, [wrapped]) == .bool(true))
    #expect(!OptionalFunctions.isZero(value))
  }

  @Test func `an optional is asked for its value`() throws {
    #expect(try call(.optionalNone, []) == .optional(nil))
    #expect(try call(.hasValue, [.optional(.null)]) == .bool(true))
    #expect(try call(.hasValue, [.optional(nil)]) == .bool(false))
    #expect(try call(.value, [.optional(.int(42))]) == .int(42))
    #expect(try call(.value, [.optional(.optional(nil))]) == .optional(nil))
    #expect(throws: EvaluationError.noValue) { try call(.value, [.optional(nil)]) }
  }

  @Test(arguments: [StandardFunction.optionalUnwrap, .unwrapOpt])
  func `a list of optionals becomes a list of the values that are there`(function: StandardFunction) throws {
    let optionals: [Value] = [
      .optional(.int(1)), .optional(nil), .optional(.null), .optional(.optional(nil)),
    ]
    #expect(try call(function, [.list(optionals)]) == .list([.int(1), .null, .optional(nil)]))
    #expect(try call(function, [.list([])]) == .list([]))
    var budget = Budget(steps: 3)
    #expect(throws: EvaluationError.stepLimit) {
      try OptionalFunctions.call(function, [.list(optionals)], &budget)
    }
  }

  private static let refused: [(StandardFunction, [Value])] = [
    (StandardFunction.optionalOf, [Value]()), (.optionalOf, [.int(1), .int(2)]), (.optionalNone, [.int(1)]),
    (.optionalOfNonZeroValue, []), (.hasValue, [.int(1)]), (.hasValue, [.null]), (.hasValue, []),
    (.value, [.string("a")]), (.value, [.null]), (.value, [.optional(.int(1)), .int(1)]),
    (.optionalUnwrap, [.optional(.int(1))]), (.optionalUnwrap, [.list([.int(1)])]), (.unwrapOpt, [.null]),
    (.unwrapOpt, [.list([.optional(.int(1)), .null])]), (.size, [.optional(nil)]),
  ]

  @Test(arguments: refused)
  func `what no form takes is refused`(function: StandardFunction, arguments: [Value]) {
    #expect(throws: EvaluationError.typeMismatch) { try call(function, arguments) }
  }

  private func call(_ function: StandardFunction, _ arguments: [Value]) throws -> Value {
    var budget = Budget()
    return try OptionalFunctions.call(function, arguments, &budget)
  }
}
