import PolicySyntax
import PolicyYAML
import Receivables
import TestSupport
import Testing

/// Holidays of iCalendar files (RFC 5545).
@Suite struct ICalendarTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The lines of one event, or of several with `--` between.
    let event: String
    let days: [Day]

    init(_ name: String, _ event: String, _ days: [Day]) {
      (testDescription, self.event, self.days) = (name, event, days)
    }
  }

  private static let single = [
    Case("a date", "DTSTART;VALUE=DATE:20261225", ["2026-12-25"]),
    Case("a date that does not say so", "DTSTART:20261225", ["2026-12-25"]),
    Case("names in small letters", "dtstart;value=date:20261225", ["2026-12-25"]),
    Case("an exclusive end", "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226", ["2026-12-25"]),
    Case(
      "several days", "DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102",
      ["2026-12-30", "2026-12-31", "2027-01-01"]),
    Case("the end on its own day", "DTSTART:20261225\nDTEND:20261225", ["2026-12-25"]),
    Case("a length", "DTSTART:20261225\nDURATION:P2D", ["2026-12-25", "2026-12-26"]),
    Case("a length in weeks", "DTSTART:20261225\nDURATION:P1W", (0..<7).map { "2026-12-25" + $0 }),
    Case("a time", "DTSTART:20261225T093000\nDTEND:20261225T170000", ["2026-12-25"]),
    Case("a time until midnight", "DTSTART:20261225T000000\nDTEND:20261226T000000", ["2026-12-25"]),
    Case(
      "a time into the next day", "DTSTART:20261225T220000\nDTEND:20261226T020000",
      ["2026-12-25", "2026-12-26"]),
    Case("a length in hours", "DTSTART:20261225T220000\nDURATION:PT4H", ["2026-12-25", "2026-12-26"]),
    Case("a length to midnight", "DTSTART:20261225T220000\nDURATION:PT2H", ["2026-12-25"]),
    Case("a zone in quotes", "DTSTART;TZID=\"A:B;C\":20261225T093000", ["2026-12-25"]),
    Case(
      "added days", "DTSTART:20261225\nRDATE;VALUE=DATE:20261227,20261229",
      [
        "2026-12-25", "2026-12-27", "2026-12-29",
      ]),
    Case("free time", "DTSTART:20261225\nTRANSP:TRANSPARENT", ["2026-12-25"]),
    Case("a cancelled event", "DTSTART:20261225\nSTATUS:CANCELLED", []),
    Case("a tentative event", "DTSTART:20261225\nSTATUS:TENTATIVE", ["2026-12-25"]),
    Case("an alarm inside", "DTSTART:20261225\nBEGIN:VALARM\nDTSTART:20200101\nEND:VALARM", ["2026-12-25"]),
    Case("days long ago", "DTSTART:19991231", ["1999-12-31"]),
  ]

  private static let repeated = [
    Case(
      "a rule with an end", "DTSTART:20250101\nRRULE:FREQ=YEARLY;COUNT=3",
      [
        "2025-01-01", "2026-01-01", "2027-01-01",
      ]),
    Case(
      "a rule until a day, which is its last", "DTSTART:20250101\nRRULE:FREQ=YEARLY;UNTIL=20270101",
      [
        "2025-01-01", "2026-01-01", "2027-01-01",
      ]),
    Case(
      "a rule until a time", "DTSTART:20250102\nRRULE:FREQ=YEARLY;UNTIL=20270101T000000Z",
      [
        "2025-01-02", "2026-01-02",
      ]),
    Case(
      "every other year", "DTSTART:20250101\nRRULE:FREQ=YEARLY;INTERVAL=2",
      [
        "2025-01-01", "2027-01-01", "2029-01-01", "2031-01-01",
      ]),
    Case(
      "every fourth year since long ago", "DTSTART:19900101\nRRULE:FREQ=YEARLY;INTERVAL=4",
      [
        "2026-01-01", "2030-01-01",
      ]),
    Case(
      "counted since long ago", "DTSTART:20160705\nRRULE:FREQ=YEARLY;COUNT=10", ["2024-07-05", "2025-07-05"]),
    Case(
      "the first Monday of May", "DTSTART:20240506\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;COUNT=4",
      ["2024-05-06", "2025-05-05", "2026-05-04", "2027-05-03"]),
    Case(
      "the last Monday of August", "DTSTART:20240826\nRRULE:FREQ=YEARLY;BYDAY=-1MO;BYMONTH=8;COUNT=3",
      ["2024-08-26", "2025-08-25", "2026-08-31"]),
    Case(
      "the first Monday of September by position",
      "DTSTART:20240902\nRRULE:FREQ=YEARLY;BYDAY=MO;BYMONTH=9;BYSETPOS=1;COUNT=2",
      ["2024-09-02", "2025-09-01"]),
    Case(
      "the Monday from the 18th to the 24th",
      "DTSTART:20240520\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYMONTHDAY=18,19,20,21,22,23,24;COUNT=3",
      ["2024-05-20", "2025-05-19", "2026-05-18"]),
    Case(
      "days of a month", "DTSTART:20261224\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,-1;COUNT=3",
      ["2026-12-24", "2026-12-31", "2027-12-24"]),
    Case(
      "the twentieth Monday of the year", "DTSTART:20260518\nRRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=2",
      ["2026-05-18", "2027-05-17"]),
    Case("29 February", "DTSTART:20240229\nRRULE:FREQ=YEARLY", ["2024-02-29", "2028-02-29", "2032-02-29"]),
    Case(
      "months", "DTSTART:20260131\nRRULE:FREQ=YEARLY;BYMONTH=1,2,3;COUNT=3;WKST=SU",
      ["2026-01-31", "2026-03-31", "2027-01-31"]),
    Case(
      "a rule without an end", "DTSTART:20300601\nRRULE:FREQ=YEARLY",
      [
        "2030-06-01", "2031-06-01", "2032-06-01",
      ]),
    Case(
      "left out", "DTSTART:20250101\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20260101",
      [
        "2025-01-01", "2027-01-01",
      ]),
    Case(
      "several days each time",
      "DTSTART:20251231\nDTEND:20260102\nRRULE:FREQ=YEARLY;COUNT=2",
      [
        "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01",
      ]),
    Case(
      "one that reaches into the first year", "DTSTART:20231231\nDTEND:20240102\nRRULE:FREQ=YEARLY;COUNT=1",
      [
        "2023-12-31", "2024-01-01",
      ]),
    Case(
      "one day moved",
      """
      UID:a
      DTSTART:20250101
      RRULE:FREQ=YEARLY;COUNT=2
      --
      UID:a
      RECURRENCE-ID:20260101
      DTSTART:20260102
      """, ["2025-01-01", "2026-01-02"]),
    Case(
      "one day cancelled",
      """
      UID:a
      DTSTART:20250101
      RRULE:FREQ=YEARLY;COUNT=2
      --
      UID:a
      STATUS:CANCELLED
      RECURRENCE-ID:20260101
      DTSTART:20260101
      """, ["2025-01-01"]),
  ]

  private func file(_ events: String) -> String {
    let bodies = events.split(separator: "--\n").map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }
    return "BEGIN:VCALENDAR\nVERSION:2.0\n\(bodies.joined())END:VCALENDAR\n"
  }

  private func read(_ text: String) -> (calendar: HolidayCalendar, diagnostics: [Diagnostic]) {
    ICalendarReader.read(Array(text.utf8), file: FileID(number: 0))
  }

  @Test(arguments: single + repeated)
  func `an event is on its days`(_ example: Case) {
    let text = file(example.event)
    // The same with the line ends of the standard.
    let standard = text.split(separator: "\n").map { $0 + "\r\n" }.joined()
    for text in [text, standard, "\u{FEFF}" + text] {
      let found = read(text)
      let errors = found.diagnostics.filter { $0.severity != .note }.map(\.message)
      #expect(found.calendar.holidays.map(\.day) == example.days)
      #expect(errors == [])
    }
  }

  @Test(
    arguments: [
      ("SUMMARY:Christmas Day", "Christmas Day"),
      ("SUMMARY;LANGUAGE=en:Boxing\\, Day\\; two", "Boxing, Day; two"),
      ("SUMMARY:Early\n  May", "Early May"), ("SUMMARY:Ear\r\n\tly", "Early"),
      ("SUMMARY:a\\nb\\Nc\\\\d", "a b c\\d"),
      ("SUMMARY:red\u{1B}[31m\u{202E}", "red[31m"), ("SUMMARY:", nil), ("DESCRIPTION:x", nil),
      ("SUMMARY:Fête 聖誕", "Fête 聖誕"), ("SUMMARY:Fo\n ld\n ed", "Folded"),
    ] as [(String, String?)])
  func `a name is unfolded, its escapes undone, and nothing in it is hidden`(_ line: String, _ name: String?)
  {
    let found = read(file("DTSTART:20261225\n\(line)"))
    #expect(found.calendar.holidays == [Holiday(day: "2026-12-25", name: name)])
    #expect(found.diagnostics == [])
  }

  @Test func `a character that is folded in its middle is whole again`() {
    var bytes = Array(file("DTSTART:20261225\nSUMMARY:F\u{EA}te").utf8)
    let place = bytes.firstIndex(of: 0xC3).map { $0 + 1 } ?? 0
    bytes.insert(contentsOf: Array("\r\n ".utf8), at: place)
    // The bytes are no UTF-8 as they stand, and so they are refused rather than guessed at.
    let found = ICalendarReader.read(bytes, file: FileID(number: 0))
    #expect(found.diagnostics.map(\.rule.name) == ["unreadable-calendar"])
  }

  @Test func `two holidays of one day are one with both names`() {
    let found = read(
      file("DTSTART:20261225\nSUMMARY:B\n--\nDTSTART:20261225\nSUMMARY:A\n--\nDTSTART:20261225"))
    #expect(found.calendar.holidays == [Holiday(day: "2026-12-25", name: "A, B")])
  }

  @Test func `a feed of a government is read, with its zones and all else passed over`() {
    let found = read(
      """
      BEGIN:VCALENDAR\r
      VERSION:2.0\r
      METHOD:PUBLISH\r
      PRODID:-//uk.gov/GOVUK calendars//EN\r
      CALSCALE:GREGORIAN\r
      BEGIN:VTIMEZONE\r
      TZID:Europe/London\r
      BEGIN:STANDARD\r
      DTSTART:16010101T020000\r
      RRULE:FREQ=MONTHLY\r
      END:STANDARD\r
      END:VTIMEZONE\r
      BEGIN:VEVENT\r
      DTEND;VALUE=DATE:20261226\r
      DTSTART;VALUE=DATE:20261225\r
      SUMMARY:Christmas Day\r
      UID:ca6af7456b0088abad9a69f9f620f5ac-0@gov.uk\r
      SEQUENCE:0\r
      DTSTAMP:20261001T093000Z\r
      END:VEVENT\r
      BEGIN:VEVENT\r
      DTEND;VALUE=DATE:20261229\r
      DTSTART;VALUE=DATE:20261228\r
      SUMMARY:Boxing Day\r
      UID:ca6af7456b0088abad9a69f9f620f5ac-1@gov.uk\r
      SEQUENCE:0\r
      DTSTAMP:20261001T093000Z\r
      END:VEVENT\r
      END:VCALENDAR\r

      """)
    #expect(found.diagnostics == [])
    #expect(
      found.calendar.holidays == [
        Holiday(day: "2026-12-25", name: "Christmas Day"), Holiday(day: "2026-12-28", name: "Boxing Day"),
      ])
    #expect(found.calendar.reach == "2026-01-01"..."2026-12-31")
  }

  @Test func `the rule's own example triggers it, and the mended one does not`() {
    #expect(read(Rule.unreadableCalendar.triggering).diagnostics.map(\.rule) == [.unreadableCalendar])
    #expect(read(Rule.unreadableCalendar.passing).diagnostics == [])
  }
}
