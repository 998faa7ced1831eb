import TestSupport
import Testing

@testable import CEL

@Suite struct MathFunctionsTests {
  private static let extremes: [(StandardFunction, [Value], Value)] = [
    (StandardFunction.greatest, [Value.int(-5)], Value.int(-5)),
    (.greatest, [.int(1), .double(1)], .int(1)), (.greatest, [.double(1), .uint(1), .int(1)], .double(1)),
    (.greatest, [.double(5.4), .int(10), .uint(3), .double(-5)], .int(10)),
    (.greatest, [.list([.double(5.4), .uint(10), .uint(3), .double(-5)])], .uint(10)),
    (.greatest, [.int(-1), .uint(.max)], .uint(.max)),
    (.greatest, [.int(1), .double(.infinity), .uint(2)], .double(.infinity)),
    (.least, [.uint(5), .int(-7)], .int(-7)), (.least, [.int(.min), .uint(0)], .int(.min)),
    (.least, [.uint(1), .double(1), .int(1)], .uint(1)),
    (.least, [.list([.double(2.5), .int(3), .double(-0.5)])], .double(-0.5)),
    (.least, [.int(3), .double(-.infinity)], .double(-.infinity)),
  ]

  @Test(arguments: extremes)
  func `the greatest and the least number keep their type and the first of equals wins`(
    function: StandardFunction, arguments: [Value], expected: Value
  ) throws {
    #expect(try call(function, arguments) == expected)
  }

  @Test(arguments: [StandardFunction.greatest, .least])
  func `what is not a number has no place among others`(function: StandardFunction) throws {
    let noOrder = EvaluationError.invalidArgument("NaN has no place in the order of numbers")
    let alone = try call(function, [.double(.nan)])
    guard case .double(let double) = alone else {
      Issue.record("not a double: \(alone)")
      return
    }
    #expect(double.isNaN)
    #expect(throws: noOrder) { try call(function, [.double(.nan), .int(1)]) }
    #expect(throws: noOrder) { try call(function, [.list([.int(1), .double(2), .double(.nan)])]) }
    #expect(throws: noOrder) { try call(function, [.double(.nan), money("1", "GBP")]) }
    #expect(throws: EvaluationError.invalidArgument("the list is empty")) { try call(function, [.list([])]) }
  }

