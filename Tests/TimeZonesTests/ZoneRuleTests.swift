import CEL
import Testing

@testable import TimeZones

@Suite struct ZoneRuleTests {
  private func read(_ text: String) -> ZoneRule? { ZoneRuleReader.rule(Array(text.utf8)[...]) }

  private func offset(_ text: String, _ moment: String) throws -> Int {
    try #require(read(text)).offset(at: Timestamp(moment).seconds)
  }

  /// The offset changes exactly at the second, and is the first one a second before.
  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-03-31T01:00:00Z", 3_600, 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-10-27T01:00:00Z", 7_200, 3_600),
    ("EST5EDT,M3.2.0,M11.1.0", "2024-03-10T07:00:00Z", -18_000, -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", "2024-11-03T06:00:00Z", -14_400, -18_000),
    // The south has its summer at the turn of the year.
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2024-04-06T16:00:00Z", 39_600, 36_000),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2024-10-05T16:00:00Z", 36_000, 39_600),
    // Half an hour only.
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2024-04-06T15:00:00Z", 39_600, 37_800),
    // Dublin has its standard time in summer, so its second offset is the smaller one.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-03-31T01:00:00Z", 0, 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-10-27T01:00:00Z", 3_600, 0),
    // Times before midnight and of more than a day.
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T01:00:00Z", -7_200, -3_600),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2024-03-29T00:00:00Z", 7_200, 10_800),
    // Days of the year, with and without the leap day.
    ("AAA0BCD,J60/0,J300/0", "2024-03-01T00:00:00Z", 0, 3_600),
    ("AAA0BCD,J60/0,J300/0", "2023-03-01T00:00:00Z", 0, 3_600),
    ("AAA0BCD,J59/0,J300/0", "2024-02-28T00:00:00Z", 0, 3_600),
    ("AAA0BCD,59/0,300/0", "2024-02-29T00:00:00Z", 0, 3_600),
    ("AAA0BCD,59/0,300/0", "2023-03-01T00:00:00Z", 0, 3_600),
    // A change that lies in the year before.
    ("AAA0BCD,0/-48,J180/0", "2023-12-30T00:00:00Z", 0, 3_600),
    // A change that lies in the year after.
    ("AAA0BCD,J365/167,J180/0", "2024-01-06T23:00:00Z", 0, 3_600),
  ])
  func `clocks change to the second`(text: String, moment: String, before: Int, after: Int) throws {
    let seconds = try Timestamp(moment).seconds
    let rule = try #require(read(text))
    #expect([seconds - 1, seconds].map(rule.offset(at:)) == [before, after])
  }

  @Test(arguments: [
    "2023-12-31T23:59:59Z", "2024-01-01T00:00:00Z", "2024-01-01T03:00:00Z", "2024-01-01T02:59:59Z",
    "2024-01-01T04:00:00Z", "2024-07-01T00:00:00Z",
  ])
  func `summer can last all year`(moment: String) throws {
    #expect(try offset("XXX3EDT4,0/0,J365/23", moment) == -14_400)
  }

  @Test(arguments: [
    ("UTC0", 0), ("EST5", -18_000), ("<+0545>-5:45", 20_700), ("<-00>0", 0), ("ABC+5:30:15", -19_815),
    ("ABC24", -86_400), ("abc-24", 86_400),
  ])
  func `one offset can hold all year`(text: String, expected: Int) throws {
    #expect(try offset(text, "2024-01-01T00:00:00Z") == expected)
    #expect(try offset(text, "9999-12-31T23:59:59Z") == expected)
  }

  @Test(arguments: [
    "", "U0", "UTC", "UTC25", "<UTC0", "<>0", "<+1>0", "UTC0 ", " UTC0", "CET-1CEST", "CET-1CEST,",
    "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,", "CET-1CEST,M3.5.0,M10.5.0/3,", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J300", "CET-1CEST,J366,J300", "CET-1CEST,366,300",
    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0/,M10.5.0", "CET-1:60CEST,M3.5.0,M10.5.0",
    "CET-1CEST,M3.5,M10.5.0", "CET-99999999999999999999", "CET-1CEST-26,M3.5.0,M10.5.0",
    "CET-1,M3.5.0,M10.5.0",
  ])
  func `what is no rule is refused`(text: String) {
    #expect(read(text) == nil)
  }
}
