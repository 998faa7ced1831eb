/// What a variable of the solver stands for. Slots are those of `Vocabulary.escalationConditions`.
enum Meaning: Hashable, Sendable {
  /// The value of a fact: a whole number, a day, minor units, a truth, or a place in an order of values.
  case fact(Int)
  /// Whether a fact that may be missing is there.
  case isThere(Int)
  /// How many elements a list has.
  case size(Int)
  /// Whether a list of texts has one.
  case contains(Int, String)
  /// Whether a map has a key.
  case hasKey(Int, String)
  /// The text under a key of a map.
  case key(Int, String)
  /// The sum of other variables, each times a factor: what it is, is a constraint and no statement.
  case sum([Sum.Term])
  /// The value of a part of a condition that is not understood, by its text.
  case unread(String)
  /// Whether such a part has a value.
  case works(String)
  /// Whether such a part, a double, is a number.
  case isNumber(String)

  /// The text of a part that is not understood; nil for what is.
  var unread: String? {
    switch self {
    case .unread(let text), .works(let text), .isNumber(let text): text
    case .fact, .isThere, .size, .contains, .hasKey, .key, .sum: nil
    }
  }
}

/// The variables of all conditions that are looked at together.
struct Variables: Sendable {
  private(set) var meanings: [Meaning] = []
  private(set) var domains: [Domain] = []
  private var places: [Meaning: Int] = [:]

  /// The variable of a meaning; it is made, with the values that it can have, where there is none yet.
  mutating func variable(_ meaning: Meaning, _ domain: Domain) -> Int {
    if let place = places[meaning] { return place }
    places[meaning] = meanings.count
    meanings.append(meaning)
    domains.append(domain)
    return meanings.count - 1
  }

  /// The variable of a meaning; nil where no condition has spoken of it.
  func place(of meaning: Meaning) -> Int? { places[meaning] }

  /// The variable that stands for a sum of two or more others.
  mutating func sum(_ terms: [Sum.Term]) -> Int {
    let domains = domains
    return variable(
      .sum(terms),
      Domain(
        terms.reduce(0...0) { range, term in
          let ends = [domains[term.variable].low * term.factor, domains[term.variable].high * term.factor]
          return range.lowerBound + min(ends[0], ends[1])...range.upperBound + max(ends[0], ends[1])
        }))
  }

  /// What a variable that stands for a sum is, as two sums that are never above their bounds.
  func definition(of variable: Int) -> [Sum]? {
    guard case .sum(let terms) = meanings[variable] else { return nil }
    let opposite = terms.map { Sum.Term(variable: $0.variable, factor: -$0.factor) }
    return [
      Sum(terms: terms + [Sum.Term(variable: variable, factor: -1)], bound: 0),
      Sum(terms: opposite + [Sum.Term(variable: variable, factor: 1)], bound: 0),
    ]
  }
}
