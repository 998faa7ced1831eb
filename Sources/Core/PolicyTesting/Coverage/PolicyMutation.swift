import PolicySyntax

/// A small change of a policy: one number or one operator, at one place of its text.
package struct PolicyMutation: Sendable, Hashable {
  /// Exactly what is replaced.
  package let span: Span
  package let old: String
  package let new: String

  /// The file with the change made.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<Int(span.start)]) + Array(new.utf8) + Array(bytes[Int(span.end)...])
  }

  /// All changes of a policy's text, in order of file and place.
  ///
  /// Numbers grow by a tenth, at least by one in their last digit: enough for a test that means the number, and
  /// seldom enough for one that only comes near it. `>=` and `>`, `<=` and `<`, `==` and `!=`, `&&` and `||` change places. What a
  /// simulation does not show (words, names, the hours of `send`, `per_run`, `books_age`, `review`) is left alone.
  ///
  /// - Parameter roots: The trees of the policy's files.
  package static func all(in roots: [Node]) -> [PolicyMutation] {
    var finder = Finder()
    for root in roots {
      for entry in root.mapping ?? [] where Finder.sections.contains(entry.name) {
        finder.look(at: entry.value, under: entry.name)
      }
    }
    return finder.found.sorted {
      ($0.span.file, $0.span.start, $0.new) < ($1.span.file, $1.span.start, $1.new)
    }
  }

  /// At most so many of a list, evenly spread over it, the same ones each time.
  package static func spread(_ all: [PolicyMutation], most: Int) -> [PolicyMutation] {
    guard all.count > most, most > 0 else { return all }
    return (0..<most).map { all[$0 * all.count / most] }
  }
}

private struct Finder {
  static let sections = ["segments", "schedules", "escalations", "responses", "rates", "limits", "charges"]
  /// Keys of names and words, and of what no simulation shows.
  private static let passed: Set = [
    "name", "note", "reason", "tier", "tone", "schedule", "segment", "do", "to", "cc", "from", "channel",
    "level", "allow", "per_run", "books_age", "task", "compensation",
  ]
  private static let operators: [(old: String, new: String)] = [
    (">=", ">"), ("<=", "<"), ("==", "!="), ("!=", "=="), ("&&", "||"), ("||", "&&"), (">", ">="),
    ("<", "<="),
  ]

  var found: [PolicyMutation] = []

  mutating func look(at node: Node, under key: String) {
    // Behind an alias the text stands elsewhere, and is found there.
    if node.definition != nil { return }
    switch node.content {
    case .mapping(let entries):
      for entry in entries where !Finder.passed.contains(entry.name) {
        look(at: entry.value, under: entry.name)
      }
    case .sequence(let items): for item in items { look(at: item, under: key) }
    case .scalar(let scalar): scan(scalar, isCondition: key == "when")
    }
  }

  private mutating func scan(_ scalar: Scalar, isCondition: Bool) {
    guard scalar.hasExactPlaces else { return }
    let bytes = Array(scalar.text.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if isCondition, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        place = Finder.end(ofText: bytes, from: place)
      } else if Finder.isDigit(byte) {
        let end = Finder.end(ofNumber: bytes, from: place)
        if Finder.standsAlone(bytes, place..<end) {
          change(scalar, bytes, place..<end, to: Finder.larger(bytes[place..<end]))
        }
        place = end
      } else if isCondition,
        let pair = Finder.operators.first(where: { bytes[place...].starts(with: $0.old.utf8) })
      {
        change(scalar, bytes, place..<(place + pair.old.utf8.count), to: pair.new)
        place += pair.old.utf8.count
      } else {
        place += 1
      }
    }
  }

  private mutating func change(_ scalar: Scalar, _ bytes: [UInt8], _ range: Range<Int>, to new: String) {
    let old = String(decoding: bytes[range], as: UTF8.self)
    found.append(PolicyMutation(span: scalar.source(range), old: old, new: new))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private static func end(ofText bytes: [UInt8], from start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != bytes[start] {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, bytes.count)
  }

  private static func end(ofNumber bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count, isDigit(bytes[place]) { place += 1 }
    if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "."), isDigit(bytes[place + 1]) {
      place += 1
      while place < bytes.count, isDigit(bytes[place]) { place += 1 }
    }
    return place
  }

  /// False for a number in a name or a date: `net30`, `revenue_12m`, `2026-03-01`.
  private static func standsAlone(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    func joins(_ byte: UInt8) -> Bool {
      isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }
    let before = range.lowerBound > 0 && joins(bytes[range.lowerBound - 1])
    let after =
      range.upperBound < bytes.count
      && (isWord(bytes[range.upperBound]) || bytes[range.upperBound] == UInt8(ascii: ":"))
    return !before && !after
  }

  /// A tenth more, at least one in the last digit: `10000` → `11000`, `5` → `6`, `0.85` → `0.93`.
  private static func larger(_ digits: ArraySlice<UInt8>) -> String {
    let decimals = digits.lastIndex(of: UInt8(ascii: ".")).map { digits.endIndex - $0 - 1 } ?? 0
    // What is longer than any amount stays as it is long: its first digits are counted.
    let value = digits.filter(isDigit).prefix(17).reduce(0) { $0 * 10 + Int($1 - 48) }
    var text = String(value + max(1, value / 10))
    if decimals == 0 { return text }
    while text.utf8.count <= decimals { text = "0" + text }
    return "\(text.dropLast(decimals)).\(text.suffix(decimals))"
  }
}
