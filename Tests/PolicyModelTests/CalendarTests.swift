import PolicyModel
import PolicySyntax
import PolicyYAML
import Receivables
import TestSupport
import Testing

/// The days on which nothing is done, as a policy names them.
@Suite struct CalendarTests {
  private func closings(_ calendar: String) throws -> [Closing] {
    // A gap that no closing makes too small.
    let read = ReadPolicy("limits: { min_gap: 5 days }\ncalendar:\n  \(calendar)")
    #expect(read.rules == [], "\(read.report)")
    return try #require(read.policy).calendar.closedDays.closings
  }

  @Test func `a day that is written out may have a name`() throws {
    let closings = try closings(
      "holidays: [2026-12-24: Christmas Eve, 2026-12-31]\n  closed: [2027-01-02..2027-01-06: Inventory]")
    #expect(
      closings == [
        Closing("2026-12-24"..."2026-12-24", cause: .holiday, name: "Christmas Eve"),
        Closing("2026-12-31"..."2026-12-31", cause: .holiday),
        Closing("2027-01-02"..."2027-01-06", cause: .closed, name: "Inventory"),
      ])
  }

  @Test func `every day of every closing is free`() throws {
    let read = ReadPolicy(
      "calendar: { holidays: [gb-eng, 2026-12-24: Eve], closed: [2027-01-04..2027-01-06] }")
    let calendar = try #require(read.policy, "\(read.report)").calendar.calendar
    #expect(calendar.free == ["2026-12-24", "2026-12-25", "2027-01-04", "2027-01-05", "2027-01-06"])
  }

  @Test(arguments: [
    "holidays: { 2026-12-24: Eve, 2026-12-25: Day }", "holidays: [{ 2026-12-24: Eve, 2026-12-25: Day }]",
    "closed: [2026-12-24: [a, b]]", "holidays: [2026-12-24: ]",
  ])
  func `a name in another form is refused`(_ line: String) {
    #expect(ReadPolicy("calendar:\n  \(line)").rules == ["wrong-kind"])
  }

  @Test func `a named day that is none is marked itself`() {
    let read = ReadPolicy("calendar:\n  holidays: [2026-02-30: Never]")
    #expect(read.marked("not-a-number") == "2026-02-30")
  }

  @Test(arguments: [
    ("uk", "gb-eng, gb-sct, gb-nir"), ("gb", "gb-eng, gb-sct, gb-nir"), ("England", "gb-eng"),
    ("us", "us-federal"),
    ("usa", "us-federal"), ("germany", "de"), ("germny", "de"), ("Deutschland", "de"), ("de_by", "de-by"),
    ("DE-BY", "de-by"), ("de-xyz", "de"), ("us-ca", "us-federal"), ("gb-egn", "gb-eng"),
    ("target2", "eu-target2"),
    ("eu-target", "eu-target2"), ("us-fedral", "us-federal"), ("atlantis", ""), ("zz", ""), ("xx-yy", ""),
  ])
  func `a calendar that is not shipped gets the one that is meant`(_ name: String, _ meant: String) throws {
    let main = "calendar: { holidays: [\(name)] }"
    let loaded = SourceLoader.load(bytes: Array(completed(main).utf8), path: "policy.yaml")
    let root = try #require(loaded.documents.first)
    let (_, findings) = PolicyReader.read(
      PolicySources(
        map: loaded.map, main: root.node, mainFile: root.file, shippedCalendars: ShippedCalendars.names))
    #expect(findings.map(\.rule.name) == ["unresolved-reference"])
    let help = findings.first?.help
    let names = meant.split(separator: ", ")
    #expect(help?.edits.map(\.replacement) == (names.count == 1 ? [meant] : []))
    if names.count > 1 {
      #expect(help?.text == "calendars that may be meant: \(Nearest.list(names.map(String.init)))")
    }
    if names.isEmpty { #expect(help?.text.hasPrefix("Duly comes with ") ?? false) }
  }

  @Test func `a calendar with a reach hands it on, and its days with their names`() throws {
    let loaded = SourceLoader.load(
      bytes: Array(completed("calendar: { holidays: [./ours.ics] }").utf8), path: "policy.yaml")
    let root = try #require(loaded.documents.first)
    let ours = HolidayCalendar([Holiday(day: "2026-12-24", name: "Eve")])
    let (policy, findings) = PolicyReader.read(
      PolicySources(map: loaded.map, main: root.node, mainFile: root.file, calendars: ["./ours.ics": ours]))
    #expect(findings == [])
    let rules = try #require(policy).calendar
    #expect(rules.calendar.free == ["2026-12-24"])
    #expect(
      rules.closedDays.closings == [Closing("2026-12-24"..."2026-12-24", name: "Eve", calendar: "./ours.ics")]
    )
    #expect(
      rules.closedDays.reaches == [CalendarReach(calendar: "./ours.ics", days: "2026-01-01"..."2026-12-31")])
  }

  @Test func `a long closing is reported while it is not over`() {
    let closed = "calendar: { closed: [2026-07-01..2026-08-31, 2026-11-02..2027-11-01] }"
    func found(on today: Day?) -> [String] {
      ReadPolicy(whole: completed(closed), today: today).findings.filter { $0.rule.name == "long-closing" }
        .map { String($0.message.prefix(47)) }
    }
    #expect(found(on: nil) == ["nothing can leave from 2026-07-01 to 2026-08-31"])
    #expect(found(on: "2026-08-30") == ["nothing can leave from 2026-07-01 to 2026-08-31"])
    #expect(found(on: "2026-09-01") == ["nothing can leave from 2026-10-31 to 2027-11-01"])
    #expect(found(on: "2027-11-02") == [])
  }

  @Test func `a window in the hour that is left out is found where the clocks of its zone are put forward`() {
    func found(_ send: String, _ zone: String, today: Day = "2026-01-01") -> [String] {
      let text = completed("calendar: { send: \(send) }").replacingOccurrences(
        of: "Europe/London", with: zone)
      return ReadPolicy(whole: text, today: today).findings.filter { $0.rule.name == "skipped-hour" }.map(
        \.message)
    }
    #expect(
      found("sat-sun 02:15-02:45", "Europe/Berlin") == [
        "on 2026-03-29 the window does not exist: clocks go from 02:00 to 03:00"
      ])
    #expect(
      found("sun 02:00-03:00", "America/New_York", today: "2026-03-09") == [
        "on 2027-03-14 the window does not exist: clocks go from 02:00 to 03:00"
      ])
    // Half an hour at Lord Howe; at midnight in Santiago.
    #expect(
      found("sun 02:05-02:20", "Australia/Lord_Howe").first?.hasSuffix("clocks go from 02:00 to 02:30")
        ?? false)
    #expect(found("sun 00:10-00:50", "America/Santiago").first?.hasSuffix("from 00:00 to 01:00") ?? false)
    #expect(found("sun 02:15-03:15", "Europe/Berlin") == [])
    #expect(found("mon-sat 02:15-02:45", "Europe/Berlin") == [])
    #expect(found("sun 02:15-02:45", "Africa/Lagos") == [])
  }
}
