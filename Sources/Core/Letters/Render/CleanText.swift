/// Makes the text of a value fit for a letter: one line, no control characters.
///
/// Control characters, line and paragraph separators, and the marks that turn the direction of writing around
/// become spaces; so no value can begin a line of a header, a paragraph of its own, or disguise another.
enum CleanText {
  /// Appends a value; false where nothing of it can be seen.
  static func append(_ value: String, to text: inout [UInt8], escaping: Bool) -> Bool {
    let fast = value.utf8.withContiguousStorageIfAvailable { bytes -> Bool? in
      guard isPlain(bytes) else { return nil }
      if escaping { HTMLText.append(bytes, to: &text) } else { text.append(contentsOf: bytes) }
      return true
    }
    if case .some(.some(let isVisible)) = fast { return isVisible }
    let (clean, isVisible) = cleaned(value)
    if escaping { HTMLText.append(clean, to: &text) } else { text += clean }
    return isVisible
  }

  /// True for a text that can stand as it is, and of which something can be seen.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (least, greatest): (UInt8, UInt8) = (255, 0)
    for byte in bytes {
      least = min(least, byte)
      greatest = max(greatest, byte)
    }
    // Nearly all are of ASCII, which this says of many bytes at a time.
    if least >= 32, greatest < 127 { return greatest > 32 }
    var isVisible = false
    for byte in bytes {
      // Control characters of one byte, and the first bytes of those of two and three.
      if byte < 32 || byte == 127 || byte == 0xC2 || byte == 0xE2 { return false }
      if byte > 32, byte < 127 { isVisible = true }
    }
    return isVisible
  }

  /// The clean text of a value.
  static func bytes(_ value: String) -> [UInt8] { cleaned(value).bytes }

  private static func cleaned(_ value: String) -> (bytes: [UInt8], isVisible: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.utf8.count)
    var isVisible = false
    for scalar in value.unicodeScalars {
      let properties = scalar.properties
      switch scalar.value {
      case 0..<32, 127...159, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: bytes.append(32)
      default:
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        if !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint { isVisible = true }
      }
    }
    return (bytes, isVisible)
  }
}
