import TestSupport
import Testing

@testable import CEL

@Suite struct TimestampTextTests {
  @Test(arguments: [
    ("2009-02-13T23:31:30Z", Int64(1_234_567_890), Int32(0)), ("1970-01-01T00:00:00Z", 0, 0),
    ("1969-12-31T23:59:59.999Z", -1, 999_000_000), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ("2023-08-26T12:39:00-07:00", 1_693_078_740, 0), ("2023-02-03T23:31:20+00:00", 1_675_467_080, 0),
    ("2009-02-14T00:31:30+01:00", 1_234_567_890, 0),
    ("2009-02-13T23:31:30.5-00:00", 1_234_567_890, 500_000_000),
    ("2000-02-29T00:00:00Z", 951_782_400, 0), ("2024-02-29T12:00:00.000000001Z", 1_709_208_000, 1),
    ("2009-02-13t23:31:30z", 1_234_567_890, 0), ("1970-01-01T23:59:00+23:59", 0, 0),
    ("1970-01-01T00:00:00.1234567899Z", 0, 123_456_789), ("1970-01-01T00:00:00.000000000999Z", 0, 0),
    ("0000-12-31T23:30:00-01:00", -62_135_595_000, 0),
  ])
  func `a text by RFC 3339 is an instant`(text: String, seconds: Int64, nanoseconds: Int32) throws {
    let timestamp = try Timestamp(text)
    #expect(timestamp.seconds == seconds)
    #expect(timestamp.nanoseconds == nanoseconds)
  }

  @Test(arguments: [
    "", "2009-02-13", "2009-02-13T23:31:30", "2009-02-13 23:31:30Z", "2009-02-13T23:31Z",
    "2009-02-13T23:31:30Z ", " 2009-02-13T23:31:30Z", "2009-2-13T23:31:30Z", "209-02-13T23:31:30Z",
    "2009-00-13T23:31:30Z", "2009-13-13T23:31:30Z", "2009-02-00T23:31:30Z", "2009-02-29T23:31:30Z",
    "1900-02-29T00:00:00Z", "2009-04-31T00:00:00Z", "2009-02-13T24:00:00Z", "2009-02-13T23:60:30Z",
    "2016-12-31T23:59:60Z", "2009-02-13T23:31:30.Z", "2009-02-13T23:31:30,5Z", "2009-02-13T23:31:30+1:00",
    "2009-02-13T23:31:30+0100", "2009-02-13T23:31:30+24:00", "2009-02-13T23:31:30+01:60",
    "2009-02-13T23:31:30ZZ", "-2009-02-13T23:31:30Z", "+2009-02-13T23:31:30Z", "2009-02-13T23:31:3٠Z",
    "2009-02-13T23:31:30Z\u{301}", "2009-02-13T23:31:30Z\0",
  ])
  func `what is no text by RFC 3339 is refused`(text: String) {
    #expect(throws: EvaluationError.invalidConversion("timestamp")) { try Timestamp(text) }
  }

  @Test(arguments: [
    "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01", "10000-01-01T00:00:00+01:00", "99999999999999999999-01-01T00:00:00Z",
  ])
  func `an instant outside of the years 1 to 9999 is out of range`(text: String) {
    #expect(throws: EvaluationError.overflow) { try Timestamp(text) }
  }

  @Test(arguments: [
    (Int64(1_234_567_890), Int32(0), "2009-02-13T23:31:30Z"), (0, 1, "1970-01-01T00:00:00.000000001Z"),
    (-1, 500_000_000, "1969-12-31T23:59:59.5Z"), (0, 120_000_000, "1970-01-01T00:00:00.12Z"),
    (253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z"), (-30_610_224_000, 0, "1000-01-01T00:00:00Z"),
  ])
  func `an instant is written in UTC`(seconds: Int64, nanoseconds: Int32, expected: String) throws {
    let timestamp = try #require(Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    #expect(timestamp.text == expected)
    #expect(try Timestamp(expected) == timestamp)
  }

  @Test func `what is written is read as the same instant`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("TimestampTextTests seed \(seed)")
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let seconds = Int64.random(in: Timestamp.secondsRange, using: &numbers)
      let nanoseconds = Int32.random(in: 0..<1_000_000_000, using: &numbers)
      let timestamp = try #require(Timestamp(seconds: seconds, nanoseconds: nanoseconds))
      #expect(try Timestamp(timestamp.text) == timestamp, "seed \(seed)")
    }
  }

  @Test(arguments: [
    (Int64(-62_135_596_801), Int32(0)), (253_402_300_800, 0), (.max, 0), (.min, 0), (0, -1),
    (0, 1_000_000_000),
  ])
  func `no instant lies outside of the range`(seconds: Int64, nanoseconds: Int32) {
    #expect(Timestamp(seconds: seconds, nanoseconds: nanoseconds) == nil)
  }
}
