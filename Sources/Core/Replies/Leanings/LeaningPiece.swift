/// One word of a sentence as signs are made of it, or a thing of the grammar: which day it is makes no difference.
struct LeaningPiece {
  /// `paid`, `<later>`, `<amount>`, `?`; nil for a sign that only ends a clause.
  let text: String?
  /// The themes of the word, or of the words that begin here; in ascending order.
  let themes: [UInt8]
  /// True where a clause ends before it.
  let isBreak: Bool
  /// In tokens of the sentence.
  let place: Int

  /// The pieces of a sentence, in order.
  ///
  /// - Parameter index: The index of the sentence in the reading.
  static func all(of index: Int, in reading: Reading) -> [LeaningPiece] {
    let sentence = reading.sentences[index]
    let vocabulary = reading.rules.learnt.vocabulary
    var pieces: [LeaningPiece] = []
    var place = 0
    while place < sentence.tokens.count {
      let (text, end) = text(place, index, reading)
      let isBreak = sentence.breaks[place]
      let isWord = sentence.tokens[place].kind == .word && text == sentence.tokens[place].text
      let themes = isWord ? vocabulary.themes(at: place, in: sentence.tokens) : []
      if text != nil || isBreak {
        pieces.append(LeaningPiece(text: text, themes: themes, isBreak: isBreak, place: place))
      }
      place = end
    }
    return pieces
  }

  private static func text(_ place: Int, _ index: Int, _ reading: Reading) -> (String?, end: Int) {
    let sentence = reading.sentences[index]
    if let date = sentence.dateAt[place].map({ sentence.dates[$0] }), date.range.lowerBound == place {
      // "Since the 6th" can only look back, "by Friday" only ahead.
      let isLater = reading.clock.canBeLater(date.meaning) && !reading.isBehindSince(date, index)
      let isEarlier = reading.clock.canBeEarlier(date.meaning) && !reading.isBehindBy(date, index)
      return (!isLater ? "<earlier>" : isEarlier ? "<day>" : "<later>", date.range.upperBound)
    }
    if sentence.invoices[place] != nil { return ("<invoice>", place + 1) }
    if let amount = Amounts.end(sentence, place) { return ("<amount>", amount.end) }
    let token = sentence.tokens[place]
    // `0470/12.34.56` is a word to the tokenizer.
    if token.text.utf8.first?.isDigit == true, token.text.utf8.filter(\.isDigit).count >= 7 {
      return ("<figures>", place + 1)
    }
    switch token.kind {
    case .word: return (token.text, place + 1)
    case .number, .decimal, .date, .span: return ("<number>", place + 1)
    case .email: return ("<email>", place + 1)
    case .link: return ("<link>", place + 1)
    case .sign: return (token.text == "?" ? "?" : nil, place + 1)
    }
  }
}
