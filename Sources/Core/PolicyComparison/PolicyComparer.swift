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
  /// The days before under the old policy; nil for an empty history.
  private let history: Simulator?
  private let scenario: Scenario
  private let accounts: [Account]

  /// - Parameters:
  ///   - old: What is in force.
  ///   - new: The same books, days and events under the other policy.
  ///   - historyDays: For so many days before, the old policy is taken to have been in force: both start from what
  ///     it would have sent. 0 for where the scenarios start, which is an empty history unless they say otherwise.
  package init(_ old: Scenario, _ new: Scenario, historyDays: Int = 0) {
    precondition(old.from == new.from && old.days == new.days, "both policies run over the same days")
    let history =
      historyDays == 0
      ? nil
      : Scenario(
        plan: old.plan, snapshot: old.snapshot, from: old.from - historyDays, days: historyDays,
        events: old.events, only: old.only)
    self.old = Simulator(old, after: history)
    self.new = Simulator(new, after: history)
    self.history = history.map { Simulator($0) }
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
    let before = old.run(batch: batch) { $0 }.piecesByPlace
    let after = new.run(batch: batch) { $0 }.piecesByPlace
    let earlier = history?.run(batch: batch) { $0 }.piecesByPlace
    var counts = ChangeCounts()
    var changes: [CustomerChange] = []
    for place in before.keys.sorted() {
      guard let old = before[place], let new = after[place] else { continue }
      counts.customers += 1
      counts.oldMessages += old.messages.count
      counts.newMessages += new.messages.count
      counts.oldFlags += old.flags.count
      counts.newFlags += new.flags.count
      guard
        let change = finder.change(
          old, new, accounts[place], on: scenario.from,
          standings: earlier?[place].map { standings($0, accounts[place]) } ?? known(accounts[place]))
      else { continue }
      counts.count(change)
      changes.append(change)
    }
    return (changes, counts)
  }

  /// The last tier of each open part by the journal from which the scenarios start; none where they start from nothing.
  private func known(_ account: Account) -> [CustomerChange.Standing] {
    guard let start = scenario.start else { return [] }
    let (account, state) = start.begin(account)
    return account.receivables.indices.compactMap { place in
      guard account.isOpen(place, on: scenario.from), let last = state.parts[place].sent.last else {
        return nil
      }
      return CustomerChange.Standing(
        invoice: "\(account.receivables[place].id)", tier: scenario.plan.tiers[last.tier].name, day: last.day)
    }
  }

  /// The last tier of each part that is still open on the first day.
  private func standings(_ earlier: CustomerPreview, _ account: Account) -> [CustomerChange.Standing] {
    let plan = scenario.plan
    return account.receivables.indices.filter { account.isOpen($0, on: scenario.from) }.compactMap { place in
      let id = account.receivables[place].id
      // An invoice that an event issues stands among the parts of a preview, and not in the books.
      guard let part = earlier.parts.firstIndex(of: id),
        let last = earlier.messages.last(where: { $0.message.parts.contains { $0.place == part } }),
        let step = last.message.parts.first(where: { $0.place == part })?.step
      else { return nil }
      return CustomerChange.Standing(
        invoice: "\(id)", tier: plan.tiers[step.tier].name, day: last.message.day)
    }
  }
}
