import Testing

@testable import CEL

@Suite struct TimestampPartTests {
  private static let zones = FixedZones(offsets: [
    "Australia/Sydney": 39_600, "US/Central": -21_600, "America/St_Johns": -12_600, "Asia/Kathmandu": 20_700,
    "America/Los_Angeles": -28_800, "Amsterdam Mean": 1_172, "Mars": 100_000, "Least": .min,
  ])

  private func part(_ name: String, _ value: Value, _ zone: String? = nil) throws -> Value {
    let function = try #require(StandardFunction(rawValue: name))
    return try TimeFunctions.call(function, [value] + (zone.map { [.string($0)] } ?? []), Self.zones)
  }

  @Test(arguments: [
    ("getFullYear", "2009-02-13T23:31:30Z", Int64(2009)), ("getMonth", "2009-02-13T23:31:30Z", 1),
    ("getDate", "2009-02-13T23:31:30Z", 13), ("getDayOfMonth", "2009-02-13T23:31:30Z", 12),
    ("getDayOfWeek", "2009-02-13T23:31:30Z", 5), ("getMinutes", "2009-02-13T23:31:30Z", 31),
    ("getSeconds", "2009-02-13T23:31:30Z", 30), ("getHours", "2023-12-25T12:00:00Z", 12),
    ("getDayOfYear", "2023-12-25T12:00:00Z", 358), ("getDayOfYear", "2024-12-31T00:00:00Z", 365),
    ("getDayOfYear", "2024-01-01T00:00:00Z", 0), ("getDayOfYear", "1900-03-01T00:00:00Z", 59),
    ("getDayOfWeek", "2023-12-24T12:00:00Z", 0), ("getDayOfWeek", "1969-12-31T23:59:59Z", 3),
    ("getDayOfWeek", "0001-01-01T00:00:00Z", 1), ("getMonth", "2023-12-25T12:00:00Z", 11),
    ("getMilliseconds", "2023-12-25T12:00:00.500Z", 500), ("getMilliseconds", "1960-01-01T00:00:00.0019Z", 1),
    ("getHours", "1969-12-31T23:59:59.1Z", 23), ("getSeconds", "0001-01-01T00:00:59Z", 59),
    ("getFullYear", "9999-12-31T23:59:59.999999999Z", 9999),
  ])
  func `an instant has its parts in UTC`(name: String, text: String, expected: Int64) throws {
    #expect(try part(name, timestamp(text)) == .int(expected))
    #expect(try part(name, timestamp(text), "UTC") == .int(expected))
    #expect(try part(name, timestamp(text), "-00:00") == .int(expected))
  }

  @Test(arguments: [
    ("getDate", "2009-02-13T23:31:30Z", "Australia/Sydney", Int64(14)),
    ("getDayOfMonth", "2009-02-13T23:31:30Z", "US/Central", 12),
    ("getDayOfMonth", "2009-02-13T23:31:30Z", "+11:00", 13),
    ("getDayOfMonth", "2009-02-13T02:00:00Z", "-02:30", 11),
    ("getDayOfMonth", "2009-02-13T02:00:00Z", "America/St_Johns", 11),
    ("getDayOfYear", "2009-02-13T23:31:30Z", "US/Central", 43),
    ("getFullYear", "2009-02-13T23:31:30Z", "-09:30", 2009),
    ("getHours", "2009-02-13T23:31:30Z", "02:00", 1),
    ("getMinutes", "2009-02-13T23:31:30Z", "Asia/Kathmandu", 16),
    ("getDate", "2023-12-25T00:00:00Z", "America/Los_Angeles", 24),
    ("getSeconds", "1937-01-01T00:00:00Z", "Amsterdam Mean", 32),
    ("getFullYear", "0001-01-01T00:00:00Z", "-00:01", 0),
    ("getFullYear", "9999-12-31T23:59:59Z", "+23:59", 10_000),
    ("getMonth", "0001-01-01T00:00:00Z", "-23:59", 11),
    ("getMilliseconds", "2009-02-13T23:31:30.123Z", "+05:45", 123),
  ])
  func `an instant has its parts at a place`(name: String, text: String, zone: String, expected: Int64) throws
  {
    #expect(try part(name, timestamp(text), zone) == .int(expected))
  }

