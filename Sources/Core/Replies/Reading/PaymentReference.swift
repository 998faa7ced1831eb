/// Finds the reference of a payment: `with 792 as the payment reference`, `check #10482`.
enum PaymentReference {
  /// The first reference in the sentences of some findings and those beside them; nil where none is named.
  static func find(_ reading: Reading, near sentences: [Int]) -> String? {
    guard let list = reading.rules.grammar.list(named: "reference") else { return nil }
    let heads = reading.rules.grammar.heads[list].terms
    let near = Set(sentences.flatMap { [$0, $0 + 1, $0 - 1] })
    for (index, sentence) in reading.sentences.enumerated()
    where near.contains(index) || reading.sentences.count <= 12 {
      for place in sentence.tokens.indices where sentence.terms[place].contains(where: heads.contains) {
        let ahead = place + 1..<min(place + 5, sentence.tokens.count)
        if let found = ahead.first(where: { isReference(sentence, $0) }) {
          return text(sentence.tokens[found], reading)
        }
        let back = max(0, place - 4)..<place
        if let found = back.last(where: { isReference(sentence, $0) }) {
          return text(sentence.tokens[found], reading)
        }
      }
    }
    return nil
  }

  private static func isReference(_ sentence: Sentence, _ place: Int) -> Bool {
    let token = sentence.tokens[place]
    guard token.text.utf8.count >= 3, token.text.utf8.contains(where: \.isDigit) else { return false }
    if sentence.dates.contains(where: { $0.range.contains(place) }) { return false }
    switch token.kind {
    case .word: return true
    case .number(_, let ordinal): return !ordinal && (Amounts.end(sentence, place) == nil)
    case .decimal, .date, .span, .email, .link, .sign: return false
    }
  }

  private static func text(_ token: Token, _ reading: Reading) -> String {
    // Figures and capitals as written: references are compared with the bank's.
    token.kind == .word ? token.text.uppercased() : token.text
  }
}

/// Finds the name of the person to write to.
enum ContactName {
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "herr", "herrn", "frau", "mme", "m", "madame", "monsieur", "sr", "sra", "dhr", "mevr",
    "sig", "signora", "signor", "don", "dona",
  ]

  /// One or two capitalised words that no rule and no language knows, in or right behind the words of the rule.
  static func find(_ sentence: Sentence, after range: Range<Int>, _ text: String) -> String? {
    let reach = range.lowerBound..<min(range.upperBound + 6, sentence.tokens.count)
    var name: [Token] = []
    for place in reach {
      let token = sentence.tokens[place]
      let isName =
        token.kind == .word && token.isCapital && sentence.terms[place].isEmpty && place > 0
        && token.text.utf8.allSatisfy { $0.isLetter || $0 == 39 } && !titles.contains(token.text)
      if isName {
        name.append(token)
      } else if !name.isEmpty {
        break
      }
    }
    guard let first = name.first, let last = name.prefix(3).last else { return nil }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: last.range.upperBound)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}

extension Reading {
  /// True for a day behind a word such as `since` or `dated`: not a day on which somebody does something.
  func isBehindSince(_ date: Sentence.DateFound, _ sentence: Int) -> Bool {
    // What can only lie ahead was not issued, due or begun on that day.
    if clock.looksAhead(date.meaning) { return false }
    if stands(date, behind: "since", in: sentence) { return true }
    // "The mail of the 5th", but "the payments of Friday", and "the run of the 15th".
    if case .weekday = date.meaning { return false }
    return stands(date, behind: "of", in: sentence) && !stands(date, behind: "by", in: sentence)
      && !isOfRun(date, sentence)
  }

  /// True for a day behind a word such as `by`: one that lies ahead, whatever tense the verb is in.
  func isBehindBy(_ date: Sentence.DateFound, _ sentence: Int) -> Bool {
    stands(date, behind: "by", in: sentence)
  }

  /// True for a day on which many are paid at once: "the run of the 15th".
  private func isOfRun(_ date: Sentence.DateFound, _ sentence: Int) -> Bool {
    guard let list = rules.grammar.list(named: "runs") else { return false }
    let heads = rules.grammar.heads[list].terms
    let first = date.range.lowerBound
    return (max(0, first - 3)...first).contains { place in
      sentences[sentence].terms[place].contains(where: heads.contains)
    }
  }

  /// True where a word of a list stands right before a day, is its first word, or the one before that.
  private func stands(_ date: Sentence.DateFound, behind name: String, in sentence: Int) -> Bool {
    guard let list = rules.grammar.list(named: name) else { return false }
    let heads = rules.grammar.heads[list].terms
    let first = date.range.lowerBound
    let nearest = name == "by" ? max(0, first - 2)...first : max(0, first - 1)...max(0, first - 1)
    return nearest.contains { sentences[sentence].terms[$0].contains(where: heads.contains) }
  }
}
