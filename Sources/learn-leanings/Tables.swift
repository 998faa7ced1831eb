import MailReading
import Receivables
import Replies

/// The tables that are learnt from labelled replies, as files: the same replies give the same, to the last figure.
struct Tables {
  /// By the name of the file, without `.csv`.
  private(set) var texts: [(name: String, text: String)] = []

  /// What was learnt, by the code of the language.
  private(set) var learnt: [String: Learnt] = [:]

  private static let intents = Learnt.intents.map(\.rawValue)

  /// Everything but what the evidence counts.
  ///
  /// - Parameter languages: Where to have the vocabulary from.
  init(_ labelled: [Labelled], _ languages: [LanguageRules]) {
    let sayings = SayingLearner(
      labelled.map { reply in
        .init(
          language: reply.language, words: reply.signs.words, themes: reply.signs.sayings,
          sentences: reply.signs.sentences.map { ($0.words, $0.sayings) },
          isSaid: Self.intents.map { reply.known.contains($0) ? reply.intents.contains($0) : nil },
          weight: reply.weight)
      }, columns: Self.intents.count)
    add("themes", Self.intents, sayings.themes, usual: sayings.usual.average)
    for (code, table) in sayings.words.sorted(by: { $0.key < $1.key }) {
      add(code, Self.intents, table, usual: Self.intents.map { _ in 0 })
    }
    let people = labelled.filter { !$0.isAutomatic }
    addKinds("reasons", Learnt.reasons, people.map { ($0.signs.themes, $0.reason) })
    addKinds("requests", Learnt.requests, people.map { ($0.signs.themes, $0.request) })
    addDays("days", Learnt.dayColumns, people.map { ($0, $0.promised) })
    addDays("returns", Learnt.returnColumns, labelled.map { ($0, $0.returning) })
    for rules in languages {
      var learnt = Learnt()
      learnt.vocabulary = rules.learnt.vocabulary
      for (name, text) in texts {
        let table = Leanings(Array(text.utf8))
        switch name {
        case "themes": learnt.themes = table
        case "reasons": learnt.reasons = table
        case "requests": learnt.requests = table
        case "days": learnt.days = table
        case "returns": learnt.returns = table
        case rules.code: learnt.words = table
        default: break
        }
      }
      self.learnt[rules.code] = learnt
    }
  }

  /// Adds what each piece of evidence counts.
  mutating func add(_ weights: WeightLearner) {
    var text = Self.head(Self.intents, weights.usual)
    for (name, numbers) in zip(Evidence.names, weights.rows) {
      text += name + "," + numbers.map { String(Self.hundredths($0)) }.joined(separator: ",") + "\n"
    }
    texts.append(("weights", text))
    let table = EvidenceWeights(Leanings(Array(text.utf8)))
    for code in learnt.keys { learnt[code]?.weights = table }
  }

  private mutating func addKinds(
    _ name: String, _ columns: [String], _ replies: [(signs: [String], label: String?)]
  ) {
    let examples = replies.compactMap { reply in
      reply.label.flatMap(columns.firstIndex(of:)).map { (signs: reply.signs, column: $0) }
    }
    let learner = KindLearner(examples, columns: columns.count, fewest: 2, decay: 0.001)
    add(name, columns, learner.table, usual: learner.usual.average)
  }

  private mutating func addDays(_ name: String, _ columns: [String], _ replies: [(Labelled, right: [Day])]) {
    let examples = replies.compactMap { reply, right -> DayLearner.Example? in
      let days = reply.signs.days
      // A day that the rules do not find cannot be chosen, and that it is none of the others is not true either.
      guard !days.isEmpty,
        right.isEmpty && reply.known.count == Self.intents.count
          || days.contains(where: { right.contains($0.day) })
      else {
        return nil
      }
      return .init(days: days.map { ($0.signs, right.contains($0.day)) }, weight: reply.weight)
    }
    let learner = DayLearner(examples)
    add(name, columns, learner.table, usual: learner.usual.average)
  }

  private mutating func add(_ name: String, _ columns: [String], _ table: SignTable, usual: [Double]) {
    var text = Self.head(columns, usual)
    // What is nearly nothing is left out, and so is a sign of which nothing is left.
    for (sign, averages) in zip(table.signs, table.averages()) {
      let numbers = averages.map(Self.hundredths).map { abs($0) < Self.least ? 0 : $0 }
      guard numbers.contains(where: { $0 != 0 }) else { continue }
      text += sign + "," + numbers.map { $0 == 0 ? "" : String($0) }.joined(separator: ",") + "\n"
    }
    texts.append((name, text))
  }

  /// In hundredths.
  private static let least = 25

  private static func hundredths(_ number: Double) -> Int { Int((number * 100).rounded()) }

  private static func head(_ columns: [String], _ usual: [Double]) -> String {
    "sign," + columns.joined(separator: ",") + "\n"
      + "*," + usual.map { String(hundredths($0)) }.joined(separator: ",") + "\n"
  }
}
