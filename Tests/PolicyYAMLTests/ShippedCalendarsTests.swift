import Foundation
import PolicySyntax
import PolicyYAML
import Receivables
import TestSupport
import Testing

/// The calendars that come with Duly.
@Suite struct ShippedCalendarsTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("policies/calendars")

  private func file(_ name: String) throws -> Node {
    let bytes = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).yaml"))
    let (tree, findings) = PolicyYAMLReader.read(Array(bytes), file: FileID(number: 0))
    #expect(findings == [])
    return try #require(tree)
  }

  private func name(of day: Day, in calendar: String) throws -> String? {
    let holidays = try #require(ShippedCalendars.calendar(named: calendar)).holidays
    return holidays.first { $0.day == day }.map { $0.name ?? "" }
  }

  @Test func `every calendar has a file, and every file is shipped`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(files == ShippedCalendars.names.map { "\($0).yaml" }.sorted())
    #expect(files.count == 87)
  }

  @Test(arguments: ["atlantis", "", "gb", "GB-ENG", "=de"])
  func `a name that is not shipped has no calendar`(_ name: String) {
    #expect(ShippedCalendars.calendar(named: name) == nil)
  }

  @Test(arguments: ShippedCalendars.names)
  func `the short form has the days and names of the file`(_ name: String) throws {
    let root = try file(name)
    let written = (root["holidays"]?.sequence ?? []).map { item in
      "\(item.mapping?.first?.name ?? "") \(item.mapping?.first?.value.scalar?.text ?? "")"
    }
    let shipped = try #require(ShippedCalendars.calendar(named: name)).holidays
    #expect(shipped.map { "\($0.day) \($0.name ?? "")" } == written)
    #expect(root["name"]?.scalar?.text == name)
    let source = root["source"]?.scalar?.text ?? ""
    #expect(source.hasPrefix("PyPI holidays 0."), "\(source)")
    // Package, version, the day on which it was made, and the law.
    #expect(source.contains(", 20") && source.contains("; "), "\(source)")
  }

  @Test(arguments: ShippedCalendars.names)
  func `a calendar is in order, without a day twice, and has all nine years`(_ name: String) throws {
    let holidays = try #require(ShippedCalendars.calendar(named: name)).holidays
    #expect(zip(holidays, holidays.dropFirst()).allSatisfy { $0.day < $1.day })
    let years = Dictionary(grouping: holidays) { $0.day.civil.year }
    #expect(Set(years.keys) == Set(ShippedCalendars.years))
    for (year, days) in years { #expect((4...18).contains(days.count), "\(year): \(days.count)") }
    #expect(holidays.contains { $0.day == "2026-12-25" } && holidays.contains { $0.day == "2026-01-01" })
  }

  // Easter Sunday by the rule of Meeus, Jones and Butcher, which the tables do not use.
  @Test(arguments: ShippedCalendars.years)
  func `days that hang on Easter stand where the computus puts them`(_ year: Int) throws {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    let sunday = try #require(Day(year: year, month: n / 31, day: n % 31 + 1))
    #expect(sunday.weekday == 7)
    #expect(try name(of: sunday - 2, in: "eu-target2") == "Good Friday")
    #expect(try name(of: sunday + 1, in: "eu-target2") == "Easter Monday")
    #expect(try name(of: sunday + 39, in: "de") == "Christi Himmelfahrt")
    #expect(try name(of: sunday + 60, in: "de-nw") == "Fronleichnam")
    #expect(try name(of: sunday + 60, in: "de") == nil)
  }

  @Test func `a part of Germany or of Switzerland has all days of the whole`() throws {
    for whole in ["de", "ch"] {
      let common = try #require(ShippedCalendars.calendar(named: whole)).holidays
      let parts = ShippedCalendars.names.filter { $0.hasPrefix(whole + "-") }
      #expect(parts.count == (whole == "de" ? 16 : 26))
      for part in parts {
        let days = Set(try #require(ShippedCalendars.calendar(named: part)).holidays.map(\.day))
        #expect(common.allSatisfy { days.contains($0.day) }, "\(part)")
      }
    }
  }

  /// What is known from the laws and the lists of governments, country by country.
  private static let known: [(String, Day, Bool)] = [
    ("gb-eng", "2026-12-28", true), ("gb-eng", "2028-01-03", true), ("gb-eng", "2026-04-06", true),
    ("gb-eng", "2026-05-04", true), ("gb-eng", "2026-05-25", true), ("gb-eng", "2026-08-31", true),
    ("gb-sct", "2026-01-02", true), ("gb-sct", "2026-04-06", false), ("gb-sct", "2026-08-03", true),
    ("gb-sct", "2026-11-30", true), ("gb-nir", "2026-03-17", true), ("gb-nir", "2026-07-13", true),
    ("ie", "2024-03-18", true), ("ie", "2026-02-02", true), ("ie", "2026-10-26", true),
    ("ie", "2026-12-28", true), ("ie", "2030-02-01", true),
    ("us-federal", "2027-12-31", true), ("us-federal", "2026-07-03", true),
    ("us-federal", "2032-06-18", true),
    ("us-federal", "2032-12-31", true), ("us-federal", "2026-11-27", false),
    ("us-federal", "2026-11-26", true),
    ("ca", "2026-05-18", true), ("ca", "2026-09-30", true), ("ca", "2026-10-12", true),
    ("ca-on", "2026-09-30", false), ("ca-on", "2029-07-02", true), ("ca-qc", "2026-06-24", true),
    ("au", "2025-01-27", true), ("au", "2026-12-28", true), ("au-vic", "2026-11-03", true),
    ("au-nsw", "2026-04-27", true), ("au-qld", "2026-08-12", false), ("au-qld", "2026-10-05", true),
    ("nz", "2026-07-10", true), ("nz", "2026-02-06", true), ("nz", "2027-02-08", true),
    ("de", "2026-10-03", true), ("de", "2026-01-06", false), ("de", "2026-05-14", true),
    ("de-by", "2026-01-06", true), ("de-by", "2026-08-15", false), ("de-sl", "2026-08-15", true),
    ("de-be", "2026-03-08", true), ("de-be", "2025-05-08", true), ("de-sn", "2026-11-18", true),
    ("de-ni", "2026-10-31", true), ("de-th", "2026-09-20", true), ("at", "2026-10-26", true),
    ("at", "2026-04-03", false), ("ch", "2026-08-01", true), ("ch", "2026-12-26", false),
    ("ch-zh", "2026-05-01", true), ("ch-ne", "2026-06-04", false), ("fr", "2026-07-14", true),
    ("fr", "2026-04-03", false), ("nl", "2025-04-26", true), ("nl", "2025-04-27", false),
    ("nl", "2026-04-27", true), ("nl", "2025-05-05", true), ("be", "2026-07-21", true),
    ("lu", "2026-06-23", true), ("lu", "2026-05-09", true), ("es", "2026-10-12", true),
    ("it", "2026-06-02", true), ("it", "2026-10-04", true), ("it", "2025-11-02", false),
    ("pt", "2026-06-10", true), ("se", "2026-06-19", true), ("se", "2026-12-24", true),
    ("se", "2026-12-31", true), ("se", "2026-06-06", true), ("no", "2026-05-17", true),
    ("dk", "2023-05-05", false), ("dk", "2024-04-26", false), ("dk", "2026-06-05", false),
    ("fi", "2026-06-19", true), ("fi", "2026-12-06", true), ("pl", "2024-12-24", false),
    ("pl", "2025-12-24", true), ("eu-target2", "2026-05-01", true), ("eu-target2", "2026-05-14", false),
    ("eu-target2", "2026-12-26", true),
  ]

  @Test(arguments: known)
  func `a day is a holiday where the law says so`(_ calendar: String, _ day: Day, _ isHoliday: Bool) throws {
    #expect(try (name(of: day, in: calendar) != nil) == isHoliday)
  }

  @Test func `the holidays of 2026 are as recorded, with their names`() throws {
    let wanted = ["gb-eng", "gb-sct", "us-federal", "de", "de-by", "ie", "nl", "se", "eu-target2"]
    let lines = try wanted.flatMap { calendar in
      try [calendar]
        + #require(ShippedCalendars.calendar(named: calendar)).holidays
        .filter { $0.day.civil.year == 2026 }.map { "  \($0.day) \($0.name ?? "")" }
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "holidays-2026.txt")
  }
}
