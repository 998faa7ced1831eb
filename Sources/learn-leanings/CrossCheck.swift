import MailReading
import Replies

/// Learns from most replies and looks at the others, in turns, so that each is looked at by what was learnt without it.
struct CrossCheck {
  private static let turns = 5

  private let labelled: [Labelled]
  private let languages: [LanguageRules]

  init(_ labelled: [Labelled], _ languages: [LanguageRules]) {
    self.labelled = labelled
    self.languages = languages
  }

  /// What each piece of evidence counts, learnt from the replies that nobody who writes rules has read: of the others the
  /// rules know too much.
  func weights() -> WeightLearner {
    var examples: [(evidence: Evidence, isSaid: [Bool])] = []
    for turn in 0..<Self.turns {
      let tables = Tables(others(than: turn), languages)
      for (index, reply) in labelled.enumerated() where index % Self.turns == turn && reply.isUnread {
        guard let learnt = tables.learnt[reply.language] else { continue }
        examples.append(
          (reply.signs.evidence(learnt), Learnt.intents.map { reply.intents.contains($0.rawValue) }))
      }
    }
    return WeightLearner(examples, columns: Learnt.intents.count)
  }

  private func others(than turn: Int) -> [Labelled] {
    labelled.enumerated().filter { $0.offset % Self.turns != turn }.map(\.element)
  }
}
