internal import Receivables

/// A rule that held: where, and what it means.
struct Finding: Sendable {
  let rule: LanguageRules.Rule
  /// The index of the sentence.
  let sentence: Int
  /// In tokens of the sentence.
  let range: Range<Int>

  var meaning: Meaning { rule.meaning }
}

/// A visible reply as the rules of one language read it.
struct Reading {
  var rules: LanguageRules
  let clock: DateClock
  /// True where a program wrote.
  let isAutomatic: Bool
  private(set) var sentences: [Sentence] = []
  private(set) var findings: [Finding] = []
  /// True where the text was made to be slow, and not read to its end.
  private(set) var isGivenUp = false

  init(
    _ reply: VisibleReply, rules: LanguageRules, clock: DateClock, invoices: InvoiceNames, isAutomatic: Bool
  ) {
    self.rules = rules
    self.clock = clock
    self.isAutomatic = isAutomatic
    var matcher = Matcher(grammar: rules.grammar, clock: clock)
    var named: Day?
    for (part, tokens) in Self.sentences(reply) {
      var sentence = Sentence(
        tokens: tokens, part: part, grammar: rules.grammar, common: rules.common, invoices: invoices)
      guard !sentence.tokens.isEmpty else { continue }
      DateFinder.mark(&sentence, rules, &matcher, named: named)
      let ahead = sentence.dates.last { clock.canBeLater($0.meaning) }
      named = ahead.flatMap { clock.day($0.meaning, .ahead) } ?? named
      sentences.append(sentence)
      read(sentence, sentences.count - 1, &matcher)
    }
    isGivenUp = matcher.isExhausted
  }

  private static func sentences(_ reply: VisibleReply) -> [(part: Int, tokens: [Token])] {
    var found: [(Int, [Token])] = []
    for sentence in Sentences.split(reply.text) {
      let place = sentence.first?.range.lowerBound ?? 0
      found.append((reply.parts.lastIndex { $0.range.lowerBound <= place } ?? 0, sentence))
    }
    return found
  }

  private mutating func read(
    _ sentence: Sentence, _ index: Int, _ matcher: inout Matcher
  ) {
    let matches = matcher.matches(rules.grammar.rules, in: sentence)
    guard !matches.isEmpty else { return }
    let blockers = matcher.matches(rules.grammar.blockers, in: sentence, isAnew: false)
    for match in matches {
      let rule = rules.rules[match.owner]
      if let automatic = rule.automatic, automatic != isAutomatic { continue }
      let clause = sentence.clause(around: match.range)
      // "I paid on Monday, can you check?": only the last clause asks.
      if rule.question == .no, sentence.isQuestion, sentence.isLast(clause) { continue }
      if rule.question == .only, !sentence.isQuestion { continue }
      let isBlocked = blockers.contains { blocker in
        let owner = rules.blockers[blocker.owner]
        // What holds for all rules of a meaning gives way to a rule that is never outweighed.
        let isOfAll = owner.rule == nil && owner.meaning?.family == rule.meaning.family && rule.weight < 3
        guard owner.rule == match.owner || isOfAll else { return false }
        return owner.wholeSentence || clause.overlaps(blocker.range)
      }
      if isBlocked { continue }
      findings.append(Finding(rule: rule, sentence: index, range: match.range))
    }
  }

  /// How much of the text the rules understood, to choose between languages.
  var weight: Int { findings.reduce(0) { $0 + ($1.rule.weight == 1 ? 1 : 3) } }

  func findings(_ family: String) -> [Finding] { findings.filter { $0.meaning.family == family } }
}
