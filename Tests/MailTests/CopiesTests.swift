import Foundation
import TestSupport
import Testing

@testable import Mail

/// To and cc in one transaction: all of `to` or nobody, and copies that are left out.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct CopiesTests {
  @Test func `a refused copy is left out and the others have the message once`() async throws {
    let line = try MailSample.misbehaving()
    let copies = [
      "c1.copies@customer.test", "rcpt-550.copies@customer.test", "rcpt-450.copies@customer.test",
    ]
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender, to: ["t1.copies@customer.test"], copies: copies)
    guard case .sent(_, let refused) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(refused.map(\.address) == Array(copies.dropFirst()))
    #expect(refused.map(\.code) == [550, 450] && refused.map(\.isTemporary) == [false, true])
    // Three transactions, and the server was willing to read a message in the last one alone.
    for taken in ["t1.copies@customer.test", "c1.copies@customer.test"] {
      let events = try TestMailServers.log(of: taken).compactMap { $0["event"] as? String }
      #expect(events == ["data", "kept"])
    }
    for left in copies.dropFirst() {
      #expect(try TestMailServers.log(of: left).compactMap { $0["event"] as? String } == ["refused"])
    }
  }

  @Test func `no byte of the message is asked for before every recipient is taken`() throws {
    let port = try TestMailServers.misbehavingServer().setting("good")
    let server = try MailServer(
      url: "smtp://localhost:\(port)", user: "owner", password: Secret("x"),
      caFile: TestMailServers.misbehavingFolder + "/tls/ca.pem", timeouts: MailSample.patient)
    let session = try #require(SMTPSession(server))
    let result = session.transfer(
      try MailSample.bytes(), from: "a@acme.test", to: ["good.a@customer.test", "rcpt-550.b@customer.test"])
    #expect(!result.conversation.wasAskedForBytes)
    #expect(result.conversation.lastReply?.step == .recipient(1))
  }

  @Test func `one of those who must have it refused means nobody has it`() async throws {
    let line = try MailSample.misbehaving()
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender,
      to: ["all.nobody@customer.test", "rcpt-550.nobody@customer.test"], copies: ["copy.nobody@customer.test"]
    )
    #expect(
      outcome
        == .refused(
          isTemporary: false, code: 550, reply: "550 5.9.9 as the test asks",
          recipient: "rcpt-550.nobody@customer.test"))
    #expect(try TestMailServers.log(of: "all.nobody@customer.test").isEmpty)
  }

  @Test func `an address that stands twice is told once`() throws {
    let envelope = try MailEnvelope(
      from: "a@acme.test", to: ["b@customer.test", "b@customer.test"],
      copies: ["b@customer.test", "c@customer.test"])
    #expect(envelope.recipients == ["b@customer.test", "c@customer.test"])
  }
}
