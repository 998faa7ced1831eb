/// Weighs what the rules found against what the words lean to, where a person wrote.
///
/// A rule knows one way of putting things, and much of what people write no rule knows; the leanings know nothing for
/// certain, and something of nearly everything. What both say holds; where they differ, the one that is surer does.
struct Verdict {
  /// What a rule is worth beside the leanings, by its weight.
  private static let worth = [0, 1.5, 3.5, 5.5]
  /// What a rule of the owner's own is worth: nothing outweighs it.
  private static let worthOfOwners = 100.0
  /// Another thing that a mail says is left out where it is further behind than that.
  private static let margin = 0.3
  /// But for what a sentence of its own says, and says by so much more than anything else.
  private static let lead = 1.0
  /// An objection or a stop would come before all else: that one word sounds like one is not enough.
  private static let leadOfGrave = 3.0
  /// What is chosen by so little is a guess.
  private static let sure = 1.0

  /// What holds in the end.
  private(set) var findings: [Finding]
  private(set) var changesAnything = false
  /// What the mail says above all.
  let chosen: Understanding.Intent
  /// False where something else is nearly as likely: a person should look.
  private(set) var isSure = true

  /// Nil where nothing was learnt of the language.
  ///
  /// - Parameter intents: What the rules alone come to.
  init?(_ reading: Reading, _ findings: [Finding], _ intents: [Understanding.Intent]) {
    let leanings = reading.rules.leanings
    guard !leanings.isEmpty else { return nil }
    self.findings = findings
    let signs = LeaningSign.all(of: reading)
    var scores = leanings.scores(signs)
    for (column, intent) in Leanings.columns.enumerated() where intents.contains(intent) && intent != .unclear
    {
      scores[column] += Self.worth(of: intent, findings)
    }
    guard let most = scores.max(), let column = scores.firstIndex(of: most) else { return nil }
    chosen = Leanings.columns[column]
    let next = scores.indices.filter { $0 != column }.map { scores[$0] }.max() ?? 0
    isSure = intents.contains(chosen) || most - next >= Self.sure
    if !intents.contains(chosen), let finding = Self.finding(chosen, column, signs, reading) {
      self.findings.append(finding)
      changesAnything = true
    }
    let main = self.findings.filter { [chosen] in Self.intent(of: $0) == chosen }
    for (other, intent) in Leanings.columns.enumerated()
    where intent != chosen && intents.contains(intent) && scores[other] < most - Self.margin {
      let before = self.findings.count
      self.findings.removeAll {
        Self.intent(of: $0) == intent && !Self.standsAlone($0, other, main, signs, reading)
      }
      if self.findings.count < before { changesAnything = true }
    }
  }

  /// True for what is said in a sentence of its own, which says nothing else as much: "The first one goes out on Friday. The
  /// second is wrong."
  private static func standsAlone(
    _ finding: Finding, _ column: Int, _ main: [Finding], _ signs: [LeaningSign], _ reading: Reading
  ) -> Bool {
    // "The first I paid on the 6th, the second goes out at the end of the month": a clause with an invoice of its own.
    let sentence = reading.sentences[finding.sentence]
    let clause = sentence.clause(around: finding.range)
    let isApart = !main.contains { $0.sentence == finding.sentence && $0.range.overlaps(clause) }
    if isApart, !main.isEmpty, clause.contains(where: { sentence.invoices[$0] != nil }) { return true }
    guard main.contains(where: { $0.sentence != finding.sentence }) else { return false }
    var scores = reading.rules.leanings.scores(signs.filter { $0.sentence == finding.sentence })
    let isGrave = finding.meaning == .stop || finding.meaning.family == "dispute"
    let own = scores[column] + worth[finding.rule.weight] - (isGrave ? leadOfGrave : lead)
    scores[column] = own
    return own >= scores.max() ?? own
  }

  private static func worth(of intent: Understanding.Intent, _ findings: [Finding]) -> Double {
    let own = findings.filter { Self.intent(of: $0) == intent }
    if own.contains(where: \.rule.isOwners) { return worthOfOwners }
    return worth[own.map(\.rule.weight).max() ?? 1]
  }

  private static func intent(of finding: Finding) -> Understanding.Intent? {
    Understanding.Intent(rawValue: finding.meaning.family)
  }

  /// The sentence that leans most to something, as if a rule had found it; nil for what only rules may find.
  private static func finding(
    _ intent: Understanding.Intent, _ column: Int, _ signs: [LeaningSign], _ reading: Reading
  ) -> Finding? {
    let meaning: Meaning
    switch intent {
    case .promise: meaning = .promise
    case .dispute: meaning = .dispute("other")
    case .claimsPaid: meaning = .claimsPaid
    case .request: meaning = .request("other")
    case .stop: meaning = .stop
    case .question: meaning = .question
    case .contactChange: meaning = .contactChange
    case .thanks: meaning = .thanks
    case .spam: meaning = .spam
    case .outOfOffice: meaning = .away
    case .unclear: return nil
    }
    let leads = reading.sentences.indices.map { sentence in
      var scores = reading.rules.leanings.scores(signs.filter { $0.sentence == sentence })
      let own = scores.remove(at: column)
      return own - (scores.max() ?? 0)
    }
    guard let most = leads.max(), let sentence = leads.firstIndex(of: most) else { return nil }
    let rule = LanguageRules.Rule(
      name: "leaning", meaning: meaning, weight: 2, question: .any, automatic: false, isArrival: false,
      isOwners: false)
    return Finding(rule: rule, sentence: sentence, range: reading.sentences[sentence].tokens.indices)
  }
}
