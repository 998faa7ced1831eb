#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
      if isWithoutFault(bytes) { return nil }
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

  /// Looks line by line, with the C library's search: nearly every message is without fault. What the fault is, and the first of
  /// several, is found byte by byte.
  private static func isWithoutFault(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func place(of byte: Int32, from start: Int, to end: Int) -> Int? {
      guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, byte, end - start)
      else {
        return nil
      }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    if place(of: 0, from: 0, to: bytes.count) != nil { return false }
    var start = 0
    while start < bytes.count {
      guard let end = place(of: 10, from: start, to: bytes.count),
        place(of: 13, from: start, to: end) == end - 1,
        end - start <= MailLimits.lineBytes + 1
      else { return false }
      start = end + 1
    }
    return true
  }
}
