import Foundation
import TestSupport
import Testing

/// `mail` in a project file: what is wrong is told with its line, before anything is done, and no secret is repeated.
@Suite struct MailSettingsTests {
  private func run(_ mail: String) throws -> BuiltCommand.Outcome {
    let policy = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("policies/studio-net30.yaml"), encoding: .utf8)
    let folder = try TemporaryFolder([
      "duly.yaml": "duly: 1\npolicies: [policy.yaml]\nmail:\n  smtp:\n\(mail)", "policy.yaml": policy,
    ])
    return try BuiltCommand("duly").run(["validate"], in: folder.url)
  }

  @Test(arguments: [
    "    { url: smtp://mail.acme.example:587, tls: required, user: a@acme.example, password: { env: NO_SUCH_NAME } }\n",
    "    { url: smtps://mail.acme.example, user: a, password: { file: secret }, ca_file: ca.pem, messages_per_minute: 30 }\n",
    "    { url: smtp://127.0.0.1:25, tls: none, timeouts: { connect: 5, reply: 60, message: 90, farewell: 2 } }\n",
    "    { url: smtp://mail.acme.example, user: a, password: { command: pass show mail } }\n",
  ]) func `settings that can be meant stop nothing`(mail: String) throws {
    let outcome = try run(mail)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(arguments: [
    (
      "    { url: smtp://m.example, user: a, password: secret-word }\n",
      "`password` never stands in this file"
    ),
    (
      "    { url: smtp://m.example, user: a, password: [secret-word] }\n",
      "`password` never stands in this file"
    ),
    (
      "    { url: smtp://m.example, user: a, password: { plain: secret-word } }\n",
      "`plain` is no key of `password`"
    ),
    (
      "    { url: smtp://m.example, user: a, password: { env: A, file: B } }\n",
      "has one of `env`, `file` and `command`"
    ),
    ("    { url: smtp://a:secret-word@m.example }\n", "give user and password as keys of their own"),
    ("    { url: smtp://m.example, user: a }\n", "a user needs a password"),
    ("    { url: smtp://m.example, tls: none }\n", "for a server on this machine"),
    ("    { url: smtp://m.example, tls: maybe }\n", "`tls` is `required`"),
    ("    { url: smtp://m.example, host: x }\n", "`host` is no key of `smtp`"),
    ("    { tls: required }\n", "`smtp` has no `url`"), ("    smtp://m.example\n", "`smtp` is a mapping"),
    ("    { url: smtp://m.example, messages_per_minute: 0 }\n", "a whole number above 0"),
  ]) func `settings that cannot be meant are told with their line`(mail: String, said: String) throws {
    let outcome = try run(mail)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("duly.yaml:5: ") && outcome.errors.contains(said), "\(outcome.errors)")
    #expect(!(outcome.errors + outcome.output).contains("secret-word"))
  }
}
