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
  /// Where the phrases of a list end that begin at a place, for those of the sentence that were asked for.
  private var known: [Int: [(Int, [Value])]] = [:]

  var isExhausted: Bool { steps > Self.budget }

  init(grammar: Grammar, clock: DateClock) {
    self.grammar = grammar
    self.clock = clock
  }

  /// All matches of an index in a sentence, by place; several of one rule may overlap.
  ///
  /// - Parameter isAnew: False where the sentence is that of the last call, and nothing was marked in it since: what
  ///   was found out about its phrases still holds.
  mutating func matches(_ index: Grammar.Index, in sentence: Sentence, isAnew: Bool = true) -> [Match] {
    if isAnew { known.removeAll(keepingCapacity: true) }
    var found: [Match] = []
    var tried: Set<Int> = []
    for place in sentence.tokens.indices {
      tried.removeAll(keepingCapacity: true)
      for term in sentence.terms[place] {
        guard let entries = index.byTerm[term] else { continue }
        for entry in entries where tried.insert(entry).inserted {
          attempt(index.entries[entry], sentence, place, &found)
        }
      }
      // In an order of their own: what is found must not depend on that of a dictionary.
      for category in Pattern.Category.allCases {
        guard let entries = index.byCategory[category], stands(category, sentence, place) else { continue }
        for entry in entries where tried.insert(entry).inserted {
          attempt(index.entries[entry], sentence, place, &found)
        }
      }
      if isExhausted { break }
    }
    return found
  }

  private mutating func attempt(
    _ entry: Grammar.Entry, _ sentence: Sentence, _ place: Int, _ found: inout [Match]
  ) {
    if entry.path.atStart, place != 0 { return }
    values.removeAll(keepingCapacity: true)
    guard let end = match(entry.path.steps[...], sentence, place, entry.path.atEnd) else { return }
    let taken = values
    guard let range = spanning(entry.path.others, sentence, place..<end) else { return }
    found.append(Match(owner: entry.owner, range: range, values: taken))
  }

  /// How many tokens may lie between what an `&` joins.
  private static let reach = 16

  /// The range widened by the nearest phrase of each list; nil where one of the lists has none near.
  private mutating func spanning(_ lists: [Int], _ sentence: Sentence, _ range: Range<Int>) -> Range<Int>? {
    var whole = range
    for list in lists {
      var nearest: (range: Range<Int>, distance: Int)?
      for place in max(
        0, range.lowerBound - Self.reach)..<min(sentence.tokens.count, range.upperBound + Self.reach)
      {
        guard let end = ends(ofPhrases: list, sentence, place).first?.0 else { continue }
        let other = place..<end
        guard !other.overlaps(range) else { continue }
        let distance = place >= range.upperBound ? place - range.upperBound : range.lowerBound - end + 1
        if nearest.map({ distance < $0.distance }) ?? true { nearest = (other, distance) }
      }
      guard let nearest else { return nil }
      whole =
        min(whole.lowerBound, nearest.range.lowerBound)..<max(whole.upperBound, nearest.range.upperBound)
    }
    return whole
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
      || heads.categories.contains { stands($0, sentence, place) }
    guard begins else { return [] }
    let key = list << 16 | place
    if let ends = known[key] { return ends }
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
    found.sort { $0.0 > $1.0 }
    known[key] = found
    return found
  }

  /// True where a thing of the grammar begins at a place.
  private func stands(_ category: Pattern.Category, _ sentence: Sentence, _ place: Int) -> Bool {
    switch category {
    case .any: sentence.tokens[place].kind != .sign
    case .invoice: sentence.invoices[place] != nil
    case .date: sentence.dateAt[place] != nil
    case .later, .earlier: sentence.dateAt[place] != nil && !dateEnds(category, sentence, place).isEmpty
    case .email: sentence.tokens[place].kind == .email
    case .link: sentence.tokens[place].kind == .link
    case .month: sentence.terms[place].contains { grammar.months[$0] != nil }
    case .weekday: sentence.terms[place].contains { grammar.weekdays[$0] != nil }
    case .number, .ordinal, .span, .year, .amount: !ends(of: category, sentence, place).isEmpty
    }
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
