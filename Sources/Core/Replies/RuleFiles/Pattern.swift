/// A way of saying something, as a rule file writes it: `we'll|we will [now] @pay .. <later>`.
///
/// Words stand for themselves; `word*` for all that begin so and `*word` for all that end so; `a|b` is either, `( )`
/// groups, `[ ]` may be missing; `@name` is a list of the same file and `<date>` a thing of the grammar; `..` are up to
/// three words of the same clause, `...` up to twelve of the same sentence; `^` and `$` are its two ends.
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

  /// What the grammar recognises by itself.
  enum Category: String, CaseIterable, Sendable {
    case number, ordinal, month, weekday, span, year
    case date, later, earlier, amount, invoice, email, link, any
  }
}

/// A mistake in a pattern, in a person's words.
struct PatternError: Error {
  let message: String
}

/// Reads one line of patterns.
struct PatternParser {
  private let text: [Character]
  private var at = 0
  private var depth = 0

  /// The pattern of a line.
  static func parse(_ line: some StringProtocol) throws(PatternError) -> Pattern {
    var parser = PatternParser(text: Array(line))
    let pattern = try parser.choice()
    guard parser.at == parser.text.count else {
      throw PatternError(message: "`\(parser.text[parser.at])` closes nothing")
    }
    return pattern
  }

  private init(text: [Character]) { self.text = text }

  private mutating func choice() throws(PatternError) -> Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth < 12 else { throw PatternError(message: "brackets lie more than ten deep") }
    var options = [try sequence()]
    while at < text.count, text[at] == "|" {
      at += 1
      options.append(try sequence())
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(PatternError) -> Pattern {
    var items: [Pattern] = []
    while at < text.count {
      switch text[at] {
      case " ", "\t": at += 1
      case "|", ")", "]": return .sequence(items)
      case "(":
        at += 1
        items.append(try choice())
        try close(")")
      case "[":
        at += 1
        items.append(.choice([try choice(), .sequence([])]))
        try close("]")
      default: items += try item()
      }
    }
    return .sequence(items)
  }

  private mutating func close(_ sign: Character) throws(PatternError) {
    guard at < text.count, text[at] == sign else { throw PatternError(message: "a `\(sign)` is missing") }
    at += 1
  }

  private mutating func item() throws(PatternError) -> [Pattern] {
    let start = at
    while at < text.count, !" \t|()[]".contains(text[at]) { at += 1 }
    let word = String(text[start..<at])
    switch word {
    case "..": return [.gap(3, crossing: false)]
    case "...": return [.gap(12, crossing: true)]
    case "^": return [.start]
    case "$": return [.end]
    case "?", ",": return [.word(word)]
    default: break
    }
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
    let words = Tokenizer.tokens(of: word).map(\.text)
    guard !words.isEmpty else { throw PatternError(message: "`\(word)` is no word") }
    return words.map(Pattern.word)
  }
}
