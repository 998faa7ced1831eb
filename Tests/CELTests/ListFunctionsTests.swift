import TestSupport
import Testing

@testable import CEL

@Suite struct ListFunctionsTests {
  private static let results: [(StandardFunction, [Value], Value)] = [
    (StandardFunction.range, [Value.int(4)], ints(0, 1, 2, 3)), (.range, [.int(0)], ints()),
    (.reverse, [ints(5, 3, 1, 2)], ints(2, 1, 3, 5)), (.reverse, [ints()], ints()),
    (.slice, [ints(1, 2, 3, 4), .int(1), .int(3)], ints(2, 3)),
    (.slice, [ints(1, 2, 3, 4), .int(2), .int(4)], ints(3, 4)),
    (.slice, [ints(1, 2), .int(2), .int(2)], ints()), (.slice, [ints(), .int(0), .int(0)], ints()),
    (.slice, [ints(1, 2), .int(0), .int(2)], ints(1, 2)),
    (.first, [ints(7, 8)], .optional(.int(7))), (.last, [ints(7, 8)], .optional(.int(8))),
    (.first, [ints()], .optional(nil)), (.last, [ints()], .optional(nil)),
    (.first, [.list([.null])], .optional(.null)),
    (.flatten, [.list([.int(1), ints(2, 3), ints(4)])], ints(1, 2, 3, 4)),
    (.flatten, [.list([.int(1), .list([.int(2), ints(3, 4)])])], .list([.int(1), .int(2), ints(3, 4)])),
    (.flatten, [.list([ints(), .int(1), ints(), ints(), ints(3), ints()])], ints(1, 3)),
    (.flatten, [ints(1, 2)], ints(1, 2)), (.flatten, [.list([ints(1)]), .int(0)], .list([ints(1)])),
    (
      .flatten, [.list([.int(1), .list([.int(2), .list([.int(3), ints(4)])]), .int(5)]), .int(2)],
      .list([.int(1), .int(2), .int(3), ints(4), .int(5)])
    ),
    (
      .flatten, [.list([.list([.list([ints(1), .null])]), .string("a")]), .int(.max)],
      .list([.int(1), .null, .string("a")])
    ),
  ]

  @Test(arguments: results)
  func `a list is made, cut, turned and flattened`(
    function: StandardFunction, arguments: [Value], expected: Value
  ) throws {
    #expect(try call(function, arguments) == expected)
  }

  private static let unusable: [(StandardFunction, [Value], String)] = [
    (StandardFunction.range, [Value.int(-1)], "size must be non-negative, got -1"),
    (.slice, [ints(1, 2), .int(-1), .int(1)], "cannot slice(-1, 1), negative indexes not supported"),
    (.slice, [ints(1, 2), .int(0), .int(-1)], "cannot slice(0, -1), negative indexes not supported"),
    (.slice, [ints(1, 2), .int(2), .int(1)], "cannot slice(2, 1), start index must not be above end index"),
    (.slice, [ints(1, 2), .int(1), .int(3)], "cannot slice(1, 3), list is length 2"),
    (
      .slice, [ints(1, 2), .int(.max), .int(.max)],
      "cannot slice(9223372036854775807, 9223372036854775807), list is length 2"
    ),
    (.flatten, [ints(), .int(-1)], "level must be non-negative, got -1"),
    (.sort, [.list([.int(1), .string("b")])], "list elements must have the same type"),
    (.sort, [.list([.int(1), .uint(1)])], "list elements must have the same type"),
    (.sort, [.list([.int(1), .null])], "list elements must have the same type"),
    (.sort, [.list([ints(1, 2)])], "list elements must be comparable"),
    (.sort, [.list([.null])], "list elements must be comparable"),
    (.sort, [.list([.type("int"), .type("int")])], "list elements must be comparable"),
    (.sort, [.list([.optional(.int(1)), .optional(nil)])], "list elements must be comparable"),
  ]

  @Test(arguments: unusable)
  func `what a function cannot use is named`(
    function: StandardFunction, arguments: [Value], words: String
  ) {
    #expect(throws: EvaluationError.invalidArgument(words)) { try call(function, arguments) }
  }

