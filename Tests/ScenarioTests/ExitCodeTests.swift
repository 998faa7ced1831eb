import Foundation
import Journal
import TestSupport
import Testing

/// The exit codes of `duly execute` and `duly review`, with a mail server that does what a recipient's address asks.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct ExitCodeTests {
  private static let policy = MailedProject.policy(
    owner: "fine.PREFIX-owner", tiers: ["tier: first, send: 5 days after due"],
    more: """
      escalations:
        - { name: old, when: invoice.days_overdue >= 40, do: [flag] }
      review: { every: monday 08:30, overdue_after: 3 days }

      """)
  private static let head = "invoice_number,customer_id,issue_date,due_date,amount\n"

  /// Customers whose addresses ask the server for these behaviours, with one invoice each.
  private func project(_ behaviours: [String], due: String = "2026-03-02") throws -> MailedProject {
    var customers = "customer_id,name,email\n"
    var invoices = Self.head
    for (number, behaviour) in behaviours.enumerated() {
      customers += "C\(number),Customer \(number),\(behaviour).PREFIX@customer.test\n"
      invoices += "A\(number),C\(number),2026-01-02,\(due),100.00\n"
    }
    let project = try MailedProject([
      "policy.yaml": Self.policy, "books/customers.csv": customers, "books/invoices.csv": invoices,
    ])
    try project.write(
      "duly.yaml",
      """
      duly: 1
      test: true
      policies: [policy.yaml]
      books: { csv: books }
      journal: journal.sqlite
      mail:
        smtp:
          url: smtp://localhost:\(try TestMailServers.misbehavingServer().setting("good"))
          user: owner
          password: { env: SMTP_PASSWORD }
          ca_file: \(TestMailServers.misbehavingFolder)/tls/ca.pem

      """)
    return project
  }

  private func run(_ project: MailedProject, _ line: String) throws -> BuiltCommand.Outcome {
    let program = try BuiltCommand("duly").executable.path
    return try BuiltCommand("duly").shell(
      "SMTP_PASSWORD='correct horse' \(program) \(line)", in: project.path)
  }

  /// How often the server kept a message to a recipient of this project.
  private func kept(_ project: MailedProject, _ behaviour: String) throws -> Int {
    try TestMailServers.log(of: "\(behaviour).\(project.prefix)@customer.test").count {
      $0["event"] as? String == "kept"
    }
  }

  @Test func `what failed and what is unknown end with 3, and the review settles them`() throws {
    let project = try project(["dot-close", "rcpt-450", "rcpt-550", "fine"])
    let first = try run(project, "execute --yes --now 2026-03-09T10:00:00Z")
    #expect(first.status == 3, "\(first)")
    #expect(first.output.contains("planned 4 = sent 1 + skipped 0 + failed 2 + unknown 1\n"), "\(first)")
    // A later run tries the temporary one alone; what is unknown is not retried.
    let second = try run(project, "execute --now 2026-03-09T10:15:00Z")
    #expect(second.status == 3, "\(second)")
    #expect(second.output.contains("planned 1 = sent 0 + skipped 0 + failed 1 + unknown 0\n"), "\(second)")
    #expect(try kept(project, "dot-close") == 1 && kept(project, "fine") == 1)

    let items = try project.items()
    let unknown = try #require(
      items.first { ($0["what"] as? String)?.contains("nobody knows") ?? false }?["number"] as? Int,
      "\(items)")
    #expect(try project.duly("review list").status == 0)
    #expect(try project.duly("review show \(unknown)").status == 0)
    #expect(try project.duly("review resolve \(unknown)").status == 2)
    #expect(try project.duly("review resolve \(unknown) --not-sent").status == 0)
    #expect(try project.duly("review resolve \(unknown) --not-sent").status == 2)
    // A person said that it was not sent: now it is sent again.
    let third = try run(project, "execute --now 2026-03-09T10:30:00Z")
    #expect(third.output.contains("unknown 1\n") && third.status == 3, "\(third)")
    #expect(try kept(project, "dot-close") == 2)
    #expect(try project.duly("journal verify --quiet").status == 0)
  }

  @Test func `a temporary refusal is tried a bounded number of times, then it is the owner's`() throws {
    let project = try project(["rcpt-450"])
    var failures = 0
    for minute in 10..<22 {
      let run = try run(project, "execute --yes --now 2026-03-09T10:\(minute):00Z")
      failures += run.output.contains("failed 1") ? 1 : 0
      if run.output.contains("planned 0") { #expect(run.status == 0, "\(run)") }
    }
    #expect(failures == 8)
    #expect(
      try project.items().map { $0["what"] as? String } == ["the mail server refused the reminder for good"])
  }

  @Test func `a review that nobody looked at in time ends every run with 3, until somebody does`() throws {
    let project = try project(["fine"], due: "2026-01-20")
    #expect(try run(project, "execute --yes --now 2026-03-10T10:00:00Z").status == 0)
    for _ in 0..<2 {
      let late = try run(project, "execute --now 2026-03-14T10:00:00Z")
      #expect(late.status == 3 && late.output.contains("flags were not looked at in time"), "\(late)")
    }
    let number = try #require(try project.items().first?["number"] as? Int)
    #expect(try project.duly("review show \(number)").status == 0)
    #expect(try run(project, "execute --now 2026-03-14T11:00:00Z").status == 0)
  }

  @Test func `a run beside another ends with 2 and names it, and the review goes on`() throws {
    let project = try project(["fine"])
    let path = project.path.appendingPathComponent("journal.sqlite").path
    let store = try JournalStore.open(path, mode: .create)
    try store.acquireRunLock(holder: "another run (process 7)", now: "2026-03-09T09:59:00.000Z")
    let second = try run(project, "execute --yes --now 2026-03-09T10:00:00Z")
    #expect(second.status == 2 && second.output.contains("another run (process 7)"), "\(second)")
    #expect(try project.duly("review list").status == 0)
    store.releaseRunLock()
    #expect(try run(project, "execute --yes --now 2026-03-09T10:00:00Z").status == 0)
  }

  @Test func `wrong usage ends with 2, and says what is right`() throws {
    let project = try project(["fine"])
    for line in [
      "execute --frobnicate", "execute --format yaml", "execute --log-format xml", "execute more",
      "review burn",
      "review show", "review show one", "review hold", "review release C0 --until soon",
    ] {
      let wrong = try project.duly(line)
      #expect(wrong.status == 2 && wrong.output.isEmpty && !wrong.errors.isEmpty, "\(line): \(wrong)")
    }
    #expect(try project.duly("execute --help").status == 0)
    #expect(try project.duly("review --help").status == 0)
  }
}
