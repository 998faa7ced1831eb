import MailReading
import Replies

/// The tables that are learnt from labelled replies, as files: the same replies give the same, to the last figure.
struct Tables {
  /// By the name of the file, without `.csv`.
  private(set) var texts: [(name: String, text: String)] = []

  /// What was learnt, by the code of the language.
  private(set) var learnt: [String: Learnt] = [:]

  init(_ labelled: [Labelled], _ languages: [LanguageRules]) {
    let known = languages.map { rules in
      labelled.filter { $0.language == rules.code }.map { reply in
        let signs = SignTexts(
          reply.text, rules: rules, received: reply.received, invoices: reply.invoices)
        return (reply: reply, signs: signs)
      }
    }
    let written = known.flatMap { $0 }
    let all = written.filter { !$0.reply.isAutomatic }
    let intents = Learnt.intents.map(\.rawValue)
    add("themes", intents, .init(fewest: 4, decay: 0.001), all.map { ($0.signs.themes, $0.reply.primary) })
    add(
      "reasons", Learnt.reasons, .init(fewest: 2, decay: 0.001),
      all.compactMap { known in
        known.reply.reason.map { (known.signs.themes, $0) }
      })
    add(
      "requests", Learnt.requests, .init(fewest: 2, decay: 0.001),
      all.compactMap { known in
        known.reply.request.map { (known.signs.themes, $0) }
      })
    let days = all.filter { !$0.reply.promised.isEmpty }.flatMap { known in
      known.signs.days.map { ($0.signs, known.reply.promised.contains($0.day) ? "paying" : "other") }
    }
    add("days", Learnt.dayColumns, .init(fewest: 3, decay: 0.0005), days)
    add(
      "absences", Learnt.absenceColumns, .init(fewest: 3, decay: 0.001),
      all.compactMap { known in
        known.reply.isAway.map { (known.signs.themes, $0 ? "away" : "here") }
      })
    let returns = written.filter { !$0.reply.returning.isEmpty }.flatMap { known in
      known.signs.days.map { ($0.signs, known.reply.returning.contains($0.day) ? "returning" : "other") }
    }
    add("returns", Learnt.returnColumns, .init(fewest: 3, decay: 0.0005), returns)
    for (rules, known) in zip(languages, known) {
      let known = known.filter { !$0.reply.isAutomatic }
      add(
        rules.code, intents, .init(fewest: 2, decay: 0.0005), known.map { ($0.signs.words, $0.reply.primary) }
      )
    }
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
        case "absences": learnt.absences = table
        case "returns": learnt.returns = table
        case rules.code: learnt.words = table
        default: break
        }
      }
      self.learnt[rules.code] = learnt
    }
  }

  private mutating func add(
    _ name: String, _ columns: [String], _ settings: Learner.Settings,
    _ replies: [(signs: [String], label: String)]
  ) {
    let examples = replies.compactMap { reply in
      columns.firstIndex(of: reply.label).map { Learner.Example(signs: reply.signs, column: $0) }
    }
    let learner = Learner(examples, columns: columns.count, settings)
    texts.append((name, Self.text(learner, columns)))
  }

  /// A table as a file: what is nearly nothing is left out, and so is a sign of which nothing is left.
  private static func text(_ learner: Learner, _ columns: [String]) -> String {
    func hundredths(_ number: Double) -> Int { Int((number * 100).rounded()) }
    var text = "sign," + columns.joined(separator: ",") + "\n"
    text += "*," + learner.usual.map { String(hundredths($0)) }.joined(separator: ",") + "\n"
    for (sign, weights) in zip(learner.signs, learner.weights) {
      // Only differences count: the number in the middle is taken for nothing, and most are near it.
      let middle = weights.sorted()[weights.count / 2]
      let numbers = weights.map { hundredths($0 - middle) }.map { abs($0) < 15 ? 0 : $0 }
      guard numbers.contains(where: { abs($0) >= 25 }) else { continue }
      text += sign + "," + numbers.map { $0 == 0 ? "" : String($0) }.joined(separator: ",") + "\n"
    }
    return text
  }
}
