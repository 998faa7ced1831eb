import CEL
import Letters
import PolicyModel
import Receivables

/// A compiled policy: every name is an index, every condition a program, every step knows its policy line.
///
/// `decide` reads nothing else of the policy and cannot fail: what could fail was settled by `PlanCompiler`.
/// Immutable; a class only so that the many places that read it share it at no cost.
package final class Plan: Sendable {
  /// The policy's name.
  package let policy: String
  /// The policy's first line, where the defaults of the language come from.
  package let source: Source
  package let base: Currency
  package let business: Business
  package let calendar: BusinessCalendar
  /// Why days are closed, for people; nothing is decided by it.
  package let closedDays: ClosedDays
  /// True where closed target days move to the next open day, false for the one before.
  package let movesForward: Bool
  package let window: (from: Int, until: Int)
  package let rates: MoneyRates
  package let segments: [PlannedSegment]
  package let schedules: [PlannedSchedule]
  /// Every tier name of the policy once, with its one level; steps name it by its place here.
  package let tiers: [PlannedTier]
  /// Names from soft to hard.
  package let tones: [String]
  package let roles: [PlannedRole]
  package let escalations: [PlannedEscalation]
  /// Rules that a journal speaks of and the policy no longer has: their places follow those of `escalations`.
  package let formerRules: [String]
  /// By `Response.Kind`; nil where nothing happens, or for `request` and `stop` what a `reply` does.
  package let responses: [PlannedResponse?]
  /// The word of thanks after a reminded invoice was settled; nil where the policy has none.
  package let thanks: PlannedThanks?
  package let limits: PlannedLimits
  package let letters: LetterTable
  /// What tiers with `charges` ask for; nil where nothing is charged.
  package let charges: ChargeTerms?
  /// The line `charges:`, or the policy's first one.
  package let chargesSource: Source
  /// When the owner hears of what waits; nil where the policy has none.
  package let review: Review?
  /// The line that says what an ignored flag stops; the policy's first where none does.
  package let reviewSource: Source
  /// What conditions read that changes from day to day without an event.
  package let clockwork: Clockwork

  init(
    policy: String, source: Source, base: Currency, business: Business, calendar: BusinessCalendar,
    closedDays: ClosedDays, movesForward: Bool, window: (from: Int, until: Int), rates: MoneyRates,
    segments:
      [PlannedSegment], schedules: [PlannedSchedule], tiers: [PlannedTier], tones: [String],
    roles:
      [PlannedRole], escalations: [PlannedEscalation], formerRules: [String], responses: [PlannedResponse?],
    thanks: PlannedThanks?, limits: PlannedLimits, letters: LetterTable, charges: ChargeTerms?,
    chargesSource: Source, review: Review?,
    reviewSource: Source,
    clockwork: Clockwork
  ) {
    self.policy = policy
    self.source = source
    self.base = base
    self.business = business
    self.calendar = calendar
    self.closedDays = closedDays
    self.movesForward = movesForward
    self.window = window
    self.rates = rates
    self.segments = segments
    self.schedules = schedules
    self.tiers = tiers
    self.tones = tones
    self.roles = roles
    self.escalations = escalations
    self.formerRules = formerRules
    self.responses = responses
    self.thanks = thanks
    self.limits = limits
    self.letters = letters
    self.charges = charges
    self.chargesSource = chargesSource
    self.review = review
    self.reviewSource = reviewSource
    self.clockwork = clockwork
  }

  /// The name of a rule, also of one that the policy no longer has.
  package func nameOfRule(_ rule: Int) -> String {
    rule < escalations.count ? escalations[rule].name : formerRules[rule - escalations.count]
  }

  /// The response to that kind of answer: its own, or that of `reply` where it has none.
  package func response(to kind: Response.Kind) -> (Response.Kind, PlannedResponse?) {
    if let own = responses[kind.index] { return (kind, own) }
    return kind.isReplyUnlessWritten ? (.reply, responses[Response.Kind.reply.index]) : (kind, nil)
  }
}

extension Response.Kind {
  /// Its place among all kinds.
  package var index: Int { Response.Kind.allCases.firstIndex(of: self) ?? 0 }
}
