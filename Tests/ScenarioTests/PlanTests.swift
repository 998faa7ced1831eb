import TestSupport
import Testing

/// `duly plan`, and what is said of days that no calendar knows.
@Suite struct PlanTests {
  private static let policy = "policies/acme-joinery.yaml"
  private static let note =
    "note: the calendar `gb-eng` has holidays from 2024 to 2032 only; no day outside counts as a holiday of it\n"

  private func run(_ line: String) throws -> BuiltCommand.Outcome { try BuiltCommand("duly").run(line) }

  @Test(arguments: ["text", "json", "mermaid"])
  func `a plan is written as recorded`(format: String) throws {
    let outcome = try run("duly plan \(Self.policy) --from 2026-11-24 --format \(format)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    expectRecorded(outcome.output, "Tests/ScenarioTests/Goldens/plan.\(format)")
  }

  @Test func `closed days are counted from today where no day is given`() throws {
    let outcome = try run("duly plan \(Self.policy)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("losed days from 20") || outcome.output.contains("are known from 20"))
  }

  @Test func `a day that is none is refused`() throws {
    let outcome = try run("duly plan \(Self.policy) --from 2026-02-30")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--from `2026-02-30` is no day"))
  }

  @Test(arguments: [("2032-12-31", 0), ("2033-01-01", 1), ("2023-12-31", 1)])
  func `a plan says where its calendars end`(day: String, notes: Int) throws {
    #expect(try run("duly plan \(Self.policy) --from \(day)").errors == (notes == 1 ? Self.note : ""))
  }

  @Test(arguments: [("2032-12-01", 31, 0), ("2032-12-01", 32, 1)])
  func `a simulation says where its calendars end`(from: String, days: Int, notes: Int) throws {
    let line =
      "duly simulate \(Self.policy) --books examples/first-look/books --from \(from) --days \(days)"
    #expect(try run(line).errors.contains(Self.note) == (notes == 1))
    #expect(try run(line + " --quiet").errors == "")
  }

  @Test func `the page of a calendar file that cannot be read is there`() throws {
    let outcome = try run("duly explain-rule unreadable-calendar")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("unreadable-calendar (DN010, error)\n"))
  }
}
