import MailReading
import Replies

/// Understands each file of labelled replies by what was learnt from all others, and prints how well.
struct CrossCheck {
  private let sources: [(path: String, labelled: [Labelled])]
  private let shipped: ReplyRules

  init(_ sources: [(path: String, labelled: [Labelled])], _ shipped: ReplyRules) {
    self.sources = sources
    self.shipped = shipped
  }

  func run() throws {
    var all = ReplyScore()
    for (index, source) in sources.enumerated() where source.path.hasSuffix(".jsonl") {
      let others = sources.enumerated().filter { $0.offset != index }.flatMap(\.element.labelled)
      let reader = ReplyReader(rules: rules(Tables(others, shipped.languages.map(\.rules)).learnt))
      var score = ReplyScore()
      for entry in try LabelledFolder(source.path).entries where !entry.isHeldOut {
        guard let truth = entry.truth, let mail = try entry.mail() else { continue }
        let understanding = reader.understand(mail, context: entry.context)
        let differences = score.count(understanding, truth)
        _ = all.count(understanding, truth)
        if !differences.isEmpty {
          print(
            "\(entry.file): \(understanding.intents.map(\.rawValue)): \(differences.joined(separator: "; "))")
        }
      }
      print(line(source.path, score))
    }
    print(line("all", all))
  }

  private func rules(_ learnt: [String: Learnt]) -> ReplyRules {
    let languages = shipped.languages.map { language in
      var rules = language.rules
      rules.learnt = learnt[rules.code] ?? Learnt()
      return RuleLanguage(rules)
    }
    return ReplyRules(languages: languages, bounces: shipped.bounces)
  }

  private func line(_ name: String, _ score: ReplyScore) -> String {
    "\(name): \(score.mails) mails, primary \(score.primary.percent), promise \(score.promiseDate.percent), "
      + "return \(score.dayOfReturn.percent), reason \(score.disputeReason.percent), request \(score.request.percent), "
      + "wrong silence \(score.wrongSilence), missed \(score.missed)"
  }
}
