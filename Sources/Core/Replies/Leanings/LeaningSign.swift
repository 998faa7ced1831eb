package import Receivables

/// One sign of a reply that may lean to something: a word, a word's beginning, two words, a theme, or a thing of the grammar.
package struct LeaningSign {
  let hash: UInt64
  /// The index of the sentence.
  let sentence: Int
  /// As a table of leanings writes it; built only for who asks, for most are never shown.
  let text: () -> String

  /// The sentence of a sign that is one of the reply as a whole.
  static let noSentence = -1

  /// The signs that the words of a reply are, each once in a sentence, in order.
  static func words(_ pieces: [[LeaningPiece]], _ sentences: [Sentence]) -> [LeaningSign] {
    var signs = SignList()
    for (index, pieces) in pieces.enumerated() {
      let words = pieces.compactMap(\.text)
      for (place, word) in words.enumerated() {
        signs.add(index, word)
        if word.utf8.count > 5, word.utf8.first != UInt8(ascii: "<") { signs.add(index, word.prefix(5), "*") }
        if place + 1 < words.count { signs.add(index, word, " ", words[place + 1]) }
        if place + 2 < words.count { signs.add(index, word, " _ ", words[place + 2]) }
        if sentences[index].isQuestion { signs.add(index, "Q_", word) }
      }
      for piece in denied(pieces) { if let text = piece.text { signs.add(index, "N_", text) } }
    }
    return signs.all
  }

  /// The signs that the themes of a reply are, and what it is like as a whole.
  static func themes(_ pieces: [[LeaningPiece]], _ reading: Reading) -> [LeaningSign] {
    let vocabulary = reading.rules.learnt.vocabulary
    guard !vocabulary.isEmpty else { return [] }
    var signs = SignList()
    for (index, pieces) in pieces.enumerated() {
      let named = pieces.flatMap { piece in vocabulary.names(of: piece).map { (name: $0, place: piece.place) }
      }
      for (place, first) in named.enumerated() {
        signs.add(index, "#", first.name)
        if reading.sentences[index].isQuestion { signs.add(index, "#Q", first.name) }
        for second in named[(place + 1)...].prefix(farthest)
        where second.name != first.name && second.place - first.place <= farthestInTokens {
          signs.add(index, "#", first.name, " #", second.name)
        }
      }
      for piece in denied(pieces) { for name in vocabulary.names(of: piece) { signs.add(index, "#N", name) } }
    }
    for shape in ReplyShape(reading).texts { signs.add(noSentence, shape) }
    return signs.all
  }

  /// What rules found, whether a program wrote, and the language.
  static func told(_ reading: Reading) -> [LeaningSign] {
    var signs = SignList()
    signs.add(noSentence, reading.isAutomatic ? "automatic" : "person")
    signs.add(noSentence, "language ", reading.rules.code)
    for finding in reading.findings {
      let family = finding.meaning.family
      signs.add(finding.sentence, "told ", family)
      signs.add(finding.sentence, "told ", family, " \(finding.rule.weight)")
      if reading.sentences[finding.sentence].isQuestion { signs.add(finding.sentence, "asked ", family) }
      switch finding.meaning {
      case .away: signs.add(finding.sentence, "told away")
      case .awayUntil: signs.add(finding.sentence, "told until")
      case .returns: signs.add(finding.sentence, "told returns")
      case .promiseSomeday: signs.add(finding.sentence, "told someday")
      default: break
      }
    }
    return signs.all
  }

  /// How many themes, and how many tokens, may lie between two of which one sign is made.
  private static let farthest = 8
  private static let farthestInTokens = 14

  /// What stands behind a "not" of the same clause.
  private static func denied(_ pieces: [LeaningPiece]) -> [LeaningPiece] {
    var isDenied = false
    var found: [LeaningPiece] = []
    for piece in pieces {
      if piece.isBreak { isDenied = false }
      if piece.themes.contains(Themes.negation) {
        isDenied = true
      } else if isDenied {
        found.append(piece)
      }
    }
    return found
  }
}

