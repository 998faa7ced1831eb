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

  /// As many characters as an encoded word holds between its marks, which are 12 of the 75 that it may have.
  /// Source: RFC 2047, 2.
  private static let encodedWordCharacters = 63

  /// In the Q encoding: GMime reads words of base64 that follow each other as one, and stops where the first is padded.
  private static func encodedWords(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let next = quoted(scalar)
      // A word ends between characters, never inside one.
      if word.utf8.count + next.utf8.count > encodedWordCharacters {
        words.append("=?UTF-8?Q?\(word)?=")
        word = ""
      }
      word += next
    }
    words.append("=?UTF-8?Q?\(word)?=")
    return words.joined(separator: " ")
  }

  /// What stands for a character before an address, where the fewest may stand for themselves.
  /// Source: RFC 2047, 5 (3).
  private static func quoted(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": return String(scalar)
    case " ": return "_"
    default:
      return (UTF8.encode(scalar).map(Array.init) ?? []).map { byte in
        "=" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
      }.joined()
    }
  }
}
