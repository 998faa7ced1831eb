import Foundation
import TestSupport
import Testing

@testable import Mail

/// Whatever stands in a value, a message is refused or is read back by two other programs exactly as it was meant.
@Suite struct HostileHeaderTests {
  /// Pieces that a reader could take for something else, all of them fit for a header.
  static let pieces = [
    "Ada", "Ltd", "ü", "日本語", "\u{5E9}\u{5DC}", "🙂", "e\u{301}", "\"", "\\", ",", ";", ":", "<x@evil.test>",
    "(note)",
    "@", "=?utf-8?q?Bcc?=", "=?", "?=", " ", "  ", ".", "Bcc: x@evil.test", "&amp;", "%0d%0a", "'", "=",
    "\u{A0}",
    "averylongwordwithoutanyblankinitthatnobodycouldevenfoldonaline_averylongword",
  ]
  static let unsafePieces = [
    "\r\nBcc: x@evil.test", "\n", "\r", "\0", "\t", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}",
    "\u{2066}",
    "\u{FFFE}", "\u{1B}[2J", "\r\n\r\nbody",
  ]

  @Test func `two other readers find exactly the values and headers that were meant`() throws {
    var random = SplitMix64(seed: 4_711)
    let mails = (0..<250).map { number in Self.mail(number, &random) }
    let messages = try mails.map { try MailComposer().compose($0) }
    let read = try ReadMail.byPython(messages)
    #expect(read.count == mails.count)
    for ((mail, message), found) in zip(zip(mails, messages), read) {
      #expect(MessageFault.find(in: message) == nil)
      #expect(found.headers == Self.headers(of: mail))
      #expect(found.subject == mail.subject)
      #expect(found.from == [Self.pair(mail.from)])
      #expect(found.replyTo == (mail.replyTo.map { [Self.pair($0)] } ?? []))
      #expect(found.to == mail.to.map(Self.pair))
      #expect(found.cc == mail.cc.map(Self.pair))
      #expect(found.messageID == "<\(mail.messageID)>")
      #expect(found.references == mail.references.map { "<\($0)>" })
      #expect(found.parts == Self.parts(of: mail))
      #expect(found.defects == [])
      let again = try #require(ReadMail.byGMime(message))
      #expect(again.subject == mail.subject)
      #expect(again.to == mail.to.map(Self.pair))
      // GMime counts those of the content among its part's.
      #expect(again.headers == Self.headers(of: mail).filter { !$0.hasPrefix("Content-") })
    }
  }

  @Test(arguments: unsafePieces) func `what could begin a header or hide is refused everywhere`(piece: String)
  {
    let mail = MailSample.mail()
    let hostile = "Ada" + piece + "Ltd"
    let changes: [(inout OutgoingMail) -> Void] = [
      { $0.subject = hostile }, { $0.from = Mailbox(name: hostile, address: "a@acme.test") },
      { $0.from = Mailbox(address: "a\(piece)@acme.test") },
      { $0.replyTo = Mailbox(address: "a@acme.test\(piece)") },
      { $0.to = [Mailbox(name: hostile, address: "a@acme.test")] },
      { $0.to = [Mailbox(address: "a@\(piece)acme.test")] },
      { $0.cc = [Mailbox(name: hostile, address: "a@acme.test")] }, { $0.messageID = "a\(piece)@acme.test" },
      { $0.inReplyTo = "a@acme.test\(piece)" }, { $0.references = ["a\(piece)b@acme.test"] },
      { $0.attachments = [MailAttachment(name: hostile, type: "application/pdf", bytes: [])] },
      { $0.attachments = [MailAttachment(name: "a.pdf", type: "application/pdf\(piece)", bytes: [])] },
    ]
    for (number, change) in changes.enumerated() {
      var changed = mail
      change(&changed)
      #expect(throws: MailError.self, "\(number)") { try MailComposer().compose(changed) }
    }
  }

  /// Words of the hostile pieces, beginning and ending with a letter in half of the cases.
  private static func words(_ random: inout SplitMix64) -> String {
    let text = (0..<random.number(1...6)).map { _ in random.pick(pieces) }.joined(
      separator: random.pick(["", " "]))
    return random.chance(50) ? "A\(text)z" : text
  }

  private static func mail(_ number: Int, _ random: inout SplitMix64) -> OutgoingMail {
    func mailbox(_ address: String, _ random: inout SplitMix64) -> Mailbox {
      Mailbox(name: random.chance(80) ? words(&random) : nil, address: address)
    }
    let names = ["invoice.pdf", "Rechnung für März.pdf", "請求書.pdf", "a b;c=d'e (1).pdf", "50%, 'x'.pdf"]
    var mail = MailSample.mail(
      subject: words(&random), text: random.pick(["", ".\n", words(&random) + "\n.\n", "a\r\nb\rc\n"]),
      html: random.pick([nil, "", "<p>" + words(&random) + "</p>"]))
    mail.from = mailbox("accounts@acme.test", &random)
    mail.replyTo = random.chance(50) ? mailbox("o'brien+x=y@acme.test", &random) : nil
    mail.to = (0..<random.number(1...3)).map { mailbox("to\($0)@customer.test", &random) }
    mail.cc = (0..<random.number(0...2)).map { mailbox("cc\($0)@customer.test", &random) }
    mail.messageID = "\(number).x=1@acme.test"
    mail.inReplyTo = random.chance(50) ? "earlier@acme.test" : nil
    mail.references = (0..<random.number(0...4)).map { "r\($0)@acme.test" }
    mail.isMarkedAutoSubmitted = random.chance(30)
    mail.attachments = (0..<random.number(0...2)).map { _ in
      MailAttachment(
        name: random.pick(names), type: "application/pdf", bytes: (0..<200).map { UInt8($0) })
    }
    return mail
  }

  private static func pair(_ mailbox: Mailbox) -> [String] { [mailbox.shownName ?? "", mailbox.address] }

  private static func headers(of mail: OutgoingMail) -> [String] {
    ["From"] + (mail.replyTo == nil ? [] : ["Reply-To"]) + ["To"] + (mail.cc.isEmpty ? [] : ["Cc"])
      + ["Subject", "Date", "Message-Id"] + (mail.inReplyTo == nil ? [] : ["In-Reply-To"])
      + (mail.references.isEmpty ? [] : ["References"])
      + (mail.isMarkedAutoSubmitted ? ["Auto-Submitted"] : []) + ["MIME-Version", "Content-Type"]
      + (mail.html == nil && mail.attachments.isEmpty ? ["Content-Transfer-Encoding"] : [])
  }

  private static func parts(of mail: OutgoingMail) -> [ReadMail.Part] {
    func text(_ type: String, _ text: String) -> ReadMail.Part {
      let lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
      return ReadMail.Part(
        type: type, name: nil, charset: "utf-8",
        bytes: Array(lines.replacingOccurrences(of: "\n", with: "\r\n").utf8))
    }
    return [text("text/plain", mail.text)] + (mail.html.map { [text("text/html", $0)] } ?? [])
      + mail.attachments.map { ReadMail.Part(type: $0.type, name: $0.name, charset: nil, bytes: $0.bytes) }
  }
}
