import PolicySyntax

/// Takes the bytes of an iCalendar file apart into content lines.
///
/// Lines end at CR LF or LF; a line that begins with a blank or a tab goes on with the line above it.
/// Source: RFC 5545, section 3.1, and the line ends that files in use have.
struct ICalendarLines {
  /// What stands on the next lines.
  enum Item {
    case line(ICalendarLine)
    /// Text without a colon, or with a quote that is never closed.
    case malformed(Span)
  }

  private let bytes: [UInt8]
  private let file: FileID
  private var index: Int

  init(_ bytes: [UInt8], from base: Int, file: FileID) {
    self.bytes = bytes
    self.file = file
    index = base
  }

  /// The next line that is not empty; nil behind the last.
  mutating func next() -> Item? {
    while index < bytes.count {
      let start = index
      var unfolded: [UInt8] = []
      var end = start
      repeat {
        // The blank at which a line is folded is no part of it.
        let from = index == start ? index : index + 1
        let newline = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        end = newline > from && bytes[newline - 1] == 0x0D ? newline - 1 : max(newline, from)
        unfolded += bytes[from..<max(from, end)]
        index = min(newline + 1, bytes.count)
      } while index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09)
      if unfolded.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      let span = Span(file: file, start: start, end: min(end, bytes.count))
      return ICalendarLine(unfolded[...], span: span).map(Item.line) ?? .malformed(span)
    }
    return nil
  }
}