  private static let refused: [(StandardFunction, [Value])] = [
    (StandardFunction.range, [Value.uint(1)]), (.range, []), (.range, [.int(1), .int(2)]), (.range, [.null]),
    (.slice, [ints(1), .int(0)]), (.slice, [ints(1), .uint(0), .int(1)]),
    (.slice, [ints(1), .int(0), .null]),
    (.slice, [.string("abc"), .int(0), .int(1)]), (.flatten, [.string("a")]),
    (.flatten, [ints(1), .double(1)]),
    (.flatten, [ints(1), .int(1), .int(1)]), (.flatten, []), (.distinct, [.map(MapValue(strings: []))]),
    (.distinct, [ints(1), .int(1)]), (.reverse, [.string("abc")]), (.sort, [.null]),
    (.sort, [ints(1), ints(1)]),
    (.first, [.string("a")]), (.last, [.bytes([1])]), (.size, [ints(1)]),
  ]

  @Test(arguments: refused)
  func `what no form takes is refused`(function: StandardFunction, arguments: [Value]) {
    #expect(throws: EvaluationError.typeMismatch) { try call(function, arguments) }
  }

  private static let costly: [(StandardFunction, [Value])] = [
    (StandardFunction.range, [Value.int(101)]), (.range, [.int(.max)]), (.reverse, [zeros]), (.sort, [zeros]),
    (.distinct, [zeros]), (.flatten, [zeros]), (.slice, [zeros, .int(0), .int(101)]),
    (.flatten, [.list(Array(repeating: .list([]), count: 101))]), (.sort, [.list(long)]),
    (.distinct, [.list(long)]), (.distinct, [.list((0..<20).map { .list([.int($0)]) })]),
  ]

  @Test(arguments: costly)
  func `every function is paid for`(function: StandardFunction, arguments: [Value]) {
    var budget = Budget(steps: 100)
    #expect(throws: EvaluationError.stepLimit) {
      try ListFunctions.call(function, arguments, testRates(), &budget)
    }
  }

  @Test func `lists that are nested deeply are flattened without the machine's stack`() throws {
    let depth = 5000
    var nested = ints(1)
    for _ in 0..<depth { nested = .list([nested, .int(2)]) }
    let flat = try elements(call(.flatten, [nested, .int(.max)]))
    #expect(flat.count == depth + 1)
    #expect(flat.first == .int(1) && flat.dropFirst().allSatisfy { $0 == .int(2) })
    // Taking the nest apart by hand keeps its release from going 5,000 calls deep.
    while case .list(let inner) = nested, let first = inner.first { nested = first }
  }

  /// A value whose doubling in every level gives 2^40 elements.
  @Test func `a list that shares its parts cannot grow beyond the budget`() throws {
    var nested = ints(1, 1)
    for _ in 0..<39 { nested = .list([nested, nested]) }
    var budget = Budget(steps: 20_000)
    #expect(throws: EvaluationError.stepLimit) {
      try ListFunctions.call(.flatten, [nested, .int(100)], testRates(), &budget)
    }
  }

  private static let zeros = Value.list(Array(repeating: .int(0), count: 101))
  private static let long = Array(repeating: Value.string(String(repeating: "a", count: 3200)), count: 2)
}

