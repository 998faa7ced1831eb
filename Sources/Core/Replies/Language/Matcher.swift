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
  private var openings: Openings?
  /// Where the phrases of a list end that begin at a place, for those of the sentence that were asked for.
  private var known: [Int: [(Int, [Value])]] = [:]
  /// For each path of an index the last place at which it was tried, places counted through all sentences.
  private var tried: [Int] = []
  private var places = 0

  var isExhausted: Bool { steps > Self.budget }

  init(grammar: Grammar, clock: DateClock) {
    self.grammar = grammar
    self.clock = clock
  }

  /// All matches of an index in a sentence, by place; several of one rule may overlap.
  ///
  /// - Parameter isAnew: False where the sentence is that of the last call, and nothing was marked in it since: what
  ///   was found out about its phrases still holds.
  mutating func matches(_ index: CompiledIndex, in sentence: Sentence, isAnew: Bool = true) -> [Match] {
    if isAnew || openings == nil {
      known.removeAll(keepingCapacity: true)
      openings = Openings(sentence, grammar) { categories(sentence, $0) }
    }
    guard let openings else { return [] }
    if tried.count < index.paths.count {
      tried += Array(repeating: -1, count: index.paths.count - tried.count)
    }
    var found: [Match] = []
    for place in sentence.tokens.indices {
      places += 1
      for term in sentence.terms[place] {
        for entry in index.byTerm[Int(term)] {
          attempt(Int(entry), index, openings, sentence, place, &found)
        }
      }
      // In an order of their own: what is found must not depend on that of a dictionary.
      let categories = openings.categories[place]
      for category in Pattern.Category.allCases where categories & category.bit != 0 {
        for entry in index.byCategory[category.index] {
          attempt(Int(entry), index, openings, sentence, place, &found)
        }
      }
      if isExhausted { break }
    }
    // What another index has tried says nothing about this one.
    places += 1
    return found
  }

  private mutating func attempt(
    _ entry: Int, _ index: CompiledIndex, _ openings: Openings, _ sentence: Sentence, _ place: Int,
    _ found: inout [Match]
  ) {
    let path = index.paths[entry]
    guard openings.isPossible(path), tried[entry] != places else { return }
    tried[entry] = places
    if path.atStart, place != 0 { return }
    values.removeAll(keepingCapacity: true)
    guard let end = match(path.steps.lowerBound, path.steps.upperBound, sentence, place, path.atEnd) else {
      return
    }
    let taken = values
    guard let range = spanning(path.others, sentence, place..<end) else { return }
    found.append(Match(owner: path.owner, range: range, values: taken))
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

  /// Goes on from a step of the grammar to the last one of its path.
  private mutating func match(
    _ at: Int, _ last: Int, _ sentence: Sentence, _ place: Int, _ atEnd: Bool
  ) -> Int? {
    steps += 1
    guard steps <= Self.budget else { return nil }
    guard at < last else { return !atEnd || isEnd(sentence, place) ? place : nil }
    switch grammar.steps[at] {
    case .term(let term):
      guard place < sentence.tokens.count, sentence.terms[place].contains(term) else { return nil }
      return match(at + 1, last, sentence, place + 1, atEnd)
    case .phrases(let list):
      return match(list: list, at + 1, last, sentence, place, atEnd)
    case .optional(let list):
      return match(list: list, at + 1, last, sentence, place, atEnd)
        ?? match(at + 1, last, sentence, place, atEnd)
    case .category(let category):
      guard place < sentence.tokens.count, let openings, openings.categories[place] & category.bit != 0 else {
        return nil
      }
      guard let (end, value) = end(of: category, sentence, place) else { return nil }
      let count = values.count
      if let value { values.append(value) }
      if let found = match(at + 1, last, sentence, end, atEnd) { return found }
      values.removeLast(values.count - count)
      return nil
    case .gap(let most, let crossing):
      for length in 0...most {
        guard place + length <= sentence.tokens.count else { return nil }
        if length > 0, !crossing, sentence.breaks[place + length - 1] { return nil }
        if let found = match(at + 1, last, sentence, place + length, atEnd) { return found }
      }
      return nil
    }
  }

  private func isEnd(_ sentence: Sentence, _ place: Int) -> Bool {
    sentence.tokens[place...].allSatisfy { $0.kind == .sign }
  }

  /// Goes on behind each phrase of a list that stands at a place, the longest first.
  private mutating func match(
    list: Int, _ at: Int, _ last: Int, _ sentence: Sentence, _ place: Int, _ atEnd: Bool
  ) -> Int? {
    let count = values.count
    for (end, taken) in ends(ofPhrases: list, sentence, place) {
      values += taken
      if let found = match(at, last, sentence, end, atEnd) { return found }
      values.removeLast(values.count - count)
    }
    return nil
  }

  /// Where the phrases of a list that begin at a place end, the longest first, with the values they take in.
  private mutating func ends(ofPhrases list: Int, _ sentence: Sentence, _ place: Int) -> [(Int, [Value])] {
    guard place < sentence.tokens.count, let openings, openings.begins(list: list, place) else { return [] }
    let key = list << 16 | place
    if let ends = known[key] { return ends }
    let count = values.count
    var found: [(Int, [Value])] = []
    for path in grammar.lists.paths[list] where openings.isPossible(path) {
      if path.atStart, place != 0 { continue }
      if let end = match(path.steps.lowerBound, path.steps.upperBound, sentence, place, path.atEnd),
        !found.contains(where: { $0.0 == end })
      {
        found.append((end, Array(values[count...])))
      }
      values.removeLast(values.count - count)
    }
    found.sort { $0.0 > $1.0 }
    known[key] = found
    return found
  }

  /// The things of the grammar that begin at a place, by their bits.
  private func categories(_ sentence: Sentence, _ place: Int) -> UInt16 {
    var bits: UInt16 = 0
    for category in Pattern.Category.allCases where end(of: category, sentence, place) != nil {
      bits |= category.bit
    }
    return bits
  }

  /// Where a thing of the grammar that begins at a place ends, and its value; nil where none begins there.
  private func end(of category: Pattern.Category, _ sentence: Sentence, _ place: Int) -> (Int, Value?)? {
    let token = sentence.tokens[place]
    func value(_ table: [Int32: Int]) -> Int? {
      for term in sentence.terms[place] { if let value = table[term] { return value } }
      return nil
    }
    switch category {
    case .number:
      if case .number(let number, _) = token.kind { return (place + 1, .number(number)) }
      return value(grammar.numbers).map { (place + 1, .number($0)) }
    case .ordinal:
      if case .number(let number, _) = token.kind, (1...31).contains(number), sentence.invoices[place] == nil
      {
        return (place + 1, .ordinal(number))
      }
      return value(grammar.ordinals).map { (place + 1, .ordinal($0)) }
    case .span:
      guard case .span(let end) = token.kind else { return nil }
      return (place + 1, .ordinal(end))
    case .year:
      guard case .number(let year, _) = token.kind, (2000...2099).contains(year) else { return nil }
      return (place + 1, .year(year))
    case .month: return value(grammar.months).map { (place + 1, .month($0)) }
    case .weekday: return value(grammar.weekdays).map { (place + 1, .weekday($0)) }
    case .date, .later, .earlier: return dateEnd(category, sentence, place).map { ($0, nil) }
    case .amount: return Amounts.end(sentence, place).map { ($0.end, nil) }
    case .invoice: return sentence.invoices[place] == nil ? nil : (place + 1, nil)
    case .email: return token.kind == .email ? (place + 1, nil) : nil
    case .link: return token.kind == .link ? (place + 1, nil) : nil
    case .any: return token.kind == .sign ? nil : (place + 1, nil)
    }
  }

  private func dateEnd(_ category: Pattern.Category, _ sentence: Sentence, _ place: Int) -> Int? {
    guard let index = sentence.dateAt[place] else { return nil }
    let date = sentence.dates[index]
    let fits =
      switch category {
      case .later: clock.canBeLater(date.meaning)
      case .earlier: clock.canBeEarlier(date.meaning)
      default: true
      }
    return fits ? date.range.upperBound : nil
  }
}
