/// Reads amounts: a number with a currency on either side, or a number with cents.
enum Amounts {
  private static let signs: Set<String> = ["€", "$", "£"]
  private static let words: Set<String> = [
    "eur", "euro", "euros", "euri", "gbp", "pound", "pounds", "quid", "usd", "dollar", "dollars", "chf", "fr",
    "francs", "sfr", "sek", "dkk", "pln", "cad", "aud", "livres",
  ]

  /// The amount that begins at a token: where it ends, and what it is in hundredths.
  static func end(_ sentence: Sentence, _ place: Int) -> (end: Int, hundredths: Int64)? {
    let tokens = sentence.tokens
    func isCurrency(_ index: Int) -> Bool {
      guard tokens.indices.contains(index) else { return false }
      return signs.contains(tokens[index].text) || words.contains(tokens[index].text)
    }
    func number(_ index: Int) -> (Int64, hasCents: Bool)? {
      guard tokens.indices.contains(index) else { return nil }
      switch tokens[index].kind {
      case .number(let value, _): return (Int64(value) * 100, false)
      case .decimal(let value): return (value, true)
      default: return nil
      }
    }
    if isCurrency(place), let (value, _) = number(place + 1) { return (place + 2, value) }
    guard let (value, hasCents) = number(place) else { return nil }
    if isCurrency(place + 1), words.contains(tokens[place + 1].text) || number(place + 2) == nil {
      return (place + 2, value)
    }
    if hasCents || isCurrency(place - 1) { return (place + 1, value) }
    return nil
  }

  /// All amounts within a range of tokens, in order.
  static func all(in range: Range<Int>, of sentence: Sentence) -> [Int64] {
    var found: [Int64] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if let amount = end(sentence, place), sentence.invoices[place] == nil || amount.end > place + 1 {
        found.append(amount.hundredths)
        place = amount.end
      } else {
        place += 1
      }
    }
    return found
  }
}