  @Test(arguments: [
    "", "utc", "Local", "Europe/Nowhere", "+24:00", "+01:60", "1:00", "+1:00", "+01:0", "+01:000", "01:00:00",
    "++01:00", "+-1:00", ":", "+:00", "+01:00 ", "+٠1:00", "Mars", "Least",
  ])
  func `what is no time zone is refused by name`(zone: String) throws {
    let error = #expect(throws: EvaluationError.self) {
      try part("getHours", timestamp("2009-02-13T23:31:30Z"), zone)
    }
    guard case .invalidArgument(let words) = error else {
      Testing.Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(words.contains("`\(zone)`"))
  }

  @Test func `a host without a database has UTC and offsets`() throws {
    let instant = try timestamp("2009-02-13T23:31:30Z")
    func hours(_ zone: String) throws -> Value {
      try TimeFunctions.call(.getHours, [instant, .string(zone)], UniversalTime())
    }
    #expect(try hours("UTC") == .int(23))
    #expect(try hours("+01:00") == .int(0))
    #expect(throws: EvaluationError.self) { try hours("Europe/Paris") }
  }

  @Test(arguments: [
    ("getHours", "3h", Int64(3)), ("getHours", "3h59m59.9s", 3), ("getHours", "-90m", -1),
    ("getMinutes", "1h30m", 90), ("getMinutes", "3730s", 62), ("getSeconds", "1m30s", 90),
    ("getSeconds", "3730s", 3730), ("getSeconds", "-1.9s", -1), ("getMilliseconds", "1.234s", 234),
    ("getMilliseconds", "-1.2349s", -234), ("getMilliseconds", "1h", 0), ("getHours", "0", 0),
  ])
  func `a length of time is counted in a unit`(name: String, text: String, expected: Int64) throws {
    #expect(try part(name, duration(text)) == .int(expected))
  }

  @Test(arguments: ["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear"])
  func `a length of time has no date`(name: String) throws {
    #expect(throws: EvaluationError.typeMismatch) { try part(name, duration("1h")) }
  }

  @Test func `parts are asked of what has them`() throws {
    let instant = try timestamp("2009-02-13T23:31:30Z")
    #expect(throws: EvaluationError.typeMismatch) { try part("getHours", duration("1h"), "UTC") }
    #expect(throws: EvaluationError.typeMismatch) { try part("getHours", .int(1)) }
    #expect(throws: EvaluationError.typeMismatch) { try part("size", instant) }
    #expect(throws: EvaluationError.typeMismatch) { try TimeFunctions.call(.getHours, [], Self.zones) }
    #expect(throws: EvaluationError.typeMismatch) {
      try TimeFunctions.call(.getHours, [instant, .string("UTC"), .int(1)], Self.zones)
    }
    #expect(throws: EvaluationError.nullValue) { try part("getHours", .null) }
    #expect(throws: EvaluationError.typeMismatch) {
      try TimeFunctions.call(.getHours, [instant, .int(1)], Self.zones)
    }
    #expect(throws: EvaluationError.nullValue) {
      try TimeFunctions.call(.getHours, [instant, .null], Self.zones)
    }
  }

  @Test func `a long text does not fill the message about its zone`() throws {
    let long = String(repeating: "Z", count: 100_000)
    let error = #expect(throws: EvaluationError.self) {
      try part("getHours", timestamp("2009-02-13T23:31:30Z"), long)
    }
    guard case .invalidArgument(let words) = error else {
      Testing.Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(words.utf8.count < 200)
  }
}
