/// What can begin where in a sentence, looked up once: nearly every path of a language fails for want of one of its words.
struct Openings {
  /// For each token the things of the grammar that begin there, by their bits.
  private(set) var categories: [UInt16]
  private var allCategories: UInt16 = 0
  private var lists: [UInt64]
  private let width: Int
  private var anywhere: [UInt64]
  private var terms: [UInt64]

  init(_ sentence: Sentence, _ grammar: Grammar, _ categoriesAt: (Int) -> UInt16) {
    let count = sentence.tokens.count
    width = (grammar.lists.paths.count + 63) / 64
    categories = (0..<count).map(categoriesAt)
    lists = Array(repeating: 0, count: count * width)
    anywhere = Array(repeating: 0, count: width)
    terms = Array(repeating: 0, count: (grammar.lexicon.count + 63) / 64)
    for place in 0..<count {
      for term in sentence.terms[place] {
        terms[Int(term) >> 6] |= 1 << UInt64(Int(term) & 63)
        for list in grammar.lists.byTerm[Int(term)] { mark(Int(list), place) }
      }
      allCategories |= categories[place]
      for category in 0..<16 where categories[place] & (1 << UInt16(category)) != 0 {
        for list in grammar.lists.byCategory[category] { mark(Int(list), place) }
      }
    }
  }

  private mutating func mark(_ list: Int, _ place: Int) {
    let bit: UInt64 = 1 << UInt64(list & 63)
    lists[place * width + list >> 6] |= bit
    anywhere[list >> 6] |= bit
  }

  /// True where a phrase of a list may begin at a place.
  func begins(list: Int, _ place: Int) -> Bool {
    lists[place * width + list >> 6] & (1 << UInt64(list & 63)) != 0
  }

  /// False for a path of which a word, a list or a thing of the grammar is nowhere in the sentence.
  func isPossible(_ path: CompiledPath) -> Bool {
    guard path.categories & ~allCategories == 0 else { return false }
    for list in path.lists where anywhere[list >> 6] & (1 << UInt64(list & 63)) == 0 { return false }
    for term in path.terms where terms[term >> 6] & (1 << UInt64(term & 63)) == 0 { return false }
    return true
  }
}
