import Testing

@testable import CEL

@Suite struct TimestampArithmeticTests {
  @Test(arguments: [
    ("2009-02-13T23:00:00Z", "240s", "2009-02-13T23:04:00Z"),
    ("2023-01-01T00:00:00Z", "24h", "2023-01-02T00:00:00Z"),
    ("0001-01-01T00:00:01.999999999Z", "999999999ns", "0001-01-01T00:00:02.999999998Z"),
    ("1970-01-01T00:00:00Z", "-1ns", "1969-12-31T23:59:59.999999999Z"),
    ("1969-12-31T23:59:59.999999999Z", "1ns", "1970-01-01T00:00:00Z"),
    ("0001-01-01T00:00:00.000000001Z", "-1ns", "0001-01-01T00:00:00Z"),
    ("1970-01-01T00:00:00Z", "-9223372036854775808ns", "1677-09-21T00:12:43.145224192Z"),
  ])
  func `a length of time moves an instant`(start: String, length: String, end: String) throws {
    let (start, length, end) = (try timestamp(start), try duration(length), try timestamp(end))
    #expect(try TimeFunctions.sum(start, length) == end)
    #expect(try TimeFunctions.sum(length, start) == end)
    #expect(try TimeFunctions.difference(end, length) == start)
    #expect(try TimeFunctions.difference(end, start) == length)
  }

  @Test(arguments: [
    ("600s", "50s", "650s"), ("1m", "1s", "1m1s"), ("-1h", "1h", "0"), ("1.5s", "-0.25s", "1250ms"),
  ])
  func `lengths of time add up`(left: String, right: String, sum: String) throws {
    let (left, right, sum) = (try duration(left), try duration(right), try duration(sum))
    #expect(try TimeFunctions.sum(left, right) == sum)
    #expect(try TimeFunctions.difference(sum, right) == left)
  }

  @Test(arguments: [
    ("0001-01-01T00:00:00Z", "-1s"), ("9999-12-31T23:59:59Z", "1s"),
    ("9999-12-31T23:59:59.999999999Z", "1ns"), ("0001-01-01T00:00:00Z", "-1ns"),
  ])
  func `an instant does not leave its range`(start: String, length: String) throws {
    let (start, length) = (try timestamp(start), try duration(length))
    #expect(throws: EvaluationError.overflow) { try TimeFunctions.sum(start, length) }
    let least = Value.duration(.min)
    #expect(throws: EvaluationError.overflow) {
      try TimeFunctions.difference(timestamp("9999-01-01T00:00:00Z"), least)
    }
  }

  @Test func `a length of time does not leave its range`() throws {
    let (first, last) = (try timestamp("0001-01-01T00:00:00Z"), try timestamp("9999-12-31T23:59:59Z"))
    #expect(throws: EvaluationError.overflow) { try TimeFunctions.difference(last, first) }
    #expect(throws: EvaluationError.overflow) { try TimeFunctions.difference(first, last) }
    #expect(throws: EvaluationError.overflow) { try TimeFunctions.sum(.duration(.max), .duration(1)) }
    #expect(throws: EvaluationError.overflow) { try TimeFunctions.sum(.duration(.min), .duration(-1)) }
    #expect(throws: EvaluationError.overflow) { try TimeFunctions.difference(.duration(0), .duration(.min)) }
    #expect(try TimeFunctions.difference(.duration(-1), .duration(.min)) == .duration(.max))
  }

  @Test(arguments: [
    ("2009-02-13T23:00:00Z", "2009-02-13T23:00:00Z", 0), ("2009-02-13T23:00:00Z", "2009-02-13T22:59:59Z", 1),
    ("2009-02-13T23:00:00Z", "2009-02-13T23:00:00.000000001Z", -1),
    ("1969-12-31T23:59:59.9Z", "1969-12-31T23:59:59.1Z", 1),
    ("1960-01-01T00:00:00Z", "1970-01-01T00:00:00Z", -1),
    ("2009-02-13T23:00:00+01:00", "2009-02-13T22:00:00Z", 0),
  ])
  func `instants are ordered by when they are`(left: String, right: String, expected: Int) throws {
    let (left, right) = (try Timestamp(left), try Timestamp(right))
    #expect((left < right) == (expected < 0))
    #expect((right < left) == (expected > 0))
    #expect((left == right) == (expected == 0))
  }

  @Test func `operations that the language has not are left to others`() throws {
    let (instant, length) = (try timestamp("2009-02-13T23:00:00Z"), try duration("1s"))
    #expect(try TimeFunctions.sum(instant, instant) == nil)
    #expect(try TimeFunctions.difference(length, instant) == nil)
    #expect(try TimeFunctions.sum(length, .int(1)) == nil)
  }

  @Test func `an instant comes from an instant, seconds or a text`() throws {
    func converted(_ value: Value) throws -> Value { try TimeFunctions.convert(value, to: .timestamp) }
    let instant = try timestamp("2001-09-09T01:46:40Z")
    #expect(try converted(.int(1_000_000_000)) == instant)
    #expect(try converted(instant) == instant)
    #expect(throws: EvaluationError.overflow) { try converted(.int(253_402_300_800)) }
    #expect(throws: EvaluationError.overflow) { try converted(.int(-62_135_596_801)) }
    #expect(throws: EvaluationError.typeMismatch) { try converted(.duration(1)) }
    #expect(throws: EvaluationError.nullValue) { try converted(.null) }
  }

  @Test func `a length of time comes from a length of time, nanoseconds or a text`() throws {
    func converted(_ value: Value) throws -> Value { try TimeFunctions.convert(value, to: .duration) }
    let length = try duration("100s")
    #expect(try converted(length) == length)
    #expect(try converted(.int(100_000_000_000)) == length)
    #expect(throws: EvaluationError.typeMismatch) { try converted(.double(1)) }
    #expect(throws: EvaluationError.nullValue) { try converted(.null) }
  }
}
