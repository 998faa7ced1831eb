/// Weighs what the rules found against what the words lean to, where a person wrote.
///
/// A rule knows one way of putting things, and much of what people write no rule knows; the leanings know nothing for
/// certain, and something of nearly everything. What both say holds; where they differ, the one that is surer does.
///
/// The numbers were chosen by understanding each file of `Tests/RepliesTests/Replies/*.jsonl` by what was learnt from all
/// others (`learn-leanings --across`).
struct Verdict {
  /// What a rule is worth beside the leanings, by its weight.
  private static let worth = [0, 0.3, 2.6, 3.4]
  /// What a rule for spam is worth: what is offered to all the world is said in few ways.
  private static let worthOfSpam = 5.0
  /// What it is worth that somebody is away, whatever else is said.
  private static let weightOfAbsence = 0.6
  /// How much more a mail is an offer that answers nothing of ours.
  private static let worthOfStrangers = 4.0
  /// What a rule of the owner's own is worth: nothing outweighs it.
  private static let worthOfOwners = 100.0
  /// Another thing that a mail says is left out where it is further behind than that.
  private static let margin = 0.3
  /// But for what a sentence of its own says, and says by so much more than anything else.
  private static let lead = 1.0
  /// An objection or a stop would come before all else: that one word sounds like one is not enough.
  private static let leadOfGrave = 6.0
  /// What is chosen by so little is a guess.
  private static let sure = 1.0
  /// What no rule knows and is less likely than that is `unclear`.
  private static let guess = 0.42
  /// How much a difference of scores says.
  private static let steepness = 0.6
  /// An objection or a stop that is as likely is told to the owner beside what is likelier: beside what keeps reminders back
  /// anyway, and beside what does not.
  private static let doubt = (quiet: 0.12, other: 0.5)
  /// What keeps no reminder back is chosen where all of it is as likely, instead of an objection or a stop and of the rest.
  private static let loudness = (grave: 0.5, other: 0.4)
  private static let quiet: Set<Understanding.Intent> = [
    .promise, .dispute, .claimsPaid, .outOfOffice, .stop,
  ]

  /// What holds in the end.
  private(set) var findings: [Finding]
  /// What the mail says above all.
  let chosen: Understanding.Intent
  /// False where something else is nearly as likely: a person should look.
  private(set) var isSure = true
  let signs: ReplySigns
  /// What is said to the owner for doubt alone, and comes behind all else.
  private(set) var doubted: Set<Understanding.Intent> = []

  /// Nil where nothing was learnt of the language.
  ///
  /// - Parameters:
  ///   - intents: What the rules alone come to.
  ///   - isAnswer: False for a mail that answers nothing of ours.
  init?(_ reading: Reading, _ findings: [Finding], _ intents: [Understanding.Intent], isAnswer: Bool) {
    let learnt = reading.rules.learnt
    guard !learnt.isEmpty else { return nil }
    self.findings = findings
    signs = ReplySigns(reading)
    var scores = learnt.scores(signs)
    for (column, intent) in Learnt.intents.enumerated() {
      if intent == .outOfOffice { scores[column] += Self.weightOfAbsence * learnt.absence(signs) }
      if intent == .spam, !isAnswer { scores[column] += Self.worthOfStrangers }
      if intents.contains(intent), intent != .unclear { scores[column] += Self.worth(of: intent, findings) }
    }
    let shares = Self.shares(scores)
    guard let column = Self.choice(shares, intents) else { return nil }
    guard intents != [.unclear] || shares[column] >= Self.guess else {
      chosen = .unclear
      isSure = false
      return
    }
    let most = scores[column]
    chosen = Learnt.intents[column]
    let next = scores.indices.filter { $0 != column }.map { scores[$0] }.max() ?? 0
    isSure = intents.contains(chosen) || most - next >= Self.sure
    if !intents.contains(chosen), let finding = Self.finding(chosen, column, signs, reading) {
      self.findings.append(finding)
    }
    let least = chosen == .stop ? 0 : Self.quiet.contains(chosen) ? Self.doubt.quiet : Self.doubt.other
    let doubtful = Learnt.intents.indices.filter { other in
      other != column && (Learnt.intents[other] == .dispute || Learnt.intents[other] == .stop)
        && shares[other] >= least
    }
    for other in doubtful where !intents.contains(Learnt.intents[other]) && shares[other] >= Self.doubt.quiet
    {
      if let finding = Self.finding(Learnt.intents[other], other, signs, reading) {
        self.findings.append(finding)
      }
      doubted.insert(Learnt.intents[other])
    }
    let main = self.findings.filter { [chosen] in Self.intent(of: $0) == chosen }
    for (other, intent) in Learnt.intents.enumerated()
    where intent != chosen && intents.contains(intent) && scores[other] < most - Self.margin {
      let standing = self.findings.map { [signs] in
        Self.intent(of: $0) == intent && Self.standsAlone($0, other, main, signs, reading)
      }
      if doubtful.contains(other), !standing.contains(true) {
        doubted.insert(intent)
        continue
      }
      self.findings = zip(self.findings, standing).filter { Self.intent(of: $0) != intent || $1 }.map(\.0)
    }
  }

