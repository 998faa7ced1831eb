import PolicySyntax

/// The bytes of one file with what is needed to turn libyaml's places into spans.
struct YAMLSource {
  let bytes: [UInt8]
  let file: FileID
  /// Where the text begins: 3 behind a byte order mark, else 0.
  let base: Int
  private let index: CodePointIndex

  init(_ bytes: [UInt8], file: FileID, base: Int, isASCII: Bool) {
    self.bytes = bytes
    self.file = file
    self.base = base
    index = CodePointIndex(bytes, from: base, isASCII: isASCII)
  }

  /// The byte offset of a code point that libyaml counted.
  func offset(_ codePoint: Int) -> Int {
    index.byteOffset(codePoint, in: bytes)
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: file, start: min(start, bytes.count), end: min(end, bytes.count))
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[min(start, bytes.count)..<min(max(start, end), bytes.count)], as: UTF8.self)
  }

  func lineStart(before offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > base, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { index -= 1 }
    return index
  }

  func lineEnd(after offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// The end of the text of a line, white space at its end left out.
  func textEnd(after offset: Int) -> Int {
    var index = lineEnd(after: offset)
    while index > offset, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return index
  }

  /// How many spaces and tabs a line begins with.
  func indentation(ofLineAt offset: Int) -> Int {
    let start = lineStart(before: offset)
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index - start
  }

  /// The end of `&name` or `!tag`.
  func propertyEnd(from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: return index
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: return index
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return index
      default: index += 1
      }
    }
    return index
  }

  /// The next character that is no white space, line end or comment.
  func skipSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: index += 2
      case 0x23 where index > start: index = lineEnd(after: index)
      default: return index
      }
    }
    return index
  }

  /// The character at an offset, for a message; nil at the end of the file.
  func character(at offset: Int) -> Character? {
    guard offset < bytes.count else { return nil }
    return text(offset, min(offset + 16, bytes.count)).first
  }
}
