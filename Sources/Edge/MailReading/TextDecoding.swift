import CMime

/// Turns bytes into text, whatever charset they claim to be of: nothing is refused, at worst a sign is replaced.
enum TextDecoding {
  /// The text of some bytes.
  static func text(_ bytes: UnsafeRawBufferPointer, charset: String?) -> String {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return "" }
    let name = (charset ?? "us-ascii").lowercased().filter { $0 != "\"" && $0 != " " }
    let isUTF8 = ["utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8", "unknown-8bit", "x-unknown", ""]
      .contains(name)
    let isEscaped =
      name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("utf-16")
      || name.hasPrefix("unicode-1-1-utf-7") || name.hasPrefix("utf-32")
    // Many programs say one charset and write UTF-8; the other way round it would not pass as UTF-8.
    if !isEscaped, let text = String(validating: bytes, as: UTF8.self) { return text.withoutNUL }
    if isUTF8 || isWestern(name) { return western(bytes).withoutNUL }
    var written = 0
    let known = name == "unicode-1-1-utf-7" ? "utf-7" : name
    if known.utf8.count < 40, let converted = duly_mime_utf8(known, base, bytes.count, &written) {
      defer { duly_mime_free_text(converted) }
      let buffer = UnsafeRawBufferPointer(start: converted, count: written)
      return String(decoding: buffer, as: UTF8.self).withoutNUL
    }
    return western(bytes).withoutNUL
  }

  private static func isWestern(_ name: String) -> Bool {
    [
      "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "cp-1252", "ansi",
      "iso-8859-15",
    ].contains(name)
  }

  /// As windows-1252, which holds ISO 8859-1. In ISO 8859-15 the euro is another byte, and nobody writes `¤`.
  private static func western(_ bytes: UnsafeRawBufferPointer) -> String {
    var text = ""
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let value: UInt32 =
        switch byte {
        case 0x80...0x9F: high[Int(byte - 0x80)]
        case 0xA4: 0x20AC
        default: UInt32(byte)
        }
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  // Source: the mapping of windows-1252, with U+FFFD for the five bytes that are nothing.
  private static let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD, 0x017D,
    0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD,
    0x017E, 0x0178,
  ]
}

extension String {
  /// NUL ends a text for C and means nothing in a mail.
  fileprivate var withoutNUL: String {
    utf8.contains(0) ? String(decoding: utf8.filter { $0 != 0 }, as: UTF8.self) : self
  }
}
