import Testing

@testable import Mail

/// What the end of a transfer proves, row by row, without a server.
@Suite struct SendProofTests {
  private static let bytes = Array("Subject: x\r\n\r\nHello\r\n".utf8)

  /// A talk: `>` what we sent, `<` what the server answered, `.` the message handed over, `,` a part of it.
  private static func conversation(_ talk: [String]) -> SMTPConversation {
    var conversation = SMTPConversation(message: bytes)
    for line in talk {
      let words = Array(line.dropFirst().utf8) + [13, 10]
      switch line.first {
      case ">": conversation.note(command: words)
      case "<": conversation.note(line: words)
      default:
        var buffer = [UInt8](repeating: 0, count: line == "." ? bytes.count : 5)
        let count = buffer.withUnsafeMutableBytes { conversation.read(into: $0) }
        #expect(count == buffer.count)
      }
    }
    return conversation
  }

  private static func proof(
    _ talk: [String], _ ending: TransferResult.Ending = .broken, isNewConnection: Bool = true
  ) -> String {
    let result = TransferResult(
      ending: ending, explanation: "why", isNewConnection: isNewConnection, conversation: conversation(talk))
    return switch SendProof(result) {
    case .accepted(let reply): "accepted \(reply)"
    case .refused(let reply): "refused \(reply.text) at \(reply.step)"
    case .notSent: "not sent"
    case .deadConnection: "dead connection"
    case .unknown: "unknown"
    }
  }

  private static let start = [
    ">MAIL FROM:<a@b.c>", "<250 ok", ">RCPT TO:<d@e.f>", "<250 ok", ">DATA", "<354 go on",
  ]

  @Test func `the answer to the whole message counts, whatever comes after it`() {
    #expect(Self.proof(Self.start + [".", "<250 taken"], .completed) == "accepted 250 taken")
    #expect(Self.proof(Self.start + [".", "<250 taken"], .timedOut) == "accepted 250 taken")
    #expect(Self.proof(Self.start + [".", "<250-two", "<250 lines"], .completed) == "accepted 250 two lines")
    #expect(Self.proof(Self.start + [".", "<554 no"]) == "refused 554 no at message")
    #expect(Self.proof(Self.start + [".", "<554 no", ">QUIT", "<221 bye"]) == "refused 554 no at message")
  }

  @Test func `without that answer a message whose last byte was handed over is unknown`() {
    #expect(Self.proof(Self.start + ["."]) == "unknown")
    #expect(Self.proof(Self.start + ["."], .timedOut) == "unknown")
    #expect(Self.proof(Self.start + ["."], .completed) == "unknown")
    #expect(Self.proof(Self.start + ["."], isNewConnection: false) == "unknown")
    // Half an answer is none, and a farewell's answer is not the message's.
    #expect(Self.proof(Self.start + [".", "<250-two"]) == "unknown")
    #expect(Self.proof(Self.start + [".", ">QUIT", "<221 bye"], .timedOut) == "unknown")
    #expect(Self.proof(Self.start + [".", "<354 more?"]) == "unknown")
  }

  @Test func `a message that was not handed over whole is with nobody`() {
    #expect(Self.proof(Self.start + [","]) == "not sent")
    #expect(Self.proof(Self.start) == "not sent")
    #expect(Self.proof(Self.start, .completed) == "not sent")
    #expect(Self.proof([], .unreachable) == "not sent")
    #expect(Self.proof(["<220 hello"], .noTLS) == "not sent")
  }

  @Test func `a refusal is told with the step that it answers`() {
    let mail = [">MAIL FROM:<a@b.c>", "<250 ok"]
    #expect(Self.proof([">MAIL FROM:<a@b.c>", "<550 no"]) == "refused 550 no at sender")
    #expect(Self.proof(mail + [">RCPT TO:<x@y.z>", "<450 no"]) == "refused 450 no at recipient(0)")
    #expect(
      Self.proof(mail + [">RCPT TO:<x@y.z>", "<250 ok", ">RCPT TO:<x@y.z>", "<550 no", ">QUIT", "<221 bye"])
        == "refused 550 no at recipient(1)")
    #expect(Self.proof(Array(Self.start.dropLast()) + ["<451 no"]) == "refused 451 no at data")
    #expect(Self.proof([">MAIL FROM:<a@b.c>", "<530 who are you"]) == "not sent")
    #expect(Self.proof([">AUTH PLAIN", "<535 no"], .loginDenied) == "not sent")
    #expect(Self.proof(["<554 no"], .other) == "not sent")
  }

  @Test func `a kept connection is dead where it says nothing, or that it has waited too long`() {
    #expect(Self.proof([">MAIL FROM:<a@b.c>"], isNewConnection: false) == "dead connection")
    #expect(Self.proof([">MAIL FROM:<a@b.c>", "<421 bye"], isNewConnection: false) == "dead connection")
    #expect(Self.proof([">MAIL FROM:<a@b.c>"], isNewConnection: true) == "not sent")
    #expect(Self.proof([">MAIL FROM:<a@b.c>"], .timedOut, isNewConnection: false) == "not sent")
  }

  @Test func `what is written in a password is no command`() {
    // LOGIN sends user and password on lines of their own.
    #expect(Self.proof([">AUTH LOGIN", "<334 x", ">DATA", "<334 x", ">RCPT TO:", "<535 no"]) == "not sent")
  }

  @Test func `a server's words are cut and made harmless`() {
    let long = String(repeating: "x", count: 2_000)
    let reply = Self.conversation([">MAIL FROM:<a@b.c>", "<550 a\u{1B}[2J\u{202E}\(long)"]).lastReply
    #expect(reply?.text.utf8.count ?? 0 <= MailLimits.replyBytes + 3)
    #expect(reply?.text.hasPrefix("550 a [2J x") == true)
  }
}
