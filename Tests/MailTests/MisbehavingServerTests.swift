import Foundation
import TestSupport
import Testing

@testable import Mail

/// Every row of sent, refused, not sent and unknown, against a server that does what it is asked.
@Suite(.enabled(if: TestMailServers.canRun, Comment(rawValue: TestMailServers.need)))
struct MisbehavingServerTests {
  /// One row: what the recipient's name asks of the server, and what is known afterwards.
  struct Row: CustomTestStringConvertible {
    let behaviour: String
    let outcome: String
    /// True if the server has the message, whatever it told us.
    var isKept = false

    var testDescription: String { behaviour }
  }

  static let rows = [
    Row(behaviour: "rcpt-450", outcome: "refused for now 450 rcpt"),
    Row(behaviour: "rcpt-550", outcome: "refused 550 rcpt"),
    Row(behaviour: "rcpt-421", outcome: "refused for now 421"),
    Row(behaviour: "rcpt-lines", outcome: "refused 550 rcpt"),
    Row(behaviour: "rcpt-close", outcome: "not sent"),
    Row(behaviour: "rcpt-silent", outcome: "not sent"),
    Row(behaviour: "data-451", outcome: "refused for now 451"),
    Row(behaviour: "data-554", outcome: "refused 554"),
    Row(behaviour: "data-close", outcome: "not sent"),
    Row(behaviour: "dot-451", outcome: "refused for now 451"),
    Row(behaviour: "dot-554", outcome: "refused 554"),
    Row(behaviour: "dot-421", outcome: "refused for now 421"),
    Row(behaviour: "dot-close", outcome: "unknown", isKept: true),
    Row(behaviour: "dot-silent", outcome: "unknown", isKept: true),
    Row(behaviour: "dot-250close", outcome: "sent", isKept: true),
    Row(behaviour: "fine", outcome: "sent", isKept: true),
  ]

  @Test(arguments: rows) func `what the server does to a message is told as it is`(row: Row) async throws {
    let recipient = "\(row.behaviour).row@customer.test"
    let isSilent = row.behaviour.hasSuffix("-silent")
    let line = try MailSample.misbehaving(timeouts: isSilent ? MailSample.impatient : MailSample.patient)
    let outcome = await line.send(try MailSample.bytes(), from: MailSample.sender, to: [recipient])
    #expect(inShort(outcome) == row.outcome, "\(outcome)")
    let kept = try TestMailServers.log(of: recipient).filter { $0["event"] as? String == "kept" }
    #expect(kept.count == (row.isKept ? 1 : 0))
  }

  static let connections = [
    "greeting-554": "does not work with us: 554", "greeting-421": "does not work with us: 421",
    "starttls-454": "does not work with us: 454",
    "auth-535": "did not accept the user and password: 535", "mail-530": "wants a user and password: 530",
    "tls-none": "does not encrypt the connection, so nothing was sent",
    "tls-elsewhere": "certificate proves nothing, so nothing was sent",
  ]

  @Test(arguments: connections.keys.sorted()) func `a server that is of no use leaves the message unsent`(
    behaviour: String
  ) async throws {
    let line = try MailSample.misbehaving(behaviour)
    let recipient = "\(behaviour)@customer.test"
    let outcome = await line.send(try MailSample.bytes(), from: MailSample.sender, to: [recipient])
    guard case .notSent(let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason.contains(Self.connections[behaviour] ?? "?"), "\(reason)")
    #expect(try TestMailServers.log(of: recipient).isEmpty)
  }

