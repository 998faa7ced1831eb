/// Which word a count takes: `1 day`, `2 days`.
///
/// Source: the plural rules of Unicode CLDR 47, for whole numbers; a count below zero takes the word of its magnitude.
/// CLDR's `many` of a million in French, Italian, Portuguese and Spanish takes the word of the others.
enum PluralRule: Sendable {
  /// One has a word of its own.
  case one
  /// None and one share a word: `0 jour`.
  case noneOrOne
  /// One; 2 to 4, 22 to 24 and so on but 12 to 14; all others: `1 dzień`, `2 dni`, `5 dni`.
  case oneFewMany

  /// The words that a language can tell apart.
  enum Form: Sendable, CaseIterable {
    case one
    /// Only languages with three words have it.
    case few
    case other
  }

  /// How many words a counted thing has: two or three.
  var wordCount: Int {
    switch self {
    case .one, .noneOrOne: 2
    case .oneFewMany: 3
    }
  }

  /// The form of the word beside a count.
  func form(of count: Int64) -> Form {
    let count = count.magnitude
    switch self {
    case .one: return count == 1 ? .one : .other
    case .noneOrOne: return count <= 1 ? .one : .other
    case .oneFewMany:
      if count == 1 { return .one }
      return (2...4).contains(count % 10) && !(12...14).contains(count % 100) ? .few : .other
    }
  }
}
