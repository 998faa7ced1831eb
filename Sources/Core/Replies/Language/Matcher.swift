/// Tries the compiled patterns of a language on a sentence.
///
/// - Complexity: bounded by `budget` steps for a mail; a text made to be slow is given up, and said to be.
struct Matcher {
  /// A pattern found.
  struct Match {
    let owner: Int
    /// In tokens of the sentence.
    let range: Range<Int>
    /// The values that the pattern took in: numbers, months, weekdays, in order.
    var values: [Value] = []
  }

  /// What a thing of the grammar came to.
  enum Value: Hashable {
    case number(Int)
    case ordinal(Int)
    case month(Int)
    case weekday(Int)
    case year(Int)
    case written(WrittenDate)
  }

  static let budget = 400_000

  let grammar: Grammar
  /// Says whether a date may lie on or after the day of the mail, or on or before it.
  let clock: DateClock
  private var steps = 0
  private var values: [Value] = []

  var isExhausted: Bool { steps > Self.budget }

  init(grammar: Grammar, clock: DateClock) {
    self.grammar = grammar
    self.clock = clock
  }

  /// All matches of an index in a sentence, by place; several of one rule may overlap.
  mutating func matches(_ index: Grammar.Index, in sentence: Sentence) -> [Match] {
    var found: [Match] = []
    for place in sentence.tokens.indices {
      var tried: Set<Int> = []
      for entry in candidates(index, sentence, place) where tried.insert(entry).inserted {
        let path = index.entries[entry].path
        if path.atStart, place != 0 { continue }
        values.removeAll(keepingCapacity: true)
        guard let end = match(path.steps[...], sentence, place, path.atEnd) else { continue }
        found.append(Match(owner: index.entries[entry].owner, range: place..<end, values: values))
      }
      if isExhausted { break }
    }
    return found
  }

  private func candidates(_ index: Grammar.Index, _ sentence: Sentence, _ place: Int) -> [Int] {
    var found: [Int] = []
    for term in sentence.terms[place] { if let entries = index.byTerm[term] { found += entries } }
    for (category, entries) in index.byCategory where !ends(of: category, sentence, place).isEmpty {
      found += entries
    }
    return found
  }

  private mutating func match(
    _ path: ArraySlice<Grammar.Step>, _ sentence: Sentence, _ place: Int, _ atEnd: Bool
  ) -> Int? {
    steps += 1
    guard steps <= Self.budget else { return nil }
    guard let step = path.first else { return !atEnd || isEnd(sentence, place) ? place : nil }
    let rest = path.dropFirst()
    switch step {
    case .term(let term):
      guard place < sentence.tokens.count, sentence.terms[place].contains(term) else { return nil }
      return match(rest, sentence, place + 1, atEnd)
    case .phrases(let list):
      return match(list: list, rest, sentence, place, atEnd)
    case .optional(let list):
      return match(list: list, rest, sentence, place, atEnd) ?? match(rest, sentence, place, atEnd)
    case .category(let category):
      for (end, value) in ends(of: category, sentence, place) {
        let count = values.count
        if let value { values.append(value) }
        if let found = match(rest, sentence, end, atEnd) { return found }
        values.removeLast(values.count - count)
      }
      return nil
    case .gap(let most, let crossing):
      for length in 0...most {
        guard place + length <= sentence.tokens.count else { return nil }
        if length > 0, !crossing, sentence.breaks[place + length - 1] { return nil }
        if let found = match(rest, sentence, place + length, atEnd) { return found }
      }
      return nil
    }
  }

  private func isEnd(_ sentence: Sentence, _ place: Int) -> Bool {
    sentence.tokens[place...].allSatisfy { $0.kind == .sign }
  }

  /// Goes on behind each phrase of a list that stands at a place, the longest first.
  private mutating func match(
    list: Int, _ rest: ArraySlice<Grammar.Step>, _ sentence: Sentence, _ place: Int, _ atEnd: Bool
  ) -> Int? {
    let count = values.count
    for (end, taken) in ends(ofPhrases: list, sentence, place) {
      values += taken
      if let found = match(rest, sentence, end, atEnd) { return found }
      values.removeLast(values.count - count)
    }
    return nil
  }

  /// Where the phrases of a list that begin at a place end, the longest first, with the values they take in.
  private mutating func ends(ofPhrases list: Int, _ sentence: Sentence, _ place: Int) -> [(Int, [Value])] {
    guard place < sentence.tokens.count else { return [] }
    let heads = grammar.heads[list]
    let begins =
      sentence.terms[place].contains(where: heads.terms.contains)
      || heads.categories.contains { !ends(of: $0, sentence, place).isEmpty }
    guard begins else { return [] }
    let saved = values
    defer { values = saved }
    var found: [(Int, [Value])] = []
    for path in grammar.phrases[list] {
      if path.atStart, place != 0 { continue }
      values = []
      if let end = match(path.steps[...], sentence, place, path.atEnd),
        !found.contains(where: { $0.0 == end })
      {
        found.append((end, values))
      }
    }
    return found.sorted { $0.0 > $1.0 }
  }

  private func ends(of category: Pattern.Category, _ sentence: Sentence, _ place: Int) -> [(Int, Value?)] {
    guard place < sentence.tokens.count else { return [] }
    let token = sentence.tokens[place]
    func value(_ table: [Int32: Int]) -> Int? {
      for term in sentence.terms[place] { if let value = table[term] { return value } }
      return nil
    }
    switch category {
    case .number:
      if case .number(let number, _) = token.kind { return [(place + 1, .number(number))] }
      return value(grammar.numbers).map { [(place + 1, .number($0))] } ?? []
    case .ordinal:
      if case .number(let number, _) = token.kind, (1...31).contains(number), sentence.invoices[place] == nil
      {
        return [(place + 1, .ordinal(number))]
      }
      return value(grammar.ordinals).map { [(place + 1, .ordinal($0))] } ?? []
    case .span:
      if case .span(let end) = token.kind { return [(place + 1, .ordinal(end))] }
      return []
    case .year:
      if case .number(let year, _) = token.kind, (2000...2099).contains(year) {
        return [(place + 1, .year(year))]
      }
      return []
    case .month: return value(grammar.months).map { [(place + 1, .month($0))] } ?? []
    case .weekday: return value(grammar.weekdays).map { [(place + 1, .weekday($0))] } ?? []
    case .date, .later, .earlier: return dateEnds(category, sentence, place)
    case .amount: return Amounts.end(sentence, place).map { [($0.end, nil)] } ?? []
    case .invoice: return sentence.invoices[place] == nil ? [] : [(place + 1, nil)]
    case .email: return token.kind == .email ? [(place + 1, nil)] : []
    case .link: return token.kind == .link ? [(place + 1, nil)] : []
    case .any: return token.kind == .sign ? [] : [(place + 1, nil)]
    }
  }

  private func dateEnds(
    _ category: Pattern.Category, _ sentence: Sentence, _ place: Int
  ) -> [(Int, Value?)] {
    guard let index = sentence.dateAt[place] else { return [] }
    let date = sentence.dates[index]
    let fits =
      switch category {
      case .later: clock.canBeLater(date.meaning)
      case .earlier: clock.canBeEarlier(date.meaning)
      default: true
      }
    return fits ? [(date.range.upperBound, nil)] : []
  }
}
