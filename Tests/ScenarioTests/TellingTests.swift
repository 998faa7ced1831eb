import Foundation
import TestSupport
import Testing

/// What `duly execute` tells an operator: a log on standard error, and numbers for a scraper.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct TellingTests {
  private static let policy = MailedProject.policy(
    calendar: "{ send: mon-fri 09:30-16:30 }",
    tiers: ["tier: first, send: 5 days after due"],
    more: """
      escalations:
        - { name: old, when: invoice.days_overdue >= 40, do: [flag] }
      review: { every: monday 08:30 }

      """)
  private static let files = [
    "policy.yaml": policy,
    "books/customers.csv": """
    customer_id,name,email
    C1,Brown Ltd,PREFIX.brown@customer.test
    PREFIX.cole@customer.test,Cole Ltd,PREFIX.cole@customer.test
    C3,Dale Ltd,PREFIX.bad@nowhere.invalid

    """,
    "books/invoices.csv": """
    invoice_number,customer_id,issue_date,due_date,amount
    A1,C1,2026-02-01,2026-03-02,100.00
    A2,PREFIX.cole@customer.test,2026-01-01,2026-01-20,50.00

    """,
  ]

  /// The objects of the lines of a log.
  private func lines(_ log: String) throws -> [[String: Any]] {
    try log.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
    }
  }

  @Test func `a run tells each step of each message, and neither addresses, names nor words`() throws {
    let project = try MailedProject(Self.files)
    let plain = try project.duly("execute --now 2026-03-09T10:00:00Z")
    #expect(plain.status == 3 && plain.errors.isEmpty, "\(plain)")
    let run = try project.duly("execute --yes --now 2026-03-09T10:05:00Z --log-format json")
    #expect(run.status == 0 && run.output.contains("sent 2"), "\(run)")
    let told = try lines(run.errors)
    #expect(
      told.compactMap { $0["event"] as? String } == [
        "run-began", "decided", "message-claimed", "message-claimed", "message-sent", "message-sent",
        "run-ended",
      ], "\(run.errors)")
    #expect(told.allSatisfy { $0["run"] is Int && $0["policy"] as? String == "policy" && $0["at"] is String })
    #expect(told[4]["customer"] as? String == "C1" && told[5]["customer"] as? String == "(an address)")
    #expect(told[4]["invoices"] as? [String] == ["A1"] && told[4]["tier"] as? String == "first")
    #expect(told[6]["exit"] as? Int == 0 && told[6]["sent"] as? Int == 2 && told[6]["planned"] as? Int == 2)
    for secret in ["@", "customer.test", "Brown", "Cole", "is open", "£"] {
      #expect(!run.errors.contains(secret), "\(secret): \(run.errors)")
    }
  }

  @Test func `standard output is the same with and without a log, and debug tells where it went`() throws {
    let project = try MailedProject(Self.files)
    let plain = try project.duly("execute --dry-run --now 2026-03-09T10:00:00Z")
    let logged = try project.duly("execute --dry-run --now 2026-03-09T10:00:00Z --log-level debug")
    #expect(plain.output == logged.output && plain.errors.isEmpty)
    #expect(logged.errors.contains(" info run-began day=2026-03-09 dry_run=true "), "\(logged.errors)")
    #expect(
      logged.errors.contains(
        "notice flag-raised customer=\(project.prefix).cole@customer.test dry_run=true flag=old"))
    let sent = try project.duly("execute --yes --now 2026-03-09T10:05:00Z --log-level debug")
    #expect(sent.errors.contains("to=\(project.prefix).brown@customer.test"), "\(sent.errors)")
    let quiet = try project.duly("execute --now 2026-03-09T10:10:00Z --log-level error")
    #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet)")
  }

  @Test func `the numbers are written for a scraper, and go on from run to run`() throws {
    let project = try MailedProject(Self.files)
    let stopped = try project.duly("execute --now 2026-03-09T10:00:00Z --metrics-file duly.prom")
    #expect(stopped.status == 3, "\(stopped)")
    #expect(try project.duly("execute --yes --now 2026-03-09T10:05:00Z --metrics-file duly.prom").status == 0)
    let page = try String(contentsOf: project.path.appendingPathComponent("duly.prom"), encoding: .utf8)
    for line in [
      "# TYPE duly_messages_total counter", "duly_messages_total{policy=\"policy\",result=\"sent\"} 2",
      "duly_messages_total{policy=\"policy\",result=\"skipped\"} 2",
      "duly_messages_total{policy=\"policy\",result=\"unknown\"} 0",
      "duly_messages_planned_total{policy=\"policy\"} 4", "duly_flags_total{policy=\"policy\"} 1",
      "duly_runs_total{policy=\"policy\",exit=\"3\"} 1", "duly_runs_total{policy=\"policy\",exit=\"0\"} 1",
      "duly_last_run_messages{policy=\"policy\",result=\"skipped\"} 0",
      "duly_last_run_exit_code{policy=\"policy\"} 0", "duly_review_waiting{policy=\"policy\"} 1",
    ] {
      #expect(page.contains("\(line)\n"), "\(line) in \(page)")
    }
    #expect(page.contains("\nduly_last_run_duration_seconds{policy=\"policy\"} 0."), "\(page)")
    let names = try FileManager.default.contentsOfDirectory(atPath: project.path.path)
    #expect(!names.contains { $0.hasPrefix("duly.prom.") }, "\(names)")
    // A run that cannot begin is counted too.
    try project.write("books/invoices.csv", "")
    let broken = try project.duly(
      "execute --now 2026-03-09T11:00:00Z --metrics-file duly.prom --log-format json")
    #expect(broken.status == 2 && broken.errors.contains("\"event\":\"run-failed\""), "\(broken)")
    let after = try String(contentsOf: project.path.appendingPathComponent("duly.prom"), encoding: .utf8)
    #expect(after.contains("duly_runs_total{policy=\"policy\",exit=\"2\"} 1\n"), "\(after)")
    #expect(after.contains("result=\"sent\"} 2\n"))
  }

  @Test func `numbers that could not be written are said before anything is sent`() throws {
    let project = try MailedProject(Self.files)
    let nowhere = try project.duly("execute --yes --now 2026-03-09T10:00:00Z --metrics-file no/duly.prom")
    #expect(nowhere.status == 2 && nowhere.errors.contains("`no/duly.prom` cannot be written"), "\(nowhere)")
    let dry = try project.duly("execute --dry-run --now 2026-03-09T10:00:00Z --metrics-file duly.prom")
    #expect(dry.status == 2 && dry.errors.contains("a dry run writes nothing down"), "\(dry)")
    #expect(!FileManager.default.fileExists(atPath: project.path.path + "/journal.sqlite"))
  }
}
