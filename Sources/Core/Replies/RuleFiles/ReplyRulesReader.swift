package import PolicySyntax

/// Reads a rule file of a language: tree → `LanguageRules`, with all mistakes at once.
package struct ReplyRulesReader {
  /// A mistake in a rule file.
  package struct Mistake: Error, Sendable {
    package let span: Span
    package let message: String
  }

  package private(set) var mistakes: [Mistake] = []
  private var grammar: Grammar
  private var rules: [LanguageRules.Rule] = []
  private var blockers: [LanguageRules.Blocker] = []
  private var dateRules: [DateRule] = []
  private(set) var common: Set<String> = []
  private(set) var layout = ReplyLayout()
  private let code: String
  private var isOwners = false

  private static let keys = [
    "language", "common", "breaks", "months", "weekdays", "numbers", "ordinals", "dates", "words", "never",
    "rules",
    "layout",
  ]

  /// A reader for one language.
  package init(language code: String) {
    self.code = code
    grammar = Grammar(language: code)
  }

  /// Reads a file; a second file of the same language adds to the first.
  ///
  /// - Parameter isOwners: True for a file of the owner's: its rules are not outweighed by what was learnt.
  package mutating func read(_ root: Node, isOwners: Bool = false) {
    self.isOwners = isOwners
    guard let entries = root.mapping else { return complain(root, "a file of rules is a mapping") }
    for entry in entries where !Self.keys.contains(entry.name) {
      complain(
        entry.key,
        "`\(entry.name)` is no part of a file of rules; there are \(Self.keys.joined(separator: ", "))")
    }
    readSigns(root)
    for line in lines(root["breaks"]) { for word in words(line.text) { grammar.add(clauseBreak: word) } }
    readValues(root)
    for entry in root["words"]?.mapping ?? [] {
      let patterns = patterns(entry.value)
      attempt(entry.key) { grammar throws(PatternError) in
        try grammar.add(phrases: patterns.map(\.pattern), named: entry.name)
      }
    }
    for line in lines(root["dates"]) { readDate(line) }
    for node in root["rules"]?.sequence ?? [] { readRule(node) }
    for entry in root["never"]?.mapping ?? [] {
      guard
        let meaning = Meaning(
          entry.name == "dispute" ? "dispute other" : entry.name == "request" ? "request other" : entry.name)
      else {
        complain(entry.key, "`\(entry.name)` is no meaning")
        continue
      }
      add(blockers: entry.value, rule: nil, meaning: meaning, wholeSentence: false)
    }
  }

  /// Reads only by what a text is told to be of the language, and how mail programs that speak it set off what is quoted.
  mutating func readSigns(_ root: Node) {
    common.formUnion(lines(root["common"]).flatMap { words($0.text) })
    readLayout(root["layout"])
  }

  /// The language as it was read.
  package mutating func finished() -> LanguageRules {
    grammar.finish()
    return LanguageRules(
      code: code, common: common, grammar: grammar, rules: rules, dateRules: dateRules, layout: layout,
      blockers: blockers)
  }

  // MARK: Parts

  private mutating func readValues(_ root: Node) {
    for (index, line) in lines(root["months"]).enumerated() { add(line, value: index + 1, as: .month) }
    for (index, line) in lines(root["weekdays"]).enumerated() { add(line, value: index + 1, as: .weekday) }
    for (key, category) in [("numbers", Pattern.Category.number), ("ordinals", .ordinal)] {
      for line in lines(root[key]) {
        let halves = line.text.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, let value = Int(halves[0].filter { $0 != " " }) else {
          complain(line.node, "`\(line.text)` is no number with its words: write `2 = two | a couple`")
          continue
        }
        add((String(halves[1]), line.node), value: value, as: category)
      }
    }
  }

  private mutating func add(_ line: (text: String, node: Node), value: Int, as category: Pattern.Category) {
    attempt(line.node, line.text) { grammar throws(PatternError) in
      try grammar.add(word: try PatternParser.parse(line.text), value: value, as: category)
    }
  }

  private mutating func readDate(_ line: (text: String, node: Node)) {
    guard let arrow = line.text.firstRange(of: "=>") else {
      return complain(line.node, "`\(line.text)` says not what it means: write `=> days 1` behind it")
    }
    let name = line.text[arrow.upperBound...].drop { $0 == " " }
    guard let rule = DateRule(name) else { return complain(line.node, "`\(name)` is no meaning of a date") }
    let owner = dateRules.count
    dateRules.append(rule)
    attempt(line.node, line.text) { grammar throws(PatternError) in
      try grammar.add(date: owner, try PatternParser.parse(line.text[..<arrow.lowerBound]))
    }
  }

  private mutating func readRule(_ node: Node) {
    let known = [
      "rule", "means", "weight", "question", "automatic", "arrival", "say", "unless", "unless_sentence",
    ]
    for entry in node.mapping ?? [] where !known.contains(entry.name) {
      complain(entry.key, "`\(entry.name)` is no part of a rule; there are \(known.joined(separator: ", "))")
    }
    guard let name = node["rule"]?.scalar?.text else { return complain(node, "a rule has a name: `rule: …`") }
    guard let meaning = (node["means"]?.scalar?.text).flatMap(Meaning.init) else {
      return complain(node["means"] ?? node, "rule `\(name)` has no meaning that is known: `means: …`")
    }
    let owner = rules.count
    let weight = (node["weight"]?.scalar?.text).flatMap(Int.init) ?? 2
    let question =
      node["question"]?.scalar?.text ?? (meaning.family == "promise" || meaning == .claimsPaid ? "no" : "any")
    guard let question = LanguageRules.Rule.Question(rawValue: question), (1...3).contains(weight) else {
      return complain(node, "`question` is no, only or any, and `weight` 1, 2 or 3")
    }
    rules.append(
      LanguageRules.Rule(
        name: name, meaning: meaning, weight: weight, question: question,
        automatic: (node["automatic"]?.scalar?.text).map { $0 == "true" },
        isArrival: node["arrival"]?.scalar?.text == "true", isOwners: isOwners))
    guard let say = node["say"] else { return complain(node, "rule `\(name)` has no `say`") }
    for (pattern, node) in patterns(say) {
      attempt(node) { grammar throws(PatternError) in try grammar.add(rule: owner, pattern) }
    }
    if let unless = node["unless"] { add(blockers: unless, rule: owner, meaning: nil, wholeSentence: false) }
    if let unless = node["unless_sentence"] {
      add(blockers: unless, rule: owner, meaning: nil, wholeSentence: true)
    }
  }

  private mutating func add(blockers node: Node, rule: Int?, meaning: Meaning?, wholeSentence: Bool) {
    let owner = blockers.count
    blockers.append(LanguageRules.Blocker(rule: rule, meaning: meaning, wholeSentence: wholeSentence))
    for (pattern, node) in patterns(node) {
      attempt(node) { grammar throws(PatternError) in try grammar.add(blocker: owner, pattern) }
    }
  }

  private mutating func readLayout(_ node: Node?) {
    for entry in node?.mapping ?? [] {
      let found = lines(entry.value).map { $0.text.lowercased() }
      switch entry.name {
      case "attributions": layout.attributions += found
      case "head_names": layout.headNames += found
      case "separators": layout.separators += found
      case "programs": layout.programs += found
      case "closings": layout.closings += found
      case "disclaimers": layout.disclaimers += found
      case "automatic_subjects": layout.automaticSubjects += found
      case "titles": layout.titles += found
      default: complain(entry.key, "`\(entry.name)` is no part of a layout")
      }
    }
  }

  // MARK: Lines

  private func words(_ line: String) -> [String] { Tokenizer.tokens(of: line).map(\.text) }

  /// The lines of a text, without comments and empty ones; a list counts as its lines.
  private func lines(_ node: Node?) -> [(text: String, node: Node)] {
    guard let node else { return [] }
    if let items = node.sequence { return items.flatMap { lines($0) } }
    guard let text = node.scalar?.text else { return [] }
    return text.utf8.split(separator: 10).compactMap { line in
      let trimmed = line.drop { $0 == 32 }
      return trimmed.isEmpty || trimmed.first == UInt8(ascii: "#") ? nil : (String(Substring(trimmed)), node)
    }
  }

  private mutating func patterns(_ node: Node) -> [(pattern: Pattern, node: Node)] {
    var found: [(Pattern, Node)] = []
    for line in lines(node) {
      do throws(PatternError) {
        found.append((try PatternParser.parse(line.text), line.node))
      } catch {
        complain(line.node, "`\(line.text)`: \(error.message)")
      }
    }
    return found
  }

  private mutating func attempt(
    _ node: Node, _ line: String = "", _ body: (inout Grammar) throws(PatternError) -> Void
  ) {
    do throws(PatternError) {
      try body(&grammar)
    } catch {
      complain(node, (line.isEmpty ? "" : "`\(line)`: ") + error.message)
    }
  }

  private mutating func complain(_ node: Node, _ message: String) {
    mistakes.append(Mistake(span: node.span, message: message))
  }
}
