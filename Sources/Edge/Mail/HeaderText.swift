/// Words for a header, made so that every reader gives back exactly what was written and no reader sees another header.
enum HeaderText {
  /// Refuses what could begin a header, hide or disguise: control characters, the separators of lines and paragraphs,
  /// the marks that turn the direction of writing around, and code points that are no characters.
  static func check(_ text: String, at place: String, limit: Int) throws(MailError) {
    guard text.utf8.count <= limit else {
      throw MailError(.tooLong, "\(place) has more than \(limit) bytes: shorten it")
    }
    guard let found = text.unicodeScalars.first(where: isUnsafe) else { return }
    let number = String(found.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
    throw MailError(
      .unsafeCharacter, "\(place) holds the character U+\(code), which has no place in a header: remove it")
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127...159, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// The text as it may stand in a subject or before an address: as it is where that is read the same by everybody, else
  /// the whole of it as encoded words.
  ///
  /// Left to itself GMime encodes word by word: runs of blanks are lost then, and what looks like an encoded word is
  /// taken for one.
  static func encoded(_ text: String) -> String {
    isPlain(text) ? text : encodedWords(text)
  }

  /// The longest word that is left as it is, so that a folded line is never too long.
  private static let plainWordBytes = 60

  private static func isPlain(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ 32...126 ~= $0 }), !text.contains("=?") else { return false }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return text.isEmpty || words.allSatisfy { !$0.isEmpty && $0.utf8.count <= plainWordBytes }
  }

  /// As many bytes as one encoded word holds: 60 of base64 and the 12 around it are less than 75.
  /// Source: RFC 2047, 2 and 5.
  private static let encodedWordBytes = 45

  private static func encodedWords(_ text: String) -> String {
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      // A word ends between characters, never inside one.
      if word.count + bytes.count > encodedWordBytes {
        words.append("=?UTF-8?B?\(Base64.encoded(word))?=")
        word = []
      }
      word += bytes
    }
    words.append("=?UTF-8?B?\(Base64.encoded(word))?=")
    return words.joined(separator: " ")
  }
}
