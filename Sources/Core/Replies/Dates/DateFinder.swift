internal import Receivables

/// Finds the dates of a sentence: those written in figures, and those that the rules of the language know.
enum DateFinder {
  /// Marks all dates of a sentence; of two that overlap the longer one, and of equals the one that says more.
  ///
  /// - Parameter named: The last day ahead that the sentences before named: "the day after" is a day later than that.
  static func mark(
    _ sentence: inout Sentence, _ rules: LanguageRules, _ matcher: inout Matcher, named: Day? = nil
  ) {
    var found: [Found] = []
    var later: [(range: Range<Int>, days: Int)] = []
    for (index, token) in sentence.tokens.enumerated() {
      guard case .date(let written) = token.kind, let meaning = matcher.clock.meaning(of: written) else {
        continue
      }
      found.append((index..<index + 1, meaning))
    }
    var nothing: [Range<Int>] = []
    for match in matcher.matches(rules.grammar.dates, in: sentence) {
      if rules.dateRules[match.owner] == .none { nothing.append(match.range) }
      if let days = rules.dateRules[match.owner].daysLater(match.values) { later.append((match.range, days)) }
      guard let meaning = rules.dateRules[match.owner].meaning(match.values, matcher.clock),
        !isCounted(meaning, match.range, sentence, rules)
      else { continue }
      found.append((match.range, meaning))
    }
    found += later.compactMap { beside($0.range, $0.days, found, sentence, matcher.clock, named) }
    // Words that name no day take those of a shorter one with them.
    found.removeAll { date in
      nothing.contains { $0.overlaps(date.range) && $0.count >= date.range.count }
    }
    // The longest first, and a day with its month before one without; then by place, so that what is kept does not
    // depend on the order of the rules.
    func weight(_ date: (range: Range<Int>, meaning: DateMeaning)) -> Int {
      if case .dayAndMonth = date.meaning { return date.range.count + 2 }
      return date.range.count
    }
    found.sort { (weight($0), -$0.range.lowerBound) > (weight($1), -$1.range.lowerBound) }
    var taken = [Bool](repeating: false, count: sentence.tokens.count)
    for (range, meaning) in found where !taken[range].contains(true) {
      for index in range { taken[index] = true }
      sentence.dates.append(Sentence.DateFound(range: range, meaning: meaning))
    }
    sentence.dates.sort { $0.range.lowerBound < $1.range.lowerBound }
    joinWeekdays(&sentence, matcher.clock)
    joinChoices(&sentence, rules, matcher.clock)
    for (index, date) in sentence.dates.enumerated() {
      // "au 21 novembre" begins at each of its words: a rule may name the "au" or not.
      for place in date.range.lowerBound...Self.firstValue(date, sentence, rules) {
        sentence.dateAt[place] = index
      }
    }
  }

  private typealias Found = (range: Range<Int>, meaning: DateMeaning)

  /// A day so much later than the one named right behind, or before, or in a sentence before; nil where none is.
  private static func beside(
    _ range: Range<Int>, _ days: Int, _ found: [Found], _ sentence: Sentence, _ clock: DateClock,
    _ named: Day?
  ) -> Found? {
    func day(_ date: Found) -> Day? { clock.canBeLater(date.meaning) ? clock.day(date.meaning, .ahead) : nil }
    // "The day after Easter Monday", "two days before the show opens on the 19th".
    let behind = found.filter { date in
      let gap = date.range.lowerBound - range.upperBound
      return (0...(days < 0 ? 8 : 1)).contains(gap)
        && sentence.clause(around: range).overlaps(date.range)
    }
    // Of those that begin at one place the longest.
    if let next = behind.min(by: {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }),
      let day = day(next)
    {
      return (range.lowerBound..<next.range.upperBound, .exact(day + days))
    }
    let before = found.filter { $0.range.upperBound <= range.lowerBound && day($0) != nil }
    let last = before.max { ($0.range.upperBound, $0.range.count) < ($1.range.upperBound, $1.range.count) }
    return (last.flatMap(day) ?? named).map { (range, .exact($0 + days)) }
  }

