import Receivables
import Schedule
import Simulation

/// Runs two policies on the same books and finds for whom that makes a difference.
///
/// Batches of customers share nothing, so that they may run side by side; what is kept of a customer is what is
/// other for it. Memory grows with the customers for whom something changes, not with the books.
package struct PolicyComparer: Sendable {
  private let old: Simulator
  private let new: Simulator
  private let finder: ChangeFinder
  private let scenario: Scenario
  private let accounts: [Account]

  /// - Parameters:
  ///   - old: What is in force.
  ///   - new: The same books, days and events under the other policy.
  package init(_ old: Scenario, _ new: Scenario) {
    precondition(old.from == new.from && old.days == new.days, "both policies run over the same days")
    self.old = Simulator(old)
    self.new = Simulator(new)
    finder = ChangeFinder(old.plan, new.plan)
    scenario = old
    accounts = old.snapshot.accounts
  }

  /// How many batches there are.
  package var batchCount: Int { old.batchCount }

  /// Compares the customers of a batch.
  ///
  /// - Returns: The changes in order of id, and the counts over all customers of the batch.
  /// - Complexity: Twice that of simulating the batch.
  package func run(batch: Int) -> (changes: [CustomerChange], counts: ChangeCounts) {
    let before = old.run(batch: batch) { $0 }
    let after = new.run(batch: batch) { $0 }
    var counts = ChangeCounts()
    var changes: [CustomerChange] = []
    for place in before.pieces.keys.sorted() {
      guard let old = before.pieces[place], let new = after.pieces[place] else { continue }
      counts.customers += 1
      counts.oldMessages += old.messages.count
      counts.newMessages += new.messages.count
      counts.oldFlags += old.flags.count
      counts.newFlags += new.flags.count
      guard
        let change = finder.change(old, new, accounts[place], on: scenario.from, standings: [])
      else { continue }
      counts.count(change)
      changes.append(change)
    }
    return (changes, counts)
  }
}
