/// Reads the syntax of RE2, as Go's `regexp` takes it.
///
/// Source: https://github.com/google/re2/wiki/Syntax. Captures are mere groups, for nobody asks what they
/// hold. Groups stand on a stack of their own, so that none of this calls itself.
struct PatternParser {
  /// What `(?imsU)` sets; U has no meaning where only a yes or no is wanted.
  struct Flags {
    var ignoresCase = false
    var dotTakesNewline = false
    var isMultiline = false
  }

  /// A group that is open, or the whole.
  struct Group {
    /// Where it opens.
    let start: Int
    /// What holds again behind it.
    let outerFlags: Flags
    /// The branches that a `|` has ended.
    var branches: [Int] = []
    /// The parts of the current branch.
    var parts: [Int] = []
  }

  let bytes: [UInt8]
  var position = 0
  var flags = Flags()
  var pattern: Pattern
  /// Never empty; the first is the whole.
  private(set) var groups: [Group]
  /// Where the repetition begins that ends at `position`, if one does.
  private var precedingRepetition: Int?
  /// The places of the sets that were read before, by what was written and whether case counted.
  var knownSets: [String: Int] = [:]
  /// The ranges of the classes of Unicode that were read before, likewise.
  var knownProperties: [String: [ClosedRange<UInt32>]] = [:]
  /// True once no `:]` was found as far as the pattern goes, so that it is not looked for again.
  var isWithoutPosixEnd = false
  private var knownLiterals: [UInt64: Int] = [:]
  /// How many ranges were worked on, against `PatternLimits.ranges`.
  private var rangesSeen = 0

  /// Reads a whole pattern.
  static func parse(_ text: String) throws(RegularExpressionError) -> Pattern {
    var parser = PatternParser(text)
    guard parser.bytes.count <= PatternLimits.bytes else {
      throw RegularExpressionError(
        0..<parser.bytes.count, "the regular expression is longer than \(PatternLimits.bytes) bytes")
    }
    while parser.position < parser.bytes.count { try parser.readPart() }
    if let open = parser.groups.last, parser.groups.count > 1 {
      throw RegularExpressionError(
        open.start..<open.start + 1, "the group that `(` opens is not closed",
        help: "close it with `)`, or write `\\(` for the character itself")
    }
    _ = parser.node(of: parser.groups[0])
    return parser.pattern
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    pattern = Pattern(length: bytes.count)
    groups = [Group(start: 0, outerFlags: Flags())]
  }

  private mutating func readPart() throws(RegularExpressionError) {
    let before = precedingRepetition
    precedingRepetition = nil
    switch bytes[position] {
    case UInt8(ascii: "("): try readOpening()
    case UInt8(ascii: ")"): try close()
    case UInt8(ascii: "|"):
      position += 1
      endBranch()
    case UInt8(ascii: "^"): addAssertion(flags.isMultiline ? .lineStart : .textStart, length: 1)
    case UInt8(ascii: "$"): addAssertion(flags.isMultiline ? .lineEnd : .textEnd, length: 1)
    case UInt8(ascii: "."):
      position += 1
      let greatest = ScalarSet.greatest
      try addSet(ScalarSet(flags.dotTakesNewline ? [0...greatest] : [0...9, 11...greatest]))
    case UInt8(ascii: "["): try readClass()
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      let start = position
      guard let count = try readCount() else { return try addLiteral(readScalar()) }
      try addRepetition(count, start, behind: before)
    case UInt8(ascii: "\\"): try readEscape()
    default: try addLiteral(readScalar())
    }
  }

  // The lazy and greedy forms only differ in what they capture, so a `?` behind a count is read over.
  private mutating func addRepetition(
    _ count: (minimum: Int, maximum: Int?), _ start: Int, behind before: Int?
  ) throws(RegularExpressionError) {
    if peek() == UInt8(ascii: "?") { position += 1 }
    if let before { throw stackedRepetition(before, start) }
    guard let part = groups[groups.count - 1].parts.popLast() else {
      let written = text(start..<position)
      throw RegularExpressionError(
        start..<position, "there is nothing that `\(written)` could repeat",
        help: "write `\\\(written)` for the character itself")
    }
    let node = pattern.add(.repetition(part, minimum: count.minimum, maximum: count.maximum))
    guard pattern.allowsRepetitions(of: node) else {
      throw RegularExpressionError(
        start..<position, "nested repetitions come to more than \(PatternLimits.repetitions)")
    }
    add(node)
    precedingRepetition = start
  }