@Suite struct DistinctTests {
  private static let repeated: [([Value], [Int])] = [
    ([Value.int(1), .int(2), .int(2), .int(3), .int(3)], [0, 1, 3]), ([], []),
    ([.string("b"), .string("b"), .string("c"), .string("a"), .string("c")], [0, 2, 3]),
    ([.int(1), .string("b"), .int(2), .string("b")], [0, 1, 2]),
    ([.int(1), .uint(1), .double(1), .bool(true), .string("1")], [0, 3, 4]),
    ([.double(0), .double(-0.0), .int(0)], [0]), ([.double(.nan), .double(.nan)], [0, 1]),
    ([.int(-1), .uint(.max)], [0, 1]), ([.string("é"), .string("e\u{301}"), .string("é")], [0, 1]),
    ([.bytes([1]), .bytes([1, 0]), .bytes([1]), .string("\u{1}")], [0, 1, 3]), ([.null, .null], [0]),
    ([.list([.int(1)]), .list([.double(1)]), .list([.int(2)]), .list([])], [0, 2, 3]),
    ([map("a", "x"), map("a", "y"), map("b", "x"), map("a", "x")], [0, 1, 2]),
    ([.date(1), .dateSpan(1), .duration(1), .date(1), .dateSpan(1), .duration(1), .int(1)], [0, 1, 2, 6]),
    ([instant(5), instant(6), instant(5)], [0, 1]), ([.type("int"), .type("uint"), .type("int")], [0, 1]),
    ([.optional(nil), .optional(.null), .optional(nil), .null, .optional(.null)], [0, 1, 3]),
    ([money("1", "USD"), money("1.0", "USD"), money("2", "USD")], [0, 2]),
    ([money("85", "GBP"), money("100", "EUR"), .int(85), .double(85), money("100", "GBP")], [0, 4]),
  ]

  @Test(arguments: repeated)
  func `the first of equal elements is kept`(elements: [Value], places: [Int]) throws {
    var budget = Budget()
    let kept = try ListFunctions.distinct(elements, testRates(), &budget)
    // Descriptions tell 1 from 1.0 and take NaN for NaN, which `==` does not.
    #expect(kept.map { "\($0)" } == places.map { "\(elements[$0])" })
  }

  @Test func `objects are told apart by identity`() throws {
    let objects = (0..<3).map { _ in Value.object(TestInvoice("A1", .null)) }
    var budget = Budget()
    #expect(try ListFunctions.distinct(objects + objects, testRates(), &budget) == objects)
  }

  @Test func `amounts in currencies that cannot be compared are an error`() throws {
    let noRate = EvaluationError.noRate(try CurrencyCode("USD").unwrapped)
    var budget = Budget()
    #expect(throws: noRate) {
      try ListFunctions.distinct([money("1", "USD"), money("1", "GBP")], testRates(), &budget)
    }
  }

  private static let simple: [[Value]] = [
    (0..<3000).map { Value.int($0) }, (0..<3000).map { .string("\($0)") }, (0..<3000).map { .date($0) },
    (0..<3000).map { _ in .double(.nan) }, (0..<3000).map { _ in .null },
    (0..<3000).map { money("\($0)", "USD") },
  ]

  @Test(arguments: simple)
  func `long lists of simple values cost a few steps for each`(elements: [Value]) throws {
    var budget = Budget(steps: 3 * elements.count)
    let kept = try ListFunctions.distinct(elements, testRates(), &budget)
    #expect(kept.count == (elements[0] == .null ? 1 : elements.count))
  }

  @Test func `classes keep what a comparison with every earlier element keeps`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("DistinctTests seed \(seed)")
    var random = SplitMix64(seed: seed)
    let simple: [Value] = [
      .int(1), .uint(1), .double(1), .double(1.5), .int(9_007_199_254_740_993), .string("1"), .string(""),
      .uint(9_007_199_254_740_992), .double(9_007_199_254_740_992), .bytes([]), .null, .bool(true), .list([]),
      .list([.int(1)]), .list([.uint(1)]), map("a", "1"), .date(1), .dateSpan(1), .duration(1), instant(1),
      .optional(nil), .optional(.int(1)), .optional(.uint(1)), .type("int"),
    ]
    let amounts = [money("1", "GBP"), money("0.85", "GBP"), money("1", "EUR")]
    for round in 0..<300 {
      let pool = simple + (round.isMultiple(of: 2) ? amounts : [.double(.nan)])
      let some = (0..<5).map { _ in random.pick(pool) }
      let elements = (0..<12).map { _ in random.pick(some) }
      var budget = Budget()
      var expected: [Value] = []
      for element in elements {
        let isKnown = try expected.contains {
          try Equality.isEqual($0, element, testRates(), &budget)
        }
        if !isKnown { expected.append(element) }
      }
      let kept = try ListFunctions.distinct(elements, testRates(), &budget)
      #expect(kept.map { "\($0)" } == expected.map { "\($0)" }, "seed \(seed)")
    }
  }
}

