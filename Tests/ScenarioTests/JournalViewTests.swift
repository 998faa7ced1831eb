import Foundation
import TestSupport
import Testing

/// `duly explain` and `duly diff` on a journal that real runs have written, with a real mail server.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct JournalViewTests {
  private static let policy = MailedProject.policy(
    tiers: [
      "tier: first, send: 5 days after due",
      "tier: second, send: 20 days after due, approval: owner",
    ])
  private static let files = [
    "policy.yaml": policy, "new.yaml": policy.replacingOccurrences(of: "20 days", with: "25 days"),
    "books/customers.csv": "customer_id,name,email\nC1,Brown Ltd,PREFIX.brown@customer.test\n",
    "books/invoices.csv":
      "invoice_number,customer_id,issue_date,due_date,amount\nA1,C1,2026-02-01,2026-03-02,100.00\n",
  ]

  /// A project in which the first reminder left on 9 March, and the owner holds the customer since today.
  private static func project() throws -> MailedProject {
    let project = try MailedProject(files)
    let sent = try project.duly("execute --yes --now 2026-03-09T10:05:00Z")
    #expect(sent.status == 0 && sent.output.contains("sent 1"), "\(sent)")
    return project
  }

  @Test func `a day that is past is told from the journal, whatever policy and books say now`() throws {
    let project = try Self.project()
    try project.write(
      "policy.yaml", Self.policy.replacingOccurrences(of: "5 days after", with: "6 days after"))
    try project.write("books/customers.csv", "customer_id,name,email\nC9,Other,PREFIX.o@customer.test\n")
    try project.write(
      "books/invoices.csv", "invoice_number,customer_id,issue_date,due_date,amount\n")
    let told = try project.duly("explain --customer C1 --on 2026-03-09")
    #expect(told.status == 0 && told.errors == "note: from the journal, as it was on 2026-03-09\n", "\(told)")
    let text = told.output.replacingOccurrences(of: project.prefix, with: "PREFIX")
      .replacingOccurrences(of: #"\([0-9a-f]{12}\)"#, with: "(DIGEST)", options: .regularExpression)
      .replacingOccurrences(of: #"\(250 [^)]*\)"#, with: "(250 OK)", options: .regularExpression)
    expectGolden(text, "explain-past.txt")
    let page = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("docs/changes.md"), encoding: .utf8)
    let shown = text.replacingOccurrences(of: "PREFIX.brown@customer.test", with: "ap@brown.example")
      .replacingOccurrences(of: "(DIGEST)", with: "(8c1f0a52d7e4)")
    #expect(page.contains("```text\n\(shown)```"), "\(shown)")
    let json = try project.json("explain --customer C1 --on 2026-03-09 --format json --quiet")
    let events = json["events"] as? [[String: Any]]
    #expect(json["from"] as? String == "journal")
    #expect(events?.compactMap { $0["kind"] as? String }.contains("claimed") == true, "\(json)")
  }

  @Test func `a quiet day of the past says what was known, and that no run looked`() throws {
    let project = try Self.project()
    let told = try project.duly("explain --customer C1 --on 2026-03-10 --from 2026-03-12 --quiet")
    #expect(told.output.contains("What happened\n  nothing about this customer\n"), "\(told)")
    #expect(told.output.contains("  A1  100.00 GBP open; `first` was sent on 2026-03-09\n"))
    #expect(told.output.contains("  none, so that nothing was decided on it\n"))
  }

  @Test func `a quiet day with a run says that nothing kept it back but its time`() throws {
    let project = try Self.project()
    #expect(try project.duly("execute --now 2026-03-10T10:00:00Z").status == 0)
    let told = try project.duly("explain --customer C1 --on 2026-03-10 --quiet")
    #expect(told.output.contains("  nothing but time kept it quiet: no tier was reached\n"), "\(told)")
    #expect(told.output.contains("planned 0 = sent 0"))
  }

  @Test func `a day on which a run kept an invoice quiet says why, and by which line`() throws {
    let project = try Self.project()
    // The second tier waits for its approval; the day after no run looks.
    #expect(try project.duly("execute --now 2026-03-23T10:00:00Z").status == 0)
    let line = try #require(
      Self.policy.components(separatedBy: "\n").firstIndex { $0.contains("tier: second") })
    let told = try project.duly("explain --customer C1 --on 2026-03-23 --quiet")
    #expect(
      told.output.contains("  kept quiet: awaiting-approval, policy.yaml:\(line + 1)\n"), "\(told)")
    let json = try project.json("explain --customer C1 --on 2026-03-23 --format json --quiet")
    let quiet = json["kept_quiet"] as? [[String: String]]
    #expect(
      quiet == [
        ["invoice": "A1", "reason": "awaiting-approval", "source": "policy.yaml:\(line + 1)"]
      ])
  }

  @Test func `what is to come starts where the journal stands`() throws {
    let project = try Self.project()
    let told = try project.duly("explain --customer C1 --from 2026-03-12")
    #expect(
      told.errors.hasSuffix(
        "note: from the simulation, which begins on 2026-03-12 where the journal stands\n"))
    #expect(told.output.contains("no tier is reached on this day"), "\(told)")
    #expect(told.output.contains("next: Mon 2026-03-23, `second` for A1, plain"), "\(told)")
    let empty = try project.duly("explain --customer C1 --from 2026-03-12 --no-journal")
    #expect(empty.errors.contains("2026-03-12 with an empty history"))
    #expect(empty.output.contains("`first` leaves, plain"), "\(empty)")
  }

  @Test func `a hold of the owner is seen by explain`() throws {
    let project = try Self.project()
    #expect(try project.duly("review hold C1 --note rings").status == 0)
    let told = try project.duly("explain --customer C1 --from 2026-12-01 --on 2026-12-01 --quiet")
    #expect(told.output.contains("quiet: `held-by-owner`"), "\(told)")
  }

  @Test(arguments: [
    ("--customer C7 --on 2026-03-09", "the journal has nothing about a customer `C7`"),
    ("--customer C1 --on 2026-01-09", "--on 2026-01-09 lies before the journal, which begins on 2026-03-09"),
  ])
  func `what the journal cannot tell is one clear error`(options: String, message: String) throws {
    let told = try Self.project().duly("explain \(options)")
    #expect(told.status == 2 && told.errors.contains(message), "\(told)")
  }

  @Test func `a change is compared from where the journal stands`() throws {
    let project = try Self.project()
    let diff = try project.duly("diff policy.yaml new.yaml --from 2026-03-12 --quiet")
    #expect(diff.output.contains("\nBoth start where the journal stands.\n"), "\(diff)")
    #expect(diff.output.contains("\n  A1 stands at first, sent Mon 2026-03-09\n"), "\(diff)")
    #expect(
      diff.output.contains("A1  second, plain, Mon 2026-03-23 → second, plain, Fri 2026-03-27  later"),
      "\(diff)")
    #expect(!diff.output.contains("first, plain"))
    let assumed = try project.duly(
      "diff policy.yaml new.yaml --from 2026-03-12 --quiet --no-journal --history 0")
    #expect(assumed.output.contains("\nBoth start from an empty history"), "\(assumed)")
    #expect(assumed.output.contains("second, plain, Mon 2026-03-30"), "\(assumed)")
    let json = try project.json("diff policy.yaml new.yaml --from 2026-03-12 --quiet --format json")
    #expect(json["begins"] as? String == "journal")
  }

  @Test func `a tier that was sent under a name that is gone is not sent again`() throws {
    let project = try Self.project()
    try project.write("renamed.yaml", Self.policy.replacingOccurrences(of: "tier: first", with: "tier: word"))
    let diff = try project.duly("diff policy.yaml renamed.yaml --from 2026-03-12 --quiet")
    #expect(diff.output.contains("nothing changes in these days. The policies are not the same."), "\(diff)")
  }
}
