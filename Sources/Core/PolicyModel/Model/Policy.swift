import CEL
import PolicySyntax
import Receivables

/// A policy as its owner wrote it: read, type-checked, every name resolved, each part with its place.
///
/// A value of this type exists only where reading found no error; it is the promise "checked" between the
/// tree ("parsed") and the `Plan` ("compiled"). Source: policy language, section 1.
package struct Policy: Sendable {
  package let name: Located<String>
  /// The line `duly: 1`: what brings the defaults stands here.
  package let version: Located<Int>
  package let business: Business
  package let calendar: CalendarRules
  /// In the order of the file; the last one has no condition.
  package let segments: [Segment]
  package let schedules: [ScheduleDefinition]
  /// From soft to hard.
  package let tones: [Tone]
  /// For each role that `recipients` names, the order of fallback.
  package let recipients: [Recipients]
  package let escalations: [Escalation]
  /// One for each kind that has one, the defaults of the language included; `none` is not in it.
  package let responses: [Response]
  /// What one unit is worth in the base currency; the base currency itself is not in it.
  package let rates: [Rate]
  package let limits: Limits
  package let charges: Charges?
  package let review: Review?

  package init(
    name: Located<String>, version: Located<Int>, business: Business, calendar: CalendarRules,
    segments: [Segment], schedules: [ScheduleDefinition], tones: [Tone], recipients: [Recipients],
    escalations: [Escalation], responses: [Response], rates: [Rate], limits: Limits, charges: Charges?,
    review: Review?
  ) {
    self.name = name
    self.version = version
    self.business = business
    self.calendar = calendar
    self.segments = segments
    self.schedules = schedules
    self.tones = tones
    self.recipients = recipients
    self.escalations = escalations
    self.responses = responses
    self.rates = rates
    self.limits = limits
    self.charges = charges
    self.review = review
  }
}

extension Policy {
  /// The name that the words of the thank-you have in a tone, beside those of tiers.
  package static let thanksName = "thanks"

  /// True if a word of thanks is sent after a reminded invoice was settled.
  package var thanks: Bool { responses.contains { $0.kind == .paid && $0.thanks } }

  /// The place of the softest tone that has words of thanks in the language of the business; nil where none has.
  package var toneOfThanks: Int? {
    tones.firstIndex { tone in
      tone.templates.contains { $0.tier?.value == Policy.thanksName && $0.language == nil }
    }
  }
}

/// A value and the characters of the policy that gave it.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let span: Span

  package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}

extension Located: Equatable where Value: Equatable {}

/// The exchange rate of one currency.
package struct Rate: Sendable {
  package let currency: Currency
  /// What one unit is worth in the base currency: exact, above zero.
  package let worth: Decimal
  package let span: Span

  package init(currency: Currency, worth: Decimal, span: Span) {
    self.currency = currency
    self.worth = worth
    self.span = span
  }
}

/// The order in which people of other roles stand in for a role.
package struct Recipients: Sendable {
  package let role: Located<String>
  /// The first role of which somebody exists is taken; not empty.
  package let fallback: [Located<String>]

  package init(role: Located<String>, fallback: [Located<String>]) {
    self.role = role
    self.fallback = fallback
  }
}
