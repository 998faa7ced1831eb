/// What is wrong with the bytes of a message that is to leave, whoever made them.
///
/// A line ended by CR or LF alone is read as two messages by one server and as one by the next.
enum MessageFault {
  /// The fault in words; nil for none.
  static func find(in message: [UInt8]) -> String? {
    guard !message.isEmpty else { return "the message is empty" }
    guard message.count <= MailLimits.messageBytes else {
      return "the message has more than \(MailLimits.messageBytes) bytes"
    }
    return message.withUnsafeBufferPointer { bytes in
      var (line, previous) = (0, UInt8(0))
      for byte in bytes {
        if (byte == 10) != (previous == 13) && (byte == 10 || previous == 13) {
          return "the message holds a line that does not end with CR LF"
        }
        guard byte != 0 else { return "the message holds the character U+0000" }
        line = byte == 10 ? 0 : line + 1
        // The CR of the line's end is in this count.
        guard line <= MailLimits.lineBytes + 1 else {
          return "the message has a line of more than \(MailLimits.lineBytes) bytes"
        }
        previous = byte
      }
      return previous == 10 ? nil : "the message does not end with CR LF"
    }
  }
}
