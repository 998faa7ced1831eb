import Foundation
import TestSupport
import Testing

@testable import Mail

/// Messages and lines for the tests.
enum MailSample {
  static let sender = "accounts@acme.test"

  static func mail(
    to: [String] = ["ap@customer.test"], subject: String = "Invoice 4711", text: String = "Good morning\n",
    html: String? = "<p>Good morning</p>\n", attachments: [MailAttachment] = []
  ) -> OutgoingMail {
    OutgoingMail(
      from: Mailbox(name: "Priya Shah", address: sender), to: to.map { Mailbox(address: $0) },
      subject: subject,
      text: text, html: html, messageID: "4711.first@acme.test",
      date: MailDate(seconds: 1_772_442_000, offset: 3_600), attachments: attachments)
  }

  static func bytes() throws -> [UInt8] { try MailComposer().compose(mail()) }

  /// Long enough for a machine that has much else to do: nothing is meant to take its time.
  static let patient = MailTimeouts(connect: 60, reply: 60, message: 120, farewell: 1)
  /// For a server that never answers.
  static let impatient = MailTimeouts(connect: 60, reply: 8, message: 120, farewell: 1)

  static func misbehaving(
    _ behaviour: String = "good", ca: String? = "ca", timeouts: MailTimeouts = patient,
    clock: LineClock = .system()
  ) throws -> MailLine {
    let port = try TestMailServers.misbehavingServer().setting(behaviour)
    let file = ca.map { TestMailServers.misbehavingFolder + "/tls/\($0).pem" }
    return MailLine(
      try MailServer(
        url: "smtp://localhost:\(port)", user: "owner", password: Secret("correct horse"),
        caFile: file,
        timeouts: timeouts), clock: clock)
  }

  static func postfix(_ port: String, password: String? = nil) throws -> MailLine {
    let server = try TestMailServers.postfix()
    let scheme = port == "smtps" ? "smtps" : "smtp"
    return MailLine(
      try MailServer(
        url: "\(scheme)://localhost:\(server.setting(port))", user: server.setting("user"),
        password: Secret(password ?? server.setting("password")),
        caFile: server.setting("folder") + "/tls/ca.pem"))
  }
}
