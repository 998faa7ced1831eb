import CEL
import PolicyModel
import Receivables

/// What the days of one customer have worked out that a later day need not work out again: facts, ladders, and what
/// is too small to be written about.
///
/// It holds nothing that could not be had from the plan, the account and the state: a decision is the same with one
/// and without. It serves one account; where the books of the account change, another takes its place.
package final class CustomerMemory {
  let facts: FactReader
  private let plan: Plan
  private var rungs: [Rung]
  private var sizes: [Size?]

  /// Where a part stands on its ladder, from the day it was asked to the day on which that can change.
  private struct Rung {
    var standing = Ladder.Standing(step: nil, isFinished: false, next: nil, endFlagDay: nil)
    var days = Day(number: 0)..<Day(number: 0)
    var schedule = -1
    var sent = 0
    var last: SentTier?
  }

  /// How a balance compares with `min_balance`.
  private enum Size { case small, large, unknown }

  package init(_ plan: Plan, _ account: Account) {
    self.plan = plan
    facts = FactReader(plan, account)
    rungs = Array(repeating: Rung(), count: account.receivables.count)
    sizes = Array(repeating: nil, count: account.receivables.count)
  }

  /// Where a part stands on the ladder of a schedule.
  func standing(
    of place: Int, in account: Account, _ history: [SentTier], on schedule: Int, _ today: Day
  ) -> Ladder.Standing {
    let isKnown =
      rungs[place].schedule == schedule && rungs[place].days.contains(today)
      && rungs[place].sent == history.count && rungs[place].last == history.last
    if !isKnown {
      let ladder = Ladder(
        plan: plan, schedule: schedule, part: account.receivables[place], history: history)
      let standing = ladder.standing(on: today)
      let due = account.receivables[place].due
      var end = standing.next ?? Day(number: .max)
      if today <= due { end = min(end, due + 1) }  // Then what speaks before the due day is skipped.
      rungs[place] = Rung(
        standing: standing, days: today..<end, schedule: schedule, sent: history.count, last: history.last)
    }
    return rungs[place].standing
  }

  /// Whether a balance is strictly below `min_balance`; nil where that hangs on a missing rate.
  func isSmall(_ place: Int, _ balance: Money) -> Bool? {
    if let size = sizes[place] { return size == .unknown ? nil : size == .small }
    let size = self.size(balance)
    sizes[place] = size
    return size == .unknown ? nil : size == .small
  }

  private func size(_ balance: Money) -> Size {
    guard let least = plan.limits.minBalance else { return .large }
    do throws(EvaluationError) {
      return try plan.rates.inBase(MoneyAmount(balance)) < least ? .small : .large
    } catch {
      return .unknown
    }
  }
}