  private func stackedRepetition(_ before: Int, _ start: Int) -> RegularExpressionError {
    let both = text(before..<position)
    if bytes[start] == UInt8(ascii: "+") {
      return .unbounded(
        before..<position, "a possessive quantifier such as `\(both)`", help: "leave out the `+`")
    }
    return RegularExpressionError(
      before..<position, "`\(both)` repeats a repetition",
      help: "leave out one of the two, or put the first into a group: `(?:…)`")
  }

  mutating func open(at start: Int, with inner: Flags) throws(RegularExpressionError) {
    guard groups.count <= PatternLimits.depth else {
      throw RegularExpressionError(
        start..<position, "groups are nested more than \(PatternLimits.depth) deep")
    }
    groups.append(Group(start: start, outerFlags: flags))
    flags = inner
  }

  private mutating func close() throws(RegularExpressionError) {
    position += 1
    guard groups.count > 1, let group = groups.popLast() else {
      throw RegularExpressionError(
        position - 1..<position, "`)` closes no group", help: "write `\\)` for the character itself")
    }
    flags = group.outerFlags
    add(node(of: group))
  }

  private mutating func endBranch() {
    let branch = sequence(groups[groups.count - 1].parts)
    groups[groups.count - 1].branches.append(branch)
    groups[groups.count - 1].parts = []
  }

  private mutating func node(of group: Group) -> Int {
    let last = sequence(group.parts)
    return group.branches.isEmpty ? last : pattern.add(.choice(group.branches + [last]))
  }

  private mutating func sequence(_ parts: [Int]) -> Int {
    // The last node has to be the whole, so an only part is not added again: it is the last one already.
    if parts.count == 1 { return parts[0] }
    return pattern.add(parts.isEmpty ? .empty : .sequence(parts))
  }

  private mutating func add(_ node: Int) { groups[groups.count - 1].parts.append(node) }

  mutating func addAssertion(_ assertion: Pattern.Assertion, length: Int) {
    position += length
    add(pattern.add(.assertion(assertion)))
  }

  /// Adds one scalar; where case does not count, any of those that differ from it by case only.
  mutating func addLiteral(_ scalar: UInt32) throws(RegularExpressionError) {
    let key = UInt64(scalar) << 1 | (flags.ignoresCase ? 1 : 0)
    if let place = knownLiterals[key] { return add(pattern.add(.scalar(place))) }
    let range = [scalar...scalar]
    let place = try place(of: ScalarSet(flags.ignoresCase ? CaseFolding.folded(range) : range))
    knownLiterals[key] = place
    add(pattern.add(.scalar(place)))
  }

  mutating func addSet(_ set: ScalarSet) throws(RegularExpressionError) {
    add(pattern.add(.scalar(try place(of: set))))
  }

  mutating func addSet(at place: Int) { add(pattern.add(.scalar(place))) }

  mutating func place(of set: ScalarSet) throws(RegularExpressionError) -> Int {
    try charge(set.ranges.count)
    return pattern.place(of: set)
  }

  /// Counts ranges of classes that are worked on.
  mutating func charge(_ ranges: Int) throws(RegularExpressionError) {
    rangesSeen += ranges + 1
    guard rangesSeen <= PatternLimits.ranges else {
      throw RegularExpressionError(0..<bytes.count, "the classes of the regular expression are too large")
    }
  }

  /// The byte some places ahead; nil behind the end.
  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Reads over one whole scalar; there must be one.
  mutating func readScalar() -> UInt32 {
    let (scalar, next) = Scalars.decode(bytes.span, at: position)
    position = next
    return scalar
  }
}
