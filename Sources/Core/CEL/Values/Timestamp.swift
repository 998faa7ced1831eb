/// An instant on the time line, to the nanosecond, in the years 1 to 9999.
///
///     let opening = try Timestamp("2026-03-17T10:30:00+01:00")
///     print(opening.text)  // 2026-03-17T09:30:00Z
///     print(opening.seconds)  // 1773739800
///
/// Its seconds are those of POSIX: a day has 86,400 of them, and a leap second is no instant of its own. The
/// range is that of the language definition, under "Overflow".
public struct Timestamp: Hashable, Comparable, Sendable {
  /// The whole seconds that an instant may have: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  public static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down: an instant before then has a negative number.
  public let seconds: Int64
  /// The nanoseconds that follow those seconds, from 0 to 999,999,999.
  public let nanoseconds: Int32

  /// Makes an instant; nil outside of the years 1 to 9999 and for nanoseconds that are not below a second.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.secondsRange.contains(seconds), 0..<1_000_000_000 ~= nanoseconds else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Whether the instant on the left is the earlier one.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds == right.seconds ? left.nanoseconds < right.nanoseconds : left.seconds < right.seconds
  }
}
