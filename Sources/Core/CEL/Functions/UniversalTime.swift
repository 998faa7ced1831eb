/// The time zones of a host that has no database: `UTC` and offsets such as `+01:00` only.
///
///     final class NoFacts: Facts {
///       func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
///     }
///     let text = "timestamp('2026-03-17T09:30:00Z').getHours('+01:00')"
///     if let expression = check(text: text, in: Environment(), expecting: .int).expression {
///       print(try Program(expression, zones: UniversalTime()).evaluate(NoFacts()))  // int(10)
///     }
public struct UniversalTime: TimeZoneDatabase {
  /// Makes the database that knows no name.
  public init() {}

  /// Nil: what the library can answer itself, it does not ask for.
  public func offset(of zone: String, at seconds: Int64) -> Int? { nil }
}
