import Foundation
import PolicyYAML
import Receivables
import Testing

/// The calendars that come with Duly.
@Suite struct ShippedCalendarsTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("policies/calendars")

  @Test func `the program holds every calendar file word for word`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ShippedCalendarsTests.folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(files == ShippedCalendars.names.map { "\($0).yaml" })
    for name in ShippedCalendars.names {
      let file = ShippedCalendarsTests.folder.appendingPathComponent("\(name).yaml")
      #expect(try String(contentsOf: file, encoding: .utf8) == ShippedCalendars.text(named: name))
    }
    #expect(ShippedCalendars.text(named: "atlantis") == nil)
  }

  @Test(arguments: ShippedCalendars.names)
  func `a calendar names itself and its source, and its days are real and in order`(_ name: String) throws {
    let lines = try #require(ShippedCalendars.text(named: name)).split(separator: "\n")
    #expect(lines.contains("name: \(name)"))
    #expect(lines.contains { $0.hasPrefix("source: ") })
    let days = lines.filter { $0.hasPrefix("  - ") }.map { Day(iso: $0.dropFirst(4).prefix(10)) }
    #expect(days.allSatisfy { $0 != nil })
    #expect(days.compactMap(\.?.number) == days.compactMap(\.?.number).sorted())
    #expect(Set(days.compactMap { $0?.civil.year }) == Set(2024...2032))
  }

  @Test(arguments: [
    ("gb-eng", "2026-12-28", true), ("gb-eng", "2028-01-03", true), ("gb-eng", "2026-04-06", true),
    ("de", "2026-10-03", true), ("de", "2026-01-06", false), ("de", "2026-05-14", true),
    ("us-federal", "2027-12-31", true), ("us-federal", "2026-07-03", true),
    ("us-federal", "2032-06-18", true),
    ("us-federal", "2032-12-31", true), ("us-federal", "2026-11-27", false),
  ]) func `a day is a holiday where the law says so`(_ name: String, _ day: String, _ isHoliday: Bool) throws
  {
    #expect(try #require(ShippedCalendars.text(named: name)).contains("- \(day) ") == isHoliday)
  }
}
