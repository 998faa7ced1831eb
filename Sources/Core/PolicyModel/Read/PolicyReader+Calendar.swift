import PolicySyntax
import Receivables

extension PolicyReader {
  /// The most days and ranges that `holidays` and `closed` can list.
  static let calendarItemLimit = 2_000

  /// The calendar, or the one of the language where the policy gives none: Monday to Friday, all day.
  ///
  /// - Parameter nearest: The place of what the language adds where there is no `calendar:`.
  mutating func calendarRules(nearest: Span) -> CalendarRules? {
    guard let section = only("calendar") else {
      return CalendarRules(
        calendar: BusinessCalendar(week: .mondayToFriday, send: .mondayToFriday, free: []),
        closedDays: ClosedDays([], reaches: []), window: (0, 1440), whenClosed: .nextOpenDay, span: nearest)
    }
    guard let fields = fields(section.value, .calendar) else { return nil }
    let week = fields["week"].flatMap { weekdays($0) } ?? .mondayToFriday
    let send = fields["send"].flatMap { sending($0) }
    var closings = ClosingsRead()
    if let node = fields["holidays"] {
      let items = oneOrMany(node)
      for item in items.prefix(Self.calendarItemLimit) { holiday(item, &closings) }
      reportTooMany(items)
    }
    if let node = fields["closed"] {
      days(oneOrMany(node)) { closings.add(Closing($0, cause: .closed, name: $1)) }
    }
    let whenClosed = fields["when_closed"].flatMap {
      word($0, "`when_closed`", CalendarRules.WhenClosed.self)
    }
    return CalendarRules(
      calendar: BusinessCalendar(week: week, send: send?.days ?? .mondayToFriday, free: closings.free),
      closedDays: closings.closedDays, window: send?.window ?? (0, 1440),
      whenClosed: whenClosed ?? .nextOpenDay, span: section.key.span)
  }

  /// The text of a scalar, or of a list of scalars joined by commas (`[mon-wed, fri]`).
  private mutating func joinedText(_ node: Node, _ what: String) -> String? {
    var parts: [String] = []
    for item in oneOrMany(node) {
      guard let text = name(item, what) else { return nil }
      parts.append(text.value)
    }
    return parts.joined(separator: ",")
  }

  private mutating func weekdays(_ node: Node) -> WeekdaySet? {
    guard let text = joinedText(node, "`week`") else { return nil }
    switch ClockText.week(text) {
    case .success(let week): return week
    case .failure(let problem):
      report(NotANumber.calendarText(node, problem.message, mended: ClockText.mendedWeek(text), "mon-fri"))
      return nil
    }
  }

  /// `mon-fri 09:30-16:30`: days, and where it is given the window of each day.
  private mutating func sending(_ node: Node) -> (days: WeekdaySet, window: (from: Int, until: Int))? {
    guard let text = joinedText(node, "`send`") else { return nil }
    let (dayText, clock) = ClockText.parts(text)
    func report(_ message: String) {
      self.report(
        NotANumber.calendarText(node, message, mended: ClockText.mendedSending(text), "mon-fri 09:30-16:30"))
    }
    guard !dayText.isEmpty else {
      report("`send` is days and a window, and `\(text)` has no days")
      return nil
    }
    let days: WeekdaySet
    switch ClockText.week(dayText) {
    case .success(let week): days = week
    case .failure(let problem):
      report(problem.message)
      return nil
    }
    guard let clock else { return (days, (0, 1440)) }
    let ends = clock.split(separator: "-", omittingEmptySubsequences: false).map { ClockText.minute($0) }
    guard ends.count == 2, let from = ends[0], let until = ends[1] else {
      report("`\(clock)` is no window of a day")
      return nil
    }
    guard from < until else {
      self.report(EmptySendWindow.diagnostic(node, clock))
      return nil
    }
    return (days, (from, until))
  }

  /// A shipped calendar, a file beside the policy, or a day written out.
  private mutating func holiday(_ node: Node, _ closings: inout ClosingsRead) {
    let isDay = node.mapping != nil || node.scalar.map { DayText.looksLikeDay($0.text) } ?? false
    if isDay {
      days([node]) { closings.add(Closing($0, cause: .holiday, name: $1)) }
      return
    }
    guard let text = name(node, "a calendar of holidays") else { return }
    if let calendar = sources.calendars[text.value] {
      closings.add(calendar, named: text.value)
      return
    }
    guard let root = sources.holidays[text.value] else {
      report(UnresolvedReference.calendar(node, text.value, sources.shippedCalendars))
      return
    }
    guard let fields = fields(root, .calendarFile), let list = fields["holidays"] else { return }
    days(items(list, "`holidays`")) { closings.add(Closing($0, name: $1, calendar: text.value)) }
  }

  /// Days and ranges, each with its name where it is written `2026-12-24: Christmas Eve`.
  private mutating func days(_ nodes: [Node], _ add: (ClosedRange<Day>, String?) -> Void) {
    for node in nodes.prefix(Self.calendarItemLimit) {
      let entry = node.mapping.flatMap { $0.count == 1 ? $0.first : nil }
      let dayNode = entry?.key ?? node
      guard let text = name(dayNode, "a day") else { continue }
      let called = entry.flatMap { name($0.value, "the name of a day") }
      switch DayText.days(text.value) {
      case .success(let range): add(range, called?.value)
      case .failure(let problem):
        report(NotANumber.days(dayNode, problem, mended: DayText.mended(text.value)))
      }
    }
    reportTooMany(nodes)
  }

  private mutating func reportTooMany(_ nodes: [Node]) {
    guard nodes.count > Self.calendarItemLimit else { return }
    report(
      NotANumber.diagnostic(
        nodes[Self.calendarItemLimit], "a calendar lists at most \(Self.calendarItemLimit) days and ranges",
        help: "write days in a row as one range, such as `2026-12-24..2027-01-01`"))
  }
}
