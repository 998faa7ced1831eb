import PolicyModel
import Receivables

/// One tier of one schedule.
///
/// Immutable; a class only because messages and their parts name it.
package final class PlannedStep: Sendable {
  /// Place in `Plan.tiers`.
  package let tier: Int
  package let position: Int
  package let timing: Timing
  package let level: Int
  package let tone: Int?
  package let channels: [Tier.Channel]
  /// The channels as the contract writes them: `email`, `email+letter`.
  package let channelText: String
  package let needsApproval: Bool
  package let takesAnyCollection: Bool
  package let from: Tier.Author
  /// Place in `Plan.roles`.
  package let to: Int
  package let cc: [Int]
  package let respondWithin: DaySpan?
  package let charges: Bool
  /// True for the word of thanks, which is a step of no schedule.
  package let isThanks: Bool
  package let source: Source

  package var isBeforeDue: Bool { level == 0 }

  init(
    tier: Int, position: Int, timing: Timing, level: Int, tone: Int?, channels: [Tier.Channel],
    needsApproval: Bool, takesAnyCollection: Bool, from: Tier.Author, to: Int, cc: [Int],
    respondWithin: DaySpan?, charges: Bool, isThanks: Bool = false, source: Source
  ) {
    self.tier = tier
    self.position = position
    self.timing = timing
    self.level = level
    self.tone = tone
    self.channels = channels
    channelText = channels.map(\.rawValue).joined(separator: "+")
    self.needsApproval = needsApproval
    self.takesAnyCollection = takesAnyCollection
    self.from = from
    self.to = to
    self.cc = cc
    self.respondWithin = respondWithin
    self.charges = charges
    self.isThanks = isThanks
    self.source = source
  }
}
