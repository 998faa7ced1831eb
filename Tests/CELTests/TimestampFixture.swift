@testable import CEL

/// A database of zones whose offset never changes.
struct FixedZones: TimeZoneDatabase {
  let offsets: [String: Int]

  func offset(of zone: String, at seconds: Int64) -> Int? { offsets[zone] }
}

/// The value of `timestamp(text)`.
func timestamp(_ text: String) throws -> Value { try TimeFunctions.convert(.string(text), to: .timestamp) }

/// The value of `duration(text)`.
func duration(_ text: String) throws -> Value { try TimeFunctions.convert(.string(text), to: .duration) }