@Suite struct SortTests {
  private static let ordered: [[Value]] = [
    [Value.int(.min), .int(-1), .int(0), .int(5), .int(.max)], [.uint(0), .uint(3), .uint(.max)],
    [.double(-.infinity), .double(-1.5), .double(0.25), .double(1e300), .double(.infinity)],
    [.bool(false), .bool(false), .bool(true)],
    [.bytes([]), .bytes([0]), .bytes([0, 1]), .bytes([1]), .bytes([255])],
    [
      .string(""), .string("B"), .string("a"), .string("ab"), .string("e\u{301}"), .string("é"), .string("😀"),
    ],
    [.date(-3), .date(0), .date(8)], [.dateSpan(-1), .dateSpan(0), .dateSpan(30)],
    [.duration(.min), .duration(-1), .duration(.max)], [instant(-7), instant(0), instant(1)],
    [money("0.5", "GBP"), money("1", "EUR"), money("0.9", "GBP"), money("10", "EUR")],
    [money("-3", "USD"), money("1.10", "USD"), money("1.2", "USD")], [],
  ]

  @Test(arguments: ordered)
  func `values of each type with an order are sorted`(expected: [Value]) throws {
    #expect(try sort(expected) == expected)
    #expect(try sort(expected.reversed()) == expected)
  }

  @Test func `what is not a number comes before all others`() throws {
    let sorted = try sort([.double(2), .double(.nan), .double(-.infinity), .double(.nan), .double(1)])
    #expect(sorted.map { "\($0)" } == ["nan", "nan", "-inf", "1.0", "2.0"].map { "double(\($0))" })
    #expect(try sort([.double(.nan)]).count == 1)
  }

  @Test func `amounts without a rate between them have no order`() throws {
    let noRate = EvaluationError.noRate(try CurrencyCode("USD").unwrapped)
    #expect(throws: noRate) { try sort([money("1", "GBP"), money("1", "USD")]) }
  }

  @Test func `elements follow the order of their keys and equal keys leave them as they were`() throws {
    let names: [Value] = [.string("foo"), .string("bar"), .null, .string("baz"), ints(1)]
    let keys = [2, 1, 2, 1, 0].map { Value.int($0) }
    var budget = Budget()
    let sorted = try ListFunctions.sorted(names, by: keys, testRates(), &budget)
    #expect(sorted == [ints(1), .string("bar"), .string("baz"), .string("foo"), .null])
    #expect(throws: EvaluationError.typeMismatch) {
      try ListFunctions.sorted(names, by: [.int(1)], testRates(), &budget)
    }
  }

  @Test func `random lists are sorted, stably and within the cost of a merge sort`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("SortTests seed \(seed)")
    var random = SplitMix64(seed: seed)
    for count in 0..<200 {
      let numbers = (0..<count).map { _ in Int64(random.number(0...max(1, count / 2))) }
      let expected = numbers.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      var budget = Budget(steps: count * 10)
      let places = try ListFunctions.sorted(
        (0..<count).map { .int(Int64($0)) }, by: numbers.map { .int($0) }, testRates(), &budget)
      #expect(places == expected.map { .int(Int64($0.offset)) }, "seed \(seed), count \(count)")
    }
  }

  private func sort(_ elements: [Value]) throws -> [Value] {
    try CELTests.elements(call(.sort, [.list(elements)]))
  }
}

private func call(_ function: StandardFunction, _ arguments: [Value]) throws -> Value {
  var budget = Budget()
  return try ListFunctions.call(function, arguments, testRates(), &budget)
}

private func elements(_ list: Value) throws -> [Value] {
  guard case .list(let elements) = list else { throw EvaluationError.typeMismatch }
  return elements
}

private func ints(_ numbers: Int64...) -> Value { .list(numbers.map { .int($0) }) }

private func map(_ key: String, _ value: String) -> Value { .map(MapValue(strings: [(key, value)])) }

private func instant(_ seconds: Int64) -> Value {
  Timestamp(seconds: seconds).map(Value.timestamp) ?? .null
}
