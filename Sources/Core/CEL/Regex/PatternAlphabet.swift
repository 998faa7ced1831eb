/// The symbols of a pattern: sets of scalars between which the pattern makes no difference.
///
/// Most patterns have a handful, so that a table with a column for each is small.
struct PatternAlphabet: Sendable {
  /// What a scalar, or the edge of the text, is to an assertion beside it.
  enum Kind: UInt8, Sendable {
    case edge, newline, word, other
  }

  /// How many symbols there are.
  let count: Int
  /// The symbol of each ASCII character.
  let ascii: [UInt16]
  /// What the scalars of each symbol are; only to be relied on for what the pattern asserts.
  let kinds: [Kind]
  /// Where each run of scalars with one symbol begins; sorted, from 0.
  private let starts: [UInt32]
  private let symbols: [UInt16]
  /// For each set a row of bits, one for each symbol.
  private let membership: [UInt64]
  private let wordsInRow: Int

  /// Throws where the pattern has too many different classes.
  init(_ pattern: Pattern) throws(RegularExpressionError) {
    var sets = pattern.sets
    // An assertion tells these apart, so a symbol must not have some of both.
    if pattern.nodes.contains(where: { $0.asserts([.lineStart, .lineEnd]) }) {
      sets.append(ScalarSet([10...10]))
    }
    if pattern.nodes.contains(where: { $0.asserts([.wordBoundary, .noWordBoundary]) }) {
      sets.append(PatternAlphabet.word)
    }
    var starts: Set<UInt32> = [0]
    for set in sets {
      for range in set.ranges {
        starts.insert(range.lowerBound)
        if range.upperBound < ScalarSet.greatest { starts.insert(range.upperBound + 1) }
      }
    }
    let sortedStarts = starts.sorted()
    let symbols = PatternAlphabet.symbols(of: sets, sortedStarts)
    let count = Int(symbols.max() ?? 0) + 1
    let wordsInRow = (count + 63) / 64
    guard count < Int(UInt16.max), sets.count * wordsInRow <= PatternLimits.membershipWords else {
      throw RegularExpressionError(0..<pattern.length, "the classes of the regular expression are too large")
    }
    membership = PatternAlphabet.membership(of: sets, sortedStarts, symbols, wordsInRow)
    var kinds = [Kind](repeating: .other, count: count)
    for (start, symbol) in zip(sortedStarts, symbols) {
      if start == 10 { kinds[Int(symbol)] = .newline }
      if PatternAlphabet.word.contains(start) { kinds[Int(symbol)] = .word }
    }
    self.count = count
    self.kinds = kinds
    self.starts = sortedStarts
    self.symbols = symbols.map { UInt16($0) }
    self.wordsInRow = wordsInRow
    var ascii: [UInt16] = []
    var run = 0
    for scalar in 0..<UInt32(128) {
      while run + 1 < sortedStarts.count, sortedStarts[run + 1] <= scalar { run += 1 }
      ascii.append(UInt16(symbols[run]))
    }
    self.ascii = ascii
  }

  /// The symbol of a scalar.
  func symbol(_ scalar: UInt32) -> Int { Int(symbols[PatternAlphabet.run(of: scalar, starts)]) }

  /// Whether the set at a place has the scalars of a symbol.
  func has(_ set: Int32, _ symbol: Int) -> Bool {
    membership[Int(set) * wordsInRow + symbol >> 6] >> (UInt64(symbol) & 63) & 1 == 1
  }

  private static let word = ScalarSet([48...57, 65...90, 95...95, 97...122])

  // The last run that does not begin behind a scalar.
  private static func run(of scalar: UInt32, _ starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return low
  }

  private static func forEachRun(in set: ScalarSet, _ starts: [UInt32], _ visit: (Int) -> Void) {
    for range in set.ranges {
      var run = run(of: range.lowerBound, starts)
      while run < starts.count, starts[run] <= range.upperBound {
        visit(run)
        run += 1
      }
    }
  }

  /// A set or its complement, whichever has fewer runs.
  ///
  /// Neither the symbols nor the rows of many negated classes shall cost the square of their number.
  private static func smaller(_ set: ScalarSet) -> (set: ScalarSet, isComplement: Bool) {
    let isMostly = set.ranges.first?.lowerBound == 0 && set.ranges.last?.upperBound == ScalarSet.greatest
    return isMostly ? (set.negated, true) : (set, false)
  }

  private static func membership(
    of sets: [ScalarSet], _ starts: [UInt32], _ symbols: [Int32], _ wordsInRow: Int
  ) -> [UInt64] {
    var membership: [UInt64] = []
    membership.reserveCapacity(sets.count * wordsInRow)
    for set in sets {
      let (part, isComplement) = smaller(set)
      let row = membership.count
      membership.append(contentsOf: repeatElement(isComplement ? .max : 0, count: wordsInRow))
      forEachRun(in: part, starts) { run in
        let word = row + Int(symbols[run]) >> 6
        let bit: UInt64 = 1 << (UInt64(symbols[run]) & 63)
        if isComplement { membership[word] &= ~bit } else { membership[word] |= bit }
      }
    }
    return membership
  }

  // Splits the runs by one set after the other; a set and its complement split alike.
  private static func symbols(of sets: [ScalarSet], _ starts: [UInt32]) -> [Int32] {
    var symbols = [Int32](repeating: 0, count: starts.count)
    // For each symbol, the one that its members get, and the set for which that is so.
    var parted: [(symbol: Int32, set: Int)] = [(0, -1)]
    for (place, set) in sets.enumerated() {
      forEachRun(in: smaller(set).set, starts) { run in
        let old = Int(symbols[run])
        if parted[old].set != place {
          parted[old] = (Int32(parted.count), place)
          parted.append((0, -1))
        }
        symbols[run] = parted[old].symbol
      }
    }
    // A symbol that lost all of its runs leaves a gap, so they are numbered anew.
    var numbers: [Int32: Int32] = [:]
    for run in symbols.indices {
      let number = numbers[symbols[run]] ?? Int32(numbers.count)
      numbers[symbols[run]] = number
      symbols[run] = number
    }
    return symbols
  }
}

extension Pattern.Node {
  fileprivate func asserts(_ assertions: Set<Pattern.Assertion>) -> Bool {
    if case .assertion(let assertion) = self { return assertions.contains(assertion) }
    return false
  }
}
