import Testing

@testable import CEL

@Suite struct DurationTextTests {
  @Test(arguments: [
    ("0", Int64(0)), ("+0", 0), ("-0", 0), ("0s", 0), ("1ns", 1), ("1us", 1_000), ("1µs", 1_000),
    ("1μs", 1_000), ("1ms", 1_000_000), ("1s", 1_000_000_000), ("1m", 60_000_000_000),
    ("1h", 3_600_000_000_000), ("-1.5h", -5_400_000_000_000), ("-23.4s", -23_400_000_000),
    ("1h34us", 3_600_000_034_000), ("+5s", 5_000_000_000), (".5s", 500_000_000), ("5.s", 5_000_000_000),
    ("1s1s", 2_000_000_000), ("1s1h", 3_601_000_000_000), ("1h45m47s", 6_347_000_000_000),
    ("1m1ms", 60_001_000_000), ("0.0000000019s", 1), ("-0.9ns", 0), ("0.1ns", 0),
    ("0.3333333333333333333h", 1_199_999_999_999),
    ("9223372036854775807ns", .max), ("-9223372036854775808ns", .min), ("9223372036.854775807s", .max),
    ("000000000000000000000000000000000000001s", 1_000_000_000),
    ("0.0000000000000000000000000000000000001s", 0), ("2562047h47m16.854775807s", .max),
  ])
  func `a text is a length of time`(text: String, expected: Int64) throws {
    #expect(try DurationText.nanoseconds(text) == expected)
  }

  @Test(arguments: [
    "", "+", "-", "s", ".s", "-.s", "1", "00", "1.5", "1d", "1w", "1 s", " 1s", "1s ", "--1s", "1s-1s", "1S",
    "1H", "1hm", "1e3s", "1,5s", "0x1s", "٣s", "1.5.5s", "1sec", "∞s", "1\u{B5}", "320000000000s-", "1s\0",
  ])
  func `what is no length of time is refused`(text: String) {
    #expect(throws: EvaluationError.invalidConversion("duration")) { try DurationText.nanoseconds(text) }
  }

  @Test(arguments: [
    "320000000000s", "-200000000000s", "200000000000s", "9223372036854775808ns", "-9223372036854775809ns",
    "9223372036854775807ns1ns", "2562048h", "99999999999999999999999999999999999999999999h",
    "9223372036.854775808s", "9223372036s9223372036s9223372036s",
  ])
  func `a length of time is an int of nanoseconds`(text: String) {
    #expect(throws: EvaluationError.overflow) { try DurationText.nanoseconds(text) }
  }

  @Test func `many parts of any size do not overflow the reading`() {
    let part = "99999999999999999999.999999999999999999999h"
    let text = String(repeating: part, count: 1_000)
    #expect(throws: EvaluationError.overflow) { try DurationText.nanoseconds(text) }
    #expect(throws: EvaluationError.invalidConversion("duration")) {
      try DurationText.nanoseconds(text + "x")
    }
  }

  @Test(arguments: [
    (Int64(60_001_000_000), "60.001s"), (0, "0s"), (1, "0.000000001s"), (-1, "-0.000000001s"),
    (-500_000_000, "-0.5s"), (1_000_000_000_000_000, "1000000s"), (6_347_000_000_000, "6347s"),
    (8_747_000_000_000, "8747s"), (.max, "9223372036.854775807s"), (.min, "-9223372036.854775808s"),
  ])
  func `a length of time is written in seconds`(nanoseconds: Int64, expected: String) throws {
    #expect(DurationText.text(nanoseconds) == expected)
    #expect(try DurationText.nanoseconds(expected) == nanoseconds)
  }
}
