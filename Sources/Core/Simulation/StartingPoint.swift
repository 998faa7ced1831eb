import Receivables
import Schedule

/// Where the customers of a scenario stand before its first day: what a journal knows of them.
///
/// `execute` decides from the same point, so that a preview shows what it would do at that moment.
package protocol StartingPoint: Sendable {
  /// A customer at the beginning of the first day: the books with what is known beside them, and the state, about the parts
  /// of those books.
  func begin(_ account: Account) -> (account: Account, state: State)

  /// The messages that stand of earlier days to the addresses of these customers, and which of them are closed.
  func addressLog(of customers: [Customer]) -> AddressLog
}
