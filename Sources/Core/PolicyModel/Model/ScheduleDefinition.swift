import PolicySyntax
import Receivables

/// The tiers through which one invoice goes, strictly in order.
package struct ScheduleDefinition: Sendable {
  package let name: Located<String>
  /// Not empty.
  package let tiers: [Tier]
  /// A stated end: the last item of the list.
  package let end: EndOfSchedule?
  package let span: Span

  package init(name: Located<String>, tiers: [Tier], end: EndOfSchedule?, span: Span) {
    self.name = name
    self.tiers = tiers
    self.end = end
    self.span = span
  }
}

/// What happens when an invoice is open after its last tier.
package struct EndOfSchedule: Sendable {
  package let isFlagged: Bool
  package let reason: String?
  package let span: Span

  package init(isFlagged: Bool, reason: String?, span: Span) {
    self.isFlagged = isFlagged
    self.reason = reason
    self.span = span
  }
}

/// One reminder of a schedule.
package struct Tier: Sendable {
  /// The way on which a message leaves.
  package enum Channel: String, Sendable, CaseIterable { case email, letter }
  /// In whose name it is written.
  package enum Author: String, Sendable, CaseIterable { case sender, owner }

  package let name: Located<String>
  package let send: Located<Timing>
  /// From 0 for the first of the schedule.
  package let position: Int
  /// 0 before due; else rising from 1.
  package let level: Int
  /// The `level:` that is written, if one is.
  package let statedLevel: Located<Int>?
  package let tone: Located<String>?
  /// Not empty; a message on two channels is one message.
  package let channels: [Channel]
  package let needsApproval: Bool
  /// True where a before-due tier also speaks of invoices that are collected.
  package let takesAnyCollection: Bool
  package let from: Author
  package let to: Located<String>
  package let cc: [Located<String>]
  package let respondWithin: Located<DaySpan>?
  package let charges: Bool
  /// Names of rules that are allowed here.
  package let allowed: [Located<String>]
  package let span: Span

  /// True for a tier of level 0.
  package var isBeforeDue: Bool { level == 0 }

  package init(
    name: Located<String>, send: Located<Timing>, position: Int, level: Int, statedLevel: Located<Int>?,
    tone: Located<String>?, channels: [Channel], needsApproval: Bool, takesAnyCollection: Bool, from: Author,
    to: Located<String>, cc: [Located<String>], respondWithin: Located<DaySpan>?, charges: Bool,
    allowed: [Located<String>], span: Span
  ) {
    self.name = name
    self.send = send
    self.position = position
    self.level = level
    self.statedLevel = statedLevel
    self.tone = tone
    self.channels = channels
    self.needsApproval = needsApproval
    self.takesAnyCollection = takesAnyCollection
    self.from = from
    self.to = to
    self.cc = cc
    self.respondWithin = respondWithin
    self.charges = charges
    self.allowed = allowed
    self.span = span
  }
}