  @Test func `the sender can be refused`() async throws {
    let bytes = try MailSample.bytes()
    let good = try MailSample.misbehaving("mail-550")
    #expect(inShort(await good.send(bytes, from: "a@acme.test", to: ["b@customer.test"])) == "refused 550")
    let busy = try MailSample.misbehaving("mail-421")
    #expect(
      inShort(await busy.send(bytes, from: "a@acme.test", to: ["b@customer.test"])) == "refused for now 421")
  }

  @Test(arguments: ["other-ca", nil, "nothing"])
  func `a certificate of an authority that is not trusted ends it`(
    ca: String?
  ) async throws {
    let line = try MailSample.misbehaving(ca: ca)
    let recipient = "untrusted.\(ca ?? "system")@customer.test"
    let outcome = await line.send(try MailSample.bytes(), from: MailSample.sender, to: [recipient])
    #expect(inShort(outcome) == "not sent", "\(outcome)")
    #expect(try TestMailServers.log(of: recipient).isEmpty)
  }

  @Test func `a password that the server repeats is not told`() async throws {
    let line = try MailSample.misbehaving("auth-echo")
    let outcome = await line.send(try MailSample.bytes(), from: MailSample.sender, to: ["a@customer.test"])
    let told = "\(outcome)"
    #expect(inShort(outcome) == "not sent")
    for form in ["correct", "horse", Base64.encoded(Array("correct horse".utf8)), "\0owner\0correct horse"] {
      #expect(!told.contains(form))
    }
    #expect(!told.contains(Base64.encoded(Array("\0owner\0correct horse".utf8))))
  }

  @Test func `what is refused once is taken the next time`() async throws {
    let line = try MailSample.misbehaving()
    let recipient = "rcpt-once450.\(UUID().uuidString.lowercased())@customer.test"
    let bytes = try MailSample.bytes()
    #expect(
      inShort(await line.send(bytes, from: MailSample.sender, to: [recipient])) == "refused for now 450 rcpt")
    #expect(inShort(await line.send(bytes, from: MailSample.sender, to: [recipient])) == "sent")
  }

  @Test(arguments: ["next-close", "next-421"]) func `a kept connection that died is replaced at once`(
    behaviour: String
  ) async throws {
    let line = try MailSample.misbehaving()
    let bytes = try MailSample.bytes()
    let first = await line.send(bytes, from: MailSample.sender, to: ["\(behaviour).first@customer.test"])
    let second = await line.send(bytes, from: MailSample.sender, to: ["after.\(behaviour)@customer.test"])
    #expect(inShort(first) == "sent" && inShort(second) == "sent", "\(first) \(second)")
    let kept = try TestMailServers.log(of: "after.\(behaviour)@customer.test")
      .filter { $0["event"] as? String == "kept" }
    #expect(kept.count == 1)
  }

  @Test func `many messages take one connection`() async throws {
    let line = try MailSample.misbehaving()
    let bytes = try MailSample.bytes()
    for _ in 0..<5 {
      #expect(inShort(await line.send(bytes, from: MailSample.sender, to: ["many@customer.test"])) == "sent")
    }
    let connections = Set(
      try TestMailServers.log(of: "many@customer.test").compactMap { $0["connection"] as? Int })
    #expect(connections.count == 1)
  }

  @Test func `a server that breaks off within a long message has not got it`() async throws {
    let line = try MailSample.misbehaving()
    // Far more than the system's buffers hold, so that the last byte cannot have left.
    let file = MailAttachment(
      name: "invoice.pdf", type: "application/pdf", bytes: [UInt8](repeating: 65, count: 12 << 20))
    let bytes = try MailComposer().compose(MailSample.mail(attachments: [file]))
    let outcome = await line.send(bytes, from: MailSample.sender, to: ["body-close.long@customer.test"])
    #expect(inShort(outcome) == "not sent", "\(outcome)")
  }

  @Test func `a server that says nothing on connecting is waited for only as long as its limit`() async throws
  {
    let limits = MailTimeouts(connect: 1, reply: 3_000, message: 3_000, farewell: 1)
    let line = try MailSample.misbehaving("ehlo-silent", timeouts: limits)
    let start = ContinuousClock.now
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender, to: ["silent@customer.test"])
    #expect(inShort(outcome) == "not sent" && "\(outcome)".contains("did not answer in time"), "\(outcome)")
    // Far from the other limits, however busy the machine.
    #expect(ContinuousClock.now - start < .seconds(1_500))
  }

  @Test func `a whole message is waited for only as long as its limit`() async throws {
    let limits = MailTimeouts(connect: 100, reply: 100, message: 3, farewell: 1)
    let line = try MailSample.misbehaving(timeouts: limits)
    let outcome = await line.send(
      try MailSample.bytes(), from: MailSample.sender, to: ["dot-silent.limit@customer.test"])
    #expect(inShort(outcome) == "unknown", "\(outcome)")
  }

  @Test func `a farewell that is not answered is waited for only as long as its limit`() async throws {
    // All others are far longer.
    let limits = MailTimeouts(connect: 100, reply: 100, message: 100, farewell: 1)
    let line = try MailSample.misbehaving("quit-silent", timeouts: limits)
    _ = await line.send(try MailSample.bytes(), from: MailSample.sender, to: ["farewell@customer.test"])
    let start = ContinuousClock.now
    await line.close()
    // Far from the other limits, however busy the machine.
    #expect(ContinuousClock.now - start < .seconds(1_500))
  }
}

/// An outcome in a few words.
func inShort(_ outcome: SendOutcome) -> String {
  switch outcome {
  case .sent: "sent"
  case .notSent: "not sent"
  case .waitedTooLong: "waited too long"
  case .unknown: "unknown"
  case .refused(let isTemporary, let code, _, let recipient):
    "refused" + (isTemporary ? " for now" : "") + (code.map { " \($0)" } ?? "")
      + (recipient == nil ? "" : " rcpt")
  }
}
