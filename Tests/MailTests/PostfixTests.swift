import Foundation
import TestSupport
import Testing

@testable import Mail

/// Mail given to a real Postfix over TLS with a password, and read back from the mailboxes.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct PostfixTests {
  @Test(arguments: ["submission", "smtps"]) func `a message arrives byte for byte`(port: String) async throws
  {
    let recipient = "whole.\(port)@customer.test"
    let text = "Grüße\n.\n..two dots\n.one\nFrom here\n\n" + String(repeating: "x", count: 3_000) + "\n"
    let pdf = MailAttachment(
      name: "Rechnung ü.pdf", type: "application/pdf", bytes: (0..<70_000).map { UInt8($0 & 255) })
    let bytes = try MailComposer().compose(MailSample.mail(to: [recipient], text: text, attachments: [pdf]))
    let line = try MailSample.postfix(port)
    let outcome = await line.send(bytes, from: MailSample.sender, to: [recipient])
    #expect(inShort(outcome) == "sent", "\(outcome)")
    let arrived = try #require(try await TestMailServers.mailbox(recipient, count: 1).first)
    // Maildir ends its lines with LF; the server's own headers stand before ours.
    let ours = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    #expect(String(decoding: arrived, as: UTF8.self).hasSuffix(ours))
  }

  @Test func `a wrong password sends nothing and is not told`() async throws {
    let line = try MailSample.postfix("submission", password: "wrong-password")
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender, to: ["nothing.arrives@customer.test"])
    guard case .notSent(let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason.contains("did not accept the user and password: 535"))
    #expect(!reason.contains("wrong-password"))
  }

  @Test func `a server that does not encrypt is told nothing`() async throws {
    let line = try MailSample.postfix("plain")
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender, to: ["plain.tls@customer.test"])
    #expect(inShort(outcome) == "not sent" && "\(outcome)".contains("does not encrypt"), "\(outcome)")
  }

  @Test func `a server on this machine may be plain where the settings say so`() async throws {
    let port = try TestMailServers.postfix().setting("plain")
    let line = MailLine(try MailServer(url: "smtp://127.0.0.1:\(port)", tls: .none))
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender, to: ["plain.none@customer.test"])
    #expect(inShort(outcome) == "sent", "\(outcome)")
  }

  @Test func `Postfix's refusals are told with the address`() async throws {
    let line = try MailSample.postfix("submission")
    let bytes = try MailSample.bytes()
    let refused = await line.send(bytes, from: MailSample.sender, to: ["refused.1@customer.test"])
    #expect(inShort(refused) == "refused 550 rcpt", "\(refused)")
    let later = await line.send(bytes, from: MailSample.sender, to: ["later.1@customer.test"])
    #expect(inShort(later) == "refused for now 450 rcpt", "\(later)")
    let copied = await line.send(
      bytes, from: MailSample.sender, to: ["copied@customer.test"],
      copies: ["refused.2@customer.test", "copy@customer.test"])
    #expect(inShort(copied) == "sent")
    #expect(try await TestMailServers.mailbox("copied@customer.test", count: 1).count == 1)
    #expect(try await TestMailServers.mailbox("copy@customer.test", count: 1).count == 1)
  }

  @Test func `nobody at the other end is told as that`() async throws {
    // A port that was free a moment ago; nothing listens at port 1 of this machine either way.
    let line = MailLine(try MailServer(url: "smtp://127.0.0.1:1", tls: .none, timeouts: MailSample.patient))
    let outcome = await line.send(try MailSample.bytes(), from: MailSample.sender, to: ["a@customer.test"])
    #expect("\(outcome)".contains("cannot be reached"), "\(outcome)")
  }
}