  /// How likely each is; they add up to 1.
  private static func shares(_ scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let powers = scores.map { Exponential.of(steepness * ($0 - most)) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The column of the likeliest; nil where there is none.
  ///
  /// - Parameter intents: What the rules alone come to.
  private static func choice(_ shares: [Double], _ intents: [Understanding.Intent]) -> Int? {
    let order = shares.indices.sorted { (shares[$0], $1) > (shares[$1], $0) }
    guard let first = order.first else { return nil }
    let others = order.filter { !quiet.contains(Learnt.intents[$0]) }
    let isGrave = Learnt.intents[first] == .dispute || Learnt.intents[first] == .stop
    let least = isGrave || intents.contains(Learnt.intents[first]) ? loudness.grave : loudness.other
    guard quiet.contains(Learnt.intents[first]), others.reduce(0, { $0 + shares[$1] }) > least else {
      return first
    }
    return others.first
  }

  /// True for what is said in a sentence of its own, which says nothing else as much: "The first one goes out on Friday. The
  /// second is wrong."
  private static func standsAlone(
    _ finding: Finding, _ column: Int, _ main: [Finding], _ signs: ReplySigns, _ reading: Reading
  ) -> Bool {
    // "The first I paid on the 6th, the second goes out at the end of the month": a clause with an invoice of its own.
    let sentence = reading.sentences[finding.sentence]
    let clause = sentence.clause(around: finding.range)
    let isApart = !main.contains { $0.sentence == finding.sentence && $0.range.overlaps(clause) }
    if isApart, !main.isEmpty, clause.contains(where: { sentence.invoices[$0] != nil }) { return true }
    guard main.contains(where: { $0.sentence != finding.sentence }) else { return false }
    var scores = reading.rules.learnt.scores(signs, in: finding.sentence)
    let isGrave = finding.meaning == .stop || finding.meaning.family == "dispute"
    let own = scores[column] + worth[finding.rule.weight] - (isGrave ? leadOfGrave : lead)
    scores[column] = own
    return own >= scores.max() ?? own
  }

  private static func worth(of intent: Understanding.Intent, _ findings: [Finding]) -> Double {
    let own = findings.filter { Self.intent(of: $0) == intent }
    if own.contains(where: \.rule.isOwners) { return worthOfOwners }
    if intent == .spam { return worthOfSpam }
    return worth[own.map(\.rule.weight).max() ?? 1]
  }

  private static func intent(of finding: Finding) -> Understanding.Intent? {
    Understanding.Intent(rawValue: finding.meaning.family)
  }

  /// The sentence that leans most to something, as if a rule had found it; nil for what only rules may find.
  private static func finding(
    _ intent: Understanding.Intent, _ column: Int, _ signs: ReplySigns, _ reading: Reading
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
      var scores = reading.rules.learnt.scores(signs, in: sentence)
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
