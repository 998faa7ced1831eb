/// Where the library learns what the clocks of a place show; the host has it, for the library reads no file.
///
///     struct Workshop: TimeZoneDatabase {
///       func offset(of zone: String, at seconds: Int64) -> Int? { zone == "Workshop" ? 3_600 : nil }
///     }
///     final class NoFacts: Facts {
///       func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
///     }
///     let text = "timestamp('2026-03-17T09:30:00Z').getHours('Workshop')"
///     if let expression = check(text: text, in: Environment(), expecting: .int).expression {
///       print(try Program(expression, zones: Workshop()).evaluate(NoFacts()))  // int(10)
///     }
public protocol TimeZoneDatabase: Sendable {
  /// The seconds east of UTC that a zone has at a moment; nil where the database does not know the zone.
  ///
  /// - Parameters:
  ///   - zone: A name such as `Europe/Paris`; `UTC` and offsets such as `+01:00` are never asked for.
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z, in the years 1 to 9999.
  func offset(of zone: String, at seconds: Int64) -> Int?
}
