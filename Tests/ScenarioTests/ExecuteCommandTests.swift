import Foundation
import TestSupport
import Testing

/// `duly execute` and `duly review` as whole processes, with a real mail server.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct ExecuteCommandTests {
  private static let policy = MailedProject.policy(
    calendar: "{ send: mon-fri 09:30-16:30 }",
    tiers: [
      "tier: first, send: 5 days after due",
      "tier: second, send: 20 days after due, approval: owner",
    ], more: "review: { every: monday 08:30 }\n")
  private static let customers = """
    customer_id,name,email
    C1,Brown Ltd,PREFIX.brown@customer.test
    C2,Cole Ltd,PREFIX.cole@customer.test

    """
  private static let head = "invoice_number,customer_id,issue_date,due_date,amount\n"
  private static let invoices =
    head + "A1,C1,2026-02-01,2026-03-02,100.00\nA2,C2,2026-02-01,2026-03-03,50.00\n"
  private static let files = [
    "policy.yaml": policy, "books/customers.csv": customers, "books/invoices.csv": invoices,
  ]

  @Test func `the first batch is asked about, then sent, and never again`() async throws {
    let project = try MailedProject(Self.files)
    let shown = try project.duly("execute --dry-run --now 2026-03-09T10:00:00Z")
    #expect(shown.status == 0 && shown.output.contains("not sent        Brown Ltd  first"), "\(shown)")
    #expect(shown.output.contains("nothing would be sent: these would be the first messages ever, 2 of them"))
    #expect(!FileManager.default.fileExists(atPath: project.path.path + "/journal.sqlite"))

    let asked = try project.duly("execute --now 2026-03-09T10:00:00Z")
    #expect(asked.status == 3, "\(asked)")
    #expect(asked.output.contains("nothing was sent: these would be the first messages ever, 2 of them"))

    let sent = try project.duly("execute --yes --now 2026-03-09T10:05:00Z")
    #expect(sent.status == 0, "\(sent)")
    #expect(
      sent.output.hasSuffix("planned 2 = sent 2 + skipped 0 + failed 0 + unknown 0\n"), "\(sent.output)")
    let again = try project.duly("execute --now 2026-03-09T10:10:00Z")
    #expect(again.status == 0 && again.output.contains("planned 0 ="), "\(again)")
    #expect(try await project.mailbox(".brown", count: 1).count == 1)
    let cole = try await project.mailbox(".cole", count: 1)
    #expect(cole.count == 1, "\(cole)")
    let letters = try await project.mailbox(".owner", count: 1)
    #expect(
      letters.count == 1 && letters[0].contains("Subject: The first reminders wait for your yes: 2 of them"))
  }

  @Test func `more than per_run is asked about, and a changed policy is named`() throws {
    let project = try MailedProject(Self.files)
    #expect(try project.duly("execute --yes --now 2026-03-09T10:00:00Z").status == 0)
    try project.write("policy.yaml", Self.policy + "limits: { per_run: 1 }\n")
    try project.write(
      "books/invoices.csv",
      Self.invoices + "A3,C1,2026-02-02,2026-03-04,70.00\nA4,C2,2026-02-02,2026-03-04,70.00\n")
    let stopped = try project.duly("execute --now 2026-03-10T10:00:00Z")
    #expect(stopped.status == 3, "\(stopped)")
    #expect(
      stopped.output.contains(
        "nothing was sent: 2 messages are more than `per_run: 1` (policy.yaml:21); the policy was changed"),
      "\(stopped.output)")
    #expect(try project.duly("execute --yes --now 2026-03-10T10:05:00Z").output.contains("sent 2"))
  }

  @Test func `old books send nothing, and a dry run shows what would go`() throws {
    let project = try MailedProject(Self.files)
    try project.write("policy.yaml", Self.policy + "limits: { books_age: 6 hours }\n")
    try project.write("books/books.yaml", "as_of: 2026-03-09T01:00:00Z\n")
    let stale = try project.duly("execute --yes --now 2026-03-09T10:00:00Z")
    #expect(stale.status == 3 && stale.output.contains("nothing was sent: the books are too old"), "\(stale)")
    let shown = try project.duly("execute --dry-run --now 2026-03-09T10:00:00Z")
    #expect(shown.status == 0 && shown.output.contains("Brown Ltd  first"), "\(shown)")
    #expect(shown.output.contains("nothing would be sent: the books are too old"), "\(shown)")
  }

  @Test func `outside the hours nothing leaves, and that needs nobody`() throws {
    let project = try MailedProject(Self.files)
    let early = try project.duly("execute --yes --now 2026-03-09T09:00:00Z")
    #expect(early.status == 0 && early.output.contains("outside the hours"), "\(early)")
  }

  @Test func `what cannot be used is said once, and nothing is done`() throws {
    let project = try MailedProject(Self.files, settings: "")
    let unnamed = try project.duly("execute")
    #expect(unnamed.status == 2 && unnamed.errors.contains("no journal was named"), "\(unnamed)")
    let now = try project.duly("execute --journal j.sqlite --now soon")
    #expect(now.status == 2 && now.errors.contains("is no instant"), "\(now)")
    let other = try project.duly("execute --journal j.sqlite --policy other")
    #expect(other.status == 2 && other.errors.contains("names no one policy `other`"), "\(other)")
    try project.write("policy.yaml", "duly: 1\n")
    #expect(try project.duly("execute --journal j.sqlite").status == 2)
    try project.write("policy.yaml", Self.policy)
    try project.write("books/invoices.csv", "")
    #expect(try project.duly("execute --journal j.sqlite --now 2026-03-09T10:00:00Z").status == 2)
    try project.write(
      "duly.yaml", "duly: 1\npolicies: [policy.yaml]\nbooks: { csv: books }\njournal: journal.sqlite\n")
    let serverless = try project.duly("execute")
    #expect(serverless.status == 2 && serverless.errors.contains("names no server"), "\(serverless)")
    let real = try project.duly("execute --now 2026-03-09T10:00:00Z")
    #expect(real.status == 2 && real.errors.contains("--now is for tests"), "\(real)")
  }

  @Test func `how far a long run is shows on a terminal only, and is gone when it is done`() throws {
    let many = Self.head + (1...3).map { "A\($0),C\($0),2026-02-01,2026-03-02,100.00\n" }.joined()
    let customers = Self.customers + "C3,Dale Ltd,PREFIX.dale@customer.test\n"
    for isSeen in [true, false] {
      let project = try MailedProject(Self.files)
      try project.write("books/invoices.csv", many)
      try project.write("books/customers.csv", customers)
      // A second passes between two messages.
      let file = project.path.appendingPathComponent("duly.yaml")
      try project.write(
        "duly.yaml", try String(contentsOf: file, encoding: .utf8) + "    messages_per_minute: 60\n")
      let line = "execute --yes --now 2026-03-09T10:00:00Z"
      guard isSeen else {
        let run = try project.duly(line)
        #expect(run.status == 0 && !run.errors.contains("sending"), "\(run)")
        continue
      }
      let shown = try BuiltCommand("duly").run(
        line.split(separator: " ").map(String.init), typing: "", in: project.path)
      #expect(shown.status == 0, "\(shown)")
      // Which of the two it is, a busy machine decides: what comes right behind another is not drawn.
      let drawn = ["\rsending: 33 %, about ", "\rsending: 66 %, about "]
      #expect(drawn.contains { shown.output.contains($0) }, "\(shown)")
      #expect(shown.output.contains("\r\u{1B}[Ksmall  2026-03-09"), "\(shown)")
    }
  }

  @Test func `a journal that was there and is gone is not made anew`() throws {
    let project = try MailedProject(Self.files)
    #expect(try project.duly("execute --yes --now 2026-03-09T10:00:00Z").status == 0)
    for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"] {
      let file = project.path.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    }
    let lost = try project.duly("execute --yes --now 2026-03-09T11:00:00Z")
    #expect(lost.status == 2 && lost.errors.contains("there was a journal"), "\(lost)")
    #expect(!FileManager.default.fileExists(atPath: project.path.path + "/journal.sqlite"))
  }

  @Test func `a journal that is lost with its lock, or another one, is told by how it began`() throws {
    let project = try MailedProject(Self.files)
    let first = try project.duly("execute --yes --now 2026-03-09T10:00:00Z")
    let begins = try #require(first.errors.firstMatch(of: /journal_begins: [0-9a-f]{16}/)).output
    #expect(first.status == 0 && first.errors.hasPrefix("note: add `\(begins)` to duly.yaml"), "\(first)")
    // Said once.
    #expect(try project.duly("execute --now 2026-03-09T10:05:00Z").errors.isEmpty)
    let file = project.path.appendingPathComponent("duly.yaml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    try project.write("duly.yaml", settings + begins + "\n")
    #expect(try project.duly("execute --now 2026-03-09T10:10:00Z").status == 0)
    for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "journal.sqlite.lock"] {
      let file = project.path.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    }
    for line in ["execute --yes", "execute --dry-run"] {
      let lost = try project.duly("\(line) --now 2026-03-09T11:00:00Z")
      #expect(lost.status == 2 && lost.errors.contains("and it is gone; nothing was sent"), "\(lost)")
    }
    #expect(!FileManager.default.fileExists(atPath: project.path.path + "/journal.sqlite"))
    // One that was begun anew is another.
    try project.write("duly.yaml", settings)
    #expect(try project.duly("execute --now 2026-03-09T11:00:00Z").status == 3)
    try project.write("duly.yaml", settings + begins + "\n")
    let other = try project.duly("execute --yes --now 2026-03-09T11:05:00Z")
    #expect(other.status == 2 && other.errors.contains("what lies there begins with "), "\(other)")
    try project.write("duly.yaml", settings + "journal_begins: soon\n")
    let wrong = try project.duly("execute --yes --now 2026-03-09T11:10:00Z")
    #expect(wrong.status == 2 && wrong.errors.contains("duly.yaml:"), "\(wrong)")
  }

  @Test func `an approval is asked for, shown, given, and the message leaves as it was shown`() async throws {
    let project = try MailedProject(Self.files)
    #expect(try project.duly("execute --yes --now 2026-03-09T10:00:00Z").status == 0)
    let asked = try project.duly("execute --now 2026-03-24T08:00:00Z")
    #expect(asked.status == 0 && asked.output.contains("2 things wait for you"), "\(asked)")
    let items = try project.items()
    #expect(items.map { $0["what"] as? String } == ["wants your approval", "wants your approval"])
    let number = try #require(items.first?["number"] as? Int)
    let shown = try project.duly("review show \(number)")
    #expect(shown.status == 0 && shown.output.contains("£100.00 is open."), "\(shown)")
    #expect(try project.duly("review approve \(number) 9999").status == 2)
    #expect(try project.duly("review approve \(number)").status == 0)
    let sent = try project.duly("execute --now 2026-03-24T10:00:00Z")
    #expect(sent.output.contains("sent 1"), "\(sent)")
    #expect(try await project.mailbox(".brown", count: 2).count == 2)
    #expect(try await project.mailbox(".cole", count: 1).count == 1)
  }

  @Test func `the owner's commands do what they say, or say why not`() async throws {
    let project = try MailedProject(Self.files)
    #expect(try project.duly("review list").status == 2)
    #expect(try project.duly("execute --yes --now 2026-03-09T10:00:00Z").status == 0)
    #expect(try project.duly("review").output == "Nothing waits for you.\n")
    #expect(try project.duly("review send-digest").output.contains("Nothing waits for you"))
    #expect(try project.duly("review hold C1 --note rings").status == 0)
    #expect(try project.duly("review note C1 spoke").status == 0)
    let held = try project.duly("execute --dry-run --now 2026-03-24T10:00:00Z")
    #expect(held.output.contains("Brown Ltd  A1  held-by-owner"), "\(held)")
    #expect(try project.duly("review release C1").status == 0)
    #expect(try project.duly("review release NOBODY").status == 2)
    #expect(try project.duly("review hold NOBODY").status == 2)
    #expect(try project.duly("review show 4711").status == 2)
    #expect(try project.duly("review resolve 4711").status == 2)
    #expect(try project.duly("review resolve 1 --sent --not-sent").status == 2)
    // Both wait for a second reminder now: the digest says so.
    #expect(try project.duly("execute --now 2026-03-24T08:00:00Z").status == 0)
    let digest = try project.duly("review send-digest")
    #expect(
      digest.status == 0
        && digest.output.hasPrefix("Sent to \(project.prefix).owner@customer.test: 2 things"), "\(digest)")
    #expect(try await project.mailbox(".owner", count: 1).contains { $0.contains("Brown Ltd") })
    #expect(try project.duly("journal verify").status == 0)
  }
}
