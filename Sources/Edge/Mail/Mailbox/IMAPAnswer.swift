/// One answer of an IMAP server: a line, with the literals that stand in it.
struct IMAPAnswer: Equatable {
  /// The line without its end; a NUL stands for each literal.
  let text: [UInt8]
  /// In their order.
  let literals: [[UInt8]]

  /// What an answer is made of.
  enum Word: Equatable {
    case atom(String)
    /// A quoted text or a literal.
    case text([UInt8])
    case open
    case close
  }

  /// The words of the line, one after the other; what is no word of IMAP is taken as an atom.
  /// - Complexity: O(bytes of the line).
  var words: [Word] {
    var words: [Word] = []
    var place = 0
    var literal = 0
    while place < text.count {
      switch text[place] {
      case 32: place += 1
      case UInt8(ascii: "("):
        words.append(.open)
        place += 1
      case UInt8(ascii: ")"):
        words.append(.close)
        place += 1
      case 0:
        if literal < literals.count { words.append(.text(literals[literal])) }
        literal += 1
        place += 1
      case UInt8(ascii: "\""): words.append(.text(quoted(&place)))
      default:
        let end =
          text[place...].firstIndex { [32, 0, 34, UInt8(ascii: "("), UInt8(ascii: ")")].contains($0) }
          ?? text.count
        words.append(.atom(String(decoding: text[place..<end], as: UTF8.self)))
        place = end
      }
    }
    return words
  }

  private func quoted(_ place: inout Int) -> [UInt8] {
    var found: [UInt8] = []
    place += 1
    while place < text.count, text[place] != UInt8(ascii: "\"") {
      if text[place] == UInt8(ascii: "\\"), place + 1 < text.count { place += 1 }
      found.append(text[place])
      place += 1
    }
    place += 1
    return found
  }

  /// True where the line begins so, whatever its capitals.
  func begins(with word: String) -> Bool {
    let head = text.prefix(word.utf8.count)
    return head.count == word.utf8.count && String(decoding: head, as: UTF8.self).uppercased() == word
  }

  /// The line for a person: short, and without signs that a terminal would obey.
  var told: String {
    let kept = String(decoding: text.prefix(MailboxLimits.wordBytes), as: UTF8.self)
    return String(
      String.UnicodeScalarView(
        kept.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0..<32, 127...159, 0x2028...0x202E, 0x2066...0x2069: " "
          default: scalar
          }
        }))
  }

  /// The number behind a word such as `UIDVALIDITY`; nil where there is none.
  func number(behind word: String) -> UInt32? {
    let parts = String(decoding: text, as: UTF8.self).uppercased().split { " []".contains($0) }
    guard let place = parts.firstIndex(of: Substring(word)), place + 1 < parts.count else { return nil }
    return UInt32(parts[place + 1])
  }
}

/// What a FETCH answer says of one mail.
struct IMAPFetchItem: Equatable {
  private(set) var number: UInt32?
  private(set) var size: Int?
  private(set) var received: Int64?
  private(set) var body: [UInt8]?

  /// Nil for what is no FETCH answer.
  init?(_ answer: IMAPAnswer) {
    // Most answers that are none can be told by their first bytes.
    guard answer.text.first == UInt8(ascii: "*") else { return nil }
    let words = answer.words
    guard words.count > 4, case .atom(let kind) = words[2], kind.uppercased() == "FETCH", words[3] == .open
    else { return nil }
    var place = 4
    while place + 1 < words.count, case .atom(let name) = words[place] {
      place += 1
      let value = words[place]
      switch (name.uppercased(), value) {
      case ("UID", .atom(let text)): number = UInt32(text)
      case ("RFC822.SIZE", .atom(let text)): size = Int(text)
      case ("INTERNALDATE", .text(let text)):
        received = MailTimestamp.seconds(of: String(decoding: text, as: UTF8.self))
      case (let name, .text(let bytes)) where name.hasPrefix("BODY["): body = bytes
      // A mail without a byte.
      case (let name, .atom) where name.hasPrefix("BODY["): body = []
      default: break
      }
      place = Self.end(of: place, words)
    }
  }

  /// The place behind a value, which may be a list of lists.
  private static func end(of start: Int, _ words: [IMAPAnswer.Word]) -> Int {
    var depth = 0
    var place = start
    while place < words.count {
      if words[place] == .open { depth += 1 }
      if words[place] == .close { depth -= 1 }
      place += 1
      if depth <= 0 { break }
    }
    return place
  }
}
