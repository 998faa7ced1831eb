import PolicySyntax
import PolicyYAML
import Receivables
import TestSupport
import Testing

/// iCalendar files that are wrong, cut off or made to do harm.
@Suite struct HostileICalendarTests {
  private static let whole = """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    SUMMARY:Early May\\, the first
      Monday
    DTSTART;VALUE=DATE:20240506
    DTEND;VALUE=DATE:20240507
    RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=5;BYDAY=1MO;UNTIL=20300101
    EXDATE;VALUE=DATE:20250505
    END:VEVENT
    END:VCALENDAR

    """

  private func read(_ bytes: [UInt8]) -> (calendar: HolidayCalendar, diagnostics: [Diagnostic]) {
    ICalendarReader.read(bytes, file: FileID(number: 0))
  }

  private func read(_ text: String) -> (calendar: HolidayCalendar, diagnostics: [Diagnostic]) {
    read(Array(text.utf8))
  }

  private func event(_ lines: String) -> String {
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
  }

  /// Lines of an event; what the finding marks stands between ① and ②.
  private static let mistakes = [
    "①DTSTART:20260230②", "①DTSTART:2026-12-25②", "①DTSTART:20261225T250000②", "①DTSTART:②",
    "①DTSTART:99991231②", "①DTSTART:20261225X②",
    "DTSTART:20261225\n①DTSTART:20261226②", "DTSTART:20261225\n①DTEND:tomorrow②",
    "DTSTART:20261225\n①DTEND:20261224②", "DTSTART:20261225T100000\n①DTEND:20261225T090000②",
    "DTSTART:20261225\n①DTEND:20361225②", "DTSTART:20261225\n①DURATION:-P1D②",
    "DTSTART:20261225\n①DURATION:P②", "DTSTART:20261225\n①DURATION:P9999999D②",
    "DTSTART:20261225\n①DURATION:P1H②", "DTSTART:20261225\n①RRULE:②", "DTSTART:20261225\n①RRULE:BYMONTH=5②",
    "DTSTART:20261225\n①RRULE:FREQ=DAILY②", "DTSTART:20261225\n①RRULE:FREQ=YEARLY;FREQ=YEARLY②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYWEEKNO=1②", "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYMONTH=13②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYMONTHDAY=0②", "DTSTART:20261225\n①RRULE:FREQ=YEARLY;INTERVAL=0②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;COUNT=-1②", "DTSTART:20261225\n①RRULE:FREQ=YEARLY;UNTIL=never②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;COUNT=1;UNTIL=20270101②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYDAY=XX②", "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYDAY=0MO②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=3②",
    "DTSTART:20261225\n①RRULE:FREQ=YEARLY;BYDAY=②",
    "DTSTART:20261225\nRRULE:FREQ=YEARLY\n①RRULE:FREQ=YEARLY②", "DTSTART:20261225\n①EXRULE:FREQ=YEARLY②",
    "DTSTART:20261225\n①EXDATE:20261225,x②", "DTSTART:20261225\n①RDATE;VALUE=PERIOD:20261225T000000Z/P1D②",
    "DTSTART:20261225\n①RECURRENCE-ID;RANGE=THISANDFUTURE:20261225②",
    "DTSTART:20261225\n①RECURRENCE-ID:20261225②",
    "DTSTART:20261225\n①no colon②", "DTSTART:20261225\n①X;A=\"open:1②",
  ]

  @Test(arguments: mistakes)
  func `what cannot be understood is one error where it stands`(_ marked: String) {
    let text = MarkedText("BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(marked)\nEND:VEVENT\nEND:VCALENDAR\n")
    let found = read(text.bytes).diagnostics
    #expect(found.map(\.rule) == [.unreadableCalendar])
    #expect(found.first?.severity == .error)
    #expect(found.first?.span.range == text.range("①", "②"))
  }

  @Test func `mistakes are said in plain words, all of a file at once`() {
    let events = Self.mistakes.map { "BEGIN:VEVENT\n\(MarkedText($0).text)\nEND:VEVENT\n" }
    var map = SourceMap()
    let file = map.add(
      path: "feed.ics",
      bytes: Array(("BEGIN:VCALENDAR\n" + events.joined() + "BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n").utf8)
    )
    let found = ICalendarReader.read(map[file].bytes, file: file)
    #expect(found.diagnostics.count == Self.mistakes.count + 1)
    expectGolden(TextReport(map).render(found.diagnostics), "icalendar-mistakes.txt")
  }

