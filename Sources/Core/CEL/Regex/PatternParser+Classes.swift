extension PatternParser {
  /// Reads a class in brackets, such as `[^a-z\d[:space:]]`.
  mutating func readClass() throws(RegularExpressionError) {
    let start = position
    position += 1
    let isNegated = peek() == UInt8(ascii: "^")
    if isNegated { position += 1 }
    let first = position
    var ranges: [ClosedRange<UInt32>] = []
    while peek() != UInt8(ascii: "]") || position == first {
      guard let byte = peek() else {
        throw RegularExpressionError(
          start..<start + 1, "the class that `[` opens is not closed",
          help: "close it with `]`, or write `\\[` for the character itself")
      }
      let added: [ClosedRange<UInt32>]
      if let named = byte == UInt8(ascii: "[") ? try readPosixClass() : nil {
        added = named
      } else if let named = byte == UInt8(ascii: "\\") ? try readNamedEscape() : nil {
        added = named
      } else {
        let range = try readRange()
        added = try bothCases([range])
      }
      try charge(added.count)
      ranges += added
    }
    position += 1
    let set = ScalarSet(ranges)
    try addSet(isNegated ? set.negated : set)
  }

  private mutating func readRange() throws(RegularExpressionError) -> ClosedRange<UInt32> {
    let start = position
    let low = try readMember()
    guard peek() == UInt8(ascii: "-"), let next = peek(1), next != UInt8(ascii: "]") else { return low...low }
    position += 1
    let high = try readMember()
    guard low <= high else {
      throw RegularExpressionError(
        start..<position, "the range `\(text(start..<position))` goes backwards",
        help: "write the lower end first; a `-` itself stands first or last in a class, or as `\\-`")
    }
    return low...high
  }

  private mutating func readMember() throws(RegularExpressionError) -> UInt32 {
    guard peek() == UInt8(ascii: "\\") else { return readScalar() }
    guard let next = peek(1), "dswDSWpP".utf8.contains(next) else {
      return try readEscapedScalar(inClass: true)
    }
    throw RegularExpressionError(
      position..<position + 2, "a range cannot end with the class `\(text(position..<position + 2))`",
      help: "write a `-` itself first or last in the class, or as `\\-`")
  }

  /// Reads `\d`, `\s`, `\w`, `\pL`, `\p{Greek}` and their negations; nil for other escapes.
  mutating func readNamedEscape() throws(RegularExpressionError) -> [ClosedRange<UInt32>]? {
    guard let letter = peek(1) else { return nil }
    switch letter | 0x20 {
    case UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "w"):
      guard let members = PatternParser.perlClass(letter | 0x20) else { return nil }
      position += 2
      return try cased(members, isNegated: letter & 0x20 == 0)
    case UInt8(ascii: "p"): return try readProperty()
    default: return nil
    }
  }

  // A class is widened to both cases before it is negated: `(?i)\W` has no Kelvin sign, as in RE2.
  private mutating func cased(
    _ ranges: [ClosedRange<UInt32>], isNegated: Bool
  ) throws(RegularExpressionError) -> [ClosedRange<UInt32>] {
    let members = try bothCases(ranges)
    return isNegated ? ScalarSet(members).negated.ranges : members
  }

  // The ranges as they are, or in both cases where case does not count.
  private mutating func bothCases(
    _ ranges: [ClosedRange<UInt32>]
  ) throws(RegularExpressionError) -> [ClosedRange<UInt32>] {
    guard flags.ignoresCase else { return ranges }
    try charge(CaseFolding.cost(of: ranges))
    return CaseFolding.folded(ranges)
  }

  private mutating func readProperty() throws(RegularExpressionError) -> [ClosedRange<UInt32>] {
    let start = position
    var isNegated = bytes[start + 1] == UInt8(ascii: "P")
    position += 2
    let isBraced = peek() == UInt8(ascii: "{")
    if isBraced {
      position += 1
      if peek() == UInt8(ascii: "^") {
        isNegated.toggle()
        position += 1
      }
    }
    let nameStart = position
    if isBraced {
      while let byte = peek(), byte != UInt8(ascii: "}") { position += 1 }
    } else if position < bytes.count {
      _ = readScalar()
    }
    let name = text(nameStart..<position)
    guard !isBraced || peek() != nil else {
      throw RegularExpressionError(start..<nameStart, "`\(text(start..<nameStart))` is not closed with `}`")
    }
    if isBraced { position += 1 }
    let key = "\(isNegated)\(flags.ignoresCase)\(name)"
    if let known = knownProperties[key] { return known }
    guard let ranges = UnicodeProperty.ranges(named: name) else { throw unknownProperty(start, name) }
    let result = try cased(ranges, isNegated: isNegated)
    try charge(result.count)
    knownProperties[key] = result
    return result
  }

  private func unknownProperty(_ start: Int, _ name: String) -> RegularExpressionError {
    let written = text(start..<position)
    if name.isEmpty {
      return RegularExpressionError(
        start..<position, "`\(written)` names no class", help: "write `\\pL` for letters, or `\\p{Greek}`")
    }
    let meant = UnicodeProperty.nameMeant(by: name).map { "the name is `\($0)`, as in `\\p{\($0)}`" }
    return RegularExpressionError(
      start..<position, "`\(written)` is no class of Unicode",
      help: meant ?? "the classes are general categories, such as `Lu`, and scripts, such as `Greek`")
  }

  // [:alpha:] or [:^alpha:]; nil where the brackets do not close, and so stand for themselves.
  private mutating func readPosixClass() throws(RegularExpressionError) -> [ClosedRange<UInt32>]? {
    guard peek(1) == UInt8(ascii: ":"), !isWithoutPosixEnd else { return nil }
    let nameStart = position + 2
    var end = nameStart
    while end + 1 < bytes.count, bytes[end] != UInt8(ascii: ":") || bytes[end + 1] != UInt8(ascii: "]") {
      end += 1
    }
    guard end + 1 < bytes.count else {
      isWithoutPosixEnd = true
      return nil
    }
    let start = position
    position = end + 2
    let isNegated = end > nameStart && bytes[nameStart] == UInt8(ascii: "^")
    let name = text((isNegated ? nameStart + 1 : nameStart)..<end)
    guard let members = PatternParser.posixClasses[name] else {
      let meant = Suggestion.near(name, among: PatternParser.posixClasses.keys.sorted()).first
      throw RegularExpressionError(
        start..<position, "`\(text(start..<position))` is no class of POSIX",
        help: meant.map { "write `[:\($0):]`" }
          ?? "they are: \(PatternParser.posixClasses.keys.sorted().joined(separator: ", "))")
    }
    return try cased(members, isNegated: isNegated)
  }

  private static func perlClass(_ letter: UInt8) -> [ClosedRange<UInt32>]? {
    switch letter {
    case UInt8(ascii: "d"): posixClasses["digit"]
    // Unlike [:space:], it has no vertical tab.
    case UInt8(ascii: "s"): [9...10, 12...13, 32...32]
    default: posixClasses["word"]
    }
  }

  // Source: RE2's syntax; ASCII only.
  private static let posixClasses: [String: [ClosedRange<UInt32>]] = [
    "alnum": [48...57, 65...90, 97...122], "alpha": [65...90, 97...122], "ascii": [0...127],
    "blank": [9...9, 32...32], "cntrl": [0...31, 127...127], "digit": [48...57], "graph": [33...126],
    "lower": [97...122], "print": [32...126], "punct": [33...47, 58...64, 91...96, 123...126],
    "space": [9...13, 32...32], "upper": [65...90], "word": [48...57, 65...90, 95...95, 97...122],
    "xdigit": [48...57, 65...70, 97...102],
  ]
}
