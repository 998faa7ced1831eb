import Receivables
import Schedule
import TestSupport
import Testing

/// Section 1: "a kind left out means this, `KIND: none` switches it off".
@Suite struct SwitchedOffAnswerTests {
  private static let due = [invoice("A1", due: "2026-03-02")]

  @Test(arguments: ["stop", "request"])
  func `an answer that is switched off is no reply either`(kind: String) throws {
    let run = try simulate(
      "responses: { \(kind): none }", invoices: Self.due, from: "2026-03-02", days: 10,
      events: "- { on: 2026-03-06, reply: \(kind) }")
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.flags == [])
  }

  @Test(arguments: ["stop", "request"])
  func `an answer of which nothing is written is a reply`(kind: String) throws {
    let run = try simulate(
      invoices: Self.due, from: "2026-03-02", days: 10, events: "- { on: 2026-03-06, reply: \(kind) }")
    #expect(run.quiet == ["A1 2026-03-06..2026-03-11 paused-by-reply"])
    #expect(run.flags == ["2026-03-06 reply"])
  }

  @Test(arguments: ["stop", "request"])
  func `an answer of which nothing is written does what a reply does, also nothing`(kind: String) throws {
    let run = try simulate(
      "responses: { reply: none }", invoices: Self.due, from: "2026-03-02", days: 10,
      events: "- { on: 2026-03-06, reply: \(kind) }")
    #expect(run.messages == ["2026-03-09 first A1"])
    #expect(run.flags == [])
  }
}