  @Test(arguments: [
    "", "\n\n", "<!doctype html>\n<html></html>\n", "BEGIN:VCARD\nEND:VCARD\n", "duly: 1\n", ":", "\u{FEFF}",
  ])
  func `a file of another kind is one error`(_ text: String) {
    let found = read(text)
    #expect(found.calendar.holidays.isEmpty)
    #expect(
      found.diagnostics.map(\.message) == [
        "the file is no iCalendar file: it does not begin with `BEGIN:VCALENDAR`"
      ])
  }

  @Test(arguments: ["END:VEVENT", "END:VCALENDAR"])
  func `a file that was cut off is an error, whatever was read of it`(_ last: String) {
    let cut = Self.whole.split(separator: "\n").prefix { $0 != last }.joined(separator: "\n")
    let found = read(cut)
    #expect(found.diagnostics.contains { $0.severity == .error && $0.message.contains("never closed") })
  }

  @Test func `a line that closes what is not open ends the reading`() {
    let found = read("BEGIN:VCALENDAR\nEND:VEVENT\nnonsense\n")
    #expect(found.diagnostics.map(\.severity) == [.error])
  }

  @Test func `an event that is none of its rule's days is said, and counts`() {
    let found = read(event("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;COUNT=2"))
    #expect(found.diagnostics.map(\.severity) == [.warning])
    #expect(found.calendar.holidays.map(\.day) == ["2026-12-25", "2027-05-01"])
  }

  @Test func `a time of Universal Time is said once`() {
    let lines =
      "DTSTART:20261225T230000Z\nRRULE:FREQ=YEARLY;COUNT=1\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261227T230000Z"
    let found = read(event(lines))
    #expect(found.diagnostics.map(\.severity) == [.note])
    #expect(found.calendar.holidays.map(\.day) == ["2026-12-25", "2026-12-27"])
  }

  @Test func `a file without events is said`() {
    #expect(read("BEGIN:VCALENDAR\nEND:VCALENDAR\n").diagnostics.map(\.severity) == [.warning])
  }

  @Test func `bytes that are no UTF-8 are one error at their place`() {
    var bytes = Array(Self.whole.utf8)
    bytes[40] = 0xFF
    let found = read(bytes)
    #expect(found.diagnostics.map(\.span.start) == [40])
    #expect(found.calendar.holidays.isEmpty)
  }

  @Test func `a file over the limit is one error`() {
    let found = read([UInt8](repeating: UInt8(ascii: "A"), count: 5 << 20))
    #expect(found.diagnostics.map(\.message) == ["the file has more than 4 MiB"])
  }

  @Test func `a file of too many days, rules, listed days or components ends with an error`() {
    let daily = "FREQ=YEARLY;BYMONTHDAY=\((1...31).map(String.init).joined(separator: ","))"
    let days = String(repeating: "DTSTART:20240101\nRRULE:\(daily)\nEND:VEVENT\nBEGIN:VEVENT\n", count: 20)
    let rule = "DTSTART:19000101\nRRULE:FREQ=YEARLY;COUNT=1\nEND:VEVENT\nBEGIN:VEVENT\n"
    let listed =
      "DTSTART:20240101\nEXDATE:"
      + (0..<1_001).map { day in
        "\(Day(number: Int32(day)))".filter { $0 != "-" }
      }.joined(separator: ",")
    let deep = "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:A\n", count: 5_000)
    let texts = [
      (event(days + "DTSTART:20240101"), "more than 20000 days"),
      (
        event(String(repeating: rule, count: 1_001) + "DTSTART:20240101"),
        "more than 1000 events that come back"
      ),
      (event(listed), "lists more than 1000 days"), (deep, "nest too deep"),
      (event(String(repeating: "no colon\n", count: 1_000)), "no property"),
    ]
    for (text, words) in texts {
      let found = read(text)
      #expect(found.diagnostics.contains { $0.severity == .error && $0.message.contains(words) }, "\(words)")
      #expect(found.diagnostics.count <= 50)
      #expect(found.calendar.holidays.count <= 20_000)
    }
  }

  @Test func `a file cut anywhere inside is never read without an error`() {
    let bytes = Array(Self.whole.utf8)
    // Behind the last line nothing is missing but a line end.
    for length in 0..<(bytes.count - 2) {
      #expect(read(Array(bytes[..<length])).diagnostics.contains { $0.severity == .error }, "\(length)")
    }
    #expect(read(bytes).diagnostics == [])
    #expect(
      read(bytes).calendar.holidays.map(\.day) == [
        "2024-05-06", "2026-05-04", "2027-05-03", "2028-05-01", "2029-05-07",
      ])
  }

  @Test(arguments: RandomCases.seeds(200))
  func `files with random changes are read to an end`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(Self.whole.utf8)
    for _ in 0..<random.number(1...6) {
      let place = random.number(0...bytes.count - 1)
      switch random.number(0...3) {
      case 0: bytes[place] = UInt8(random.number(0...255))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: bytes[max(0, place - 30)...place], at: place)
      default: bytes[place] = UInt8(ascii: ["0", "9", "-", ",", ";", ":", "\n", " "][random.number(0...7)])
      }
    }
    let found = read(bytes)
    // The span of every finding lies in the file, and days are days in order.
    #expect(found.diagnostics.allSatisfy { $0.span.end <= Int32(bytes.count) })
    #expect(zip(found.calendar.holidays, found.calendar.holidays.dropFirst()).allSatisfy { $0.day < $1.day })
  }
}
