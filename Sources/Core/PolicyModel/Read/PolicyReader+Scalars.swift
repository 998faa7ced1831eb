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
      report(NotANumber.number(node, what, "a whole number"))
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
    report(
      WrongKind.diagnostic(
        node, expected: "a list", of: what, help: "begin each item with `- ` on a line of its own"))
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

  /// Rules that are allowed at a place: a name, a list of names, or names with a reason each.
  mutating func allowed(_ node: Node?, at place: Span) -> [Located<String>] {
    guard let node else { return [] }
    var names: [Located<String>] = []
    if let entries = node.mapping {
      names = entries.map { Located($0.name, $0.key.span) }
    } else {
      for item in oneOrMany(node) {
        if let name = name(item, "a rule that is allowed") { names.append(name) }
      }
    }
    for name in names { allowances.append(Allowance(place: place, rule: name.value)) }
    return names
  }
}

/// A weekday, a window, a clock time: texts of the calendar and the review.
enum ClockText {
  static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let longWeekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// 1 for `mon` or `monday` to 7; nil for another word.
  static func weekday(_ word: some StringProtocol) -> Int? {
    let word = String(word)
    return (weekdays.firstIndex(of: word) ?? longWeekdays.firstIndex(of: word)).map { $0 + 1 }
  }

  /// `mon-fri`, `mon-wed,fri`, `sun-thu`; else the part that is none.
  static func week(_ text: String) -> Result<WeekdaySet, TimingProblem> {
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { weekday(trim($0)) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
        return .failure(TimingProblem("`\(trim(part))` is no day of the week and no range of them"))
      }
      var day = first
      days.append(day)
      while day != last {
        day = day % 7 + 1
        days.append(day)
      }
    }
    return .success(WeekdaySet(days))
  }

  /// Minutes after midnight of `09:30`, up to `24:00`; nil for another text.
  static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}

/// A day or a range of days as a calendar writes it: `2026-12-24..2027-01-01`.
enum DayText {
  /// The longest range, in days: five years.
  static let longestRange = 1827

  /// True for what begins like a date; the rest of it may be wrong.
  static func looksLikeDay(_ text: String) -> Bool {
    text.utf8.count >= 8 && text.utf8.prefix(4).allSatisfy { (48...57).contains($0) }
  }

  /// The first and the last day, or what is wrong.
  static func days(_ text: String) -> Result<ClosedRange<Day>, TimingProblem> {
    var ends = [text[...]]
    if let dots = firstDots(text) { ends = [text[..<dots], text[text.index(dots, offsetBy: 2)...]] }
    var days: [Day] = []
    for end in ends {
      let trimmed = String(end.filter { $0 != " " })
      guard let day = Day(iso: trimmed) else {
        return .failure(TimingProblem("`\(trimmed)` is no day of the calendar"))
      }
      days.append(day)
    }
    guard let first = days.first, let last = days.last, first <= last else {
      return .failure(TimingProblem("`\(text)` ends before it begins"))
    }
    guard last - first < longestRange else {
      return .failure(TimingProblem("`\(text)` is longer than five years"))
    }
    return .success(first...last)
  }

  private static func firstDots(_ text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if next < text.endIndex, text[index] == ".", text[next] == "." { return index }
      index = next
    }
    return nil
  }
}
