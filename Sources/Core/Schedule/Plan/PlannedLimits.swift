import CEL
import PolicyModel
import Receivables

/// The bounds on what is sent, each with the line that gives it.
package struct PlannedLimits: Sendable {
  package let minBalance: Decimal?
  package let minGap: DaySpan
  package let afterIssue: DaySpan?
  package let atMost: Limits.Cap?
  package let perRun: Int?
  /// Minutes; older books send nothing.
  package let booksAge: Int?
  package let catchUp: Limits.CatchUp
  package let grouping: Limits.Grouping
  package let minBalanceSource: Source
  package let minGapSource: Source
  package let afterIssueSource: Source
  package let atMostSource: Source
  package let perRunSource: Source
  package let ratesSource: Source
}
