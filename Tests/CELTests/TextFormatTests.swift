import Testing

@testable import CEL

@Suite struct TextFormatTests {
  private static let clauses: [(String, [Value], String)] = [
    ("plain", [], "plain"), ("", [], ""), ("%%", [], "%"), ("100 %% of %s", ["é"], "100 % of é"),
    ("%s", ["%s"], "%s"), ("%s and %s", ["a", "b"], "a and b"), ("%s", ["used", "not used"], "used"),
    ("%d %d %d", [7, .uint(8), -9], "7 8 -9"), ("%d", [.double(1_500_000)], "1500000"),
    ("%d %d", [.double(.nan), .double(-.infinity)], "NaN -Infinity"), ("%d", [.int(.min)], "\(Int64.min)"),
    ("%f", [.double(2.71828)], "2.718280"), ("%.1f", [.double(-0.25)], "-0.2"), ("%.0f", [3], "3"),
    ("%.2f", [.uint(3)], "3.00"), ("%f %f", [.double(.infinity), .double(.nan)], "Infinity NaN"),
    ("%e", [.double(1234.5)], "1.234500e+03"), ("%.0e", [.uint(250)], "2e+02"), ("%.2e", [-1], "-1.00e+00"),
    ("%e", [.double(-.infinity)], "-Infinity"), ("%.3s|%.3d", ["abcdef", 5], "abcdef|5"),
    ("%b %b %b", [5, -5, .uint(.max)], "101 -101 " + String(repeating: "1", count: 64)),
    ("%b%b", [.bool(true), .bool(false)], "10"), ("%o %o %o", [8, -8, .uint(9)], "10 -10 11"),
    ("%x %X %x", [255, 255, -255], "ff FF -ff"), ("%x", [.uint(.max)], "ffffffffffffffff"),
    ("%x %X", ["é", .bytes([0, 10, 171])], "c3a9 000AAB"), ("%x", [""], ""),
  ]

  @Test(arguments: clauses)
  func `each clause shows its value`(format: String, values: [Value], expected: String) throws {
    #expect(try text(format, values) == expected)
  }

  private static let values: [(Value, String)] = [
    (.null, "null"), (.bool(true), "true"), (-3, "-3"), (.uint(3), "3"), ("a", "a"),
    (.double(3.14), "3.14"), (.double(1e6), "1000000"), (.double(.nan), "NaN"), (.double(2), "2"),
    (.double(-.infinity), "-Infinity"), (.bytes(Array("é".utf8)), "é"), (.type("string"), "string"),
    (.duration(6_347_000_000_000), "6347s"), (.duration(-1_500_000_000), "-1.5s"), (.duration(0), "0s"),
    (.duration(1), "0.000000001s"), (.duration(-60_001_000_000), "-60.001s"),
    (.duration(.min), "-9223372036.854775808s"), (.date(20_000), "2024-10-04"),
    (.dateSpan(3), "3 days"), (.dateSpan(1), "1 day"), (.dateSpan(-1), "-1 day"), (.dateSpan(0), "0 days"),
    (money("12.50", "GBP"), "12.5 GBP"), (.list([]), "[]"),
    (.list([1, .list(["a", .null]), .double(0.5)]), "[1, [a, null], 0.5]"),
  ]

  @Test(arguments: values)
  func `every kind of value has a text`(value: Value, expected: String) throws {
    #expect(try text("<%s>", [value]) == "<\(expected)>")
  }

  @Test func `an instant is shown in UTC`() throws {
    let instant = try Timestamp(seconds: 1_675_467_080, nanoseconds: 250_000_000).unwrapped
    #expect(try text("%s", [.list([.timestamp(instant)])]) == "[2023-02-03T23:31:20.25Z]")
  }

