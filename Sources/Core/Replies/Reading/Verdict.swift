internal import Receivables

/// Weighs what the rules found against what the words lean to: which things a reply says.
///
/// A rule knows one way of putting things, and much of what people write no rule knows; the leanings know nothing for
/// certain, and something of nearly everything. How much each counts was learnt, too, from replies that nobody who writes
/// rules had read (`scripts/learn-leanings`).
struct Verdict {
  /// An objection or a stop that is less likely than not, but not by more, is told to the owner behind all else.
  /// It is told more readily where rules found it, and beside what keeps reminders back anyway.
  private static let doubt = (told: -1.5, other: -0.4)
  private static let doubtBeside = (told: -2.5, other: -0.9)
  /// An objection or a stop that rules found is said as all else, unless it is less likely than that.
  private static let grave = -0.8
  /// The likeliest is said where nothing is likelier than not, if it is no less likely than that: what keeps reminders
  /// back, and what does not, which comes first by as much.
  private static let guess = (quiet: -0.9, other: -1.6)
  /// Beside a request or a question, what would keep reminders back has to be likelier than that.
  private static let clear = 1.2
  /// What no rule found is for a person to see, unless it is likelier than that.
  private static let sure = 1.0
  /// An absence that a program tells by its rules holds unless it is less likely than that.
  private static let unlikely = -1.0
  private static let quiet: Set<Understanding.Intent> = [
    .promise, .dispute, .claimsPaid, .outOfOffice, .stop,
  ]

  /// What is said; empty where nobody can tell.
  private(set) var said: Set<Understanding.Intent> = []
  /// What is told to the owner for doubt alone, and comes behind all else.
  private(set) var doubted: Set<Understanding.Intent> = []
  /// What the rules found of that, and a sentence for each thing of which they found nothing.
  private(set) var findings: [Finding] = []
  /// The day on which somebody pays, and that on which somebody is back, if any.
  let paying: LikelyDay
  let returning: LikelyDay
  /// All days ahead that the reply names.
  let days: [Day]
  let signs: ReplySigns
  private let odds: [Double]
  private let reading: Reading

  /// Nil where nothing was learnt of the language.
  ///
  /// - Parameters:
  ///   - findings: What the rules found, without what gives way.
  ///   - isAnswer: False for a mail that answers nothing of ours.
  init?(_ reading: Reading, _ findings: [Finding], isAnswer: Bool) {
    let learnt = reading.rules.learnt
    guard !learnt.isEmpty else { return nil }
    self.reading = reading
    signs = ReplySigns(reading)
    let named = NamedDay.all(in: reading)
    days = named.map(\.day)
    paying = LikelyDay(of: named, learnt.days)
    returning = LikelyDay(of: named, learnt.returns)
    odds = learnt.weights.odds(Evidence(reading, signs, paying: paying, returning: returning))
    choose(findings, isAnswer: isAnswer)
    if said.subtracting([.unclear]).isEmpty { guess() }
    // Nothing is doubted beside a rule of the owner's own.
    if !findings.contains(where: { $0.rule.isOwners && Self.intent(of: $0) != nil }) { doubt(findings) }
    self.findings = findings.filter { finding in
      Self.intent(of: finding).map { said.contains($0) || $0 == .spam } ?? true
    }
    for intent in Learnt.intents where said.contains(intent) {
      guard !findings.contains(where: { Self.intent(of: $0) == intent }) else { continue }
      if let finding = leaning(to: intent) { self.findings.append(finding) }
    }
  }

  /// What is likelier said than not, and what the owner's rules found.
  private mutating func choose(_ findings: [Finding], isAnswer: Bool) {
    for (intent, odds) in zip(Learnt.intents, odds) where odds > 0 && (intent != .spam || !isAnswer) {
      said.insert(intent)
    }
    // Who asks for something is not silenced for what is only a little likelier than not; an objection comes back as a doubt.
    if said.contains(.request) || said.contains(.question) {
      let silences = said.intersection(Self.quiet)
      if let likeliest = silences.map(odds(of:)).max(), likeliest < Self.clear { said.subtract(silences) }
    }
    if said.isSuperset(of: [.promise, .claimsPaid]), isOneThing {
      said.remove(odds(of: .promise) > odds(of: .claimsPaid) ? .claimsPaid : .promise)
    }
    // Nothing outweighs a rule of the owner's own.
    let own = Set(findings.filter(\.rule.isOwners).compactMap(Self.intent(of:)))
    if !own.isEmpty {
      let told = Set(findings.compactMap(Self.intent(of:)))
      said = own.union(said.intersection(told))
    }
  }

