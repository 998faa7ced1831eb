import Foundation
import TestSupport
import Testing

/// `duly execute`, `duly inbox` and its commands over a real Postfix and a real Dovecot, as an owner runs them.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct InboxCommandTests {
  private static func policy(_ sender: String) -> String {
    """
    duly: 1
    policy: acme
    business:
      name: Acme Joinery Ltd
      timezone: UTC
      currency: GBP
      language: en
      sender: { name: Priya Shah, email: \(sender) }
      owner: { name: Priya Shah, email: priya@acme.test }
    calendar: { week: mon-sun, send: mon-sun 00:00-23:59 }
    segments:
      - { name: all, schedule: standard, tone: friendly }
    schedules:
      standard:
        - { tier: first, send: 5 days after due }
        - { tier: final, send: 40 days after due, approval: owner }
    tones:
      friendly:
        default:
          subject: "Invoice {{ invoice.number }}"
          body: "Please pay {{ money(total_due) }}."
    """
  }

  private func day(_ offset: Int) -> String {
    let date = Date(timeIntervalSinceNow: Double(offset) * 86_400)
    return date.formatted(.iso8601.year().month().day())
  }

  /// A project whose answers come in at an address of its own: keys are the same in all of them.
  private func project(
    _ sender: String, customer: String = "ada.command@customer.test", inbox: String = ""
  ) throws -> TemporaryFolder {
    let server = try TestMailServers.postfix()
    let ca = try server.setting("folder") + "/tls/ca.pem"
    return try TemporaryFolder([
      "policy.yaml": Self.policy(sender), "password": try server.setting("password"),
      "duly.yaml": """
      duly: 1
      policies: [policy.yaml]
      books: { csv: books }
      journal: journal.sqlite
      mail:
        smtp: { url: "smtp://localhost:\(server.setting("submission"))", user: \(sender), password: { file: password }, ca_file: \(ca) }
        inbox: { url: "imaps://localhost:\(server.setting("imaps"))", user: \(sender), password: { file: password }, ca_file: \(ca)\(inbox) }
      """,
      "books/customers.csv": "customer_id,name,email\nC1,Ada Ltd,\(customer)\n",
      "books/invoices.csv":
        "invoice_number,customer_id,issue_date,due_date,amount\nINV-1001,C1,\(day(-38)),\(day(-8)),1200.00\n",
    ])
  }

  @Test func `an answer is heard, shown and corrected`() async throws {
    let folder = try project("command@acme.test")
    let duly = try BuiltCommand("duly")
    func run(_ line: String) throws -> BuiltCommand.Outcome { try duly.run(line, in: folder.url) }
    let sent = try run("duly execute --yes")
    #expect(sent.status == 0 && sent.output.contains("sent 1"), "\(sent.output) \(sent.errors)")
    let reminder = try #require(
      try await TestMailServers.mailbox("ada.command@customer.test", count: 1).first)
    let identifier = try #require(
      String(decoding: reminder, as: UTF8.self).split(separator: "\n").first {
        $0.lowercased().hasPrefix("message-id:")
      }?.split(separator: " ").last)
    let mail = """
      From: ann@elsewhere.test
      To: command@acme.test
      Subject: Re: Invoice INV-1001
      Message-ID: <command@customer.test>
      In-Reply-To: \(identifier)

      Hello, I dispute this invoice: half of it never came. \u{1B}[31mred
      """
    try TestMailServers.deliver([mail], to: "command@acme.test")
    _ = try await TestMailServers.mailbox("command@acme.test", count: 1)
    let dry = try run("duly inbox --dry-run")
    #expect(
      dry.status == 3 && dry.output.contains("C1  ann@elsewhere.test  dispute: dispute"), "\(dry.output)")
    #expect(dry.output.contains("1 mail would be heard"))
    let heard = try run("duly inbox")
    #expect(heard.status == 3 && heard.output.contains("1 mail heard"), "\(heard.output) \(heard.errors)")
    #expect(!heard.output.contains("\u{1B}"))
    #expect(try run("duly inbox").output == "0 mails heard, 0 of somebody unknown, 0 for a person\n")
    let quiet = try run("duly execute --dry-run")
    #expect(quiet.output.contains("INV-1001  disputed"), "\(quiet.output)")
    let listed = try run("duly inbox list --format json")
    let row = try #require(
      try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [String: Any])
    let number = try #require(row["number"] as? Int)
    #expect(row["customer"] as? String == "C1" && row["known_by"] as? String == "references")
    let shown = try run("duly inbox show \(number)")
    #expect(
      shown.status == 0 && shown.output.contains("half of it never came") && !shown.output.contains("\u{1B}"))
    #expect(try run("duly inbox correct \(number) --intent promise").errors.contains("--date"))
    #expect(try run("duly inbox correct \(number) --intent dispute --invoice X").status == 2)
    #expect(try run("duly inbox correct 1 --intent reply").status == 2)
    let corrected = try run("duly inbox correct \(number) --intent promise --date \(day(3))")
    #expect(
      corrected.status == 0 && corrected.output == "mail \(number) says promise\n", "\(corrected.errors)")
    #expect(try run("duly execute --dry-run").output.contains("INV-1001  paused-by-promise"))
    #expect(try run("duly inbox list").output.contains("promise (you said so)"))
    #expect(try run("duly journal verify --quiet").status == 0)
  }

  @Test func `an answer to the address in the message is known, whoever writes it`() async throws {
    let customer = "ada.plus@customer.test"
    let folder = try project("command.plus@acme.test", customer: customer, inbox: ", plus_address: true")
    let duly = try BuiltCommand("duly")
    #expect(try duly.run("duly execute --yes", in: folder.url).status == 0)
    let reminder = try #require(try await TestMailServers.mailbox(customer, count: 1).first)
    let text = String(decoding: reminder, as: UTF8.self)
    let replyTo = try #require(text.range(of: "Reply-To:")?.upperBound)
    let address = text[replyTo...].drop { $0 != "<" }.prefix { $0 != ">" } + ">"
    #expect(address.hasPrefix("<command.plus+") && address.hasSuffix("@acme.test>"), "\(text)")
    let mail =
      "From: boss@elsewhere.test\nTo: \(address)\nSubject: yours\nMessage-ID: <p@c>\n\nWe dispute this.\n"
    try Data(mail.utf8).write(to: folder.url.appendingPathComponent("answer.eml"))
    #expect(try duly.run("duly inbox --from answer.eml", in: folder.url).status == 3)
    let listed = try duly.run("duly inbox list --format json", in: folder.url)
    let row = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [String: Any]
    #expect(
      row?["customer"] as? String == "C1" && row?["known_by"] as? String == "address", "\(listed.output)")
  }

  @Test func `on a terminal one key says what a mail really says`() async throws {
    let folder = try project("command.key@acme.test")
    let duly = try BuiltCommand("duly")
    #expect(try duly.run("duly execute --yes", in: folder.url).status == 0)
    let mail =
      "From: ada.command@customer.test\nSubject: INV-1001\nMessage-ID: <k@c>\n\nI dispute invoice INV-1001.\n"
    try Data(mail.utf8).write(to: folder.url.appendingPathComponent("answer.eml"))
    let typed = try duly.run(["inbox", "--from", "answer.eml"], typing: "xn", in: folder.url)
    #expect(typed.output.contains("there is no such key"), "\(typed.output)")
    let listed = try duly.run("duly inbox list", in: folder.url)
    #expect(listed.output.contains("nothing (you said so)"), "\(typed.output) \(listed.output)")
    #expect(try !duly.run("duly execute --dry-run", in: folder.url).output.contains("disputed"))
  }

  @Test func `mails in files are heard too, and a mailbox that is not there is said`() async throws {
    let folder = try project("command.files@acme.test")
    let duly = try BuiltCommand("duly")
    let mbox = "From a\nFrom: a@b.test\nSubject: 1\n\none\n\nFrom b\nFrom: c@d.test\nSubject: 2\n\ntwo\n"
    try Data(mbox.utf8).write(to: folder.url.appendingPathComponent("in.mbox"))
    #expect(try duly.run("duly inbox --from in.mbox", in: folder.url).status == 2)
    #expect(try duly.run("duly execute --yes", in: folder.url).status == 0)
    let heard = try duly.run("duly inbox --from in.mbox", in: folder.url)
    #expect(
      heard.status == 0 && heard.output.contains("2 mails heard, 2 of somebody unknown"), "\(heard.output)")
    let missing = try duly.run("duly inbox --from nothing-here", in: folder.url)
    #expect(missing.status == 2 && missing.errors.contains("`nothing-here` cannot be read"))
  }
}
