/// The rules of one language, compiled: every word has a number, every rule can be found by the words it begins with.
struct Grammar: Sendable {
  /// One step of a compiled pattern.
  enum Step: Hashable, Sendable {
    case term(Int32)
    case phrases(Int)
    /// A list of which one may stand there.
    case optional(Int)
    case category(Pattern.Category)
    case gap(Int, crossing: Bool)
  }

  /// One way through a pattern, without choices.
  struct Path: Hashable, Sendable {
    var steps: [Step] = []
    var atStart = false
    var atEnd = false
    /// Lists of which one phrase each has to stand elsewhere in the sentence.
    var others: [Int] = []

    /// Goes on with another path.
    mutating func append(_ next: Path) {
      steps += next.steps
      atStart = atStart || next.atStart
      atEnd = atEnd || next.atEnd
    }
  }

  /// What a path can begin with.
  struct Heads: Sendable {
    /// In ascending order.
    private(set) var terms: [Int32] = []
    /// By their bits.
    var categories: UInt16 = 0

    mutating func insert(_ term: Int32) { terms = Self.union(terms, [term]) }

    mutating func insert(_ others: Set<Int32>) { terms = Self.union(terms, others.sorted()) }

    mutating func formUnion(_ other: Heads) {
      terms = Self.union(terms, other.terms)
      categories |= other.categories
    }

    /// Nearly always one of the two is empty, and the other is shared.
    private static func union(_ left: [Int32], _ right: [Int32]) -> [Int32] {
      if left.isEmpty { return right }
      if right.isEmpty { return left }
      return Set(left).union(right).sorted()
    }
  }

  /// A path that belongs to a rule.
  struct Entry: Sendable {
    let path: Path
    let heads: Heads
    /// The index of the rule, or of the meaning of a date.
    let owner: Int
  }

  let language: String
  private(set) var lexicon = Lexicon()
  private var phrases: [[Path]] = []
  private(set) var heads: [Heads] = []
  private var names: [String: Int] = [:]
  /// The index of each list by what is in it: many patterns hold the same one.
  private var known: [[Path]: Int] = [:]
  private var ruleEntries: [Entry] = []
  private var dateEntries: [Entry] = []
  private var blockerEntries: [Entry] = []
  /// All steps of all paths, one behind the other; there once the grammar is finished, as are the four below.
  private(set) var steps: [Step] = []
  private(set) var lists = CompiledLists()
  private(set) var rules = CompiledIndex()
  private(set) var dates = CompiledIndex()
  private(set) var blockers = CompiledIndex()
  private(set) var numbers: [Int32: Int] = [:]
  private(set) var ordinals: [Int32: Int] = [:]
  private(set) var months: [Int32: Int] = [:]
  private(set) var weekdays: [Int32: Int] = [:]
  /// Words that begin a new clause as a comma does.
  private(set) var breaks: Set<Int32> = []

  /// A pattern has at most so many ways through; more is a mistake in the file.
  static let mostPaths = 400

  init(language: String) { self.language = language }

  /// Adds a list of phrases under its name.
  mutating func add(phrases patterns: [Pattern], named name: String) throws(PatternError) {
    guard names[name] == nil else { throw PatternError(message: "`\(name)` is there already") }
    var paths: [Path] = []
    for pattern in patterns { paths += try compile(pattern) }
    names[name] = append(paths)
  }

  private mutating func append(_ paths: [Path]) -> Int {
    let paths = paths.filter { !$0.steps.isEmpty }
    if let known = known[paths] { return known }
    known[paths] = phrases.count
    // Most phrases of a list begin with one word: all of these at once.
    var head = Heads()
    var words: Set<Int32> = []
    for path in paths {
      if case .term(let term)? = path.steps.first { words.insert(term) } else { head.formUnion(begins(path)) }
    }
    head.insert(words)
    phrases.append(paths)
    heads.append(head)
    return phrases.count - 1
  }

  mutating func add(rule owner: Int, _ pattern: Pattern) throws(PatternError) {
    try add(pattern, owner, to: \.ruleEntries)
  }

  mutating func add(date owner: Int, _ pattern: Pattern) throws(PatternError) {
    try add(pattern, owner, to: \.dateEntries)
  }

  /// What keeps a rule from holding where it stands in the same clause or sentence.
  mutating func add(blocker owner: Int, _ pattern: Pattern) throws(PatternError) {
    try add(pattern, owner, to: \.blockerEntries)
  }

