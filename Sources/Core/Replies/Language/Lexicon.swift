/// The words that the rules of a language know, each with a number, and how a word of a text is found among them.
struct Lexicon: Sendable {
  private var words: [String: Int32] = [:]
  private var beginnings: [String: Int32] = [:]
  private var endings: [String: Int32] = [:]
  /// Words with one letter left out, for words that are misspelt; sorted.
  private var shortened: [(hash: UInt64, number: Int32)] = []
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
      guard word.utf8.contains(39) else { return number }
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

  /// How many numbers were given away, from 0 on.
  var count: Int { spelling.count }

  /// To be called once when all words are in.
  mutating func finish() {
    for (word, number) in words
    where word.utf8.count >= Self.shortestMisspelt && word.utf8.allSatisfy(\.isLetter) {
      for hash in Self.hashes(of: Array(word.utf8)) { shortened.append((hash, number)) }
    }
    shortened.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
  }

  /// One number for a word and one for each of its forms with one letter left out; the first letter stays, for a wrong
  /// one makes another word more often than a misspelt one. Source: FNV-1a.
  private static func hashes(of bytes: [UInt8]) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(bytes.count)
    for missing in 0..<bytes.count {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for (index, byte) in bytes.enumerated() where index != missing || missing == 0 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      hashes.append(hash)
    }
    return hashes
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
    // `Friday's`: the word itself, whose it is.
    if text.utf8.count > 6, text.hasSuffix("'s"), let number = words[String(text.dropLast(2))] {
      found.append(number)
    }
    if found.isEmpty, text.utf8.contains(39) {
      let plain = text.filter { $0 != "'" }
      // "We'd" is no Wednesday.
      if !Self.otherWithoutApostrophe.contains(plain), let number = words[plain] { found.append(number) }
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
    for hash in Self.hashes(of: Array(text.utf8)) {
      var index = firstShortened(hash)
      while index < shortened.count, shortened[index].hash == hash {
        let number = shortened[index].number
        index += 1
        let word = spelling[Int(number)]
        if !found.contains(number), word.utf8.first == text.utf8.first, Self.isOneAway(word, text) {
          found.append(number)
        }
      }
    }
    return found
  }

  /// The index of the first entry of a hash, or of the first behind it.
  private func firstShortened(_ hash: UInt64) -> Int {
    var low = 0
    var high = shortened.count
    while low < high {
      let middle = (low + high) / 2
      if shortened[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

  /// True for two letters next to each other on a keyboard, and for `y` and `z`, which change places in German.
  private static func isNear(_ left: UInt8, _ right: UInt8) -> Bool {
    if Set([left, right]) == Set("yz".utf8) { return true }
    for (row, letters) in keyboard.enumerated() {
      guard let place = letters.firstIndex(of: left) else { continue }
      for (other, others) in keyboard.enumerated() where abs(other - row) <= 1 {
        guard let found = others.firstIndex(of: right) else { continue }
        return other == row
          ? abs(found - place) == 1
          : (other > row ? [place - 1, place] : [place, place + 1]).contains(found)
      }
    }
    return false
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
    if let wrong = restA.first, let right = restB.first, restA.count == 1, restB.count == 1 {
      // Another letter far away on the keyboard makes another word: `margen` is not `morgen`.
      return isNear(wrong, right)
    }
    if restA.count <= 1, restB.count <= 1 { return true }
    return restA.count == 2 && restB.count == 2 && restA.elementsEqual(restB.reversed())
  }
}
