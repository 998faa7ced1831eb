import Receivables
import Simulation
import TestSupport
import Testing

@testable import PreviewForms

/// The calendar file keeps to its form whatever names are in it, and its events stay themselves.
@Suite struct CalendarFormTests {
  private func file(_ run: SimulatedRun) -> String {
    let form = CalendarForm(run.scenario, version: "1.2.3")
    let bytes = form.head() + run.previews.flatMap { form.events($0) } + form.end()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines, put together again.
  private func lines(_ file: String) -> [String] {
    var lines: [String] = []
    for line in file.split(separator: "\r\n", omittingEmptySubsequences: true) {
      if line.first == " " { lines[lines.count - 1] += line.dropFirst() } else { lines.append(String(line)) }
    }
    return lines
  }

  @Test func `the whole file`() throws {
    expectGolden(file(try HostileRun.run()), "calendar.ics")
  }

  @Test func `lines end with CR LF, have at most 75 bytes and no control characters`() throws {
    let file = file(try HostileRun.run())
    #expect(file.hasSuffix("END:VCALENDAR\r\n"))
    for line in file.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 75, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 32 }, "\(line)")
    }
    let whole = lines(file)
    #expect(whole.filter { $0 == "BEGIN:VEVENT" }.count == whole.filter { $0 == "END:VEVENT" }.count)
    #expect(whole.filter { $0.hasPrefix("DTSTAMP:") }.allSatisfy { $0 == "DTSTAMP:20260302T000000Z" })
    #expect(
      whole.contains {
        $0.hasPrefix("SUMMARY:first to =HYPERLINK(\"http://evil.example\"\\,\"x\")\\, \\;\\\\")
      })
  }

  @Test func `there is an event for each message and each flag, each with a name of its own`() throws {
    let run = try HostileRun.run()
    let uids = lines(file(run)).filter { $0.hasPrefix("UID:") }
    #expect(uids.count == run.summary.messages + run.summary.flags && uids.count > 3)
    #expect(Set(uids).count == uids.count)
  }

  @Test func `a later preview moves an event and does not double it`() throws {
    func uid(_ run: SimulatedRun, _ summary: String) -> String? {
      let lines = lines(file(run))
      return lines.firstIndex { $0.hasPrefix("SUMMARY:\(summary)") }.map { lines[$0 - 4] }
    }
    let (one, other) = (try HostileRun.run(), try HostileRun.run(from: "2026-03-11"))
    let first = "first to 工務店"
    #expect(uid(one, first) != nil && uid(one, first) == uid(other, first))
  }
}
