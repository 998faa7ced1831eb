/// The time zones of a host that has no database: `UTC` and offsets such as `+01:00` only.
public struct UniversalTime: TimeZoneDatabase {
  /// Makes the database that knows no name.
  public init() {}

  /// Nil: what the library can answer itself, it does not ask for.
  public func offset(of zone: String, at seconds: Int64) -> Int? { nil }
}