  @Test func `the entries of a map are in the order of the texts of their keys`() throws {
    let map = try MapValue([
      ("b", .int(1)), (.int(10), .map(try MapValue([]))), (.bool(true), .list([])), (.uint(9), .null),
      ("1", "text"), (.int(1), "int"), ("é", "composed"), ("e\u{301}", "combined"),
    ])
    #expect(
      try text("%s", [.map(map)])
        == "{1: text, 1: int, 10: {}, 9: null, b: 1, e\u{301}: combined, true: [], é: composed}")
  }

  private static let mistakes: [(String, [Value], String)] = [
    ("%a", [1], "the format has no clause `%a`"), ("%é", [1], "the format has no clause `%é`"),
    ("%E", [1], "the format has no clause `%E`"), ("% d", [1], "the format has no clause `% `"),
    ("%-d", [1], "the format has no clause `%-`"), ("%5d", [1], "the format has no clause `%5`"),
    ("%.2%", [1], "the format has no clause `%%`"), ("50%", [1], "the format ends within a clause"),
    ("%.2", [1], "the format ends within a clause"),
    ("%.f", [1], "the format has a point without a number of places"),
    ("%.1001f", [1], "the format asks for more than 1000 places behind the point"),
    ("%.99999999999999999999f", [1], "the format asks for more than 1000 places behind the point"),
    ("%s %s", ["a"], "the format asks for more values than the 1 that it is given"),
    ("%s", [.bytes([255])], "`%s` of bytes that are no UTF-8"),
    ("%s", [.optional(nil)], "`%s` cannot show a value of the type optional_type"),
    ("%s", [.list([.optional(1)])], "`%s` cannot show a value of the type optional_type"),
    ("%d", ["1"], "`%d` takes an int, a uint or a double, and was given string"),
    ("%f", [.null], "`%f` takes an int, a uint or a double, and was given null_type"),
    ("%e", [.bool(true)], "`%e` takes an int, a uint or a double, and was given bool"),
    ("%b", [.double(1)], "`%b` takes an int, a uint or a bool, and was given double"),
    ("%o", [.bool(true)], "`%o` takes an int or a uint, and was given bool"),
    ("%x", [.bool(true)], "`%x` takes an int, a uint, a string or bytes, and was given bool"),
    ("%X", [.double(1)], "`%X` takes an int, a uint, a string or bytes, and was given double"),
  ]

  @Test(arguments: mistakes)
  func `a clause that cannot be followed is an error`(format: String, values: [Value], message: String) {
    #expect(throws: EvaluationError.invalidArgument(message)) { try text(format, values) }
  }

  @Test func `a thousand places are the most`() throws {
    #expect(try text("%.1000f", [.double(0.5)]) == "0.5" + String(repeating: "0", count: 999))
  }

  @Test func `lists are shown as deep as an expression can be, and no deeper`() throws {
    var value = Value.list([])
    for _ in 0..<ExpressionLimits.depth { value = .list([value]) }
    let brackets = ExpressionLimits.depth + 1
    #expect(
      try text("%s", [value])
        == String(repeating: "[", count: brackets) + String(repeating: "]", count: brackets))
    #expect(throws: EvaluationError.invalidArgument("`%s` of lists and maps that are nested too deeply")) {
      try text("%s", [.list([value])])
    }
  }

  @Test func `a value that holds itself many times over ends at the limit`() {
    var value = Value.string("text")
    for _ in 0..<40 { value = .list([value, value]) }
    #expect(throws: EvaluationError.stepLimit) { try text("%s", [value]) }
  }

  @Test func `what is written is paid for`() throws {
    var budget = Budget(steps: 1000)
    _ = try TextFormat.text("%s", [.string(String(repeating: "a", count: 1600))], &budget)
    #expect(budget.steps < 900 && budget.steps > 890)
    let tiny = Array(repeating: Value.double(.leastNonzeroMagnitude), count: 10)
    #expect(throws: EvaluationError.stepLimit) {
      try TextFormat.text(String(repeating: "%.0f", count: 10), tiny, &budget)
    }
    budget = Budget(steps: 1000)
    let long = Value.bytes(Array(repeating: 1, count: 16_000))
    #expect(throws: EvaluationError.stepLimit) { try TextFormat.text("%x", [long], &budget) }
  }

  private func text(_ format: String, _ values: [Value]) throws(EvaluationError) -> String {
    var budget = Budget(steps: 100_000)
    return try TextFormat.text(format, values, &budget)
  }
}
