import PolicySyntax
import Receivables

/// The owner's review of what waits for them: what `duly execute` tells them, and what an ignored flag stops.
package struct Review: Sendable {
  /// What an ignored flag stops: its customer, or everybody.
  package enum Consequence: String, Sendable, CaseIterable {
    case hold
    case holdAll = "hold_all"
  }

  /// 1 for Monday to 7 for Sunday.
  package let weekday: Int
  /// Minutes after midnight, in the business's time zone.
  package let minute: Int
  package let overdueAfter: DaySpan
  package let forewarn: DaySpan?
  package let consequence: Consequence
  package let span: Span

  package init(
    weekday: Int, minute: Int, overdueAfter: DaySpan, forewarn: DaySpan?, consequence: Consequence, span: Span
  ) {
    self.weekday = weekday
    self.minute = minute
    self.overdueAfter = overdueAfter
    self.forewarn = forewarn
    self.consequence = consequence
    self.span = span
  }
}
