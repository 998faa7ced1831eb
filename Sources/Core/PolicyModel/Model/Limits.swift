import CEL
import PolicySyntax
import Receivables

/// Bounds on what is sent; each with the line that gives it, or the nearest key above for a default.
package struct Limits: Sendable {
  /// What happens to tiers whose day was missed.
  package enum CatchUp: String, Sendable, CaseIterable { case spread, latest }
  /// What one message covers.
  package enum Grouping: String, Sendable, CaseIterable { case customer, invoice }

  /// So many messages in any so many days in a row.
  package struct Cap: Hashable, Sendable {
    package let messages: Int
    package let days: Int

    package init(messages: Int, days: Int) {
      self.messages = messages
      self.days = days
    }
  }

  /// In the base currency; an invoice strictly below it is not reminded by itself.
  package let minBalance: Located<Decimal>?
  package let minGap: Located<DaySpan>
  package let afterIssue: Located<DaySpan>?
  package let atMost: Located<Cap>?
  /// Messages of one run beyond which nothing is sent and the owner is asked.
  package let perRun: Located<Int>?
  /// Minutes.
  package let booksAge: Located<Int>?
  package let catchUp: Located<CatchUp>
  /// False where `catchUp` is the language's own.
  package let saysCatchUp: Bool
  package let grouping: Located<Grouping>

  package init(
    minBalance: Located<Decimal>?, minGap: Located<DaySpan>, afterIssue: Located<DaySpan>?,
    atMost: Located<Cap>?, perRun: Located<Int>?, booksAge: Located<Int>?, catchUp: Located<CatchUp>,
    saysCatchUp: Bool, grouping: Located<Grouping>
  ) {
    self.minBalance = minBalance
    self.minGap = minGap
    self.afterIssue = afterIssue
    self.atMost = atMost
    self.perRun = perRun
    self.booksAge = booksAge
    self.catchUp = catchUp
    self.saysCatchUp = saysCatchUp
    self.grouping = grouping
  }
}
