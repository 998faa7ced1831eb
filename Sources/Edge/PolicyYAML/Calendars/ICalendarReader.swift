import PolicySyntax
import Receivables

/// Reads the holidays of an iCalendar file: every day of every event that is not cancelled.
///
/// A yearly event is followed through the years of the shipped calendars. What cannot be understood is an error with its
/// place, for a day that was silently left out would let a letter go on a holiday. Components other than events are
/// passed over, and so is whether an event takes time (`TRANSP`). Source: RFC 5545.
package struct ICalendarReader {
  private let file: FileID
  private var diagnostics: [Diagnostic] = []
  private var events: [ICalendarEvent] = []
  /// The components that are open, with the lines that opened them.
  private var open: [(name: String, span: Span)] = []
  private var holidays: [Holiday] = []
  private var rules = 0
  private var hasUniversalTime = false

  private init(file: FileID) {
    self.file = file
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk.
  ///   - file: The number that the spans carry.
  /// - Returns: What could be read, also where there are errors, and the findings in order of the file.
  /// - Complexity: O(bytes), and never more days than `ICalendarLimits` allows.
  package static func read(
    _ bytes: [UInt8], file: FileID
  ) -> (calendar: HolidayCalendar, diagnostics: [Diagnostic]) {
    var reader = ICalendarReader(file: file)
    reader.read(bytes)
    let diagnostics = reader.diagnostics.sorted { $0.span.start < $1.span.start }
    return (HolidayCalendar(reader.holidays), Array(diagnostics.prefix(ICalendarLimits.findings)))
  }

  private mutating func read(_ bytes: [UInt8]) {
    let limits = YAMLLimits()
    let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count <= limits.fileBytes else {
      return report(
        "the file has more than \(limits.fileBytes >> 20) MiB", at: span(0, 0),
        help: "take a shorter calendar")
    }
    let scan = TextScan(bytes, from: base, limits: limits)
    if let range = scan.invalidByte {
      return report(
        "the file is not UTF-8 from here on", at: span(range.lowerBound, range.upperBound),
        help: "save the file as UTF-8")
    }
    var lines = ICalendarLines(bytes, from: base, file: file)
    var hasCalendar = false
    while let item = lines.next(), diagnostics.count < ICalendarLimits.findings {
      switch item {
      case .malformed(let span):
        guard !open.isEmpty else { return noCalendar(at: span) }
        report("the line is no property: it has no colon", at: span, help: "correct or delete the line")
      case .line(let line):
        hasCalendar = hasCalendar || line.name == "BEGIN" && line.value.uppercased() == "VCALENDAR"
        guard hasCalendar else { return noCalendar(at: line.span) }
        guard take(line) else { return }
      }
    }
    guard hasCalendar else { return noCalendar(at: span(base, base)) }
    if let last = open.last, diagnostics.count < ICalendarLimits.findings {
      report(
        "`\(last.name)` is opened here and never closed, so the file is not whole", at: last.span,
        help: "fetch the file again")
    }
    expandAll()
  }

  /// False where nothing behind the line can be understood.
  private mutating func take(_ line: ICalendarLine) -> Bool {
    let value = line.value.uppercased()
    switch line.name {
    case "BEGIN":
      guard open.count < ICalendarLimits.depth, events.count < ICalendarLimits.events else {
        report(
          "the file holds too much: components nest too deep, or there are too many", at: line.span,
          help: "take a shorter calendar")
        return false
      }
      open.append((value, line.span))
      if value == "VEVENT" { events.append(ICalendarEvent(span: line.span)) }
    case "END":
      guard let last = open.popLast(), last.name == value else {
        report("the line closes what is not open", at: line.span, help: "fetch the file again")
        return false
      }
    default:
      if open.last?.name == "VEVENT", !events.isEmpty { events[events.count - 1].take(line) }
    }
    return true
  }

  private mutating func expandAll() {
    let moved = overrides()
    for event in events where !event.isCancelled {
      guard diagnostics.count < ICalendarLimits.findings else { return }
      do throws(ICalendarProblem) {
        try expand(
          event, without: event["RECURRENCE-ID"] == nil ? moved[event["UID"]?.value ?? ""] ?? [] : [])
      } catch {
        report(error.message, at: error.span ?? event.span, help: error.help)
      }
      guard holidays.count <= ICalendarLimits.days else {
        holidays.removeAll()
        return report(
          "the events have more than \(ICalendarLimits.days) days up to here", at: event.span,
          help: "take a shorter calendar")
      }
    }
    if events.isEmpty, diagnostics.isEmpty {
      report("the file has no event", .warning, at: span(0, 0), help: "fetch the file again, or leave it out")
    }
  }

  /// The days of coming-back events that another event of the same identity moves or cancels.
  private mutating func overrides() -> [String: Set<Day>] {
    var found: [String: Set<Day>] = [:]
    for event in events {
      guard let line = event["RECURRENCE-ID"] else { continue }
      guard let time = ICalendarTime(line.value), line.parameter("RANGE") == nil, let identity = event["UID"]
      else {
        report(
          "which day of a repeated event is meant cannot be understood", at: line.span,
          help: "write the days out as events of their own")
        continue
      }
      found[identity.value, default: []].insert(time.day)
    }
    return found
  }

  private mutating func expand(_ event: ICalendarEvent, without moved: Set<Day>) throws(ICalendarProblem) {
    if let second = event.repeated {
      throw ICalendarProblem(
        "the event has `\(second.name)` twice", at: second.span, help: "delete one of the two")
    }
    if let line = event["EXRULE"] {
      throw ICalendarProblem(
        "`EXRULE` is not understood", at: line.span, help: "name the days that fall out with `EXDATE`")
    }
    guard let line = event["DTSTART"] else {
      throw ICalendarProblem(
        "the event has no day: `DTSTART` is missing", help: "add it, or delete the event")
    }
    guard let start = ICalendarTime(line.value) else { throw ICalendarEvent.noDay(line) }
    noteUniversalTime(start, line)
    let after = try event.daysAfterStart(start)
    let excepted = try times(event.all("EXDATE")).union(moved)
    var days = try repetitions(event, start.day, after: after)
    days += try times(event.all("RDATE")).sorted()
    for day in days where !excepted.contains(day) && holidays.count <= ICalendarLimits.days {
      for offset in 0...after { holidays.append(Holiday(day: day + offset, name: event.name)) }
    }
  }

  /// The days on which the event begins, by its rule; those of a rule only within the years of the shipped calendars.
  private mutating func repetitions(
    _ event: ICalendarEvent, _ start: Day, after: Int
  ) throws(ICalendarProblem) -> [Day] {
    guard let line = event["RRULE"] else { return [start] }
    let years = ShippedCalendars.years
    rules += 1
    guard rules <= ICalendarLimits.rules else {
      throw ICalendarProblem(
        "the file has more than \(ICalendarLimits.rules) events that come back", at: line.span,
        help: "take a shorter calendar")
    }
    // An event may last five years, so that one of an earlier year can reach into the first.
    let (days, hasStart) = try rule(line).days(
      from: start, in: years.lowerBound - ICalendarLimits.eventYears...years.upperBound)
    if !hasStart {
      report(
        "the event's own day, \(start), is none of its rule; it counts all the same", .warning, at: line.span,
        help: "correct `DTSTART` or the rule")
    }
    return days.filter { $0.civil.year <= years.upperBound && ($0 + after).civil.year >= years.lowerBound }
  }

  private func rule(_ line: ICalendarLine) throws(ICalendarProblem) -> YearlyRule {
    do throws(ICalendarProblem) {
      return try YearlyRule(line.value)
    } catch {
      throw ICalendarProblem(error.message, at: line.span, help: error.help)
    }
  }

  private func times(_ lines: [ICalendarLine]) throws(ICalendarProblem) -> Set<Day> {
    var found: Set<Day> = []
    for line in lines {
      for item in line.items {
        guard let time = ICalendarTime(item) else { throw ICalendarEvent.noDay(line) }
        guard found.count < ICalendarLimits.listedDays else {
          throw ICalendarProblem(
            "the event lists more than \(ICalendarLimits.listedDays) days", at: line.span,
            help: "take a shorter calendar")
        }
        found.insert(time.day)
      }
    }
    return found
  }

  private mutating func noteUniversalTime(_ start: ICalendarTime, _ line: ICalendarLine) {
    guard start.isUniversal, !hasUniversalTime else { return }
    hasUniversalTime = true
    report(
      "the event begins at a time of Universal Time; its date is taken as it is written", .note,
      at: line.span,
      help: "give whole days by `VALUE=DATE`")
  }
}

extension ICalendarReader {
  private mutating func noCalendar(at span: Span) {
    report(
      "the file is no iCalendar file: it does not begin with `BEGIN:VCALENDAR`", at: span,
      help: "fetch the calendar itself, not the page about it")
  }

  private func span(_ start: Int, _ end: Int) -> Span { Span(file: file, start: start, end: end) }

  private mutating func report(
    _ message: String, _ severity: Severity = .error, at span: Span, help: String
  ) {
    diagnostics.append(
      Diagnostic(.unreadableCalendar, severity: severity, message: message, at: span, help: Help(help)))
  }
}
