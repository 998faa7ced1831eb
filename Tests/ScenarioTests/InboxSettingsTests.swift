import Foundation
import TestSupport
import Testing

/// `mail.inbox` in a project file: what is wrong is told with its line, before anything is done, and no secret is repeated.
@Suite struct InboxSettingsTests {
  private func run(_ inbox: String) throws -> BuiltCommand.Outcome {
    let policy = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("policies/studio-net30.yaml"), encoding: .utf8)
    let folder = try TemporaryFolder([
      "duly.yaml": "duly: 1\npolicies: [policy.yaml]\nmail:\n  inbox:\n    { \(inbox) }\n",
      "policy.yaml": policy,
    ])
    return try BuiltCommand("duly").run(["validate"], in: folder.url)
  }

  @Test(arguments: [
    "url: imaps://mail.acme.example, user: a@acme.example, password: { env: NO_SUCH_NAME }",
    "url: imap://mail.acme.example:1143, user: a, password: { file: secret }, ca_file: ca.pem, folder: Entwürfe, rules: mine",
    "url: imap://127.0.0.1, tls: none, user: a, password: { command: pass }, timeouts: { connect: 5, reply: 6, command: 7, farewell: 1 }",
    "maildir: /var/mail/acme", "mbox: inbox.mbox, rules: mine", "maildir: x, plus_address: true",
  ]) func `settings that can be meant stop nothing`(inbox: String) throws {
    let outcome = try run(inbox)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(arguments: [
    ("url: imaps://m.example, user: a, password: secret-word", "`password` never stands in this file"),
    ("url: imaps://m.example, user: a", "`inbox` has no `user` and `password`"),
    ("url: smtp://m.example, user: a, password: { env: A }", "the url is not of the form `imap://host:143`"),
    ("url: imap://a:secret-word@m.example, user: a, password: { env: A }", "give user and password as keys"),
    ("url: imap://m.example, tls: none, user: a, password: { env: A }", "for a server on this machine"),
    (
      "url: imaps://m.example, maildir: x, user: a, password: { env: A }",
      "one of `url`, `maildir` and `mbox`"
    ),
    ("maildir: x, user: a", "`user` is for a server"), ("rules: x", "one of `url`, `maildir` and `mbox`"),
    ("maildir: x, plus_address: sometimes", "`plus_address` is `true` or `false`"),
    ("url: imaps://m.example, user: a, password: { env: A }, host: x", "`host` is no key of `inbox`"),
    (
      "url: imaps://m.example, user: a, password: { env: A }, timeouts: { message: 3 }", "`message` is no key"
    ),
  ]) func `settings that cannot be meant are told with their line`(inbox: String, said: String) throws {
    let outcome = try run(inbox)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("duly.yaml:5: ") && outcome.errors.contains(said), "\(outcome.errors)")
    #expect(!(outcome.errors + outcome.output).contains("secret-word"))
  }
}
