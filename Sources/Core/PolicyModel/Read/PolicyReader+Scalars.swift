import CEL
import PolicySyntax
import Receivables

// Single values: each function gives the value with its place, or reports what stands there instead.
extension PolicyReader {
  /// Text of any kind: a note, a person's name. Numbers are taken as they are written.
  mutating func text(_ node: Node, _ what: String) -> Located<String>? {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      report(WrongKind.diagnostic(node, expected: "text", of: what))
      return nil
    }
    report(AmbiguousText.diagnostic(node))
    return Located(scalar.text, node.span)
  }

  /// A name that other places refer to: text that is not empty, and no number.
  mutating func name(_ node: Node, _ what: String) -> Located<String>? {
    guard let scalar = node.scalar, scalar.resolved == .string else {
      report(WrongKind.name(node, what))
      return nil
    }
    guard !scalar.text.isEmpty else {
      report(WrongKind.empty(node, what))
      return nil
    }
    return Located(scalar.text, node.span)
  }

  mutating func boolean(_ node: Node, _ what: String) -> Bool? {
    if case .bool(let value)? = node.scalar?.resolved { return value }
    report(NotABoolean.diagnostic(node, what))
    return nil
  }

  /// A word of a closed vocabulary.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ node: Node, _ what: String, _: Word.Type)
    -> Word?
  where Word.RawValue == String {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      report(
        WrongKind.diagnostic(
          node, expected: "one word", of: what,
          help: "write one of \(Nearest.list(Word.allCases.map(\.rawValue)))"))
      return nil
    }
    if let word = Word(rawValue: scalar.text) { return word }
    report(UnknownWord.diagnostic(node, scalar.text, what, Word.allCases.map(\.rawValue)))
    return nil
  }

  /// A whole number of a range.
  mutating func integer(_ node: Node, _ what: String, in range: ClosedRange<Int>) -> Located<Int>? {
    guard case .int(let value)? = node.scalar?.resolved, isPlainNumber(node) else {
      report(NotANumber.number(node, what, NotANumber.wholeNumber))
      return nil
    }
    guard let value = Int(exactly: value), range.contains(value) else {
      report(
        NotANumber.diagnostic(
          node, "\(what) is \(value), and it has to lie between \(range.lowerBound) and \(range.upperBound)"))
      return nil
    }
    return Located(value, node.span)
  }

  /// An exact decimal number, not negative.
  mutating func decimal(_ node: Node, _ what: String) -> Located<Decimal>? {
    guard let scalar = node.scalar, isPlainNumber(node), let value = Decimal(scalar.text) else {
      report(NotANumber.number(node, what, "a number such as `1234.56`"))
      return nil
    }
    guard value >= Decimal(0) else {
      report(NotANumber.diagnostic(node, "\(what) is below zero"))
      return nil
    }
    return Located(value, node.span)
  }

  /// Written in plain digits: `0x10`, `1e3` and `.inf` are numbers to YAML and riddles to an owner.
  private func isPlainNumber(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return scalar.text.utf8.allSatisfy {
      (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
  }

  /// A count of days: `5 business days`.
  mutating func daySpan(_ node: Node, _ what: String) -> Located<DaySpan>? {
    guard let scalar = node.scalar, scalar.resolved != .null else {
      report(
        WrongKind.diagnostic(
          node, expected: "a number of days", of: what, help: "write it as `5 business days`"))
      return nil
    }
    switch Timing.parseSpan(scalar.text) {
    case .success(let span): return Located(span, node.span)
    case .failure(let problem):
      report(NotANumber.span(node, what, problem))
      return nil
    }
  }

  /// The nodes of a list, or a single node as a list of one.
  func oneOrMany(_ node: Node) -> [Node] { node.sequence ?? [node] }

  /// The items of a list; reports what is none.
  mutating func items(_ node: Node, _ what: String) -> [Node] {
    if let items = node.sequence { return items }
    report(WrongKind.noList(node, what))
    return []
  }

  /// The first so many of a list; reports that there are more.
  mutating func limited<Item>(
    _ all: [Item], to limit: Int, _ what: String, _ node: (Item) -> Node
  ) -> ArraySlice<Item> {
    if all.count > limit { report(WrongKind.tooMany(all.count, limit, what, at: node(all[limit]))) }
    return all.prefix(limit)
  }

  /// The entries of a mapping from names that the owner chooses; reports what is none.
  mutating func named(_ node: Node, _ what: String) -> [Entry] {
    if let entries = node.mapping { return entries }
    report(WrongKind.diagnostic(node, expected: "a mapping", of: what, help: "write one `name: …` a line"))
    return []
  }
}