  @Test func `amounts of money have a greatest and a least`() throws {
    let amounts = [money("3", "GBP"), money("2.99", "GBP"), money("3.4", "EUR")]
    #expect(try call(.greatest, amounts) == amounts[0])
    #expect(try call(.least, amounts) == amounts[2])
    #expect(try call(.least, [.list(amounts + [.int(2)])]) == .int(2))
    let foreign = [money("3", "USD"), money("4", "USD")]
    #expect(try call(.greatest, foreign) == foreign[1])
    #expect(throws: EvaluationError.noRate(CurrencyCode(packed: 0x55_5344))) {
      try call(.greatest, foreign + amounts)
    }
  }

  private static let roundings: [(Double, Double, Double, Double, Double)] = [
    (1.2, 2.0, 1.0, 1.0, 1.0), (-1.2, -1, -2, -1, -1), (1.5, 2, 1, 2, 1), (-1.5, -1, -2, -2, -1),
    (2.5, 3, 2, 3, 2), (0.49999999999999994, 1, 0, 0, 0), (-0.2, -0.0, -1, -0.0, -0.0),
    (4_503_599_627_370_495.5, 0x1p52, 0x1p52 - 1, 0x1p52, 0x1p52 - 1), (3, 3, 3, 3, 3),
    (-0.0, -0.0, -0.0, -0.0, -0.0), (.leastNonzeroMagnitude, 1, 0, 0, 0),
    (1e300, 1e300, 1e300, 1e300, 1e300), (.infinity, .infinity, .infinity, .infinity, .infinity),
    (-.infinity, -.infinity, -.infinity, -.infinity, -.infinity),
  ]

  @Test(arguments: roundings)
  func `a double is rounded in four ways`(
    double: Double, ceil: Double, floor: Double, round: Double, trunc: Double
  ) throws {
    let expected: [(StandardFunction, Double)] = [
      (.ceil, ceil), (.floor, floor), (.round, round), (.trunc, trunc),
    ]
    for (function, expected) in expected {
      #expect(try bits(call(function, [.double(double)])) == expected.bitPattern, "\(function)")
    }
  }

  @Test func `rounding agrees with the standard library on random bits`() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("MathFunctionsTests seed \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      // Random bits are nearly always whole or below one; eighths of small numbers find the halves.
      let wild = Double(bitPattern: random.next())
      let near = Double(Int64(bitPattern: random.next() & 0xFFFF) - 0x8000) / 8
      for double in [wild, near] where !double.isNaN {
        let results: [(Double, FloatingPointRoundingRule)] = [
          (MathFunctions.rounded(double), .toNearestOrAwayFromZero), (MathFunctions.roundedUp(double), .up),
          (MathFunctions.roundedDown(double), .down), (MathFunctions.truncated(double), .towardZero),
        ]
        for (result, rule) in results where result.bitPattern != double.rounded(rule).bitPattern {
          Issue.record("\(double) rounded \(rule) gave \(result), seed \(seed)")
        }
      }
    }
  }

  @Test func `the square root is that of the standard library to the last bit`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("MathFunctionsTests seed \(seed)")
    var random = SplitMix64(seed: seed)
    let edges: [Double] = [
      0, -0.0, 1, 2, 4, .leastNonzeroMagnitude, .leastNormalMagnitude, Double.leastNormalMagnitude.nextDown,
      .greatestFiniteMagnitude, .infinity, 1.0.nextDown, 1.0.nextUp, 4.0.nextDown, 0x1p-1073,
    ]
    let subnormal = (0..<1000).map { _ in Double(bitPattern: (random.next() >> 12) >> (random.next() % 52)) }
    let normal = (0..<2000).map { _ in Double(bitPattern: random.next() >> 1) }
    for double in edges + subnormal + normal where !double.isNaN {
      let root = MathFunctions.squareRoot(double)
      if root.bitPattern != double.squareRoot().bitPattern {
        Issue.record("the root of \(double) gave \(root), seed \(seed)")
      }
    }
    for double: Double in [-1, -Double.infinity, -Double.leastNonzeroMagnitude, .nan] {
      #expect(MathFunctions.squareRoot(double).isNaN)
    }
  }

  @Test(arguments: [StandardFunction.ceil, .floor, .round, .trunc, .abs, .sign, .sqrt])
  func `what is not a number stays so`(function: StandardFunction) throws {
    #expect(try Double(bitPattern: bits(call(function, [.double(.nan)]))).isNaN)
  }

  private static let ofOne: [(StandardFunction, Value, Value)] = [
    (StandardFunction.abs, Value.int(-1), Value.int(1)), (.abs, .int(.max), .int(.max)),
    (.abs, .uint(7), .uint(7)), (.abs, .double(-11.5), .double(11.5)),
    (.abs, .double(-.infinity), .double(.infinity)),
    (.sign, .int(-42), .int(-1)), (.sign, .int(0), .int(0)), (.sign, .int(.max), .int(1)),
    (.sign, .int(.min), .int(-1)), (.sign, .uint(0), .uint(0)), (.sign, .uint(100), .uint(1)),
    (.sign, .double(-32.5), .double(-1)), (.sign, .double(0.25), .double(1)),
    (.sign, .double(-0.0), .double(0)),
    (.sqrt, .int(81), .double(9)), (.sqrt, .uint(16), .double(4)), (.sqrt, .double(6.25), .double(2.5)),
    (.isNaN, .double(.nan), .bool(true)), (.isNaN, .double(.infinity), .bool(false)),
    (.isInf, .double(-.infinity), .bool(true)), (.isInf, .double(.nan), .bool(false)),
    (.isInf, .double(1), .bool(false)), (.isFinite, .double(1.2), .bool(true)),
    (.isFinite, .double(.nan), .bool(false)), (.isFinite, .double(.infinity), .bool(false)),
    (.bitNot, .int(1), .int(-2)), (.bitNot, .int(-1), .int(0)), (.bitNot, .uint(0), .uint(.max)),
  ]

  @Test(arguments: ofOne)
  func `a function of one number has its value`(
    function: StandardFunction, argument: Value, expected: Value
  ) throws {
    #expect(try call(function, [argument]) == expected)
  }

  @Test func `the sign of a negative zero is a positive one and a negative number has no root`() throws {
    #expect(try bits(call(.sign, [.double(-0.0)])) == 0)
    #expect(try Double(bitPattern: bits(call(.sqrt, [.int(-1)]))).isNaN)
    #expect(throws: EvaluationError.overflow) { try call(.abs, [.int(.min)]) }
  }

  private static let ofTwo: [(StandardFunction, Value, Value, Value)] = [
    (StandardFunction.bitAnd, Value.int(-3), Value.int(-5), Value.int(-7)),
    (.bitAnd, .uint(3), .uint(2), .uint(2)), (.bitOr, .int(4), .int(-2), .int(-2)),
    (.bitOr, .uint(1), .uint(4), .uint(5)), (.bitXor, .int(4), .int(-2), .int(-6)),
    (.bitXor, .uint(3), .uint(5), .uint(6)), (.bitShiftLeft, .int(-1), .int(2), .int(-4)),
    (.bitShiftLeft, .int(1), .int(63), .int(.min)), (.bitShiftLeft, .int(-1), .int(64), .int(0)),
    (.bitShiftLeft, .uint(1), .int(200), .uint(0)), (.bitShiftLeft, .uint(3), .int(63), .uint(1 << 63)),
    (.bitShiftRight, .int(1024), .int(2), .int(256)), (.bitShiftRight, .int(-1), .int(0), .int(-1)),
    (.bitShiftRight, .int(-1024), .int(3), .int(2_305_843_009_213_693_824)),
    (.bitShiftRight, .int(-1), .int(63), .int(1)), (.bitShiftRight, .int(-1024), .int(64), .int(0)),
    (.bitShiftRight, .uint(.max), .int(.max), .uint(0)), (.bitShiftRight, .uint(1024), .int(2), .uint(256)),
  ]

  @Test(arguments: ofTwo)
  func `bits are combined and shifted`(
    function: StandardFunction, left: Value, right: Value, expected: Value
  ) throws {
    #expect(try call(function, [left, right]) == expected)
  }

  @Test(arguments: [StandardFunction.bitShiftLeft, .bitShiftRight], [Value.int(1), .uint(1)])
  func `bits are not shifted by a negative number`(function: StandardFunction, bits: Value) {
    #expect(throws: EvaluationError.invalidArgument("negative offset: -1")) {
      try call(function, [bits, .int(-1)])
    }
  }

  private static let refused: [(StandardFunction, [Value])] = [
    (StandardFunction.greatest, [Value]()), (.greatest, [.string("a")]), (.greatest, [.list([.string("a")])]),
    (.greatest, [.int(1), .bool(true)]), (.least, [.list([.int(1)]), .int(2)]), (.least, [.null]),
    (.least, [.list([.int(1), .null])]), (.least, [.date(1), .date(2)]), (.ceil, [.int(1)]),
    (.floor, [.uint(1)]), (.round, [.string("1.5")]), (.trunc, [.null]), (.round, [.double(1), .int(2)]),
    (.abs, [.bool(true)]), (.abs, []), (.sign, [.bool(true)]), (.sqrt, [.string("4")]),
    (.isNaN, [.bool(true)]),
    (.isInf, [.int(1)]), (.isFinite, [.uint(1)]), (.bitAnd, [.uint(2), .string("")]), (.bitAnd, [.int(1)]),
    (.bitOr, [.double(1.2), .int(1)]), (.bitOr, [.int(1), .uint(1)]),
    (.bitXor, [.list([]), .list([.int(1)])]),
    (.bitNot, [.double(1)]), (.bitNot, [.int(1), .int(2)]), (.bitShiftLeft, [.double(4.3), .int(1)]),
    (.bitShiftLeft, [.int(1), .uint(1)]), (.bitShiftRight, [.bytes([1]), .int(1)]), (.size, [.int(1)]),
  ]

  @Test(arguments: refused)
  func `what no form takes is refused`(function: StandardFunction, arguments: [Value]) {
    #expect(throws: EvaluationError.typeMismatch) { try call(function, arguments) }
  }

  @Test func `a search for the greatest is paid for`() {
    var budget = Budget(steps: 8)
    #expect(throws: EvaluationError.stepLimit) {
      try MathFunctions.call(
        .greatest, [.list(Array(repeating: .int(1), count: 10))], testRates(), &budget)
    }
  }

  private func call(_ function: StandardFunction, _ arguments: [Value]) throws -> Value {
    var budget = Budget()
    return try MathFunctions.call(function, arguments, testRates(), &budget)
  }

  private func bits(_ value: Value) throws -> UInt64 {
    guard case .double(let double) = value else { throw EvaluationError.typeMismatch }
    return double.bitPattern
  }
}
