extension TimeFunctions {
  /// The offsets that any zone may have, so that no database can move an instant by years (RFC 8536, 3.2).
  private static let offsets = -89_999...93_599

  /// The seconds east of UTC that a zone has at a moment.
  ///
  /// The zone is `UTC`, an offset such as `+01:00`, `-02:30` or `02:00`, or a name that the database knows
  /// (the language definition, "Timezones"; that the sign may be left out is in its tests only).
  /// - Throws: `invalidArgument` for anything else.
  static func offset(
    of zone: String, at seconds: Int64, _ zones: any TimeZoneDatabase
  ) throws(EvaluationError) -> Int {
    if Text.isEqual(zone, "UTC") { return 0 }
    let isFixed = zone.utf8.contains(UInt8(ascii: ":"))
    guard let offset = isFixed ? fixedOffset(zone) : zones.offset(of: zone, at: seconds),
      offsets.contains(offset)
    else { throw unknown(zone) }
    return offset
  }

  private static func fixedOffset(_ zone: String) -> Int? {
    var cursor = TimestampCursor(zone)
    let isWest = cursor.take("-")
    if !isWest { _ = cursor.take("+") }
    guard let offset = cursor.takeHoursAndMinutes(), cursor.isAtEnd else { return nil }
    return isWest ? -offset : offset
  }

  private static func unknown(_ zone: String) -> EvaluationError {
    // A hostile text is not to fill the message.
    let shown = String(zone.unicodeScalars.prefix(64))
    return .invalidArgument(
      "`\(shown)` is no time zone; say \"UTC\", \"+01:00\" or a name like \"Europe/Paris\"")
  }
}