  /// The first token of a day that is more than a preposition or an article.
  private static func firstValue(
    _ date: Sentence.DateFound, _ sentence: Sentence, _ rules: LanguageRules
  ) -> Int {
    let grammar = rules.grammar
    for place in date.range {
      if sentence.tokens[place].kind != .word { return place }
      let isValue = sentence.terms[place].contains {
        grammar.months[$0] != nil || grammar.weekdays[$0] != nil || grammar.ordinals[$0] != nil
      }
      if isValue { return place }
    }
    // "bis Ende des Monats" holds no number and no name: its preposition is one of its first words.
    return date.range.lowerBound + min(2, date.range.count - 1)
  }

  /// True for two days of which the second is later, by no more than two weeks; "the 17th to 21 November" is of one month.
  private static func isSpan(_ first: DateMeaning, _ second: DateMeaning, _ clock: DateClock) -> Bool {
    if case .dayOfMonth(let start) = first, case .dayAndMonth(let end, _) = second { return start <= end }
    guard let start = clock.day(first, .ahead), let end = clock.day(second, .ahead) else { return false }
    return (0...14).contains(end - start)
  }

  /// "The first invoice": a word that counts what comes behind it is no day.
  private static func isCounted(
    _ meaning: DateMeaning, _ range: Range<Int>, _ sentence: Sentence, _ rules: LanguageRules
  ) -> Bool {
    guard case .dayOfMonth = meaning, range.upperBound < sentence.tokens.count else { return false }
    let last = range.upperBound - 1
    let next = sentence.tokens[range.upperBound]
    // "The 10% off", "the first £640".
    if next.text == "%" { return true }
    guard sentence.tokens[last].kind == .word else { return false }
    guard sentence.terms[last].contains(where: { rules.grammar.ordinals[$0] != nil }) else { return false }
    // "Am Ersten kommt das Geld": German writes a day like that with a capital, and what it counts with a small letter.
    if rules.code == "de", sentence.tokens[last].isCapital, last > 0 { return false }
    if ["€", "$", "£"].contains(next.text) { return true }
    // "The first or second": one more day comes.
    if let list = rules.grammar.list(named: "or"), range.upperBound + 1 < sentence.tokens.count,
      sentence.terms[range.upperBound].contains(where: rules.grammar.heads[list].terms.contains),
      sentence.terms[range.upperBound + 1].contains(where: { rules.grammar.ordinals[$0] != nil })
        || sentence.tokens[range.upperBound + 1].kind != .word
    {
      return false
    }
    return next.kind == .word
  }

  /// "Thursday or Friday", "between today and Friday": the later of the two is what can be relied upon.
  private static func joinChoices(_ sentence: inout Sentence, _ rules: LanguageRules, _ clock: DateClock) {
    guard let list = rules.grammar.list(named: "or") else { return }
    let heads = rules.grammar.heads[list].terms
    var kept: [Sentence.DateFound] = []
    for date in sentence.dates {
      let start = firstValue(date, sentence, rules)
      if let last = kept.last, (1...2).contains(start - last.range.upperBound),
        sentence.terms[last.range.upperBound].contains(where: heads.contains),
        isSpan(last.meaning, date.meaning, clock)
      {
        kept.removeLast()
        kept.append(
          Sentence.DateFound(range: last.range.lowerBound..<date.range.upperBound, meaning: date.meaning))
      } else {
        kept.append(date)
      }
    }
    sentence.dates = kept
  }

  /// "Thursday, the 12.03.": a weekday right before a date says the same once more.
  private static func joinWeekdays(_ sentence: inout Sentence, _ clock: DateClock) {
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
            Sentence.DateFound(
              range: last.range.lowerBound..<date.range.upperBound,
              meaning: clock.fitting(date.meaning, last.meaning)))
          continue
        case .weekday, .month: break
        }
      }
      kept.append(date)
    }
    sentence.dates = kept
  }
}
