/// A way of saying something, as a rule file writes it: `we'll|we will [now] @pay .. <later>`.
///
/// Words stand for themselves; `word*` for all that begin so and `*word` for all that end so; `a|b` is either, `( )`
/// groups, `[ ]` may be missing; `@name` is a list of the same file and `<date>` a thing of the grammar; `..` are up to
/// three words of the same clause, `...` up to twelve of the same sentence; `^` and `$` are its two ends. What stands on
/// the two sides of an `&` may come in either order.
indirect enum Pattern: Hashable, Sendable {
  case word(String)
  case beginning(String)
  case ending(String)
  case phrases(String)
  case category(Category)
  case gap(Int, crossing: Bool)
  case start, end
  case sequence([Pattern])
  case choice([Pattern])
  /// All of them in one sentence, in whatever order; never within another pattern.
  case all([Pattern])

  /// What the grammar recognises by itself.
  enum Category: String, CaseIterable, Sendable {
    case number, ordinal, month, weekday, span, year
    case date, later, earlier, amount, invoice, email, link, any

    /// Its place among all of them.
    var index: Int {
      switch self {
      case .number: 0
      case .ordinal: 1
      case .month: 2
      case .weekday: 3
      case .span: 4
      case .year: 5
      case .date: 6
      case .later: 7
      case .earlier: 8
      case .amount: 9
      case .invoice: 10
      case .email: 11
      case .link: 12
      case .any: 13
      }
    }

    /// One bit for each of them.
    var bit: UInt16 { 1 << UInt16(index) }
  }
}

/// A mistake in a pattern, in a person's words.
struct PatternError: Error {
  let message: String
}

/// Reads one line of patterns.
struct PatternParser {
  private let text: [UInt8]
  private var at = 0
  private var depth = 0

  /// The pattern of a line.
  static func parse(_ line: some StringProtocol) throws(PatternError) -> Pattern {
    var patterns: [Pattern] = []
    for piece in Array(line.utf8).split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
      guard piece.contains(where: { $0 != 32 }) else {
        throw PatternError(message: "an `&` has words on either side")
      }
      var parser = PatternParser(text: Array(piece))
      patterns.append(try parser.choice())
      guard parser.at == parser.text.count else {
        let sign = String(decoding: [parser.text[parser.at]], as: UTF8.self)
        throw PatternError(message: "`\(sign)` closes nothing")
      }
    }
    return patterns.count == 1 ? patterns[0] : .all(patterns)
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func choice() throws(PatternError) -> Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth < 12 else { throw PatternError(message: "brackets lie more than ten deep") }
    var options = [try sequence()]
    while at < text.count, text[at] == UInt8(ascii: "|") {
      at += 1
      options.append(try sequence())
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(PatternError) -> Pattern {
    var items: [Pattern] = []
    while at < text.count {
      switch text[at] {
      case 32, 9: at += 1
      case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"): return .sequence(items)
      case UInt8(ascii: "("):
        at += 1
        items.append(try choice())
        try close(")")
      case UInt8(ascii: "["):
        at += 1
        items.append(.choice([try choice(), .sequence([])]))
        try close("]")
      default: items += try item()
      }
    }
    return .sequence(items)
  }

  private mutating func close(_ sign: Unicode.Scalar) throws(PatternError) {
    guard at < text.count, text[at] == UInt8(ascii: sign) else {
      throw PatternError(message: "a `\(sign)` is missing")
    }
    at += 1
  }

  private static let signs = Array(" \t|()[]".utf8)

  private mutating func item() throws(PatternError) -> [Pattern] {
    let start = at
    while at < text.count, !Self.signs.contains(text[at]) { at += 1 }
    let word = String(decoding: text[start..<at], as: UTF8.self)
    switch word {
    case "..": return [.gap(3, crossing: false)]
    case "...": return [.gap(12, crossing: true)]
    case "^": return [.start]
    case "$": return [.end]
    case "?", ",": return [.word(word)]
    default: break
    }
    // Most words: nothing to fold, nothing to cut.
    if word.utf8.allSatisfy({ (97...122).contains($0) }) { return [.word(word)] }
    if word.hasPrefix("@") { return [.phrases(String(word.dropFirst()))] }
    if word.hasPrefix("<"), word.hasSuffix(">") {
      guard let category = Pattern.Category(rawValue: String(word.dropFirst().dropLast())) else {
        let known = Pattern.Category.allCases.map { "<\($0.rawValue)>" }.joined(separator: " ")
        throw PatternError(message: "`\(word)` is nothing the grammar knows; it knows \(known)")
      }
      return [.category(category)]
    }
    if word.hasSuffix("*"), word.count > 2 { return [.beginning(Folding.fold(word: word.dropLast()))] }
    if word.hasPrefix("*"), word.count > 2 { return [.ending(Folding.fold(word: word.dropFirst()))] }
    // `n'`, `d'`: what stands before another word without a blank.
    if let last = word.last, last == "'" || last == "’", word.count > 1 {
      return [.word(Folding.fold(word: word.dropLast()) + "'")]
    }
    let words = Tokenizer.tokens(of: word).map(\.text)
    guard !words.isEmpty else { throw PatternError(message: "`\(word)` is no word") }
    return words.map(Pattern.word)
  }
}
