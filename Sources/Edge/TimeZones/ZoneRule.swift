import CEL

/// What the clocks of a place show year after year: one offset, or two that change on days of the year.
struct ZoneRule: Hashable, Sendable {
  /// The seconds east of UTC that a zone can have (RFC 8536, section 3.2).
  static let offsets = -89_999...93_599

  /// The part of the year with another offset, usually summer.
  struct Summer: Hashable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    /// When it begins, on clocks that show the standard offset.
    let start: ZoneRuleDay
    /// When it ends, on clocks that show its own offset.
    let end: ZoneRuleDay
  }

  /// Seconds east of UTC, outside of summer.
  let standard: Int
  /// Nil where the offset is the same all year.
  let summer: Summer?

  /// The seconds east of UTC at a moment in the years 0 to 10,000.
  ///
  /// It is the offset of the latest change up to the moment. A change may lie a week outside of its year, so
  /// the years before and after are looked at too. Where an end and a start fall together, summer goes on,
  /// which is how the format says "summer all year" (RFC 8536, section 3.3.1).
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let year = CivilDay.parts(Int32(TimestampCalendar.dayAndSecond(seconds).day)).year
    var latest: Int64?
    var isSummer = false
    for candidate in (year - 1)...(year + 1) {
      let start = summer.start.seconds(in: candidate) - Int64(standard)
      let end = summer.end.seconds(in: candidate) - Int64(summer.offset)
      if end <= seconds, latest.map({ $0 < end }) ?? true { (latest, isSummer) = (end, false) }
      if start <= seconds, latest.map({ $0 <= start }) ?? true { (latest, isSummer) = (start, true) }
    }
    return isSummer ? summer.offset : standard
  }
}
