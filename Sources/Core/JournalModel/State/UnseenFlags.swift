import PolicyModel
import Receivables
import Schedule

/// Since when a flag waits at which the owner has not looked: the customer's own, or anybody's where an ignored flag
/// stops everybody (`then: hold_all`).
///
/// What holds for everybody is found once, however many customers are asked about.
package struct UnseenFlags: Sendable {
  /// The number of the last event that it knows of: it holds until there is another.
  package let lastNumber: Int64
  private let stopsEverybody: Bool
  private let sinceOfAnybody: Day?

  /// - Complexity: O(items of the review) with `hold_all`, else O(1).
  package init(_ journal: JournalState, _ plan: Plan) {
    lastNumber = journal.lastNumber
    stopsEverybody = plan.review?.consequence == .holdAll
    sinceOfAnybody = stopsEverybody ? UnseenFlags.first(of: journal.review, journal) : nil
  }

  /// The day of the oldest; nil where there is none.
  ///
  /// - Complexity: O(items of the customer).
  func since(of customer: CustomerID, _ journal: JournalState) -> Day? {
    stopsEverybody ? sinceOfAnybody : UnseenFlags.first(of: journal.openItems(of: customer), journal)
  }

  private static func first(of items: [ReviewItem], _ journal: JournalState) -> Day? {
    items.first { !$0.isSeen && $0.kind.isFlag && journal.waits($0) }?.day
  }
}
