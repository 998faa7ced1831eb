import MailReading
import Receivables
import Replies
import Testing

@Suite struct MailReaderTests {
  private func read(_ text: String) throws -> TakenApartMail {
    try #require(MailReader.read(Array(text.utf8)))
  }

  @Test func `headers are unfolded and decoded, parts lose their encoding and their charset`() throws {
    let mail = try read(
      "Subject: =?iso-8859-1?q?f=FCr?=\r\n Sie\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n400=A0=80 f=FCr alles\r\n")
    #expect(mail.header("subject") == "für Sie")
    #expect(mail.parts.first?.text?.contains("€ für alles") == true)
  }

  @Test func `a charset that nobody knows and bytes of another than the one named are read all the same`()
    throws
  {
    let unknown = Array("Content-Type: text/plain; charset=x-nonsense\r\n\r\nfür".utf8)
    #expect(MailReader.read(unknown)?.parts.first?.text == "für")
    let mislabelled =
      Array("Content-Type: text/plain; charset=utf-8\r\n\r\nf".utf8) + [0xFC] + Array("r".utf8)
    #expect(MailReader.read(mislabelled)?.parts.first?.text == "für")
  }

  @Test func `flowed lines are joined, quoted ones by their depth`() {
    let text = "This line \ngoes on.\n> quoted \n> too\n-- \nAda"
    #expect(FlowedText.unfolded(text, deletesSpaces: false) == "This line goes on.\n> quoted too\n-- \nAda")
  }

  @Test func `of an enclosed mail only the head is read`() throws {
    let mail = try read(
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\n"
        + "Content-Type: message/rfc822\r\n\r\nSubject: Yours\r\n\r\nWe will pay on Friday.\r\n--b--\r\n")
    #expect(mail.parts.map(\.type) == ["text/plain", "message/rfc822"])
    #expect(mail.parts.last?.isEnclosed == true)
    #expect(mail.parts.last?.text == "Subject: Yours")
  }

  @Test func `bytes that are no mail are nil`() {
    #expect(MailReader.read([]) == nil)
    #expect(MailReader.read([0, 1, 2]) == nil)
  }

  @Test(arguments: [
    ("depth", 3000), ("parts", 20_000), ("headers", 20_000), ("long header", 1), ("long line", 1),
    ("open quote", 1),
  ])
  func `mail that is made to be too much is read within its limits`(kind: String, count: Int) throws {
    let mail = try read(Self.hostile(kind, count))
    #expect(mail.parts.count <= 200)
    #expect(mail.headers.count <= 500)
    #expect(mail.headers.allSatisfy { $0.value.utf8.count <= 8192 })
    _ = try ReplyFixtures.reader.get().understand(mail, context: ReplyFixtures.context)
  }

  private static func hostile(_ kind: String, _ count: Int) -> String {
    switch kind {
    case "depth":
      (0..<count).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }.joined()
    case "parts":
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + String(repeating: "--b\r\n\r\nx\r\n", count: count)
    case "headers": "From: a@b.example\r\n" + String(repeating: "X-A: b\r\n", count: count) + "\r\nx"
    case "long header": "Subject: " + String(repeating: "x", count: 1_000_000) + "\r\n\r\nx"
    case "long line": "Subject: x\r\n\r\n" + String(repeating: "pay friday ", count: 100_000)
    default:
      "Subject: x\r\nContent-Type: text/html\r\n\r\n<a href=\"" + String(repeating: "<b>", count: 50_000)
    }
  }

  @Test(
    arguments: [
      ("Tue, 10 Mar 2026 23:30:00 -0500", "2026-03-10"), ("1 Feb 26 08:00 GMT", "2026-02-01"),
      ("Mon, 02 March 1998 08:00:00 +0000", "1998-03-02"), ("Fri, 31 Feb 2026 08:00:00 +0000", nil),
      ("yesterday", nil), ("", nil),
    ] as [(String, String?)])
  func `the day of a mail is that of its Date line`(line: String, day: String?) {
    let mail = TakenApartMail(headers: [.init(name: "Date", value: line)], parts: [])
    #expect(mail.writtenOn == day.flatMap(Day.init(iso:)))
  }
}
