/// A path as the matcher goes through it: places in arrays that all paths share.
struct CompiledPath: Sendable {
  /// Its steps among those of the grammar.
  let steps: Range<Int>
  let atStart: Bool
  let atEnd: Bool
  /// Lists of which one phrase each has to stand elsewhere in the sentence.
  let others: [Int]
  /// Words and lists without which it cannot be: most paths are put aside by one look at these.
  let terms: [Int]
  let lists: [Int]
  let categories: UInt16
  /// The index of the rule, or of the meaning of a date; 0 for the paths of a list.
  let owner: Int

  init(_ path: Grammar.Path, owner: Int, _ steps: inout [Grammar.Step]) {
    let start = steps.count
    steps += path.steps
    self.steps = start..<steps.count
    atStart = path.atStart
    atEnd = path.atEnd
    others = path.others
    self.owner = owner
    var terms: [Int] = []
    var lists = path.others
    var categories: UInt16 = 0
    for step in path.steps {
      switch step {
      case .term(let term): terms.append(Int(term))
      case .phrases(let list): lists.append(list)
      case .category(let category): categories |= category.bit
      case .optional, .gap: break
      }
    }
    self.terms = terms
    self.lists = lists
    self.categories = categories
  }
}

/// For each of some numbers a run of others, all in one array.
struct NumberRuns: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

  /// Nothing for any number.
  init() {}

  init(_ runs: [[Int32]]) {
    starts.reserveCapacity(runs.count + 1)
    for run in runs {
      numbers += run
      starts.append(Int32(numbers.count))
    }
  }

  /// The run of a number; an empty one where it has none.
  subscript(_ number: Int) -> ArraySlice<Int32> {
    guard number + 1 < starts.count else { return [] }
    return numbers[Int(starts[number])..<Int(starts[number + 1])]
  }
}

/// Paths by what they begin with.
struct CompiledIndex: Sendable {
  let paths: [CompiledPath]
  let byTerm: NumberRuns
  /// By the index of the category.
  let byCategory: NumberRuns

  /// No path at all.
  init() {
    paths = []
    byTerm = NumberRuns()
    byCategory = NumberRuns()
  }

  init(_ entries: [Grammar.Entry], terms: Int, _ steps: inout [Grammar.Step]) {
    paths = entries.map { CompiledPath($0.path, owner: $0.owner, &steps) }
    (byTerm, byCategory) = Self.index(entries.map(\.heads), terms)
  }

  /// Which of some things begin with a word, and which with a thing of the grammar.
  static func index(_ heads: [Grammar.Heads], _ terms: Int) -> (byTerm: NumberRuns, byCategory: NumberRuns) {
    var byTerm = Array(repeating: [Int32](), count: terms)
    var byCategory = Array(repeating: [Int32](), count: Pattern.Category.allCases.count)
    for (number, head) in heads.enumerated() {
      for term in head.terms { byTerm[Int(term)].append(Int32(number)) }
      for category in Pattern.Category.allCases where head.categories & category.bit != 0 {
        byCategory[category.index].append(Int32(number))
      }
    }
    return (NumberRuns(byTerm), NumberRuns(byCategory))
  }
}

/// The lists of phrases, and what they begin with.
struct CompiledLists: Sendable {
  let paths: [[CompiledPath]]
  let byTerm: NumberRuns
  let byCategory: NumberRuns

  /// No list at all.
  init() {
    paths = []
    byTerm = NumberRuns()
    byCategory = NumberRuns()
  }

  init(
    _ phrases: [[Grammar.Path]], _ heads: [Grammar.Heads], terms: Int, _ steps: inout [Grammar.Step]
  ) {
    paths = phrases.map { list in list.map { CompiledPath($0, owner: 0, &steps) } }
    (byTerm, byCategory) = CompiledIndex.index(heads, terms)
  }
}
