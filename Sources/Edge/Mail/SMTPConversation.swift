/// What passed between us and a server about one message; filled in by curl's callbacks, judged by `SendProof`.
struct SMTPConversation {
  /// The command that the server's next answer is for.
  enum Step: Hashable {
    /// Greeting, EHLO, STARTTLS.
    case opening
    case authentication
    case sender
    /// The place of a recipient in the list, from 0.
    case recipient(Int)
    /// DATA was said and the server has not yet asked for the message.
    case data
    /// The server has asked for the message: the next answer is about the whole.
    case message
    /// QUIT, which curl says after a refusal too; the answer to it is about nothing.
    case farewell
  }

  /// An answer of the server: all of its lines, the last one's three digits.
  struct Reply: Hashable {
    let step: Step
    let code: Int
    let text: String
  }

  private let message: [UInt8]
  private var offset = 0
  private(set) var step = Step.opening
  private(set) var lastReply: Reply?
  /// True as soon as curl has asked for the first byte: not before the server's 354.
  private(set) var wasAskedForBytes = false
  private var recipients = 0
  private var lines: [String] = []

  init(message: [UInt8]) { self.message = message }

  /// True as soon as curl holds the last byte of the message: from here on the final dot may leave, or have left.
  var hasHandedOver: Bool { wasAskedForBytes && offset == message.count }

  /// Copies the next bytes of the message.
  ///
  /// - Returns: How many; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    wasAskedForBytes = true
    let count = min(buffer.count, message.count - offset)
    let part = message[offset..<offset + count]
    buffer.copyBytes(from: part)
    offset += count
    return count
  }

  /// Notes a command that was sent; of its words only the verb is looked at.
  ///
  /// What follows AUTH on lines of its own is no command, so a verb counts only where it can stand.
  mutating func note(command: some Collection<UInt8>) {
    let words = String(decoding: command.prefix(10), as: UTF8.self).uppercased()
    if words.hasPrefix("MAIL FROM:") {
      step = .sender
    } else if words.hasPrefix("RCPT TO:"), step == .sender || recipients > 0 {
      step = .recipient(recipients)
      recipients += 1
    } else if words == "DATA\r\n", recipients > 0 {
      step = .data
    } else if words.hasPrefix("AUTH ") {
      step = .authentication
    } else if words == "QUIT\r\n" {
      step = .farewell
    }
  }

  /// Notes a line of an answer; the last line of one has no hyphen after its digits.
  mutating func note(line: some Collection<UInt8>) {
    guard step != .farewell else { return }
    let text = Self.clean(line)
    if lines.count < Self.keptLines { lines.append(String(text.dropFirst(4))) }
    guard let code = Int(text.prefix(3)), text.dropFirst(3).first != "-" else { return }
    lastReply = Reply(step: step, code: code, text: Self.shortened("\(code) " + lines.joined(separator: " ")))
    lines = []
    if step == .data, code == 354 { step = .message }
  }

  /// As many lines of a long answer as are kept.
  private static let keptLines = 8

  /// One line without control characters; what is no UTF-8 becomes the sign for that.
  private static func clean(_ line: some Collection<UInt8>) -> Substring {
    let kept = line.prefix(MailLimits.replyBytes)
    let words = kept.prefix { 32...126 ~= $0 }
    // Nearly every line is plain but for its end.
    if kept.dropFirst(words.count).elementsEqual([13, 10]) {
      return Substring(String(decoding: words, as: UTF8.self))
    }
    var view = String.UnicodeScalarView()
    for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0..<32, 127...159, 0x2028...0x202E, 0x2066...0x2069: view.append(" ")
      default: view.append(scalar)
      }
    }
    let cleaned = String(view)
    let end = cleaned.lastIndex { $0 != " " }.map(cleaned.index(after:)) ?? cleaned.startIndex
    return cleaned[..<end]
  }

  private static func shortened(_ reply: String) -> String {
    reply.utf8.count <= MailLimits.replyBytes ? reply : String(reply.prefix(MailLimits.replyBytes)) + "…"
  }
}
