/// Which words of a language are of which theme: `cheque` and `balance` are of `money`, in every language the same names.
///
/// Somebody wrote the words down, and what a theme leans to is learnt from replies in all languages at once: so a word that
/// no labelled reply holds says as much as the others of its theme.
package struct Themes: Sendable {
  /// The theme whose words deny what follows.
  static let negation: UInt8 = 0

  /// The names, by number.
  private var names = ["neg"]
  private var ofPhrase: [UInt64: [UInt8]] = [:]
  /// The hashes of the words that begin a phrase of several.
  private var beginnings: Set<UInt64> = []

  /// No theme at all.
  package init() {}

  var isEmpty: Bool { ofPhrase.isEmpty }

  /// A phrase has at most so many words.
  private static let longest = 5
  /// Of a word that is not written down its beginning may be, without so many letters.
  private static let endings = 1...2
  private static let shortestBeginning = 5

  /// Reads lines of a name, a colon and words with spaces between; `_` joins the words of a phrase. A name may have several
  /// lines; a line without a colon is none.
  package init(_ text: [UInt8]) {
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let theme = number(String(line[..<colon]))
      for phrase in line[line.index(after: colon)...].split(separator: " ") { add(phrase, theme) }
    }
  }

  private mutating func number(_ name: String) -> UInt8 {
    if let known = names.firstIndex(of: name) { return UInt8(known) }
    names.append(name)
    precondition(names.count <= 250, "a theme's number is a byte")
    return UInt8(names.count - 1)
  }

  private mutating func add(_ phrase: Substring, _ theme: UInt8) {
    let spaced = String(decoding: phrase.utf8.map { $0 == UInt8(ascii: "_") ? 32 : $0 }, as: UTF8.self)
    let words = Tokenizer.tokens(of: spaced).map(\.text)
    guard let first = words.first, words.count <= Self.longest else { return }
    if words.count > 1 { beginnings.insert(SignHash(first.utf8).value) }
    let hash = Self.hash(words)
    if ofPhrase[hash]?.contains(theme) != true { ofPhrase[hash, default: []].append(theme) }
  }

  private static func hash(_ words: some Sequence<String>) -> UInt64 {
    var hash = SignHash()
    for word in words {
      hash.add(word.utf8)
      hash.add(CollectionOfOne(32))
    }
    return hash.value
  }

  /// The themes of the word at a place, and of the phrases that begin there.
  func themes(at place: Int, in tokens: [Token]) -> [UInt8] {
    let text = tokens[place].text
    var found = ofPhrase[Self.hash(CollectionOfOne(text))] ?? []
    if found.isEmpty {
      let ending = Self.endings.first { cut in
        text.utf8.count - cut >= Self.shortestBeginning
          && ofPhrase[Self.hash(CollectionOfOne(String(text.dropLast(cut))))] != nil
      }
      if let ending { found = ofPhrase[Self.hash(CollectionOfOne(String(text.dropLast(ending))))] ?? [] }
    }
    if beginnings.contains(SignHash(text.utf8).value) {
      for end in place + 2..<max(place + 2, min(place + Self.longest, tokens.count) + 1) {
        for theme in ofPhrase[Self.hash(tokens[place..<min(end, tokens.count)].lazy.map(\.text))] ?? []
        where !found.contains(theme) {
          found.append(theme)
        }
      }
    }
    return found
  }

  /// The names of the themes of a piece, or of the thing of the grammar that it is.
  func names(of piece: LeaningPiece) -> [String] {
    guard piece.themes.isEmpty else { return piece.themes.map { names[Int($0)] } }
    guard let text = piece.text, let first = text.utf8.first else { return [] }
    if first == UInt8(ascii: "<") || first == UInt8(ascii: "?") { return [text] }
    return first.isDigit ? ["<number>"] : []
  }
}
