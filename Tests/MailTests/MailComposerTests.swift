import Foundation
import Testing

@testable import Mail

@Suite struct MailComposerTests {
  private func compose(_ change: (inout OutgoingMail) -> Void) throws -> String {
    var mail = MailSample.mail()
    change(&mail)
    return String(decoding: try MailComposer().compose(mail), as: UTF8.self)
  }

  @Test func `the same message has the same bytes, another Message-ID other boundaries`() throws {
    #expect(try MailSample.bytes() == MailSample.bytes())
    let other = try compose { $0.messageID = "4711.second@acme.test" }
    let boundary = try #require(other.split(separator: "\r\n").first { $0.contains("boundary=") })
    #expect(try !compose { _ in }.contains(boundary))
  }

  @Test func `a message is what its reader expects`() throws {
    let text = try compose { mail in
      mail.cc = [Mailbox(address: "copy@customer.test")]
      mail.inReplyTo = "earlier@acme.test"
      mail.references = ["first@acme.test", "earlier@acme.test"]
    }
    let expected = """
      From: Priya Shah <accounts@acme.test>
      To: ap@customer.test
      Cc: copy@customer.test
      Subject: Invoice 4711
      Date: Mon, 02 Mar 2026 10:00:00 +0100
      Message-Id: <4711.first@acme.test>
      In-Reply-To: <earlier@acme.test>
      References: <first@acme.test> <earlier@acme.test>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="=_duly-a-BOUNDARY"

      --=_duly-a-BOUNDARY
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Good morning

      --=_duly-a-BOUNDARY
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>Good morning</p>

      --=_duly-a-BOUNDARY--

      """
    let start = try #require(text.range(of: "=_duly-a-"))
    let mark = text[start.upperBound...].prefix(16)
    #expect(
      text.replacingOccurrences(of: mark, with: "BOUNDARY").replacingOccurrences(of: "\r\n", with: "\n")
        == expected)
  }

  @Test func `lines are short and end with CR LF, whatever the text is`() throws {
    for text in [
      "", "x", "\n", ".", String(repeating: "ü", count: 5_000), String(repeating: "a ", count: 5_000),
      "\r\r\n\n",
    ] {
      for html in [nil, text] {
        let bytes = Array(try compose { ($0.text, $0.html) = (text, html) }.utf8)
        #expect(MessageFault.find(in: bytes) == nil)
        #expect(bytes.split(separator: 10).allSatisfy { $0.count <= 79 })
      }
    }
  }

  @Test func `of a long thread the first and the latest messages are named`() throws {
    let text = try compose { $0.references = (0..<500).map { "m\($0)@acme.test" } }
    #expect(
      text.contains("<m0@acme.test>") && text.contains("<m499@acme.test>") && !text.contains("<m1@acme.test>")
    )
    #expect(text.split(separator: "<m").count == MailLimits.references + 1)
  }

  @Test func `Auto-Submitted is there only where it is asked for`() throws {
    #expect(try !compose { _ in }.contains("Auto-Submitted"))
    #expect(
      try compose { $0.isMarkedAutoSubmitted = true }.contains("\r\nAuto-Submitted: auto-generated\r\n"))
  }

  @Test(arguments: [
    "", "ap", "@customer.test", "ap@", "a@b@c.test", "a b@customer.test", "\"a b\"@customer.test",
    "a@[192.0.2.1]",
    "a..b@customer.test", ".a@customer.test", "a@customer..test", "a@-customer.test", "<a@customer.test>",
    "a@customer.test,b@customer.test", "j\u{FC}rgen@customer.test", "a@m\u{FC}ller.test", "a@customer.test ",
    String(repeating: "a", count: 65) + "@customer.test", "a@" + String(repeating: "b", count: 64) + ".test",
    "a@" + String(repeating: "b.", count: 130) + "test", "a@customer.test\u{202E}",
  ]) func `what is no plain address is refused, and not repeated`(address: String) {
    let error = #expect(throws: MailError.self) { try compose { $0.to = [Mailbox(address: address)] } }
    #expect(error?.code == .unusableAddress)
    #expect(address.utf8.count < 3 || error?.message.contains(address) == false)
  }

  @Test func `each limit is kept`() throws {
    let file = MailAttachment(name: "a.pdf", type: "application/pdf", bytes: [])
    let many = Array(repeating: Mailbox(address: "a@customer.test"), count: 101)
    let big = MailAttachment(
      name: "a.pdf", type: "application/pdf",
      bytes: [UInt8](repeating: 0, count: MailLimits.attachmentBytes + 1))
    let changes: [(inout OutgoingMail) -> Void] = [
      { $0.subject = String(repeating: "x", count: MailLimits.subjectBytes + 1) }, { $0.to = many },
      {
        $0.from = Mailbox(
          name: String(repeating: "x", count: MailLimits.nameBytes + 1), address: "a@acme.test")
      },
      { $0.text = String(repeating: "x", count: MailLimits.bodyBytes + 1) },
      { $0.html = String(repeating: "x", count: MailLimits.bodyBytes + 1) },
      { $0.attachments = Array(repeating: file, count: MailLimits.attachments + 1) },
      { $0.attachments = [big] },
    ]
    for (number, change) in changes.enumerated() {
      let error = #expect(throws: MailError.self, "\(number)") { try compose(change) }
      #expect(error?.code == .tooLong)
    }
    #expect(throws: MailError.self) { try compose { $0.to = [] } }
    #expect(throws: MailError.self) { try compose { $0.text = "a\0b" } }
    #expect(throws: MailError.self) { try compose { $0.date = MailDate(seconds: -1, offset: 0) } }
    #expect(throws: MailError.self) {
      try compose { $0.messageID = String(repeating: "x", count: 250) + "@acme.test" }
    }
  }

  @Test(arguments: [
    "", ".", "..", "a/b.pdf", "a\\b.pdf", "c:a.pdf", "a\".pdf", "=?utf-8?q?a?=", " a.pdf", "a.pdf ",
  ])
  func `a name that a mail program could take for a path is refused`(name: String) {
    let file = MailAttachment(name: name, type: "application/pdf", bytes: [1])
    #expect(throws: MailError.self) { try compose { $0.attachments = [file] } }
  }

  @Test(arguments: [
    "", "pdf", "a/b/c", "text/html", "multipart/mixed", "message/rfc822", "application/pdf; x=y", "a /b",
  ])
  func `a type that is none, or that holds other parts, is refused`(type: String) {
    let file = MailAttachment(name: "a.pdf", type: type, bytes: [1])
    #expect(throws: MailError.self) { try compose { $0.attachments = [file] } }
  }

  @Test(arguments: ["", "a\n", "a\r", "a\r\nb", "\r\r\n", "a\0\r\n", "\n\r\n"])
  func `bytes that two servers could read differently do not leave`(text: String) async throws {
    #expect(MessageFault.find(in: Array(text.utf8)) != nil)
    // Nothing listens there: a message with a fault is refused before anybody is asked.
    let line = MailLine(try MailServer(url: "smtp://127.0.0.1:1", tls: .none))
    let outcome = await line.send(Array(text.utf8), from: "a@acme.test", to: ["b@customer.test"])
    #expect(inShort(outcome) == "refused")
  }

  @Test func `a line of 998 bytes may leave, one more may not`() {
    let line = [UInt8](repeating: 65, count: MailLimits.lineBytes)
    #expect(MessageFault.find(in: line + [13, 10]) == nil)
    #expect(MessageFault.find(in: line + [65, 13, 10]) != nil)
  }
}
