/// Tells in which language a reply is written, by the commonest words.
enum LanguageGuess {
  /// The languages worth reading in, the likeliest first; never empty where there are rules.
  ///
  /// A long text is of one language; a short one may be too short to tell, and is read in all that are possible.
  static func order(_ text: String, _ languages: [RuleLanguage], hint: String?) -> [Int] {
    let tokens = Tokenizer.tokens(of: String(text.prefix(4000))).filter { $0.kind == .word }
    var scores = languages.indices.map { index in
      var score = 0.0
      for token in tokens {
        if languages[index].common.contains(token.text) { score += 1 }
      }
      return score
    }
    for index in languages.indices where languages[index].code == hint { scores[index] += 0.9 }
    let order = languages.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    guard let best = order.first else { return [] }
    let most = scores[best]
    // So few words known: any of them may be it of which nearly as many are.
    if most < 2.5 { return order.filter { scores[$0] > most - 1.5 } }
    return order.filter { scores[$0] >= max(1, most * 0.6) }
  }
}
