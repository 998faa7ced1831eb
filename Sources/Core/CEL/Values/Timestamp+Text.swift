extension Timestamp {
  /// Reads an instant such as `2009-02-13T23:31:30.25+01:00`, by the grammar of RFC 3339, section 5.6.
  ///
  /// `T` and `Z` may be small, as the RFC says. The fraction may have any number of digits; those after the
  /// ninth are cut off, as Go's `time.Parse` does. A second 60 is refused, as there: it has no instant here.
  /// - Throws: `overflow` for an instant outside of the years 1 to 9999 of UTC and for a year of five digits;
  ///   `invalidConversion` for a text of any other shape and for days and times that no calendar has.
  public init(_ text: String) throws(EvaluationError) {
    let invalid = EvaluationError.invalidConversion("timestamp")
    var cursor = TimestampCursor(text)
    guard
      let year = cursor.takeYear(), cursor.take("-"),
      let month = cursor.takeTwoDigits(1...12), cursor.take("-"),
      let day = cursor.takeTwoDigits(1...TimestampCalendar.days(inMonth: month, year: year)),
      cursor.take("T") || cursor.take("t"),
      let hour = cursor.takeTwoDigits(0...23), cursor.take(":"),
      let minute = cursor.takeTwoDigits(0...59), cursor.take(":"),
      let second = cursor.takeTwoDigits(0...59),
      let nanoseconds = cursor.takeFraction(),
      let offset = Self.takeOffset(from: &cursor), cursor.isAtEnd
    else { throw invalid }
    let days = TimestampCalendar.day(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    guard year < 10_000, let timestamp = Timestamp(seconds: Int64(seconds), nanoseconds: nanoseconds)
    else { throw .overflow }
    self = timestamp
  }

  /// The instant in UTC, by RFC 3339, without zeros at the end of the fraction: `2009-02-13T23:31:30.25Z`.
  public var text: String {
    let (days, second) = TimestampCalendar.dayAndSecond(seconds)
    let (year, month, day) = CivilDay.parts(Int32(days))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(30)
    TimestampDigits.append(UInt64(year), width: 4, to: &bytes)
    let fields: [(mark: Unicode.Scalar, value: UInt64)] = [
      ("-", UInt64(month)), ("-", UInt64(day)), ("T", UInt64(second / 3_600)),
      (":", UInt64(second / 60 % 60)), (":", UInt64(second % 60)),
    ]
    for (mark, value) in fields {
      bytes.append(UInt8(ascii: mark))
      TimestampDigits.append(value, width: 2, to: &bytes)
    }
    TimestampDigits.append(fraction: UInt64(nanoseconds), to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The seconds east of UTC that `Z` or `±hh:mm` says; nil for anything else.
  private static func takeOffset(from cursor: inout TimestampCursor) -> Int? {
    if cursor.take("Z") || cursor.take("z") { return 0 }
    let isWest = cursor.take("-")
    guard isWest || cursor.take("+"), let offset = cursor.takeHoursAndMinutes() else { return nil }
    return isWest ? -offset : offset
  }
}
