/// Finds the dates of a sentence: those written in figures, and those that the rules of the language know.
enum DateFinder {
  /// Marks all dates of a sentence; of two that overlap the longer one, and of equals the one that says more.
  static func mark(_ sentence: inout Sentence, _ rules: LanguageRules, _ matcher: inout Matcher) {
    var found: [(range: Range<Int>, meaning: DateMeaning)] = []
    for (index, token) in sentence.tokens.enumerated() {
      guard case .date(let written) = token.kind, let meaning = matcher.clock.meaning(of: written) else {
        continue
      }
      found.append((index..<index + 1, meaning))
    }
    for match in matcher.matches(rules.grammar.dates, in: sentence) {
      guard let meaning = rules.dateRules[match.owner].meaning(match.values, matcher.clock) else { continue }
      found.append((match.range, meaning))
    }
    // The longest first; then by place, so that what is kept does not depend on the order of the rules.
    found.sort { ($0.range.count, -$0.range.lowerBound) > ($1.range.count, -$1.range.lowerBound) }
    var taken = [Bool](repeating: false, count: sentence.tokens.count)
    for (range, meaning) in found where !taken[range].contains(true) {
      for index in range { taken[index] = true }
      sentence.dates.append(Sentence.DateFound(range: range, meaning: meaning))
    }
    sentence.dates.sort { $0.range.lowerBound < $1.range.lowerBound }
    joinWeekdays(&sentence)
    for (index, date) in sentence.dates.enumerated() { sentence.dateAt[date.range.lowerBound] = index }
  }

  /// "Thursday, the 12.03.": a weekday right before a date says the same once more.
  private static func joinWeekdays(_ sentence: inout Sentence) {
    var kept: [Sentence.DateFound] = []
    for date in sentence.dates {
      if let last = kept.last, case .weekday = last.meaning,
        date.range.lowerBound - last.range.upperBound <= 2,
        sentence.tokens[last.range.upperBound..<date.range.lowerBound].allSatisfy({ $0.text.utf8.count <= 3 })
      {
        switch date.meaning {
        case .exact, .dayAndMonth, .dayOfMonth:
          kept.removeLast()
          kept.append(
            Sentence.DateFound(range: last.range.lowerBound..<date.range.upperBound, meaning: date.meaning))
          continue
        case .weekday, .month: break
        }
      }
      kept.append(date)
    }
    sentence.dates = kept
  }
}
