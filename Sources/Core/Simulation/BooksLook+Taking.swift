import CEL
import PolicyModel
import Receivables
import Schedule

extension BooksLook {
  /// What books say of a policy on a day, from an empty history: who is in which segment, and what is long due.
  ///
  /// - Parameters:
  ///   - name: Where the books are, and which they were.
  ///   - plan: The policy's own: its segments are in the same order and have the same names.
  /// - Complexity: O(customers × segments + parts × tiers).
  package init(name: String, _ plan: Plan, _ snapshot: Snapshot, on day: Day) {
    var taken: [String: Int] = [:]
    var fitting: [String: Int] = [:]
    var customers = 0
    var late = (customers: 0, invoices: 0)
    for account in snapshot.accounts where !account.hasBadRow {
      customers += 1
      let reader = FactReader(plan, account, State(partCount: account.receivables.count), on: day)
      let fits = plan.segments.map { segment in
        guard let condition = segment.condition else { return true }
        // What cannot be worked out, for want of a rate, is in no segment; the preview says so.
        return (try? condition.evaluateBool(reader)) ?? false
      }
      for (segment, isFit) in zip(plan.segments, fits) where isFit { fitting[segment.name, default: 0] += 1 }
      guard let number = fits.firstIndex(of: true) else { continue }
      let segment = plan.segments[number]
      taken[segment.name, default: 0] += 1
      let old = Self.invoicesLateForTwo(account, plan, segment.schedule, on: day)
      late.invoices += old
      if old > 0 { late.customers += 1 }
    }
    self.init(
      name: name, day: day, customers: customers, taken: taken, fitting: fitting, late: late)
  }

  /// The open invoices (instalments) that nobody disputes and for which two tiers after the due day have come.
  private static func invoicesLateForTwo(
    _ account: Account, _ plan: Plan, _ schedule: Int, on day: Day
  ) -> Int {
    account.receivables.indices.count { place in
      let part = account.receivables[place]
      guard account.isOpen(place, on: day), !part.isDisputedByBooks, part.due < day else { return false }
      let ladder = Ladder(plan: plan, schedule: schedule, part: part, history: [])
      let come = plan.schedules[schedule].steps.count { step in
        !step.isBeforeDue && ladder.plannedDay(step) <= day
      }
      return come >= 2
    }
  }
}
