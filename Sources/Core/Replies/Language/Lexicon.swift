/// The words that the rules of a language know, each with a number, and how a word of a text is found among them.
struct Lexicon: Sendable {
  private var words: [String: Int32] = [:]
  private var beginnings: [String: Int32] = [:]
  private var endings: [String: Int32] = [:]
  /// Words with one letter left out, for words that are misspelt.
  private var shortened: [String: [Int32]] = [:]
  private var spelling: [String] = []
  private var longestBeginning = 0
  private var longestEnding = 0

  /// Shorter words are taken as they are written: too many others are one letter away.
  private static let shortestMisspelt = 6

  /// Words that are others without their apostrophe.
  private static let otherWithoutApostrophe: Set<String> = [
    "ill", "well", "shell", "hell", "were", "wed", "id", "shed", "its", "lets",
  ]

  /// The number of a word, a beginning (`pay*`) or an ending.
  mutating func number(of pattern: Pattern) -> Int32? {
    switch pattern {
    case .word(let word):
      let number = intern(word, in: \.words)
      let plain = word.filter { $0 != "'" }
      if plain != word, word.last != "'", !Self.otherWithoutApostrophe.contains(plain), words[plain] == nil {
        words[plain] = number
      }
      return number
    case .beginning(let text):
      longestBeginning = max(longestBeginning, text.utf8.count)
      return intern(text, in: \.beginnings)
    case .ending(let text):
      longestEnding = max(longestEnding, text.utf8.count)
      return intern(text, in: \.endings)
    default: return nil
    }
  }

  private mutating func intern(_ text: String, in table: WritableKeyPath<Lexicon, [String: Int32]>) -> Int32 {
    if let known = self[keyPath: table][text] { return known }
    let number = Int32(spelling.count)
    spelling.append(text)
    self[keyPath: table][text] = number
    return number
  }

  /// To be called once when all words are in.
  mutating func finish() {
    for (word, number) in words
    where word.utf8.count >= Self.shortestMisspelt && word.utf8.allSatisfy(\.isLetter) {
      shortened[word, default: []].append(number)
      for short in Self.shortenings(of: word) { shortened[short, default: []].append(number) }
    }
  }

  private static func shortenings(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    return bytes.indices.map { index in
      var rest = bytes
      rest.remove(at: index)
      return String(decoding: rest, as: UTF8.self)
    }
  }

  /// The numbers that a word of a text stands for; those of the word one letter away where it is in no rule.
  func numbers(of token: Token, common: Set<String>) -> [Int32] {
    let text = token.text
    var found: [Int32] = []
    if let number = words[text] { found.append(number) }
    guard token.kind == .word else { return found }
    let length = text.utf8.count
    if length > 1 {
      for end in 2...max(2, min(length, longestBeginning)) {
        if let number = beginnings[String(text.prefix(end))] { found.append(number) }
      }
      for size in 2...max(2, min(length, longestEnding)) {
        if let number = endings[String(text.suffix(size))] { found.append(number) }
      }
    }
    if found.isEmpty, text.utf8.contains(39) {
      if let number = words[text.filter { $0 != "'" }] { found.append(number) }
    }
    if found.isEmpty, length >= Self.shortestMisspelt - 1, length <= 20, !common.contains(text),
      text.utf8.allSatisfy(\.isLetter)
    {
      found = misspelt(text)
    }
    return found
  }

  /// The words that are one letter away: one missing, one too many, one wrong or two changed round.
  private func misspelt(_ text: String) -> [Int32] {
    var found: [Int32] = []
    for candidate in [text] + Self.shortenings(of: text) {
      for number in shortened[candidate] ?? [] where !found.contains(number) {
        let word = spelling[Int(number)]
        // A wrong first letter makes another word more often than a misspelt one.
        if word.utf8.first == text.utf8.first, Self.isOneAway(word, text) { found.append(number) }
      }
    }
    return found
  }

  private static func isOneAway(_ left: String, _ right: String) -> Bool {
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    guard abs(a.count - b.count) <= 1 else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let restA = a[start..<a.count - end]
    let restB = b[start..<b.count - end]
    if restA.count <= 1, restB.count <= 1 { return true }
    return restA.count == 2 && restB.count == 2 && restA.elementsEqual(restB.reversed())
  }
}
