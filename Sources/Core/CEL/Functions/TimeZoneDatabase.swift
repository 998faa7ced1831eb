/// Where the library learns what the clocks of a place show; the host has it, for the library reads no file.
public protocol TimeZoneDatabase: Sendable {
  /// The seconds east of UTC that a zone has at a moment; nil where the database does not know the zone.
  ///
  /// - Parameters:
  ///   - zone: A name such as `Europe/Paris`; `UTC` and offsets such as `+01:00` are never asked for.
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z, in the years 1 to 9999.
  func offset(of zone: String, at seconds: Int64) -> Int?
}
