import PolicySyntax
import Receivables

/// The properties of one event that say on which days it is.
struct ICalendarEvent {
  /// The line with which it begins.
  let span: Span
  /// Each property that matters, in order of the file.
  private(set) var lines: [ICalendarLine] = []

  /// The properties that are looked at; all others describe the event to people.
  private static let known: Set<String> = [
    "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "SUMMARY", "STATUS", "UID",
    "RECURRENCE-ID",
  ]

  init(span: Span) {
    self.span = span
  }

  mutating func take(_ line: ICalendarLine) {
    if Self.known.contains(line.name) { lines.append(line) }
  }

  /// The first property of a name; nil where it has none.
  subscript(name: String) -> ICalendarLine? { lines.first { $0.name == name } }

  /// All properties of a name.
  func all(_ name: String) -> [ICalendarLine] { lines.filter { $0.name == name } }

  var name: String? { self["SUMMARY"]?.text }

  var isCancelled: Bool { self["STATUS"]?.value.uppercased() == "CANCELLED" }

  /// The second line of a property that an event has once.
  var repeated: ICalendarLine? {
    for name in ["DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "STATUS"] {
      if let second = all(name).dropFirst().first { return second }
    }
    return nil
  }
}

extension ICalendarEvent {
  /// The last day of the event when it is on `start`, counted in days from there.
  ///
  /// - Throws: For an end that is no day, lies before the begin, or is too far from it.
  func daysAfterStart(_ start: ICalendarTime) throws(ICalendarProblem) -> Int {
    let after: Int
    if let end = self["DTEND"] {
      guard let time = ICalendarTime(end.value) else { throw Self.noDay(end) }
      after = Self.days(from: start, to: time)
    } else if let duration = self["DURATION"] {
      guard let length = ICalendarDuration(duration.value) else {
        throw ICalendarProblem(
          "the length of the event cannot be read", at: duration.span, help: "write it as `P1D` or `PT8H`")
      }
      let seconds = (start.seconds ?? 0) + length.seconds
      // An end at midnight belongs to the day before; an event of no length still has its day.
      let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
      after = length.days + days - (rest == 0 && length.days + days > 0 ? 1 : 0)
    } else {
      after = 0
    }
    let line = (self["DTEND"] ?? self["DURATION"])?.span
    guard after >= 0 else {
      throw ICalendarProblem("the event ends before it begins", at: line, help: "correct its end")
    }
    guard after < ICalendarLimits.eventDays else {
      throw ICalendarProblem("the event is longer than five years", at: line, help: "correct its end")
    }
    return after
  }

  private static func days(from start: ICalendarTime, to end: ICalendarTime) -> Int {
    let days = end.day - start.day
    // An end is exclusive. Some programs give an event of one day its own day as the end.
    if days > 0, end.seconds ?? 0 == 0 { return days - 1 }
    if days == 0, let from = start.seconds, let until = end.seconds, until < from { return -1 }
    return days
  }

  static func noDay(_ line: ICalendarLine) -> ICalendarProblem {
    ICalendarProblem(
      "`\(line.name)` is no day between 1900 and 2199", at: line.span,
      help: "write it as `\(line.name);VALUE=DATE:20261225` or `\(line.name):20261225T090000`")
  }
}