/// Gathers signs, each once in a sentence.
struct SignList {
  private struct Place: Hashable {
    let hash: UInt64
    let sentence: Int
  }

  private(set) var all: [LeaningSign] = []
  private var seen: Set<Place> = []

  /// Adds the sign that some texts are, one behind the other.
  mutating func add<each Text: StringProtocol>(_ sentence: Int, _ texts: repeat each Text) {
    var hash = SignHash()
    for text in repeat each texts { hash.add(text.utf8) }
    guard seen.insert(Place(hash: hash.value, sentence: sentence)).inserted else { return }
    all.append(
      LeaningSign(hash: hash.value, sentence: sentence) {
        var whole = ""
        for text in repeat each texts { whole += text }
        return whole
      })
  }
}

/// What a reply is like as a whole: how long, whether it asks, whether days lie ahead or behind.
struct ReplyShape {
  let texts: [String]

  init(_ reading: Reading) {
    let dates = reading.sentences.flatMap(\.dates).map(\.meaning)
    let clock = reading.clock
    func some(_ holds: (DateMeaning) -> Bool) -> String { dates.contains(where: holds) ? "1" : "0" }
    let ahead = some { clock.canBeLater($0) && !clock.canBeEarlier($0) }
    let behind = some { !clock.canBeLater($0) }
    let either = some { clock.canBeLater($0) && clock.canBeEarlier($0) }
    let questions = reading.sentences.filter(\.isQuestion).count
    let tokens = reading.sentences.reduce(0) { $0 + $1.tokens.count }
    let length = [8, 20, 45, 90].firstIndex { tokens < $0 } ?? 4
    let amounts = reading.sentences.filter { sentence in
      sentence.tokens.indices.contains { Amounts.end(sentence, $0) != nil }
    }.count
    let invoices = Set(reading.sentences.flatMap { $0.invoices.compactMap { $0 } }).count
    texts = [
      "days \(ahead)\(behind)\(either)", "questions \(min(questions, 2))",
      "ends asking \(reading.sentences.last?.isQuestion == true ? 1 : 0)", "length \(length)",
      "amounts \(min(amounts, 2))", "invoices \(min(invoices, 2))",
    ]
  }
}

/// A labelled text as tables are learnt from it: its signs as the tables write them, and the evidence of what it says.
package struct SignTexts {
  package let words: [String]
  /// Also what rules found, in which language, and whether a program wrote.
  package let sayings: [String]
  package let themes: [String]
  /// The same of each sentence.
  package let sentences: [(words: [String], sayings: [String])]
  /// Of each day ahead that the text names, in order.
  package let days: [(day: Day, signs: [String])]
  private let reading: Reading
  private let signs: ReplySigns
  private let named: [NamedDay]

  package init(
    _ text: String, rules: LanguageRules, received: Day, monthFirst: Bool, isAutomatic: Bool,
    invoices: [ReminderContext.Invoice]
  ) {
    let part = VisibleReply.Part(range: 0..<text.utf8.count, quoted: "")
    reading = Reading(
      VisibleReply(text: text, parts: [part], hasQuotation: false), rules: rules,
      clock: DateClock(today: received, monthFirst: monthFirst), invoices: InvoiceNames(invoices),
      isAutomatic: isAutomatic)
    signs = ReplySigns(reading)
    words = signs.words.map { $0.text() }
    themes = signs.themes.map { $0.text() }
    sayings = signs.sayings.map { $0.text() }
    sentences = reading.sentences.indices.map { [signs] sentence in
      (
        signs.words.filter { $0.sentence == sentence }.map { $0.text() },
        signs.sayings.filter { $0.sentence == sentence }.map { $0.text() }
      )
    }
    named = NamedDay.all(in: reading)
    days = named.map { ($0.day, $0.signs.map { $0.text() }) }
  }

  /// What speaks for each thing that the text may say, by tables that were learnt from others.
  package func evidence(_ learnt: Learnt) -> Evidence {
    var reading = reading
    reading.rules.learnt = learnt
    return Evidence(
      reading, signs, paying: LikelyDay(of: named, learnt.days),
      returning: LikelyDay(of: named, learnt.returns))
  }
}