  /// The likeliest, where nothing is likelier than not.
  private mutating func guess() {
    let guesses = zip(Learnt.intents, odds).filter { intent, odds in
      odds >= (Self.quiet.contains(intent) ? Self.guess.quiet : Self.guess.other) && intent != .spam
    }
    let likeliest = guesses.max { $0.1 + Self.head(of: $0.0) < $1.1 + Self.head(of: $1.0) }
    if let likeliest { said = [likeliest.0] }
  }

  /// An objection or a stop that is not said, but nearly.
  private mutating func doubt(_ findings: [Finding]) {
    for intent in [Understanding.Intent.dispute, .stop] where !said.contains(intent) {
      let isTold = findings.contains { Self.intent(of: $0) == intent && $0.rule.weight > 1 }
      let isQuiet = !said.isDisjoint(with: Self.quiet)
      let doubt = isQuiet ? Self.doubtBeside : Self.doubt
      let least = isTold ? doubt.told : doubt.other
      guard odds(of: intent) >= least else { continue }
      if !isTold || odds(of: intent) < Self.grave { doubted.insert(intent) }
      said.insert(intent)
    }
  }

  /// True where one sentence tells of a payment and of a promise, and of no more than one day, amount and invoice: it is one
  /// of the two.
  private var isOneThing: Bool {
    guard let promise = sentence(leaningTo: .promise), promise == sentence(leaningTo: .claimsPaid) else {
      return false
    }
    let sentence = reading.sentences[promise]
    let invoices = Set(sentence.invoices.compactMap { $0 })
    let amounts = Amounts.all(in: sentence.tokens.indices, of: sentence)
    return sentence.dates.count < 2 && amounts.count < 2 && invoices.count < 2
  }

  private static func head(of intent: Understanding.Intent) -> Double {
    quiet.contains(intent) ? guess.quiet : 0
  }

  private func odds(of intent: Understanding.Intent) -> Double {
    Learnt.intents.firstIndex(of: intent).map { odds[$0] } ?? -Double.infinity
  }

  /// False where a person should look: what is said above all is a guess.
  func isSure(of primary: Understanding.Intent) -> Bool {
    findings.contains { Self.intent(of: $0) == primary && $0.rule.name != Self.nameOfLeaning }
      || odds(of: primary) >= Self.sure
  }

  /// True where something is likelier said than not that no offer says.
  var saysMoreThanOffers: Bool {
    zip(Learnt.intents, odds).contains { intent, odds in
      odds > 0 && ![.spam, .unclear, .thanks, .question].contains(intent)
    }
  }

  /// Whether a program tells an absence.
  ///
  /// - Parameter isTold: True where its rules found one.
  func isAway(told isTold: Bool) -> Bool {
    odds(of: .outOfOffice) > (isTold ? Self.unlikely : 0)
  }

  static func intent(of finding: Finding) -> Understanding.Intent? {
    Understanding.Intent(rawValue: finding.meaning.family)
  }

  private static let nameOfLeaning = "leaning"

  /// The sentence that leans most to something, as if a rule had found it; nil for what only rules may find.
  func leaning(to intent: Understanding.Intent) -> Finding? {
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
    guard let sentence = sentence(leaningTo: intent) else { return nil }
    let rule = LanguageRules.Rule(
      name: Self.nameOfLeaning, meaning: meaning, weight: 2, question: .any, automatic: false,
      isArrival: false,
      isOwners: false)
    return Finding(rule: rule, sentence: sentence, range: reading.sentences[sentence].tokens.indices)
  }

  /// The index of the sentence that leans most to something, and less to anything else.
  private func sentence(leaningTo intent: Understanding.Intent) -> Int? {
    guard let column = Learnt.intents.firstIndex(of: intent) else { return nil }
    let leads = reading.rules.learnt.leanings(signs, ofEach: reading.sentences.count).map { leanings in
      var others = leanings
      let own = others.remove(at: column)
      return own - (others.max() ?? 0) / 2
    }
    return leads.max().flatMap(leads.firstIndex(of:))
  }
}