  private mutating func add(
    _ pattern: Pattern, _ owner: Int, to entries: WritableKeyPath<Grammar, [Entry]>
  ) throws(PatternError) {
    for path in try compile(pattern) {
      guard path.steps.contains(where: { if case .optional = $0 { false } else { true } }) else {
        throw PatternError(message: "it can be said without any word")
      }
      self[keyPath: entries].append(Entry(path: path, heads: begins(path), owner: owner))
    }
  }

  /// Adds words that stand for a value: months from 1, weekdays from Monday as 1, numbers, ordinals.
  mutating func add(word: Pattern, value: Int, as category: Pattern.Category) throws(PatternError) {
    let options = if case .choice(let options) = word { options } else { [word] }
    var paths: [Path] = []
    for option in options { paths += try compile(option) }
    for path in paths {
      guard path.steps.count == 1, case .term(let term) = path.steps[0] else {
        throw PatternError(message: "a number, month or weekday is one word")
      }
      switch category {
      case .month: months[term] = value
      case .weekday: weekdays[term] = value
      case .ordinal: ordinals[term] = value
      default: numbers[term] = value
      }
    }
  }

  mutating func add(clauseBreak word: String) {
    if let number = lexicon.number(of: .word(word)) { breaks.insert(number) }
  }

  /// The index of a list of phrases; nil where the language has none of that name.
  func list(named name: String) -> Int? { names[name] }

  /// To be called once when all is in: nothing can be found before.
  mutating func finish() {
    lexicon.finish()
    lists = CompiledLists(phrases, heads, terms: lexicon.count, &steps)
    rules = CompiledIndex(ruleEntries, terms: lexicon.count, &steps)
    dates = CompiledIndex(dateEntries, terms: lexicon.count, &steps)
    blockers = CompiledIndex(blockerEntries, terms: lexicon.count, &steps)
    known = [:]
    phrases = []
    ruleEntries = []
    dateEntries = []
    blockerEntries = []
  }

  // MARK: Compiling

  private func begins(_ path: Path) -> Heads {
    var head = Heads()
    for step in path.steps {
      switch step {
      case .optional(let index):
        head.formUnion(heads[index])
        continue
      case .gap: continue
      case .term(let term): head.insert(term)
      case .phrases(let index): head.formUnion(heads[index])
      case .category(let category): head.categories |= category.bit
      }
      break
    }
    return head
  }

  private mutating func compile(_ pattern: Pattern) throws(PatternError) -> [Path] {
    if case .all(let patterns) = pattern, let first = patterns.first {
      var others: [Int] = []
      for other in patterns.dropFirst() { others.append(append(try compile(other))) }
      var paths = try compile(first)
      for index in paths.indices { paths[index].others = others }
      return paths
    }
    var paths = try expand(pattern)
    for index in paths.indices {
      // A gap at either end says nothing.
      while case .gap? = paths[index].steps.first { paths[index].steps.removeFirst() }
      while case .gap? = paths[index].steps.last { paths[index].steps.removeLast() }
    }
    return paths
  }

  private mutating func expand(_ pattern: Pattern) throws(PatternError) -> [Path] {
    switch pattern {
    case .word, .beginning, .ending:
      guard let number = lexicon.number(of: pattern) else { return [] }
      return [Path(steps: [.term(number)])]
    case .phrases(let name):
      guard let index = names[name] else {
        throw PatternError(message: "`@\(name)` is no list above this line")
      }
      return [Path(steps: [.phrases(index)])]
    case .category(let category): return [Path(steps: [.category(category)])]
    case .gap(let most, let crossing): return [Path(steps: [.gap(most, crossing: crossing)])]
    case .all: throw PatternError(message: "an `&` stands in no brackets")
    case .start: return [Path(atStart: true)]
    case .end: return [Path(atEnd: true)]
    case .choice(let options):
      var paths: [Path] = []
      var isOptional = false
      for option in options {
        let next = try expand(option)
        isOptional = isOptional || next.contains { $0.steps.isEmpty }
        paths += next
      }
      // Where a sentence begins or ends is known to whole paths only.
      if paths.contains(where: { $0.atStart || $0.atEnd }) { return paths }
      if paths.count == 1 { return paths }
      let list = append(paths)
      return [Path(steps: [isOptional ? .optional(list) : .phrases(list)])]
    case .sequence(let items):
      var paths = [Path()]
      for item in items {
        let next = try expand(item)
        guard paths.count * next.count <= Self.mostPaths else {
          throw PatternError(
            message: "it can be said in more than \(Self.mostPaths) ways: make two lines of it")
        }
        if next.count == 1 {
          for index in paths.indices { paths[index].append(next[0]) }
          continue
        }
        paths = paths.flatMap { path in
          next.map {
            var longer = path
            longer.append($0)
            return longer
          }
        }
      }
      return paths
    }
  }
}
