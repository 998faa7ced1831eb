extension TextFunctions {
  /// The text with the letters from A to Z made small, and no others.
  static func lowercased(_ text: String) -> String {
    mapped(text) { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 + 32 : $0 }
  }

  /// The text with the letters from a to z made large, and no others.
  static func uppercased(_ text: String) -> String {
    mapped(text) { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") ? $0 - 32 : $0 }
  }

  /// The text without white space at both ends, which is what Unicode's property White_Space says it is.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[start...last])
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // The table of properties is slow; most letters are below the first of its far spaces.
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0..<0x1680: false
    default: scalar.properties.isWhitespace
    }
  }

  /// The scalars from the last to the first; accents do not stay with their letters.
  static func reversed(_ text: String) -> String {
    let bytes = text.utf8.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var end = bytes.count
    while end > 0 {
      var start = end - 1
      while start > 0, bytes[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
      for offset in start..<end { result.append(bytes[offset]) }
      end = start
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text between double quotes as the language would write it: with escapes for those of its control
  /// characters that have a letter, for backslashes and for double quotes.
  static func quoted(_ text: String) -> String {
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    var bytes: [UInt8] = [quote]
    bytes.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
      if let letter = escape(byte) {
        bytes.append(backslash)
        bytes.append(letter)
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(quote)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands behind the backslash; nil for all that stands for itself.
  private static func escape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x07: UInt8(ascii: "a")
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0B: UInt8(ascii: "v")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    default: nil
    }
  }

  /// The text with each byte replaced; the caller keeps those beyond ASCII as they are.
  private static func mapped(_ text: String, _ letter: (UInt8) -> UInt8) -> String {
    String(decoding: text.utf8.map(letter), as: UTF8.self)
  }
}
